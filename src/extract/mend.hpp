#pragma once

#include "language/language_pack.hpp"
#include "syntax/sentence.hpp"

namespace entente::extract {

/// The sentence with its tree put right where the words leave no doubt that a parser went wrong: verbs tagged as nouns
/// beside their auxiliary, perfects with "être" taken for passives, prepositions of several words taken apart, phrases
/// that hang on the subject across the verb, agents given to the noun before them. Words and spans stay as they are.
[[nodiscard]] syntax::Sentence mended(const syntax::Sentence& sentence, const language::LanguagePack& pack);

}  // namespace entente::extract
