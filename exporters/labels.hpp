#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"

namespace entente::exporters {

/// What separates the values of one cell or attribute that holds a list.
inline constexpr std::string_view list_separator = "|";

/// The English label of an edge's action; its id where the ontology does not know it.
[[nodiscard]] std::string action_label(const ontology::Ontology& ontology, const graph::RelationEdge& edge);

/// `text` with what keeps the edge from being a plain fact: `negotiate (reported)`, `meet (not, possible)`. Two edges
/// between the same actors in the same direction never share one.
[[nodiscard]] std::string qualified(std::string_view text, const graph::RelationEdge& edge);

/// Tells the user, once, that characters were left out.
void warn_of_dropped(std::size_t dropped, const std::string& destination, base::Diagnostics& diagnostics);

}  // namespace entente::exporters
