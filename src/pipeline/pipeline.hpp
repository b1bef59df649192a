#pragma once

#include <functional>
#include <string>
#include <vector>

#include "articles/article.hpp"
#include "articles/reader.hpp"
#include "base/diagnostics.hpp"
#include "core/relation.hpp"
#include "pipeline/knowledge.hpp"
#include "resolve/resolver.hpp"
#include "syntax/sentence.hpp"

namespace entente::pipeline {

/// How far an article is taken: each stage includes those before it.
enum class Stage { text, sentences, syntax, mentions, relations };

/// What became of one article.
struct Analysis {
    std::string document;
    std::vector<core::Span> paragraphs;           ///< the article's own, without page furniture
    std::vector<syntax::Sentence> sentences;      ///< in text order; trees only from Stage::syntax on
    std::vector<resolve::ShownMention> mentions;  ///< from Stage::mentions on
    std::vector<core::Relation> relations;        ///< from Stage::relations on, in text order
    std::vector<std::string> skipped_languages;   ///< one entry a paragraph in a language without data
    std::size_t words = 0;
};

/// Takes one article through the stages. Thread-safe; the same input gives the same answer.
/// @throws DataError if a CoNLL-U article is malformed.
[[nodiscard]] Analysis analyse(const articles::Article& article, const Knowledge& knowledge, Stage stage);

/// Receives articles in input order with their analyses.
using AnalysisSink = std::function<void(const articles::Article&, Analysis)>;

/// Reads the input and analyses it on `threads` threads (at least 1); the sink is called on one thread, in input
/// order, whatever the number of threads. An article that fails is reported to `diagnostics` and left out.
void analyse_all(const articles::Input& input, const Knowledge& knowledge, Stage stage, unsigned threads,
                 const AnalysisSink& sink, base::Diagnostics& diagnostics);

}  // namespace entente::pipeline
