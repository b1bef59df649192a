"""How fast others write what they have read of our exports: export_peers.py FILE.graphml FILE.nt

Processor time of writing alone, each in a process of its own.
"""
import os
import subprocess
import sys
import tempfile
import time


def report(name, write, path):
    begin = time.process_time()
    write()
    took = time.process_time() - begin
    size = os.path.getsize(path) / 1e6
    print(f"{name:<24} {size:8.0f} MB {took:7.2f} s {size / took:7.0f} MB/s", flush=True)


def networkx_part(graphml, _, out):
    import networkx

    graph = networkx.read_graphml(graphml, force_multigraph=True)
    report("networkx GraphML", lambda: networkx.write_graphml_xml(graph, out), out)


def igraph_part(graphml, _, out):
    import igraph

    graph = igraph.Graph.Read_GraphML(graphml)
    report("igraph GraphML", lambda: graph.write_graphml(out), out)


def rdflib_part(_, triples, out):
    import rdflib

    graph = rdflib.Graph()
    graph.parse(triples, format="nt")
    report("rdflib N-Triples", lambda: graph.serialize(out, format="nt", encoding="utf-8"), out)


if __name__ == "__main__":
    if len(sys.argv) == 4:
        with tempfile.NamedTemporaryFile() as made:
            globals()[sys.argv[3]](sys.argv[1], sys.argv[2], made.name)
    else:
        for part in ("igraph_part", "networkx_part", "rdflib_part"):
            subprocess.run([sys.executable, __file__, *sys.argv[1:], part], check=False)
