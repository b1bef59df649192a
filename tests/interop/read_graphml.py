"""Loads a GraphML export with networkx or igraph and compares it with the CSV export of the same graph.

    read_graphml.py networkx|igraph FILE.graphml FILE.csv
"""

import csv
import sys

NUMBERS = {"size": float, "x": float, "y": float, "pagerank": float, "r": int, "g": int, "b": int, "mentions": int,
           "articles": int, "community": int}


def with_networkx(path):
    import networkx

    graph = networkx.read_graphml(path, force_multigraph=True)
    assert graph.is_directed()
    nodes = {name: dict(data) for name, data in graph.nodes(data=True)}
    # The id comes back as the edge's key; the `label` attribute of the element is what Gephi alone reads.
    edges = {key: dict(data, source=source, target=target) for source, target, key, data in
             graph.edges(keys=True, data=True)}
    for data in edges.values():
        assert isinstance(data["symmetric"], bool), data
        assert isinstance(data["weight"], int) and isinstance(data["mentions"], int), data
    for data in nodes.values():
        for key, kind in NUMBERS.items():
            assert isinstance(data[key], kind), (key, data)
    return nodes, edges


def with_igraph(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed()
    nodes = {vertex["id"]: vertex.attributes() for vertex in graph.vs}
    edges = {}
    for edge in graph.es:
        data = edge.attributes()
        # igraph keeps every number as a double.
        data["weight"] = int(data["weight"])
        assert isinstance(data["symmetric"], bool), data
        edges[data["id"]] = dict(data, source=graph.vs[edge.source]["id"], target=graph.vs[edge.target]["id"])
    for data in nodes.values():
        for key in NUMBERS:
            assert isinstance(data[key], (int, float)), (key, data)
    return nodes, edges


def main():
    library, path, table = sys.argv[1:]
    nodes, edges = {"networkx": with_networkx, "igraph": with_igraph}[library](path)
    with open(table, encoding="utf-8", newline="") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file)}
    assert rows, "the CSV has no edges"
    assert len(edges) == len(rows), f"{len(edges)} edges, not {len(rows)}"
    labels = {label for row in rows.values() for label in (row["source_label"], row["target_label"])}
    assert {data["label"] for data in nodes.values()} == labels, "the labels of the actors differ"
    for key, row in rows.items():
        edge = edges[key]
        for column in ("type", "cameo", "polarity", "status", "sentence", "articles"):
            found = edge.get(column) or ""
            assert found.split() == row[column].split(), (key, column, found, row[column])
        assert edge["interaction"] == row["action"] and str(edge["weight"]) == row["Weight"], key
        assert str(edge["symmetric"]).lower() == row["symmetric"], key
        assert nodes[edge["source"]]["label"] == row["source_label"], key
        assert nodes[edge["target"]]["label"] == row["target_label"], key
    print(f"{len(nodes)} nodes, {len(edges)} edges")


main()
