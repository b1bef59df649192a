#pragma once

#include <optional>
#include <string>
#include <vector>

#include "articles/article.hpp"
#include "core/span.hpp"
#include "pipeline/knowledge.hpp"
#include "syntax/sentence.hpp"
#include "text/language_recogniser.hpp"
#include "text/unicode.hpp"

namespace entente::pipeline {

/// A paragraph of an article with the language it is in; none where no data speaks it.
struct LanguageParagraph {
    core::Span span;
    std::string language;
};

/// What text::recognise_language wants to know of the languages at hand.
[[nodiscard]] text::KnownLanguages known_languages(const Knowledge& knowledge);

/// The article's own paragraphs, each with its language: what the article or its neighbours say where a paragraph is
/// too short to tell. `skipped` receives the language of each paragraph that no data speaks.
[[nodiscard]] std::vector<LanguageParagraph> recognise_paragraphs(const text::CodePoints& document,
                                                                  const std::vector<core::Span>& paragraphs,
                                                                  const std::optional<std::string>& forced,
                                                                  const Knowledge& knowledge,
                                                                  std::vector<std::string>& skipped);

/// The sentences of one paragraph as tokens without trees.
[[nodiscard]] std::vector<syntax::Sentence> sentences_of(const text::CodePoints& document,
                                                         const LanguageParagraph& paragraph,
                                                         const Knowledge& knowledge);

/// The sentences of a CoNLL-U article with spans set in `document`, which is rebuilt from their texts. Their language
/// is what they, or else the article, say, or what is recognised; those that no data speaks go into `skipped`, and
/// those without a tree are parsed. @throws DataError if the CoNLL-U is malformed.
[[nodiscard]] std::vector<syntax::Sentence> read_parsed(const articles::Article& article, const Knowledge& knowledge,
                                                        std::string& document, std::vector<std::string>& skipped);

}  // namespace entente::pipeline
