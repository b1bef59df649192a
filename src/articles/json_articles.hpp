#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "articles/article.hpp"
#include "base/diagnostics.hpp"

namespace entente::articles {

/// The article in one JSON object: `title` and `text` (one of them at least), optional `id`, `url`, `source`, `date`,
/// `lang`; other members are passed over. Without an id, file name and line make one.
/// @throws DataError naming `where` if it is no such object.
[[nodiscard]] Article article_from_json(std::string_view object, const base::Location& where,
                                        base::Diagnostics& diagnostics);

/// The articles of a JSON text: one object, or an array of objects. Elements that are no articles are reported.
/// @throws DataError with the line where the text stops being JSON.
[[nodiscard]] std::vector<Article> articles_from_json(std::string_view text, const std::string& file,
                                                      base::Diagnostics& diagnostics);

/// `news/2016.jsonl` gives `2016`, standard input `stdin`: what ids are made from.
[[nodiscard]] std::string stem_of(const std::string& file);

}  // namespace entente::articles
