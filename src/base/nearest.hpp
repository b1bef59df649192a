#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::base {

/// How many characters (UTF-8 code points) must be inserted, deleted, replaced or swapped with their neighbour to turn
/// one text into the other; ASCII case is ignored. At most `limit` + 1, which means "more than limit".
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The known words that `word` may have been meant to be, nearest first (of equals in sorted order), without doubles:
/// those within a third of its length, and those that it begins. For "did you mean …?".
[[nodiscard]] std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known,
                                               std::size_t count = 3);

}  // namespace entente::base
