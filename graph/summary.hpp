#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/relation_pool.hpp"

namespace entente::graph {

/// Actors and edges summed up from a set of relations, in the graph's order.
struct Summary {
    std::vector<ActorNode> actors;
    std::vector<RelationEdge> edges;
    std::vector<std::uint32_t> order;  ///< indices into the pool: edge by edge, the evidence of each in text order
    std::size_t articles = 0;          ///< distinct
};

/// O(n log n). The answer depends only on the set of relations, not on their order in the pool.
[[nodiscard]] Summary summarise(const RelationPool& pool);

/// The actors of a set of relations, sorted by id.
/// @param ranks by text number: the position of an actor id among the sorted actor ids
[[nodiscard]] std::vector<ActorNode> sum_actors(const RelationPool& pool, const std::vector<std::uint32_t>& ranks,
                                                std::size_t actor_count);

}  // namespace entente::graph
