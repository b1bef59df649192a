#pragma once

#include "exporters/formats.hpp"

namespace entente::exporters {

/// Writes GEXF 1.3 with a time for each edge and node, as described in docs/formats.md.
void write_gexf(const ExportInput& input, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters
