#pragma once

#include "exporters/formats.hpp"

namespace entente::exporters {

/// Writes a Graphviz digraph.
void write_dot(const ExportInput& input, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters
