#include "exporters/labels.hpp"

namespace entente::exporters {

std::string action_label(const ontology::Ontology& ontology, const graph::RelationEdge& edge) {
    const ontology::Action* action = ontology.action(edge.action);
    if (action == nullptr) return edge.action;
    const auto label = action->labels.find("en");
    return label == action->labels.end() || label->second.empty() ? edge.action : label->second;
}

std::string qualified(std::string_view text, const graph::RelationEdge& edge) {
    std::string qualifiers;
    if (edge.polarity == core::Polarity::negative) qualifiers = "not";
    if (edge.status != core::Status::actual) {
        if (!qualifiers.empty()) qualifiers += ", ";
        qualifiers += core::to_string(edge.status);
    }
    return qualifiers.empty() ? std::string(text) : std::string(text) + " (" + qualifiers + ")";
}

void warn_of_dropped(std::size_t dropped, const std::string& destination, base::Diagnostics& diagnostics) {
    if (dropped == 0) return;
    diagnostics.warning({destination, 0}, std::to_string(dropped) + (dropped == 1 ? " character" : " characters") +
                                              " left out that the format cannot hold (control characters)");
}

}  // namespace entente::exporters
