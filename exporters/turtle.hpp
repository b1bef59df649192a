#pragma once

#include "exporters/formats.hpp"

namespace entente::exporters {

/// Writes Turtle with prefixes, one block a subject.
void write_turtle(const ExportInput& input, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters
