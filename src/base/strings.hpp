#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::base {

/// The pieces of `text` between the separators; an empty text gives one empty piece.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// As split, but without empty pieces and with white space around each piece removed.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text, char separator);

/// `text` without ASCII white space at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

[[nodiscard]] std::string join(const std::vector<std::string>& pieces, std::string_view separator);

/// `text` with every `from` replaced by `to`.
[[nodiscard]] std::string replace_all(std::string text, std::string_view from, std::string_view to);

}  // namespace entente::base
