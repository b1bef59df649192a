#pragma once

#include <cstddef>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace entente::graph {

/// PageRank of each actor (same order as actors(); the sum is 1). Edges count by weight, symmetric ones both ways;
/// negative relations (something did not happen) do not count.
[[nodiscard]] std::vector<double> pagerank(const KnowledgeGraph& graph, double damping = 0.85);

/// Betweenness of each actor on the shortest chains, directions ignored, between 0 and 1. O(actors × pairs).
[[nodiscard]] std::vector<double> betweenness(const KnowledgeGraph& graph);

/// The sum of the weights of all edges at each actor.
[[nodiscard]] std::vector<std::size_t> degree(const KnowledgeGraph& graph);

/// The community of each actor (Louvain: greedy modularity over undirected weights), numbered from 0 by size,
/// largest first; of equals the one with the smallest actor id first.
[[nodiscard]] std::vector<std::size_t> communities(const KnowledgeGraph& graph);

/// One step of a chain: along an edge, or against its direction.
struct Step {
    std::size_t edge = 0;  ///< index into edges()
    bool forward = true;

    friend auto operator<=>(const Step&, const Step&) = default;
};

/// The shortest chain of relations between two actors, directions ignored; of equally short ones the one with the
/// strongest edges. Empty if there is none or if both are the same.
[[nodiscard]] std::vector<Step> shortest_path(const KnowledgeGraph& graph, std::size_t from, std::size_t to);

}  // namespace entente::graph
