#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// `; did you mean `a` or `b`?` for the end of a message about a word that is not known, or `otherwise` if nothing
/// known is near.
[[nodiscard]] std::string suggestion(std::string_view typed, const std::vector<std::string>& known,
                                     std::string_view otherwise = "");

}  // namespace entente::cli
