#pragma once

#include <string>
#include <vector>

#include "cli/stored_graph.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/paths.hpp"
#include "graph/query.hpp"

namespace entente::cli {

/// The best chains between actors, with a graph of the relations that they consist of.
struct Chains {
    graph::KnowledgeGraph graph;
    std::vector<graph::Chain> chains;  ///< of edges of the graph
};

/// The best chains of relations from one of some actors to one of others (graph::shortest_paths). Of a whole file the
/// shortest are found from both ends by its indexes, without reading the rest.
/// @param query what relations may be used; empty for all
[[nodiscard]] Chains find_chains(const StoredGraph& stored, const std::vector<std::string>& from,
                                 const std::vector<std::string>& to, const graph::PathOptions& options,
                                 const graph::Query& query, bool whole_file);

}  // namespace entente::cli
