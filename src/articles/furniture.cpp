#include "articles/furniture.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/tsv.hpp"

namespace entente::articles {

namespace {

enum class Drop { line, rest };
enum class Match { equals, begins, ends, contains };

/// Without a limit of its own, a pattern looks only at lines that are too short for a paragraph of the article.
constexpr std::size_t usual_limit = 160;
/// What drops the rest of the page must not come before the article has begun.
constexpr std::size_t least_before_rest = 2;

struct Pattern {
    Drop drop = Drop::line;
    Match match = Match::equals;
    std::string text;
    std::size_t limit = usual_limit;
};

/// Lower case, straight quotes, single spaces, without punctuation and symbols at the ends.
std::string comparable(std::string_view line) {
    std::string compact;
    for (const char c : text::to_lower(text::normalise(line))) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space) {
            compact += c;
        } else if (!compact.empty() && compact.back() != ' ') {
            compact += ' ';
        }
    }
    constexpr std::string_view edges = " .:!?*|>-";
    const std::size_t first = compact.find_first_not_of(edges);
    if (first == std::string::npos) return "";
    compact.erase(compact.find_last_not_of(edges) + 1);
    return compact.substr(first);
}

bool matches(const Pattern& pattern, const std::string& line, std::size_t length) {
    if (length > pattern.limit) return false;
    switch (pattern.match) {
        case Match::equals: return line == pattern.text;
        case Match::begins: return line.starts_with(pattern.text);
        case Match::ends: return line.ends_with(pattern.text);
        case Match::contains: return line.find(pattern.text) != std::string::npos;
    }
    return false;
}

Pattern read_pattern(const base::TsvRow& row) {
    Pattern pattern;
    const std::string& drop = row.required("drop");
    const std::string& match = row.required("match");
    if (drop != "line" && drop != "rest") row.fail("'drop' is line or rest, not '" + drop + "'");
    pattern.drop = drop == "rest" ? Drop::rest : Drop::line;
    if (match == "begins") {
        pattern.match = Match::begins;
    } else if (match == "ends") {
        pattern.match = Match::ends;
    } else if (match == "contains") {
        pattern.match = Match::contains;
    } else if (match != "equals") {
        row.fail("'match' is equals, begins, ends or contains, not '" + match + "'");
    }
    if (const std::string& limit = row["within"]; !limit.empty()) {
        const auto [end, problem] = std::from_chars(limit.data(), limit.data() + limit.size(), pattern.limit);
        if (problem != std::errc() || end != limit.data() + limit.size())
            row.fail("'within' is a number of characters");
    }
    return pattern;
}

}  // namespace

struct FurnitureRules::Hidden {
    std::vector<Pattern> patterns;
};

FurnitureRules::FurnitureRules(const std::filesystem::path& furniture_tsv) : hidden_(std::make_unique<Hidden>()) {
    for (const base::TsvRow& row : base::TsvFile(furniture_tsv, {"drop", "match", "text", "within"})) {
        for (const std::string& text : row.list("text")) {
            Pattern pattern = read_pattern(row);
            pattern.text = comparable(text);
            // `photos:` must not match a line that begins "Photos of …".
            if (pattern.match == Match::begins && text.back() == ':') {
                pattern.text += text.ends_with(" :") ? " :" : ":";
            }
            if (pattern.text.empty()) row.fail("the pattern '" + text + "' would match every line");
            hidden_->patterns.push_back(std::move(pattern));
        }
    }
}

FurnitureRules::FurnitureRules(FurnitureRules&&) noexcept = default;
FurnitureRules& FurnitureRules::operator=(FurnitureRules&&) noexcept = default;
FurnitureRules::~FurnitureRules() = default;

std::vector<core::Span> without_furniture(const text::CodePoints& document, const std::vector<core::Span>& paragraphs,
                                          const FurnitureRules& rules) {
    std::vector<core::Span> kept;
    for (const core::Span& paragraph : paragraphs) {
        if (kept.empty()) {
            kept.push_back(paragraph);
            continue;
        }
        const std::string line = comparable(document.slice(paragraph));
        bool drop = line.empty();
        for (const Pattern& pattern : rules.hidden().patterns) {
            if (!matches(pattern, line, paragraph.size())) continue;
            if (pattern.drop == Drop::rest && kept.size() > least_before_rest) return kept;
            drop = true;
        }
        if (!drop) kept.push_back(paragraph);
    }
    return kept;
}

}  // namespace entente::articles
