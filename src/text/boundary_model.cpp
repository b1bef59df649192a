#include "text/boundary_model.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/tsv.hpp"
#include "text/boundaries.hpp"
#include "text/characters.hpp"
#include "text/token_rules.hpp"

namespace entente::text {

namespace {

constexpr std::size_t reach = 3;  ///< units that are looked at on either side

/// FNV-1a over code points.
std::uint64_t hash_of(std::u32string_view feature) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char32_t c : feature) hash = (hash ^ c) * 0x100000001B3;
    return hash;
}

/// A word, a figure, or a single other sign.
struct Unit {
    std::u32string_view word;  ///< folded
    std::u32string_view shape;
};

const Unit outside{U"^", U"^"};

std::u32string_view shape_of(std::u32string_view raw, std::u32string_view folded) {
    if (!is_word(raw.front())) return folded;
    if (std::all_of(raw.begin(), raw.end(), is_digit)) {
        constexpr std::array<std::u32string_view, 5> figures{U"9", U"9", U"99", U"999", U"9999"};
        return raw.size() < figures.size() ? figures[raw.size()] : U"99999";
    }
    if (std::any_of(raw.begin(), raw.end(), is_digit)) return U"a9";
    if (!is_upper(raw.front())) return U"a";
    if (raw.size() == 1) return U"A";
    return std::none_of(raw.begin(), raw.end(), is_lower) ? U"AA" : U"Aa";
}

/// Cuts the units on both sides of a boundary and writes features into one buffer.
class Features {
public:
    Features(const ParagraphText& text, const Boundary& boundary, const TokenRules::Hidden& rules,
             const std::function<void(std::u32string_view)>& visit)
        : text_(text), boundary_(boundary), rules_(rules), visit_(visit) {
        before_.fill(outside);
        after_.fill(outside);
        std::size_t at = boundary.end;
        for (Unit& unit : before_) at = unit_before(at, unit);
        at = boundary.next;
        for (Unit& unit : after_) at = unit_behind(at, unit);
    }

    void write() {
        const auto& [p1, p2, p3] = before_;
        const auto& [n1, n2, n3] = after_;
        const Unit& last = last_word();
        write_pairs(p1, p2, n1, n2);
        say(U"p1", {p1.word}), say(U"p2", {p2.word}), say(U"p3", {p3.word});
        say(U"p1+p2", {p1.word, p2.word}), say(U"p1+p2+p3", {p1.word, p2.word, p3.word});
        say(U"n1", {n1.word, n1.shape}), say(U"n2", {n2.word}), say(U"n3", {n3.word});
        say(U"n1+n2", {n1.word, n2.word}), say(U"n1+n2+n3", {n1.shape, n2.shape, n3.shape});
        say(U"shape", {p2.shape, p1.shape, n1.shape, n2.shape});
        say(U"shapes", {p3.shape, p2.shape, p1.shape, n1.shape, n2.shape, n3.shape});
        say(U"last", {last.word, p1.shape}), say(U"lasts", {last.shape, p1.shape, n1.shape});
        for (std::size_t length = 2; length <= 4 && length < last.word.size(); ++length) {
            say(U"end", {last.word.substr(last.word.size() - length), p1.shape});
        }
        for (std::size_t length = 2; length <= 3 && length < n1.word.size(); ++length) {
            say(U"nend", {n1.word.substr(n1.word.size() - length), p1.shape, n1.shape});
        }
        write_circumstances(p1, n1, last);
    }

private:
    void say(std::u32string_view name, std::initializer_list<std::u32string_view> parts) {
        buffer_ = name;
        for (const std::u32string_view part : parts) buffer_.append(1, U' ').append(part);
        visit_(buffer_);
    }

    void write_pairs(const Unit& p1, const Unit& p2, const Unit& n1, const Unit& n2) {
        say(U"bias", {});
        say(U"p1+n1", {p1.word, n1.word});
        say(U"p1+N1", {p1.word, n1.shape});
        say(U"P1+n1", {p1.shape, n1.word, n1.shape});
        say(U"P2+n1", {p2.shape, p1.shape, n1.word});
        say(U"p2+N1", {p2.word, p1.shape, n1.shape});
        say(U"P1+n2", {p1.shape, n1.shape, n2.word});
    }

    /// What the rules and the sentence so far say.
    void write_circumstances(const Unit& p1, const Unit& n1, const Unit& last) {
        const std::u32string_view rule = boundary_.by_rule ? U"rule" : U"none";
        const std::u32string_view abbreviation = abbreviation_of(last);
        const std::u32string_view starter = is_starter(n1) ? U"starter" : U"other";
        say(rule, {}), say(rule, {p1.shape}), say(rule, {p1.shape, n1.shape});
        say(starter, {p1.shape, n1.shape}), say(starter, {p1.shape, n1.shape, rule});
        say(U"abbreviation", {abbreviation, p1.shape}), say(U"abbreviation", {abbreviation, p1.shape, starter});
        const std::u32string_view open = boundary_.quoted ? U"quoted" : boundary_.bracketed ? U"bracketed" : U"plain";
        say(open, {p1.shape, n1.shape}), say(open, {p1.shape, rule});
        const std::u32string_view length = words_so_far();
        say(U"length", {length, p1.shape, n1.shape}), say(U"length", {length, starter, p1.shape});
        say(U"capitals", {capitals_, p1.shape, n1.shape}), say(U"capitals", {capitals_, length, starter, p1.shape});
        const std::u32string_view sentence_before = end_of_sentence_before();
        say(U"before", {sentence_before, p1.shape, n1.shape}), say(U"before", {sentence_before, length, p1.shape});
        say(U"before", {sentence_before, first_, last.shape, p1.shape, n1.shape});
        say(U"first", {first_, p1.shape, n1.word}), say(U"first", {first_, p1.shape, n1.shape});
    }

    /// The nearest word before the boundary, behind signs.
    [[nodiscard]] const Unit& last_word() const {
        for (const Unit& unit : before_) {
            if (is_word(unit.word.front())) return unit;
        }
        return outside;
    }

    [[nodiscard]] std::u32string_view abbreviation_of(const Unit& word) const {
        auto found = rules_.abbreviations.find(std::u32string(word.word));
        if (found == rules_.abbreviations.end() && !word.word.empty()) {
            std::u32string capital(word.word);
            capital.front() = upper(capital.front());
            found = rules_.abbreviations.find(capital);
        }
        if (found == rules_.abbreviations.end()) return U"no";
        return found->second == Abbreviation::title    ? U"title"
               : found->second == Abbreviation::number ? U"number"
                                                       : U"any";
    }

    [[nodiscard]] bool is_starter(const Unit& first) const {
        std::u32string word(first.word);
        if (rules_.starters.contains(word)) return true;
        word.push_back(U'\'');
        return after_[1].word == U"'" && rules_.starters.contains(word);
    }

    /// Headings and cells of tables, which have no full stop, keep together.
    [[nodiscard]] std::u32string_view end_of_sentence_before() const {
        std::size_t at = boundary_.begin;
        while (at > 0 && is_space(text_.raw[at - 1])) --at;
        if (at == 0) return U"^";
        const char32_t last = text_.raw[at - 1];
        return is_word(last) ? U"word" : last == '.' || last == '!' || last == '?' ? U"stop" : U"sign";
    }

    /// How many words the sentence has so far; notes how many of them have capitals, and how it began.
    std::u32string_view words_so_far() {
        std::size_t words = 0;
        std::size_t capital = 0;
        std::size_t at = boundary_.begin;
        bool first = true;
        while (at < boundary_.end && words < 40) {
            Unit unit;
            at = unit_behind(at, unit);
            if (unit.word.empty()) break;
            if (first) first_ = unit.shape;
            first = false;
            if (!is_word(unit.word.front())) continue;
            ++words;
            if (unit.shape.front() == U'A') ++capital;
        }
        capitals_ = capital * 2 > words ? U"most" : capital > 1 ? U"some" : U"few";
        constexpr std::array<std::size_t, 9> limits{0, 1, 2, 3, 5, 8, 13, 21, 34};
        constexpr std::array<std::u32string_view, 9> names{U"0", U"1", U"2", U"3", U"5", U"8", U"13", U"21", U"34"};
        const auto limit = std::lower_bound(limits.begin(), limits.end(), words);
        return limit == limits.end() ? U"more" : names[static_cast<std::size_t>(limit - limits.begin())];
    }

    [[nodiscard]] Unit unit(std::size_t begin, std::size_t end) const {
        const auto raw = std::u32string_view(text_.raw).substr(begin, end - begin);
        const auto folded = std::u32string_view(text_.folded).substr(begin, end - begin);
        return {folded, shape_of(raw, folded)};
    }

    std::size_t unit_before(std::size_t at, Unit& found) const {
        while (at > boundary_.begin && is_space(text_.raw[at - 1])) --at;
        if (at == boundary_.begin) return at;
        std::size_t begin = at - 1;
        while (is_word(text_.raw[at - 1]) && begin > boundary_.begin && is_word(text_.raw[begin - 1])) --begin;
        found = unit(begin, at);
        return begin;
    }

    std::size_t unit_behind(std::size_t at, Unit& found) const {
        while (at < text_.raw.size() && is_space(text_.raw[at])) ++at;
        if (at == text_.raw.size()) return at;
        std::size_t end = at + 1;
        while (is_word(text_.raw[at]) && end < text_.raw.size() && is_word(text_.raw[end])) ++end;
        found = unit(at, end);
        return end;
    }

    const ParagraphText& text_;
    const Boundary& boundary_;
    const TokenRules::Hidden& rules_;
    const std::function<void(std::u32string_view)>& visit_;
    std::array<Unit, reach> before_, after_;
    std::u32string_view capitals_, first_ = U"^";
    std::u32string buffer_;
};

/// A heading runs into the text only where the lines of the layout were lost, and then the paragraph is a long one; in
/// others a boundary without any sign must be beyond doubt. In sixteenths of log odds.
constexpr int doubt_of_headings = 96;
constexpr std::size_t longest_paragraph = 2500;

bool looks_like_heading(const ParagraphText& text, const Boundary& boundary) {
    if (text.raw.size() > longest_paragraph) return false;
    const char32_t before = text.raw[boundary.end - 1];
    return is_word(before) || before == ')' || before == U'–' || before == '-';
}

}  // namespace

void visit_boundary_features(const ParagraphText& text, const Boundary& boundary, const TokenRules::Hidden& rules,
                             const std::function<void(std::u32string_view)>& visit) {
    Features(text, boundary, rules, visit).write();
}

BoundaryModel::BoundaryModel(const std::filesystem::path& sentences_tsv) {
    for (const base::TsvRow& row : base::TsvFile(sentences_tsv, {"feature", "weight"})) {
        const std::string& text = row.required("weight");
        int weight = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), weight);
        if (problem != std::errc() || end != text.data() + text.size()) row.fail("'" + text + "' is no whole number");
        if (!weights_.emplace(hash_of(to_utf32(row.required("feature"))), weight).second) {
            row.fail("the feature '" + row["feature"] + "' was there before");
        }
    }
}

bool BoundaryModel::ends(const ParagraphText& text, const Boundary& boundary, const TokenRules::Hidden& rules) const {
    int sum = 0;
    visit_boundary_features(text, boundary, rules, [&](std::u32string_view feature) {
        const auto found = weights_.find(hash_of(feature));
        if (found != weights_.end()) sum += found->second;
    });
    return sum > (looks_like_heading(text, boundary) ? doubt_of_headings : 0);
}

}  // namespace entente::text
