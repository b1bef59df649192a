#include "text/paragraphs.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace entente::text {

namespace {

constexpr std::size_t widest_wrapped_line = 90;
constexpr std::size_t narrowest_wrapped_line = 50;

core::Span trimmed(const CodePoints& document, core::Span span) {
    while (span.begin < span.end && is_space(document[span.begin])) ++span.begin;
    while (span.end > span.begin && is_space(document[span.end - 1])) --span.end;
    return span;
}

/// Lines that follow each other without an empty one between.
std::vector<std::vector<core::Span>> blocks_of_lines(const CodePoints& document) {
    std::vector<std::vector<core::Span>> blocks(1);
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= document.size(); ++at) {
        if (at < document.size() && !is_line_end(document[at])) continue;
        const core::Span line = trimmed(document, {begin, at});
        begin = at + 1;
        // The line feed of CR LF ends no line of its own.
        if (at > 0 && at < document.size() && document[at] == '\n' && document[at - 1] == '\r') continue;
        if (!line.empty()) {
            blocks.back().push_back(line);
        } else if (!blocks.back().empty()) {
            blocks.emplace_back();
        }
    }
    return blocks;
}

std::size_t first_word_length(const CodePoints& document, const core::Span& line) {
    std::size_t end = line.begin;
    while (end < line.end && !is_space(document[end])) ++end;
    return end - line.begin;
}

bool ends_sentence(const CodePoints& document, const core::Span& line) {
    const char32_t last = plain(document[line.end - 1]);
    return last == '.' || last == '!' || last == '?' || last == U'…' || last == '"' || last == U'»' || last == ':';
}

/// For each line but the last, whether it was broken because the next word did not fit any more.
std::vector<bool> wrapped_joints(const CodePoints& document, const std::vector<core::Span>& lines) {
    std::vector<bool> joints(lines.empty() ? 0 : lines.size() - 1, false);
    std::size_t width = 0;
    for (const core::Span& line : lines) width = std::max(width, line.size());
    if (width >= widest_wrapped_line || width < narrowest_wrapped_line) return joints;
    std::size_t full = 0;
    bool runs_on = false;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        joints[i] = lines[i].size() + 1 + first_word_length(document, lines[i + 1]) > width;
        if (!joints[i]) continue;
        ++full;
        runs_on = runs_on || (!ends_sentence(document, lines[i]) && !is_upper(document[lines[i + 1].begin]));
    }
    if (!runs_on || full * 10 < joints.size() * 6) joints.assign(joints.size(), false);
    return joints;
}

}  // namespace

std::vector<core::Span> split_paragraphs(const CodePoints& document) {
    std::vector<core::Span> paragraphs;
    for (const auto& lines : blocks_of_lines(document)) {
        const std::vector<bool> joints = wrapped_joints(document, lines);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i > 0 && joints[i - 1]) {
                paragraphs.back().end = lines[i].end;
            } else {
                paragraphs.push_back(lines[i]);
            }
        }
    }
    return paragraphs;
}

}  // namespace entente::text
