#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "base/diagnostics.hpp"
#include "core/relation.hpp"

namespace entente::exporters {

/// Takes relations as a file gives them back.
using RelationSink = std::function<void(const core::Relation&)>;

/// Reads JSON-LD that this program wrote, with or without a graph for each article: one relation a mention. What the
/// form does not hold (the words of the two sides, the words of a date) is empty, and its spans are 0. Keeps actors,
/// articles and sentences, and of events and mentions those that wait for each other.
/// @throws DataError if the file cannot be read or is none of ours; a wrong node goes to `diagnostics`.
void read_jsonld(const std::filesystem::path& path, const RelationSink& sink, base::Diagnostics& diagnostics);

/// Reads GraphML that this program wrote, whoever saved it since: as many relations an edge as it has mentions, so that
/// they make the same edges. The edge's sentence goes to its first article; all spans are 0. Keeps the actors and one
/// edge at a time.
/// @throws DataError with file and line if the file is no XML, cut off, or of somebody else; a wrong edge goes to
/// `diagnostics`.
void read_graphml(const std::filesystem::path& path, const RelationSink& sink, base::Diagnostics& diagnostics);

/// The reader for a file with this suffix, or null.
[[nodiscard]] decltype(&read_jsonld) reader_of_path(std::string_view path);

}  // namespace entente::exporters
