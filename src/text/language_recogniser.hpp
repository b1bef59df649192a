#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::text {

/// The language that a paragraph is written in, as ISO 639-1, or nothing where the text is too short or mixed to tell.
/// Deterministic; offline (CLD2).
[[nodiscard]] std::optional<std::string> recognise_language(std::string_view paragraph);

}  // namespace entente::text
