#pragma once

#include "exporters/formats.hpp"

namespace entente::exporters {

/// Writes the relations themselves, one JSON object a line, in edge order.
void write_jsonl(const ExportInput& input, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters
