#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The candidate that differs least from what was typed, compared without case and accents; empty if even the nearest
/// differs in more than a third of its letters. Of equals the first.
[[nodiscard]] std::string nearest(std::string_view typed, const std::vector<std::string>& candidates);

}  // namespace entente::cli
