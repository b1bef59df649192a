#pragma once

#include "exporters/formats.hpp"
#include "exporters/rdf.hpp"

namespace entente::exporters {

/// Says everything that the RDF forms say, in one order: actions, actors with their direct triples, places, articles
/// with their sentences, events with their mentions. docs/formats.md shows the model. Warns of characters left out.
/// With a graph for each article, what one article says stands in its graph, and the rest in the graph of the options.
void write_triples(const ExportInput& input, const ExportOptions& options, TripleSink& sink);

/// The graph that holds what belongs to no single article, or all: empty is the default graph.
/// @throws UsageError if the options name one that is no absolute IRI.
[[nodiscard]] std::string main_graph(const ExportOptions& options);
/// The graph where the user names none but one is needed.
[[nodiscard]] std::string default_graph_iri(const std::string& base_iri);
/// The graph of one article, where each has its own.
[[nodiscard]] std::string article_graph(const std::string& graph_iri, std::string_view article);

}  // namespace entente::exporters
