#pragma once

#include <string>
#include <vector>

#include "base/strings.hpp"
#include "extract/reading.hpp"
#include "language/words.hpp"
#include "syntax/conllu.hpp"

namespace entente::extract {

/// A tree from lines `form lemma UPOS head deprel [feats]`, heads counted from 1 as in CoNLL-U.
inline syntax::Sentence tree_of(const std::string& lines) {
    std::string conllu;
    int id = 0;
    for (const std::string& line : base::split_list(lines, '\n')) {
        const std::vector<std::string> cells = base::split_list(line, ' ');
        const std::string feats = cells.size() > 5 ? cells[5] : "_";
        conllu += std::to_string(++id) + "\t" + cells[0] + "\t" + cells[1] + "\t" + cells[2] + "\t_\t" + feats + "\t" +
                  cells[3] + "\t" + cells[4] + "\t_\t_\n";
    }
    return syntax::read_conllu(conllu + "\n", "tree").at(0);
}

/// A hand-written tree with its readers.
struct Example {
    Example(const std::string& language, const std::string& lines)
        : sentence(tree_of(lines)), reading(sentence, language::shipped_pack(language)) {}

    /// Index of the first token with this form.
    [[nodiscard]] std::size_t at(const std::string& form) const {
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            if (sentence[i].form == form) return i;
        }
        throw std::out_of_range(form);
    }
    [[nodiscard]] std::string form(const std::optional<std::size_t>& token) const {
        return token ? sentence[*token].form : "none";
    }
    /// `slot:form` of every argument of a verb or noun, joined by spaces, in order of slots.
    [[nodiscard]] std::string verb(const std::string& form) const { return shown(reading.arguments.of_verb(at(form))); }
    [[nodiscard]] std::string noun(const std::string& form) const { return shown(reading.arguments.of_noun(at(form))); }

    syntax::Sentence sentence;
    Reading reading;

private:
    [[nodiscard]] std::string shown(const Arguments& arguments) const {
        std::vector<std::string> words;
        for (const Argument& argument : arguments.all())
            words.push_back(argument.slot + ":" + sentence[argument.token].form);
        std::sort(words.begin(), words.end());
        return base::join(words, " ");
    }
};

}  // namespace entente::extract
