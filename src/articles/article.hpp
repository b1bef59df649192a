#pragma once

#include <optional>
#include <string>

#include "core/date.hpp"

namespace entente::articles {

/// How the body of an article is to be understood.
enum class Form { text, conllu };

/// One news article as read, before any language processing. All strings are UTF-8.
struct Article {
    std::string id;
    std::optional<std::string> url;
    std::optional<std::string> source;  ///< the medium that published it
    std::optional<core::Date> published;
    std::optional<std::string> language;  ///< ISO 639-1, where the input says so
    std::string title;
    std::string text;  ///< for Form::conllu the CoNLL-U lines of this document
    Form form = Form::text;
    bool whole = false;    ///< page furniture in the text is not to be left out
    std::string file;      ///< where it was read, for messages
    std::size_t line = 0;  ///< its first line in that file, 0 if the file is the article

    /// What spans count in: title, two newlines, text; the text alone where there is no title.
    [[nodiscard]] std::string document() const { return title.empty() ? text : title + "\n\n" + text; }
};

}  // namespace entente::articles
