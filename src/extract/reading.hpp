#pragma once

#include <vector>

#include "extract/arguments.hpp"
#include "extract/mention.hpp"
#include "extract/statement.hpp"
#include "language/language_pack.hpp"
#include "syntax/tree.hpp"

namespace entente::extract {

/// One parsed sentence with everything that reads it. Not movable: the readers refer to each other.
class Reading {
public:
    /// Keeps references to both.
    Reading(const syntax::Sentence& sentence, const language::LanguagePack& language_pack)
        : pack(language_pack),
          tree(sentence),
          names(language_pack.names.find(sentence)),
          arguments(tree, language_pack),
          mentions(tree, language_pack, arguments, names),
          statements(tree, language_pack, arguments, mentions) {}
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    const language::LanguagePack& pack;
    const syntax::Tree tree;
    const std::vector<language::NameMatch> names;
    const ArgumentReader arguments;
    const MentionReader mentions;
    const StatementFinder statements;
};

}  // namespace entente::extract
