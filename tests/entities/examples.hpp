#pragma once

#include <filesystem>
#include <string>

#include "base/strings.hpp"
#include "entities/gazetteer.hpp"
#include "language/words.hpp"
#include "syntax/conllu.hpp"
#include "syntax/parser.hpp"

namespace entente::entities {

inline std::filesystem::path data_folder() {
    return std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";
}

/// The shipped lists of a language.
inline const Gazetteer& shipped_gazetteer(const std::string& language) {
    static std::map<std::string, Gazetteer> loaded;
    const auto folder = data_folder() / "lang" / language;
    return loaded
        .try_emplace(language, folder / "name_words.tsv", data_folder() / "ontology" / "given_names.tsv",
                     language::shipped_pack(language))
        .first->second;
}

/// A sentence of words with spaces between, tagged `form/TAG`; NOUN where no tag is given.
inline syntax::Sentence tagged(const std::string& words) {
    syntax::Sentence sentence;
    for (const std::string& word : base::split_list(words, ' ')) {
        const std::size_t slash = word.find('/');
        syntax::Token& token = sentence.tokens.emplace_back();
        token.form = word.substr(0, slash);
        token.upos =
            slash == std::string::npos ? syntax::Upos::noun : syntax::parse_upos(word.substr(slash + 1)).value();
    }
    sentence.language = "en";
    syntax::lay_out(sentence, 0);
    return sentence;
}

}  // namespace entente::entities
