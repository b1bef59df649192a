#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::graph {

class KnowledgeGraph;

/// An edge without its words.
struct NetworkEdge {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint32_t weight = 0;  ///< as RelationEdge::weight
    bool symmetric = false;
    bool negative = false;

    friend auto operator<=>(const NetworkEdge&, const NetworkEdge&) = default;
};

/// The bare bones of a graph, 16 bytes an edge: who is connected with whom, and how strongly. What analyses read, so
/// that a graph need not be in memory with all its sentences to be ranked.
struct Network {
    std::size_t actor_count = 0;
    std::vector<NetworkEdge> edges;

    Network() = default;
    /// Converts by itself: every analysis takes a KnowledgeGraph too. Actors and edges keep their indices.
    Network(const KnowledgeGraph& graph);
};

}  // namespace entente::graph
