#pragma once

#include <filesystem>
#include <memory>

#include "syntax/sentence.hpp"

namespace entente::syntax {

/// Tagger, lemmatiser and dependency parser of one language: a trained model, immutable after loading.
class Parser {
public:
    /// @throws DataError if the file is missing, damaged, or of another version.
    [[nodiscard]] static Parser load(const std::filesystem::path& model);
    Parser(Parser&&) noexcept;
    Parser& operator=(Parser&&) noexcept;
    ~Parser();

    /// Fills lemma, upos, feats, head and deprel of every token from the forms. Any length; thread-safe.
    /// The result is a single-rooted tree (deprel root exactly there) and depends on nothing but forms and model.
    void parse(Sentence& sentence) const;

private:
    struct Model;
    explicit Parser(std::unique_ptr<Model> model);
    std::unique_ptr<Model> model_;
};

}  // namespace entente::syntax
