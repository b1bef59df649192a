#include "articles/json_articles.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "base/json.hpp"
#include "base/strings.hpp"
#include "text/unicode.hpp"

namespace entente::articles {

namespace {

std::string member_text(const base::JsonValue& object, std::string_view name, const base::Location& where) {
    const base::JsonValue member = object[name];
    if (!member.exists() || member.is_null()) return "";
    if (auto text = member.string()) return *text;
    throw base::DataError(where, "the member '" + std::string(name) + "' is not a string");
}

std::optional<std::string> optional_text(const base::JsonValue& object, std::string_view name) {
    auto text = object[name].string();
    return text && !text->empty() ? text : std::nullopt;
}

std::string id_of(const base::JsonValue& object, const base::Location& where) {
    const base::JsonValue id = object["id"];
    if (auto text = id.string(); text && !text->empty()) return *text;
    if (const auto number = id.integer()) return std::to_string(*number);
    return stem_of(where.file) + ":" + std::to_string(where.line);
}

/// `en-GB` and `EN` are `en`.
std::optional<std::string> language_of(const base::JsonValue& object) {
    auto code = optional_text(object, "lang");
    if (!code) return std::nullopt;
    return text::to_lower(code->substr(0, code->find_first_of("-_")));
}

Article read_object(const base::JsonValue& object, const base::Location& where, base::Diagnostics& diagnostics) {
    if (!object.is_object()) throw base::DataError(where, "is not a JSON object");
    Article article;
    article.file = where.file;
    article.line = where.line;
    article.id = id_of(object, where);
    article.title = member_text(object, "title", where);
    article.text = member_text(object, "text", where);
    if (base::trim(article.title).empty() && base::trim(article.text).empty()) {
        throw base::DataError(where, "has neither 'title' nor 'text'");
    }
    article.url = optional_text(object, "url");
    article.source = optional_text(object, "source");
    article.language = language_of(object);
    if (const auto date = optional_text(object, "date")) {
        article.published = core::parse_date(*date);
        if (!article.published)
            diagnostics.warning(where, "the date '" + *date + "' is not understood; use YYYY-MM-DD");
    }
    return article;
}

/// The byte offset that ends a message of base::JsonDocument ("… At byte 17.").
std::size_t offset_in(const std::string& message) {
    const std::size_t at = message.rfind("At byte ");
    return at == std::string::npos ? 0 : static_cast<std::size_t>(std::strtoull(message.c_str() + at + 8, nullptr, 10));
}

std::string reason_in(const std::string& message) {
    return message.substr(0, message.rfind(" At byte "));
}

base::JsonDocument parse(std::string_view text, const base::Location& start) {
    try {
        return base::JsonDocument(text);
    } catch (const std::invalid_argument& problem) {
        const std::size_t offset = std::min(offset_in(problem.what()), text.size());
        const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
        throw base::DataError({start.file, start.line + static_cast<std::size_t>(lines)},
                              "is not JSON: " + reason_in(problem.what()));
    }
}

}  // namespace

std::string stem_of(const std::string& file) {
    return file == "-" ? "stdin" : std::filesystem::path(file).stem().string();
}

Article article_from_json(std::string_view object, const base::Location& where, base::Diagnostics& diagnostics) {
    const base::JsonDocument document = parse(object, where);
    return read_object(document.root(), where, diagnostics);
}

std::vector<Article> articles_from_json(std::string_view text, const std::string& file,
                                        base::Diagnostics& diagnostics) {
    const base::JsonDocument document = parse(text, {file, 1});
    std::vector<Article> articles;
    if (!document.root().is_array()) {
        articles.push_back(read_object(document.root(), {file, 0}, diagnostics));
        if (!document.root()["id"].exists()) articles.back().id = stem_of(file);
        return articles;
    }
    std::size_t number = 0;
    for (const base::JsonValue& element : document.root().elements()) {
        ++number;
        try {
            articles.push_back(read_object(element, {file, 0}, diagnostics));
            if (!element["id"].exists()) articles.back().id = stem_of(file) + ":" + std::to_string(number);
        } catch (const base::DataError& problem) {
            diagnostics.error({file, 0}, "element " + std::to_string(number) + " " + problem.reason());
        }
    }
    return articles;
}

}  // namespace entente::articles
