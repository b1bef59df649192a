#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "exporters/formats.hpp"

namespace entente::exporters {

/// Part of a graph as N-Triples. Each graph has at least one chunk.
struct Chunk {
    const std::string& graph;
    std::size_t number = 0;  ///< within the graph, from 0
    std::size_t statements = 0;
    std::string_view text;
};

/// The statements of an export graph by graph, in chunks of about so many; the same chunks every time.
void for_each_chunk(const ExportInput& input, const ExportOptions& options, std::size_t statements,
                    const std::function<void(const Chunk&)>& take);

}  // namespace entente::exporters
