#include "exporters/picture.hpp"

#include <algorithm>
#include <cmath>

#include "base/strings.hpp"
#include "exporters/labels.hpp"
#include "graph/analysis.hpp"

namespace entente::exporters {

namespace {

// Gephi stretches whatever it opens so that sizes reach from 4 to 100, and the places with them: a range of 24 makes
// that four times, so that it shows every graph as wide as its largest circles need.
constexpr double least_size = 6;
constexpr double most_size = 30;

}  // namespace

Colour colour_of(core::ActorKind kind) {
    switch (kind) {
        case core::ActorKind::state: return {0, 114, 178};
        case core::ActorKind::igo: return {86, 180, 233};
        case core::ActorKind::person: return {230, 159, 0};
        case core::ActorKind::organisation: return {0, 158, 115};
        case core::ActorKind::group: return {240, 228, 66};
        case core::ActorKind::medium: return {204, 121, 167};
        case core::ActorKind::company: return {150, 110, 70};
        case core::ActorKind::armed_group: return {213, 94, 0};
        case core::ActorKind::unknown: return {153, 153, 153};
    }
    return {153, 153, 153};
}

Picture::Picture(const graph::KnowledgeGraph& graph) {
    const graph::Network network(graph);
    ranks = graph::pagerank(network);
    communities = graph::communities(network);
    positions = graph::layout(graph, communities);
    if (graph.actors().empty()) return;
    const auto [least, most] = std::ranges::minmax_element(graph.actors(), {}, &graph::ActorNode::mentions);
    const double low = std::sqrt(static_cast<double>(least->mentions));
    const double high = std::sqrt(static_cast<double>(most->mentions));
    for (const graph::ActorNode& actor : graph.actors()) {
        const double over = std::sqrt(static_cast<double>(actor.mentions)) - low;
        sizes.push_back(least_size + (high > low ? (most_size - least_size) * over / (high - low) : 0));
    }
    graph::separate(positions, sizes);
}

std::string alias_list(const graph::ActorNode& actor) {
    std::vector<std::string> names;
    for (const graph::Alias& alias : actor.aliases) names.push_back(alias.text);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return base::join(names, list_separator);
}

}  // namespace entente::exporters
