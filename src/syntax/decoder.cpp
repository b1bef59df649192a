#include "syntax/decoder.hpp"

#include <algorithm>
#include <limits>

namespace entente::syntax {

namespace {

constexpr double never = -std::numeric_limits<double>::infinity();

/// Scores of every head of every node, node 0 the root; square.
struct Graph {
    explicit Graph(std::size_t nodes) : size(nodes), scores(nodes * nodes, never) {}
    double& at(std::size_t node, std::size_t head) { return scores[node * size + head]; }
    [[nodiscard]] double at(std::size_t node, std::size_t head) const { return scores[node * size + head]; }

    std::size_t size;
    std::vector<double> scores;
};

using Heads = std::vector<std::size_t>;

Heads greedy_heads(const Graph& graph) {
    Heads heads(graph.size, 0);
    for (std::size_t node = 1; node < graph.size; ++node) {
        const double* row = graph.scores.data() + node * graph.size;
        heads[node] = static_cast<std::size_t>(std::max_element(row, row + graph.size) - row);
    }
    return heads;
}

/// The nodes of a cycle; empty if every node reaches the root.
std::vector<std::size_t> find_cycle(const Heads& heads) {
    enum class State : unsigned char { unseen, on_path, done };
    std::vector<State> state(heads.size(), State::unseen);
    state[0] = State::done;
    std::vector<std::size_t> path;
    for (std::size_t start = 1; start < heads.size(); ++start) {
        path.clear();
        std::size_t at = start;
        for (; state[at] == State::unseen; at = heads[at]) {
            state[at] = State::on_path;
            path.push_back(at);
        }
        if (state[at] == State::on_path) {
            path.erase(path.begin(), std::find(path.begin(), path.end(), at));
            return path;
        }
        for (const std::size_t node : path) state[node] = State::done;
    }
    return {};
}

/// A graph in which a cycle has become its last node, and what is needed to open it again.
struct Contraction {
    Contraction(const Graph& graph, const Heads& heads, const std::vector<std::size_t>& cycle_nodes)
        : cycle(cycle_nodes), outside(nodes_outside(graph.size, cycle)), small(outside.size() + 1) {
        const std::size_t whole = outside.size();
        leave.resize(whole);
        enter.resize(whole);
        for (std::size_t i = 0; i < whole; ++i) {
            for (std::size_t j = 0; j < whole && i > 0; ++j) small.at(i, j) = graph.at(outside[i], outside[j]);
            for (const std::size_t node : cycle) {
                const double leaving = graph.at(outside[i], node);
                if (i > 0 && leaving > small.at(i, whole)) {
                    small.at(i, whole) = leaving;
                    leave[i] = node;
                }
                const double entering = graph.at(node, outside[i]) - graph.at(node, heads[node]);
                if (entering > small.at(whole, i)) {
                    small.at(whole, i) = entering;
                    enter[i] = node;
                }
            }
        }
    }

    static std::vector<std::size_t> nodes_outside(std::size_t size, const std::vector<std::size_t>& cycle) {
        std::vector<bool> inside(size, false);
        for (const std::size_t node : cycle) inside[node] = true;
        std::vector<std::size_t> nodes;
        for (std::size_t node = 0; node < size; ++node) {
            if (!inside[node]) nodes.push_back(node);
        }
        return nodes;
    }

    /// `heads` holds the greedy heads, which stay within the cycle except where it is entered.
    void open(const Heads& solved, Heads& heads) const {
        const std::size_t whole = outside.size();
        for (std::size_t i = 1; i < whole; ++i) heads[outside[i]] = solved[i] == whole ? leave[i] : outside[solved[i]];
        heads[enter[solved[whole]]] = outside[solved[whole]];
    }

    std::vector<std::size_t> cycle;
    std::vector<std::size_t> outside;
    Graph small;
    std::vector<std::size_t> leave;  ///< per outside node: its best head within the cycle
    std::vector<std::size_t> enter;  ///< per outside node: the cycle node that it governs best
};

Heads solve(const Graph& graph) {
    Heads heads = greedy_heads(graph);
    const std::vector<std::size_t> cycle = find_cycle(heads);
    if (cycle.empty()) return heads;
    const Contraction contraction(graph, heads, cycle);
    contraction.open(solve(contraction.small), heads);
    return heads;
}

}  // namespace

std::vector<std::size_t> best_tree(std::span<const float> scores, std::size_t words) {
    if (words == 0) return {};
    Graph graph(words + 1);
    double greatest = never;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < words; ++i) {
        for (std::size_t j = 0; j <= words; ++j) {
            if (j == i + 1) continue;
            const double score = scores[i * (words + 1) + j];
            graph.at(i + 1, j) = score;
            greatest = std::max(greatest, score);
            least = std::min(least, score);
        }
    }
    const auto is_single_rooted = [](const Heads& heads) {
        return std::count(heads.begin() + 1, heads.end(), 0U) == 1;
    };
    Heads heads = greedy_heads(graph);
    if (!is_single_rooted(heads) || !find_cycle(heads).empty()) {
        const double lowered = static_cast<double>(words + 1) * (greatest - least + 1.0);
        for (std::size_t node = 1; node <= words; ++node) graph.at(node, 0) -= lowered;
        heads = solve(graph);
    }
    heads.erase(heads.begin());
    return heads;
}

}  // namespace entente::syntax
