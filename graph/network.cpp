#include "graph/network.hpp"

#include "graph/knowledge_graph.hpp"

namespace entente::graph {

Network::Network(const KnowledgeGraph& graph) : actor_count(graph.actors().size()) {
    edges.reserve(graph.edges().size());
    for (const RelationEdge& edge : graph.edges()) {
        edges.push_back({static_cast<std::uint32_t>(edge.source), static_cast<std::uint32_t>(edge.target),
                         static_cast<std::uint32_t>(edge.weight), edge.symmetric,
                         edge.polarity == core::Polarity::negative});
    }
}

}  // namespace entente::graph
