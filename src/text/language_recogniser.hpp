#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "text/tokenizer.hpp"

namespace entente::text {

/// Languages whose function words are at hand, by ISO 639-1 code.
using KnownLanguages = std::map<std::string, const TokenRules*>;

/// The language that a paragraph is written in, as ISO 639-1, or nothing where the text is too short or mixed to tell.
///
/// Deterministic; offline (CLD2). Names are left out of account. Among the known languages function words have the last
/// word, since the recogniser takes some French sentences for English. Nothing is a common answer for headlines: ask
/// the neighbours then.
[[nodiscard]] std::optional<std::string> recognise_language(std::string_view paragraph,
                                                            const KnownLanguages& known = {});

}  // namespace entente::text
