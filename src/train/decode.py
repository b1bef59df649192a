"""The best tree with one root: Chu-Liu-Edmonds, the root's arcs lowered so far that only one of them pays."""
import numpy as np


def best_tree(scores):
    """scores [n, n + 1]: row i holds the scores of the heads of word i + 1, column 0 the root. Returns heads 1..n as a list."""
    n = len(scores)
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:, :] = scores.astype(np.float64)
    np.fill_diagonal(square, -np.inf)
    finite = square[1:][np.isfinite(square[1:])]
    square[1:, 0] -= (n + 1) * (finite.max() - finite.min() + 1.0)
    return [int(h) for h in edmonds(square)[1:]]


def find_cycle(heads):
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at):]
        for node in path:
            state[node] = 2
    return None


def edmonds(scores):
    """scores[d, h]; node 0 is the root."""
    heads = np.argmax(scores, 1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [node for node in range(len(scores)) if node not in inside]
    m = len(outside)
    kept = np.array([scores[node, heads[node]] for node in cycle])
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    leave = scores[np.ix_(outside, cycle)]
    from_cycle = np.argmax(leave, 1)
    small[:m, m] = leave[np.arange(m), from_cycle]
    enter = scores[np.ix_(cycle, outside)] - kept[:, None]
    to_cycle = np.argmax(enter, 0)
    small[m, :m] = enter[to_cycle, np.arange(m)]
    small[0, :] = -np.inf
    solved = edmonds(small)
    result = heads.copy()
    for at, node in enumerate(outside):
        if at:
            result[node] = cycle[from_cycle[at]] if solved[at] == m else outside[solved[at]]
    broken = cycle[to_cycle[solved[m]]]
    result[broken] = outside[solved[m]]
    return result


def is_tree(heads):
    return heads.count(0) == 1 and find_cycle([0] + heads) is None
