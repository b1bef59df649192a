#pragma once

#include <string>

#include "articles/article.hpp"

namespace entente::articles {

/// Bytes of a text file as UTF-8, and what was done to them for a note (empty: nothing).
struct DecodedText {
    std::string utf8;
    std::string note;
};

/// Strips a byte order mark and converts Windows-1252 (Latin-1) where the bytes are plausibly that: not UTF-8, and
/// hardly any sequence in them is.
/// @throws DataError with the line of the first offending byte for binary data, UTF-16, and a text that is partly
/// UTF-8.
[[nodiscard]] DecodedText decode_text(std::string bytes, const std::string& file);

/// Fills title (the first line that is not empty) and text (what follows) of an article.
/// @throws DataError if there is nothing but white space.
void fill_from_text(Article& article, const std::string& utf8);

}  // namespace entente::articles
