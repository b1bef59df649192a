#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace entente::graph {

/// The relation with everybody replaced by the one for whom they act; the words of the mentions stay.
[[nodiscard]] core::Relation by_principal(core::Relation relation);

/// The graph in which everybody is replaced by the one for whom they act: John Kerry and the Pentagon become `USA`.
///
/// Principals are taken relation by relation, so that a person who changed office counts for whom he acted then.
/// `facts` gives the principals their names; it may be empty. Relations inside one principal become loops.
[[nodiscard]] KnowledgeGraph roll_up(const KnowledgeGraph& graph, const FactSource& facts = {});

/// The relations that pass the test, with the actors they need.
[[nodiscard]] KnowledgeGraph filter(const KnowledgeGraph& graph,
                                    const std::function<bool(const core::Relation&)>& keeps);

/// The edges that pass the test, with all their evidence and the actors they need.
[[nodiscard]] KnowledgeGraph filter_edges(const KnowledgeGraph& graph,
                                          const std::function<bool(const RelationEdge&)>& keeps);

/// What lies within `depth` steps (in either direction) of one of the actors: edges among the actors reached.
[[nodiscard]] KnowledgeGraph around(const KnowledgeGraph& graph, const std::vector<std::string>& actor_ids,
                                    std::size_t depth);

/// The `count` actors of the highest PageRank and the edges among them.
[[nodiscard]] KnowledgeGraph top(const KnowledgeGraph& graph, std::size_t count);

}  // namespace entente::graph
