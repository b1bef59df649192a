#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/strings.hpp"
#include "language/language_pack.hpp"

namespace entente::language {

inline const std::filesystem::path& data_folder() {
    static const std::filesystem::path folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";
    return folder;
}

inline const ontology::Ontology& shipped_ontology() {
    static const ontology::Ontology tables(data_folder() / "ontology");
    return tables;
}

/// The shipped pack of a language, loaded once.
inline const LanguagePack& shipped_pack(const std::string& code) {
    static std::map<std::string, LanguagePack> packs;
    const auto found = packs.find(code);
    if (found != packs.end()) return found->second;
    return packs.emplace(code, LanguagePack::load(data_folder() / "lang" / code, shipped_ontology())).first->second;
}

/// The words between the spaces of `text` as a sentence without a tree.
inline syntax::Sentence sentence_of(const std::string& text) {
    syntax::Sentence sentence;
    for (const std::string& form : base::split_list(text, ' ')) {
        sentence.tokens.emplace_back().form = form;
        sentence.tokens.back().lemma = form;
    }
    return sentence;
}

}  // namespace entente::language
