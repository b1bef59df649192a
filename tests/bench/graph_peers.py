"""What networkx and igraph need for the same graph: graph_peers.py EDGES.txt FROM TO (lines `source|target|weight`)."""
import resource
import subprocess
import sys
import time


def measure(name, work):
    begin, computed = time.perf_counter(), time.process_time()
    result = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds, computing = time.perf_counter() - begin, time.process_time() - computed
    print(f"{name:<44} {seconds:9.2f} s {computing:9.2f} s cpu {peak:8.0f} MB", flush=True)
    return result


def edges(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            source, target, weight = line.rstrip("\n").split("|")
            yield source, target, int(weight)


def networkx_part(path, begin, end):
    import networkx

    def load():
        graph = networkx.MultiDiGraph()
        graph.add_weighted_edges_from(edges(path))
        return graph

    graph = measure("networkx: load", load)
    measure("networkx: all edges of one actor", lambda: list(graph.out_edges(begin)) + list(graph.in_edges(begin)))
    both = measure("networkx: undirected view for paths", lambda: networkx.Graph(graph))
    measure("networkx: shortest path", lambda: networkx.shortest_path(both, begin, end))
    try:
        measure("networkx: PageRank", lambda: networkx.pagerank(graph))
    except ModuleNotFoundError:
        # Without python3-scipy there is networkx's own arithmetic.
        from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

        measure("networkx: PageRank, without scipy", lambda: _pagerank_python(networkx.DiGraph(graph)))


def igraph_part(path, begin, end):
    import igraph

    graph = measure("igraph: load", lambda: igraph.Graph.TupleList(edges(path), directed=True, weights=True))
    measure("igraph: all edges of one actor", lambda: graph.incident(graph.vs.find(begin), mode="all"))
    measure("igraph: shortest path", lambda: graph.get_shortest_paths(begin, end, mode="all"))
    measure("igraph: PageRank", lambda: graph.pagerank(weights="weight"))


if __name__ == "__main__":
    if len(sys.argv) == 5:
        globals()[sys.argv[4]](*sys.argv[1:4])
    else:  # each in a process of its own, for the memory
        for part in ("networkx_part", "igraph_part"):
            subprocess.run([sys.executable, __file__, *sys.argv[1:], part], check=False)
