"""Pushes to a store behind https: only a certificate that is trusted, in date and for this host is accepted; what broke off
is resumed; and the password is never printed.

    push_https.py ENTENTE NEWS.ent
"""

import base64
import http.server
import os
import ssl
import subprocess
import sys
import tempfile
import threading
import urllib.parse

PASSWORD = "open-sesame-4711"


def openssl(*words):
    subprocess.run(["openssl", *words], check=True, capture_output=True)


def make_certificates(folder):
    """An authority `ca`, and by it: `good` for 127.0.0.1, `other` for another host, `old`, which is out of date."""
    os.chdir(folder)
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2",
            "-subj", "/CN=Test authority")
    for name, host, days in (("good", "IP:127.0.0.1", "2"), ("other", "DNS:example.org", "2"), ("old", "IP:127.0.0.1", "-1")):
        with open(name + ".ext", "w", encoding="ascii") as file:
            file.write("subjectAltName=" + host)
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", name + ".key", "-out", name + ".csr", "-subj", "/CN=store")
        openssl("x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", days,
                "-extfile", name + ".ext", "-out", name + ".pem")


class Store(http.server.BaseHTTPRequestHandler):
    """The Graph Store Protocol over a dictionary; `patience` is how many more chunks it takes before it breaks down."""

    protocol_version = "HTTP/1.1"
    graphs = {}
    seen = []
    patience = None
    leads_to = None

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        Store.seen.append((self.command, self.headers.get("Authorization")))
        if Store.leads_to:
            return self.answer(301, Location=Store.leads_to)
        wanted = "Basic " + base64.b64encode(("me:" + PASSWORD).encode()).decode()
        if self.headers.get("Authorization") != wanted:
            return self.answer(401, b"<html>who are you?</html>", WWW_Authenticate='Basic realm="store"')
        graph = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)["graph"][0]
        lines = set(body.decode().splitlines())
        if self.command in ("PUT", "POST") and not graph.endswith(".push"):
            if Store.patience == 0:
                return self.answer(500, b"out of disk")
            if Store.patience:
                Store.patience -= 1
        if self.command == "PUT":
            Store.graphs[graph] = lines
        elif self.command == "POST":
            Store.graphs.setdefault(graph, set()).update(lines)
        elif graph not in Store.graphs:
            return self.answer(404)
        elif self.command == "DELETE":
            del Store.graphs[graph]
        else:
            return self.answer(200, "\n".join(sorted(Store.graphs[graph])).encode() + b"\n")
        return self.answer(204)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = handle_any


class Quiet(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # a client that does not trust us hangs up


def serve(certificate):
    server = Quiet(("127.0.0.1", 0), Store)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate + ".pem", certificate + ".key")
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"https://127.0.0.1:{server.server_address[1]}/data"


def main():
    entente, news = (os.path.abspath(path) for path in sys.argv[1:])
    folder = tempfile.mkdtemp()
    make_certificates(folder)
    environment = dict(os.environ, ENTENTE_PASSWORD=PASSWORD, HOME=folder)

    def push(address, *options):
        done = subprocess.run([entente, "push", news, "--endpoint", address, "--user", "me", "--retries", "0", *options],
                              env=environment, capture_output=True, text=True, timeout=120, check=False)
        said = done.stdout + done.stderr
        assert PASSWORD not in said and base64.b64encode(("me:" + PASSWORD).encode()).decode() not in said, said
        return done.returncode, said

    def refused(certificate, *options):
        Store.seen.clear()
        status, said = push(serve(certificate), *options)
        assert status == 2 and "certificate" in said.lower(), said
        assert not Store.seen, "a request went to a store that is not trusted"

    trust = ("--cacert", "ca.pem")
    refused("good")
    refused("other", *trust)
    refused("old", *trust)

    good = serve("good")
    exported = subprocess.run([entente, "export", news, "-o", "-", "-f", "nt"], capture_output=True, text=True, check=True).stdout
    statements = set(exported.splitlines())
    graph = "https://w3id.org/entente/graph"

    # It breaks down after three chunks; the next push goes on with the fourth.
    Store.patience = 3
    status, said = push(good, *trust, "--chunk", "40")
    assert status == 2 and "500" in said and "out of disk" in said, said
    assert 0 < len(Store.graphs[graph]) < len(statements)
    Store.patience = None
    status, said = push(good, *trust, "--chunk", "40")
    assert status == 0 and "going on behind 3 chunks" in said, said
    assert Store.graphs[graph] == statements, "the store holds something else"
    status, said = push(good, *trust, "--chunk", "40")
    assert status == 0 and "sent 0 statements" in said, said

    # Somebody else leads elsewhere: nobody follows, and nothing is sent there.
    Store.leads_to = "http://127.0.0.1:9/elsewhere"
    status, said = push(good, *trust)
    assert status == 2 and "it leads to http://127.0.0.1:9/elsewhere" in said, said
    print("https: refused, accepted, resumed")


main()
