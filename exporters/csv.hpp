#pragma once

#include "exporters/formats.hpp"

namespace entente::exporters {

/// Writes one line an edge, with the labels and kinds of both sides; columns `Source` and `Target` as Gephi wants them.
void write_csv(const ExportInput& input, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters
