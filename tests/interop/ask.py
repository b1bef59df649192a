"""Asks the five questions of docs/sparql.md, and the command line the same; the answers must be equal.

    ask.py ENTENTE NEWS.ent docs/sparql.md rdflib FILE.nt
    ask.py ENTENTE NEWS.ent docs/sparql.md oxigraph FILE.nt
    ask.py ENTENTE NEWS.ent docs/sparql.md http URL [GRAPH]      user and password: ASK_USER, ASK_PASSWORD
"""

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))


def questions(path):
    """Title, query and command of each section."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    prefixes = re.search(r"```sparql prefixes\n(.*?)```", text, re.S)[1]
    for section in text.split("\n### ")[1:]:
        query = re.search(r"```sparql\n(.*?)```", section, re.S)[1]
        command = re.search(r"```sh\n(.*?)```", section, re.S)[1]
        yield section.split("\n")[0], prefixes + query, command.strip()


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


def with_rdflib(query, path):
    import rdflib

    graph = rdflib.Graph()
    graph.parse(path, format="nt")
    return table(graph.query(query).serialize(format="csv").decode())


def with_oxigraph(query, path):
    out = subprocess.run(["node", os.path.join(HERE, "query_oxigraph.js"), path], input=query, text=True, check=True,
                         stdout=subprocess.PIPE).stdout
    return table(out)


def with_http(query, url, graph=None):
    fields = {"query": query}
    if graph:
        fields["default-graph-uri"] = graph
    request = urllib.request.Request(url + "?" + urllib.parse.urlencode(fields), headers={"Accept": "text/csv"})
    if "ASK_USER" in os.environ:
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, url, os.environ["ASK_USER"], os.environ["ASK_PASSWORD"])
        opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
    else:
        opener = urllib.request.build_opener()
    with opener.open(request, timeout=60) as answer:
        return table(answer.read().decode())


def from_command(entente, graph, command, columns):
    words = shlex.split(command)
    assert words[0] == "entente" and words[2] == "news.ent", command
    out = subprocess.run([entente, words[1], graph, *words[3:], "--jsonl"], check=True, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    rows = [json.loads(line) for line in out.splitlines()]
    if "principal" in columns:
        lines = subprocess.run([entente, "export", graph, "-o", "-", "-f", "jsonl"], check=True, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.splitlines()
        principals = {side["id"]: side["principal"] for line in lines
                      for side in (json.loads(line)["source"], json.loads(line)["target"])}
        for row in rows:
            row["principal"] = principals[row["source_id"]]
    return rows


def main():
    entente, graph, page, engine, *where = sys.argv[1:]
    ask = {"rdflib": with_rdflib, "oxigraph": with_oxigraph, "http": with_http}[engine]
    count = 0
    for title, query, command in questions(page):
        answers = ask(query, *where)
        assert answers, f"{title} no answer"
        columns = list(answers[0])
        rows = from_command(entente, graph, command, columns)
        found = sorted({tuple(str(row[column]) for column in columns) for row in answers})
        wanted = sorted({tuple(str(row[column]) for column in columns) for row in rows})
        assert found == wanted, f"{title}\nthe store:\n{found}\nthe command line:\n{wanted}"
        count += 1
    assert count == 5, f"{count} questions"
    print("5 questions, the same answers")


main()
