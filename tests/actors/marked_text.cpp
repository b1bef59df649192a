#include "actors/marked_text.hpp"

#include <algorithm>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/strings.hpp"
#include "text/unicode.hpp"

namespace entente::actors {

namespace {

/// What stands between `=` and `}`: principals, then `@id` and `!` in any order.
void read_answer(const std::string& answer, Mark& mark, const base::Location& where) {
    for (const std::string& word : base::split_list(answer, ' ')) {
        if (word == "!") {
            mark.hard = true;
        } else if (word.starts_with('@')) {
            mark.actor = word.substr(1);
        } else if (mark.principals.empty()) {
            mark.principals = base::split_list(word, '|');
        } else {
            throw base::DataError(where, "`" + word + "` is no principal, @id or !");
        }
    }
    if (mark.principals.empty()) throw base::DataError(where, "a mark says whom it means: {Paris = FRA}");
}

/// Appends a line to the text, its marks taken out.
void read_line(const std::string& line, MarkedText& item, const base::Location& where) {
    if (!item.text.empty()) item.text += ' ';
    std::size_t at = 0;
    while (at < line.size()) {
        const std::size_t open = line.find('{', at);
        item.text += line.substr(at, open - at);
        if (open == std::string::npos) break;
        const std::size_t close = line.find('}', open);
        const std::size_t equals = line.find(" = ", open);
        if (close == std::string::npos || equals == std::string::npos || equals > close)
            throw base::DataError(where, "a mark is written {words = PRINCIPAL}");
        Mark mark;
        mark.text = line.substr(open + 1, equals - open - 1);
        mark.span.begin = text::code_point_count(item.text);
        item.text += mark.text;
        mark.span.end = text::code_point_count(item.text);
        read_answer(line.substr(equals + 3, close - equals - 3), mark, where);
        item.marks.push_back(std::move(mark));
        at = close + 1;
    }
}

}  // namespace

std::vector<MarkedText> read_marked_texts(const std::filesystem::path& path) {
    std::vector<MarkedText> items;
    std::size_t number = 0;
    bool inside = false;
    for (const std::string& line : base::split(base::read_file(path), '\n')) {
        ++number;
        const base::Location where{path.string(), number};
        if (line.starts_with('#')) continue;
        if (base::trim(line).empty()) {
            inside = false;
        } else if (inside) {
            read_line(line, items.back(), where);
        } else {
            const auto date = core::parse_date(line);
            if (!date) throw base::DataError(where, "a text begins with a line that gives its date");
            items.push_back({path.filename().string(), number, *date, {}, {}});
            inside = true;
        }
    }
    return items;
}

}  // namespace entente::actors
