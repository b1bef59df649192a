#include "cli/marked_sentence.hpp"

#include <algorithm>
#include <vector>

#include "cli/terminal.hpp"
#include "text/unicode.hpp"

namespace entente::cli {

namespace {

struct Mark {
    core::Span span;  ///< within the sentence
    std::string_view opening;
    std::string_view closing;
    Colour colour;
};

std::vector<Mark> marks_of(const core::Relation& relation, std::size_t sentence_size) {
    const core::Span& sentence = relation.sentence.span;
    std::vector<Mark> marks;
    const auto add = [&](const core::Span& span, std::string_view opening, std::string_view closing, Colour colour) {
        if (span.empty() || !sentence.contains(span) || span.end - sentence.begin > sentence_size) return;
        marks.push_back({{span.begin - sentence.begin, span.end - sentence.begin}, opening, closing, colour});
    };
    add(relation.source.span, "[", "]", Colour::cyan);
    add(relation.action.span, "{", "}", Colour::yellow);
    add(relation.target.span, "[", "]", Colour::green);
    // The outer of two comes first.
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    return marks;
}

}  // namespace

std::string marked_sentence(const core::Relation& relation, bool colour) {
    const text::CodePoints letters(relation.sentence.text);
    const std::vector<Mark> marks = marks_of(relation, letters.size());
    std::string marked;
    for (std::size_t i = 0; i <= letters.size(); ++i) {
        // The innermost is closed first and opened last.
        for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
            if (mark->span.end == i) marked += coloured(mark->closing, mark->colour, colour);
        }
        for (const Mark& mark : marks) {
            if (mark.span.begin == i) marked += coloured(mark.opening, mark.colour, colour);
        }
        if (i < letters.size()) marked += one_line(letters.slice({i, i + 1}));
    }
    return marked;
}

}  // namespace entente::cli
