#pragma once

#include "exporters/formats.hpp"
#include "exporters/rdf.hpp"

namespace entente::exporters {

/// Says everything that the RDF forms say, in one order: actions, actors with their direct triples, places, articles
/// with their sentences, events with their mentions. The one place where statements are made; docs/formats.md shows
/// the model. Warns of characters left out.
void write_triples(const ExportInput& input, const ExportOptions& options, TripleSink& sink);

}  // namespace entente::exporters
