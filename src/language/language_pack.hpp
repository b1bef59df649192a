#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "language/cues.hpp"
#include "language/lexicon.hpp"
#include "language/names.hpp"
#include "language/places.hpp"
#include "language/pronouns.hpp"
#include "language/roles.hpp"
#include "ontology/ontology.hpp"
#include "text/tokenizer.hpp"

namespace entente::language {

/// Everything in data/lang/<code>/ but the parser's model: what one language knows about words, names and actions.
/// Immutable after loading; shared by const reference.
struct LanguagePack {
    std::string code;  ///< ISO 639-1, the name of the folder
    text::TokenRules tokens;
    NameTable names;
    RoleTable roles;
    ActionLexicon actions;
    CueTable cues;
    PrepositionTable prepositions;
    PronounTable pronouns;
    PlaceTable places;

    /// The ontology must outlive the pack. @throws DataError naming the file and line that is wrong.
    [[nodiscard]] static LanguagePack load(const std::filesystem::path& folder, const ontology::Ontology& ontology);

    /// Ids of the actors that `text` may name in this language (`moscou` -> RUS), sorted; whatever the case.
    [[nodiscard]] std::vector<std::string> actors_named(std::string_view text) const;
};

}  // namespace entente::language
