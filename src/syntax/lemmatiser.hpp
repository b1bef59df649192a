#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/features.hpp"

namespace entente::syntax {

class ModelFile;

/// How a lemma is made of a form: a case rule, characters cut from the end, and what is appended (`L3-y`: tries ->
/// try).
class LemmaScript {
public:
    /// @throws std::invalid_argument if `text` is no script.
    explicit LemmaScript(std::string_view text);

    [[nodiscard]] std::string apply(const WordForms& word) const;

private:
    enum class Case : std::uint8_t { keep, lower, title };

    Case case_ = Case::keep;
    std::size_t cut_ = 0;  ///< in code points
    std::string ending_;
};

/// Lemmas from a lexicon of (form, part of speech), the exact form before the lower-cased one; other words by a script
/// that the network chooses. src/train/lemmas.py makes the data.
class Lemmatiser {
public:
    /// The file must outlive it. @throws base::DataError if scripts or lexicon are damaged.
    explicit Lemmatiser(const ModelFile& file);

    [[nodiscard]] std::size_t script_count() const { return scripts_.size(); }

    /// The lemma that the lexicon knows.
    [[nodiscard]] std::optional<std::string> find(const WordForms& word, std::string_view upos) const;
    /// The lemma of a word that the lexicon lacks: by the first of `scripts` (numbers, best first, not empty) that
    /// makes a lemma known for `upos`, else by the first. The form where nothing would be left.
    [[nodiscard]] std::string choose(const WordForms& word, std::string_view upos,
                                     std::span<const std::size_t> scripts) const;

private:
    [[nodiscard]] std::optional<std::size_t> script_of(std::string_view form, std::string_view upos) const;
    [[nodiscard]] std::string apply(std::size_t script, const WordForms& word) const;

    std::vector<LemmaScript> scripts_;
    std::span<const std::uint64_t> hashes_;  ///< of part of speech, tab, form; sorted
    std::span<const std::uint16_t> script_numbers_;
    std::span<const std::uint64_t> known_;  ///< of part of speech, tab, lemma; sorted
};

}  // namespace entente::syntax
