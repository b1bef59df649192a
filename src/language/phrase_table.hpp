#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/unicode.hpp"

namespace entente::language {

/// How a phrase is looked up: folded, without full stops, an apostrophe joined to what follows (`quai d'orsay`).
[[nodiscard]] inline std::string phrase_key(std::string_view phrase) {
    std::string key;
    for (const char c : text::fold(phrase)) {
        if (c == '.') continue;
        if (c == ' ' && (key.empty() || key.back() == '\'' || key.back() == ' ')) continue;
        if (c == '\'' && !key.empty() && key.back() == ' ') key.pop_back();
        key += c;
    }
    while (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

/// Appends the key of the next word to the key of a phrase; a hyphen between words (al - Qaeda) has none.
inline void append_word(std::string& key, std::string_view word_key) {
    if (word_key.empty()) return;
    if (!key.empty() && key.back() != '\'' && !word_key.starts_with('\'')) key += ' ';
    key += word_key;
}

struct StringHash : std::hash<std::string_view> {
    using is_transparent = void;
};

/// Phrases of one or more words with what is known about them, found by key.
template <typename Entry>
class PhraseTable {
public:
    void add(std::string_view phrase, Entry entry) {
        const std::string key = phrase_key(phrase);
        std::size_t& longest = longest_[std::string(first_word(key))];
        // What an apostrophe joins is two words of a sentence: `cote d'ivoire`, `people's republic`.
        const auto breaks = std::count_if(key.begin(), key.end(), [](char c) { return c == ' ' || c == '\''; });
        longest = std::max(longest, static_cast<std::size_t>(breaks) + 1);
        entries_[key].push_back(std::move(entry));
    }

    /// What is known about the phrase with this key; null if nothing.
    [[nodiscard]] const std::vector<Entry>* find(std::string_view key) const {
        const auto found = entries_.find(key);
        return found == entries_.end() ? nullptr : &found->second;
    }

    /// The number of words of the longest phrase that begins with the first word of `key`; 0 if there is none.
    [[nodiscard]] std::size_t longest_from(std::string_view key) const {
        const auto found = longest_.find(first_word(key));
        return found == longest_.end() ? 0 : found->second;
    }

    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    /// For checks only: the order is unspecified.
    [[nodiscard]] const auto& all() const { return entries_; }

private:
    /// Up to a space or apostrophe: `l'equipe` and `people's republic` begin with one word, or with two.
    static std::string_view first_word(std::string_view key) { return key.substr(0, key.find_first_of(" '")); }

    std::unordered_map<std::string, std::vector<Entry>, StringHash, std::equal_to<>> entries_;
    std::unordered_map<std::string, std::size_t, StringHash, std::equal_to<>> longest_;
};

}  // namespace entente::language
