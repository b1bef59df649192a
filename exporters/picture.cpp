#include "exporters/picture.hpp"

#include <algorithm>
#include <cmath>

#include "base/strings.hpp"
#include "exporters/labels.hpp"
#include "graph/analysis.hpp"

namespace entente::exporters {

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

Picture::Picture(const graph::KnowledgeGraph& graph)
    : ranks(graph::pagerank(graph)),
      communities(graph::communities(graph)),
      positions(graph::layout(graph, communities)) {
    for (const graph::ActorNode& actor : graph.actors()) most_mentions = std::max(most_mentions, actor.mentions);
    std::vector<double> radii;
    for (const graph::ActorNode& actor : graph.actors()) radii.push_back(size_of(actor));
    graph::separate(positions, radii);
}

double Picture::size_of(const graph::ActorNode& actor) const {
    const double share =
        most_mentions == 0 ? 0 : static_cast<double>(actor.mentions) / static_cast<double>(most_mentions);
    return 8 + 32 * std::sqrt(share);
}

std::string alias_list(const graph::ActorNode& actor) {
    std::vector<std::string> names;
    for (const graph::Alias& alias : actor.aliases) names.push_back(alias.text);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return base::join(names, list_separator);
}

}  // namespace entente::exporters
