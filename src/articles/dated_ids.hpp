#pragma once

#include <string>
#include <unordered_set>
#include <vector>

namespace entente::articles {

/// The ids of the articles with a date in all JSON files among these paths, below folders too: who has such an article
/// as a text file besides wants the one with the date. What cannot be read is passed over, to be reported when the
/// articles themselves are read. Reads the files only if there are text files as well.
[[nodiscard]] std::unordered_set<std::string> dated_ids(const std::vector<std::string>& paths);

}  // namespace entente::articles
