#pragma once

#include "exporters/formats.hpp"

namespace entente::exporters {

/// Writes N-Quads: all statements in the graph that the options name, or in the default graph.
void write_nquads(const ExportInput& input, const ExportOptions& options, const Sink& sink);

/// Writes N-Triples: as N-Quads in the default graph.
void write_ntriples(const ExportInput& input, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters
