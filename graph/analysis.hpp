#pragma once

#include <cstddef>
#include <vector>

#include "graph/network.hpp"

namespace entente::graph {

/// PageRank of each actor (the sum is 1). Edges count by weight, symmetric ones both ways; negative relations
/// (something did not happen) do not count.
[[nodiscard]] std::vector<double> pagerank(const Network& network, double damping = 0.85);

/// Betweenness of each actor on the shortest chains, directions ignored, between 0 and 1. O(actors × pairs).
[[nodiscard]] std::vector<double> betweenness(const Network& network);

/// An estimate of betweenness from the chains that begin at `samples` actors, evenly spread over the actors' order:
/// O(samples × pairs). With as many samples as actors it is exact.
[[nodiscard]] std::vector<double> estimated_betweenness(const Network& network, std::size_t samples);

/// How much an actor does and suffers. Both ends of a symmetric edge count as doing and as suffering.
struct Degrees {
    std::size_t out = 0;           ///< edges of which it is the source
    std::size_t in = 0;            ///< edges of which it is the target
    std::size_t weighted_out = 0;  ///< the sums of their weights
    std::size_t weighted_in = 0;

    friend auto operator<=>(const Degrees&, const Degrees&) = default;
};
[[nodiscard]] std::vector<Degrees> degrees(const Network& network);

/// The sum of the weights of all edges at each actor, each edge once.
[[nodiscard]] std::vector<std::size_t> degree(const Network& network);

/// The community of each actor (Louvain: greedy modularity over undirected weights), numbered from 0 by size,
/// largest first; of equals the one with the smallest actor first.
[[nodiscard]] std::vector<std::size_t> communities(const Network& network);

}  // namespace entente::graph
