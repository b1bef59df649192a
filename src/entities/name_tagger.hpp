#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "language/language_pack.hpp"
#include "syntax/sentence.hpp"

namespace entente::entities {

/// Marks the names of persons, places, organisations and other things in tagged sentences of one language. Immutable
/// after loading.
class NameTagger {
public:
    /// Reads `names.bin` and `name_words.tsv` of the language's folder and `ontology/given_names.tsv`. `pack` is only
    /// read here. @throws DataError if a file is missing or damaged.
    [[nodiscard]] static NameTagger load(const std::filesystem::path& data, const language::LanguagePack& pack);
    NameTagger(NameTagger&&) noexcept;
    NameTagger& operator=(NameTagger&&) noexcept;
    ~NameTagger();

    /// Sets Sentence::named of those sentences of an article that are in this language, and UPOS tagged. How the
    /// article writes a word elsewhere counts, so that its sentences are given together. Thread-safe.
    void mark(std::span<syntax::Sentence> article) const;

private:
    struct Parts;
    explicit NameTagger(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace entente::entities
