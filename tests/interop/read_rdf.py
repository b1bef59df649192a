"""Reads an RDF export with somebody else's library.

    read_rdf.py pyld|rdflib FILE FILE.nq     the statements must be those of FILE.nq
    read_rdf.py query FILE.jsonld QUERY.rq   the query must have answers, which are printed
"""

import json
import sys

FORMATS = {"jsonld": "json-ld", "nq": "nquads", "nt": "nt", "ttl": "turtle"}


def lines(text):
    """Statements, sorted; the two escapes that canonical N-Quads have and these libraries leave out are added."""
    text = text.replace("\t", "\\t").replace("\x7f", "\\u007F")
    return sorted((line for line in text.split("\n") if line.strip()), key=lambda line: line.encode())


def rdflib_graph(path):
    import rdflib

    # Else rdflib rewrites what it takes for the same value: "2016-12" as a month becomes 2016-12-01.
    rdflib.NORMALIZE_LITERALS = False
    graph = rdflib.ConjunctiveGraph()
    graph.parse(path, format=FORMATS[path.rsplit(".", 1)[1]])
    return graph


def with_pyld(path):
    from pyld import jsonld

    with open(path, encoding="utf-8") as file:
        return jsonld.to_rdf(json.load(file), {"format": "application/n-quads"})


def with_rdflib(path):
    return rdflib_graph(path).serialize(format="nt")


def compare(read, path, expected):
    found = lines(read(path))
    with open(expected, encoding="utf-8", newline="\n") as file:
        wanted = lines(file.read())
    missing = sorted(set(wanted) - set(found))
    extra = sorted(set(found) - set(wanted))
    assert found == wanted, "\n".join([f"{len(missing)} missing, {len(extra)} extra", *missing[:5], *extra[:5]])
    print(f"{len(found)} statements agree")


def query(path, question):
    with open(question, encoding="utf-8") as file:
        rows = list(rdflib_graph(path).query(file.read()))
    assert rows, "no answer"
    for row in rows:
        assert all(row), row
        print(" | ".join(str(cell) for cell in row))


def main():
    task, first, second = sys.argv[1:]
    if task == "query":
        query(first, second)
    else:
        compare({"pyld": with_pyld, "rdflib": with_rdflib}[task], first, second)


main()
