#pragma once

#include "exporters/formats.hpp"

namespace entente::exporters {

/// One page that holds all it needs: a map of the actors, their relations, and the sentences behind them, to be opened
/// in a browser without a network. The data stand in it as JSON, one actor or edge a line. Of each edge the page quotes
/// at most twenty mentions, the best evidence first.
void write_html(const ExportInput& input, const ExportOptions& options, const Sink& sink);

}  // namespace entente::exporters
