#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "language/phrase_table.hpp"
#include "syntax/sentence.hpp"

namespace entente::language {

/// A written unit of a sentence: a token, or the tokens of one contraction (`du`).
struct WrittenWord {
    std::size_t first = 0;
    std::size_t last = 0;
    const std::string* form = nullptr;
};

[[nodiscard]] std::vector<WrittenWord> written_words(const syntax::Sentence& sentence);

/// A written unit with the key it is looked up by.
struct Unit : WrittenWord {
    std::string key;
};

[[nodiscard]] std::vector<Unit> units_of(const syntax::Sentence& sentence);

/// Whether `text` is written with the capitals that the form `form` has: a name needs its capital, a short acronym
/// (US) all of them, so that "us" is no country.
[[nodiscard]] bool has_capitals_of(std::string_view form, std::string_view text);

/// Whether the last word of `text` begins with a capital: in names of people it must ("le maire" is no Le Maire).
[[nodiscard]] bool ends_in_capitalised(std::string_view text);

/// Tokens `first`…`last` of a sentence and what the table knows about them.
template <typename Entry>
struct PhraseMatch {
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<const Entry*> entries;
};

/// The phrases of the table in a sentence: longest match, left to right, not overlapping. `fits(entry, text)` says
/// whether an entry with the right key may stand for these words, given as written with spaces between.
template <typename Entry, typename Fits>
[[nodiscard]] std::vector<PhraseMatch<Entry>> find_phrases(const PhraseTable<Entry>& table,
                                                           const std::vector<Unit>& units, Fits fits) {
    std::vector<PhraseMatch<Entry>> matches;
    for (std::size_t begin = 0; begin < units.size();) {
        std::string key;
        std::string text;
        PhraseMatch<Entry> best;
        std::size_t next = begin + 1;
        const std::size_t longest = table.longest_from(units[begin].key);
        std::size_t words = 0;
        for (std::size_t end = begin; end < units.size() && words < longest; ++end) {
            append_word(key, units[end].key);
            if (end > begin) text += ' ';
            text += *units[end].form;
            if (units[end].key.empty()) continue;  // a hyphen that the tokeniser cut off
            ++words;
            const auto* entries = table.find(key);
            if (entries == nullptr) continue;
            std::vector<const Entry*> fitting;
            for (const Entry& entry : *entries) {
                if (fits(entry, std::string_view(text))) fitting.push_back(&entry);
            }
            if (fitting.empty()) continue;
            best = {units[begin].first, units[end].last, std::move(fitting)};
            next = end + 1;
        }
        if (!best.entries.empty()) matches.push_back(std::move(best));
        begin = next;
    }
    return matches;
}

}  // namespace entente::language
