"""Compares what Gephi made of a file (ReadWithGephi.java) with the file.

    read_gephi.py FILE.graphml|FILE.gexf DUMP
"""

import datetime
import sys
import xml.etree.ElementTree

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"


def day(text):
    return int(datetime.datetime.fromisoformat(text + "T00:00:00+00:00").timestamp())


def from_graphml(root):
    nodes, edges = {}, {}
    for node in root.iter(GRAPHML + "node"):
        data = {item.get("key"): item.text for item in node}
        nodes[node.get("id")] = dict(label=data["label"], x=float(data["x"]), y=float(data["y"]), size=float(data["size"]),
                                     colour=(data["r"], data["g"], data["b"]), times="")
    for edge in root.iter(GRAPHML + "edge"):
        data = {item.get("key"): item.text for item in edge}
        edges[edge.get("id")] = dict(source=edge.get("source"), target=edge.get("target"), type=edge.get("label"),
                                     weight=float(data["weight"]), label=data["edgelabel"], times="")
    return nodes, edges


def spells(element):
    return " ".join(f"{day(spell.get('start'))}..{day(spell.get('end'))}" for spell in element.iter(GEXF + "spell"))


def from_gexf(root):
    nodes, edges = {}, {}
    for node in root.iter(GEXF + "node"):
        place, colour = node.find(VIZ + "position"), node.find(VIZ + "color")
        nodes[node.get("id")] = dict(label=node.get("label"), x=float(place.get("x")), y=float(place.get("y")),
                                     size=float(node.find(VIZ + "size").get("value")),
                                     colour=(colour.get("r"), colour.get("g"), colour.get("b")), times=spells(node))
    for edge in root.iter(GEXF + "edge"):
        edges[edge.get("id")] = dict(source=edge.get("source"), target=edge.get("target"), type=edge.get("kind"),
                                     weight=float(edge.get("weight")), label=edge.get("label"), times=spells(edge))
    return nodes, edges


def words(text):
    return " ".join((text or "").split())


def main():
    path, dump = sys.argv[1:]
    root = xml.etree.ElementTree.parse(path).getroot()
    nodes, edges = (from_gexf if path.endswith(".gexf") else from_graphml)(root)
    seen_nodes, seen_edges = {}, {}
    with open(dump, encoding="utf-8") as file:
        for line in file:
            kind, name, *cells = line.rstrip("\n").split("\t")
            (seen_nodes if kind == "N" else seen_edges)[name] = cells
    assert set(seen_nodes) == set(nodes), set(seen_nodes) ^ set(nodes)
    assert set(seen_edges) == set(edges), set(seen_edges) ^ set(edges)
    for name, node in nodes.items():
        label, _, _, _, *colour, times = seen_nodes[name]
        assert label == words(node["label"]) and tuple(colour) == node["colour"] and times == node["times"], (node, seen_nodes[name])
    for name, edge in edges.items():
        source, target, kind, weight, label, times, directed = seen_edges[name]
        assert (source, target, kind, float(weight), label, times, directed) == (
            edge["source"], edge["target"], edge["type"], edge["weight"], words(edge["label"]), edge["times"], "true"), (edge, seen_edges[name])
    assert len({edge["type"] for edge in edges.values()}) == len({cells[2] for cells in seen_edges.values()})
    # Gephi scales places and sizes alike, moves the middle to the origin, and makes the smallest size 4.
    sizes = [node["size"] for node in nodes.values()]
    scale = 96 / (max(sizes) - min(sizes))
    middle = [sum(node[axis] for node in nodes.values()) / len(nodes) for axis in "xy"]
    for name, node in nodes.items():
        _, x, y, size, *_ = seen_nodes[name]
        assert abs(float(x) - (node["x"] - middle[0]) * scale) < 1, name
        assert abs(float(y) - (node["y"] - middle[1]) * scale) < 1, name
        assert abs(float(size) - (4 + (node["size"] - min(sizes)) * scale)) < 0.1, name
    print(f"{len(nodes)} nodes, {len(edges)} edges")


main()
