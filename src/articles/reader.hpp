#pragma once

#include <functional>
#include <string>
#include <vector>

#include "articles/article.hpp"
#include "base/diagnostics.hpp"

namespace entente::articles {

/// What to read and how.
struct Input {
    std::vector<std::string> paths;       ///< files, folders, or `-` for standard input
    std::string from = "txt";             ///< form of standard input: txt, jsonl, json, conllu
    std::optional<std::string> language;  ///< forces every article's language
    bool whole = false;                   ///< takes page furniture for text too
};

/// Takes each article in turn; returning false stops the reading.
using ArticleSink = std::function<bool(Article)>;

/// Reads all articles of the input in order, one at a time: a folder's files in sorted order, a file's articles in the
/// order of the file. Memory is bounded by the largest single article.
///
/// What cannot be read is reported to `diagnostics` as an error (file, line, reason) and skipped.
/// @throws UsageError for a form that is not known.
void read_articles(const Input& input, const ArticleSink& sink, base::Diagnostics& diagnostics);

}  // namespace entente::articles
