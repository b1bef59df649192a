#pragma once

#include "exporters/formats.hpp"

namespace entente::exporters {

/// Writes JSON-LD with its context inline, one node a line; type before id in every node.
void write_jsonld(const ExportInput& input, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters
