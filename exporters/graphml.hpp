#pragma once

#include "exporters/formats.hpp"

namespace entente::exporters {

/// Writes GraphML 1.0 as described in docs/formats.md.
void write_graphml(const ExportInput& input, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters
