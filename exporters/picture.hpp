#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/layout.hpp"

namespace entente::exporters {

struct Colour {
    int r, g, b;
};

/// One colour a kind of actor, after the colour-blind safe palette of Okabe and Ito.
[[nodiscard]] Colour colour_of(core::ActorKind kind);

/// What a drawing program wants to know of the actors beyond the graph itself; vectors in the order of actors().
struct Picture {
    std::vector<double> ranks;             ///< PageRank
    std::vector<std::size_t> communities;  ///< numbered from 0, the largest first
    std::vector<graph::Position> positions;
    std::vector<double> sizes;  ///< Gephi's size, which is a radius: from 6 to 30, by the root of the mentions

    explicit Picture(const graph::KnowledgeGraph& graph);
};

/// Names beside the label, each once, as one attribute value.
[[nodiscard]] std::string alias_list(const graph::ActorNode& actor);

}  // namespace entente::exporters
