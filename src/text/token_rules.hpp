#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/boundary_model.hpp"
#include "text/tokenizer.hpp"

namespace entente::text {

/// What may follow an abbreviation.
enum class Abbreviation {
    title,   ///< a name: the full stop never ends a sentence (`Mr.`, `Gen.`)
    number,  ///< a number: the full stop ends a sentence unless a digit follows (`No.`)
    any,     ///< anything: a sentence ends only before a word that begins sentences (`U.S.`, `Inc.`)
};

/// An ending that is cut off its word.
struct Suffix {
    std::u32string form;
    bool multiword =
        false;  ///< stays one token of two words (`don't`), instead of becoming a token of its own (`-t-il`)
};

/// A contraction: its words, and, where the same letters are also an ordinary word, the evidence for either.
struct Contraction {
    std::vector<std::u32string> words;
    bool ambiguous = false;
    int bias = 0;                                           ///< positive: undone unless the context speaks against it
    int at_start = 0;                                       ///< weight of standing first in the sentence
    std::unordered_map<std::u32string, int> after, before;  ///< weights of the neighbour: whole, or `*` and its ending

    /// The words written together.
    [[nodiscard]] std::u32string letters() const;
    /// The sum of what the neighbours say, in lower case (none at the ends of the sentence); positive: undo it.
    [[nodiscard]] int evidence(const std::optional<std::u32string>& previous,
                               const std::optional<std::u32string>& next) const;
};

/// data/lang/<code>/tokens.tsv in the form in which it is asked. Keys are plain (straight quotes) and, abbreviations
/// apart, in lower case.
struct TokenRules::Hidden {
    std::unordered_map<std::u32string, Abbreviation> abbreviations;  ///< without the final full stop
    std::unordered_set<std::u32string> starters;  ///< words that begin a sentence after an ambiguous full stop
    std::unordered_set<std::u32string> elisions;  ///< `l'`, `qu'`
    std::unordered_set<std::u32string> whole;     ///< never cut
    std::unordered_set<std::u32string> prefixes;  ///< `non`: keeps its hyphen where hyphens are cut
    std::unordered_set<std::u32string> units;     ///< cut off a number: `km`, `pm`
    std::unordered_map<std::u32string, Contraction> contractions;
    std::vector<Suffix> suffixes;  ///< longest first
    std::size_t longest_whole = 0;
    bool cut_hyphens = false;
    bool spaced_numbers = false;     ///< `10 000` is one token
    bool bracketed_endings = false;  ///< `traité(e)` is one token
    [[nodiscard]] const Contraction* contraction(const std::u32string& word) const {
        const auto found = contractions.find(word);
        return found == contractions.end() ? nullptr : &found->second;
    }
    /// Articles, pronouns, conjunctions and prepositions (in lower case): the marks of the language.
    [[nodiscard]] bool is_function_word(const std::u32string& word) const {
        return starters.contains(word) || elisions.contains(word) || contractions.contains(word);
    }

    bool possessive_apostrophe = false;  ///< `states'` is two words
    BoundaryModel boundaries;            ///< empty where the language has no sentences.tsv
};

}  // namespace entente::text
