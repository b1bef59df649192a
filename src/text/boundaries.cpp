#include "text/boundaries.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace entente::text {

namespace {

/// A stretch longer than this without a sentence end is cut at a space: no reader or parser takes it for one sentence.
constexpr std::size_t longest_sentence = 1500;
/// Brackets that close further away than this were probably never meant to.
constexpr std::size_t longest_bracket = 200;

bool is_terminator(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == U'…' || c == U'。' || c == U'؟';
}
bool is_opening_quote(char32_t c) {
    return c == U'«' || c == U'“' || c == U'‘' || c == U'„' || c == U'‹';
}
bool is_closing_quote(char32_t c) {
    return c == U'»' || c == U'”' || c == U'’' || c == U'›';
}
bool is_opening_bracket(char32_t c) {
    return c == '(' || c == '[' || c == '{';
}
bool is_closing_bracket(char32_t c) {
    return c == ')' || c == ']' || c == '}';
}
bool is_dash(char32_t c) {
    return c == '-' || c == U'–' || c == U'—';
}

/// Walks over one paragraph; all indices count from its beginning.
class Walk {
public:
    Walk(const CodePoints& document, const core::Span& paragraph, const TokenRules::Hidden& rules,
         const BoundaryJudge& judge)
        : rules_(rules), judge_(judge), offset_(paragraph.begin) {
        for (std::size_t i = paragraph.begin; i < paragraph.end; ++i) {
            text_.push_back(document[i]);
            paragraph_.folded.push_back(lower(plain(document[i])));
        }
        mark_quotes();
        mark_brackets();
        mark_addresses();
    }

    std::vector<core::Span> run() {
        std::size_t begin = skip_space(0);
        std::size_t judged = begin;  // the end of the last boundary that was judged
        for (std::size_t i = begin; i < text_.size();) {
            if (is_terminator(text_[i])) {
                std::size_t run_end = i;
                while (run_end < text_.size() && is_terminator(text_[run_end])) ++run_end;
                const std::size_t end = absorb_closers(run_end);
                const std::size_t next = skip_space(end);
                if (next == text_.size()) break;
                judged = end;
                const bool by_rule = is_boundary(begin, i, run_end, end, next);
                const bool certain =
                    end == next || opens_quote(i, begin) || (run_end == i + 1 && names_somebody(begin, i));
                if (certain ? by_rule : ends({begin, end, next, by_rule}, i)) begin = emit(begin, end);
                i = std::max(run_end, begin == next ? end : run_end);
            } else if (is_space(text_[i]) && i > judged) {
                const std::size_t next = skip_space(i);
                if (next == text_.size()) break;
                const bool by_rule = text_[i - 1] == ';' && !inside_[i - 1] && ends_after_semicolon(i - 1);
                const bool endless = i - begin >= longest_sentence;
                if (endless || (may_begin(i, next) && ends({begin, i, next, by_rule}, i))) begin = emit(begin, i);
                i = next;
            } else {
                ++i;
            }
        }
        emit(begin, text_.size());
        return std::move(sentences_);
    }

private:
    [[nodiscard]] bool ends(Boundary boundary, std::size_t at) const {
        boundary.quoted = open_[at];
        boundary.bracketed = inside_[at];
        return judge_(paragraph_, boundary);
    }

    /// Can what stands at `next` begin a sentence though no full stop is before it?
    [[nodiscard]] bool may_begin(std::size_t end, std::size_t next) const {
        const char32_t before = text_[end - 1];
        const bool runs_on = is_word(before) || before == ',' || before == '\'' || before == U'’';
        // `GENEVA (Agency) - Envoys met`
        if (before == ')' && is_dash(text_[next]) && next + 1 < text_.size() && is_space(text_[next + 1])) return false;
        return !is_lower(text_[next]) || !runs_on;
    }

    [[nodiscard]] std::size_t skip_space(std::size_t at) const {
        while (at < text_.size() && is_space(text_[at])) ++at;
        return at;
    }

    std::size_t emit(std::size_t begin, std::size_t end) {
        const std::size_t next = skip_space(end);
        while (end > begin && is_space(text_[end - 1])) --end;
        if (end > begin) sentences_.push_back({offset_ + begin, offset_ + end});
        return next;
    }

    /// Straight double quotes open and close in turn; the spaces around them decide where that goes wrong.
    void mark_quotes() {
        closes_.assign(text_.size(), false);
        open_.assign(text_.size(), false);
        bool open = false;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            open_[i] = open;
            if (text_[i] != '"') continue;
            const bool space_before = i == 0 || is_space(text_[i - 1]) || is_opening_bracket(text_[i - 1]);
            const bool space_after = i + 1 == text_.size() || is_space(text_[i + 1]);
            if (space_before != space_after) open = space_after;
            closes_[i] = open;
            open = !open;
        }
    }

    void mark_brackets() {
        inside_.assign(text_.size(), false);
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (text_[i] != '(') continue;
            const std::size_t limit = std::min(text_.size(), i + longest_bracket);
            const auto end = text_.begin() + static_cast<std::ptrdiff_t>(limit);
            const auto close = std::find(text_.begin() + static_cast<std::ptrdiff_t>(i), end, U')');
            if (close == end) continue;
            const auto last = static_cast<std::size_t>(close - text_.begin());
            std::fill(inside_.begin() + static_cast<std::ptrdiff_t>(i),
                      inside_.begin() + static_cast<std::ptrdiff_t>(last), true);
            i = last;
        }
    }

    /// Full stops inside addresses (`www.example.org/a.Html`, `jo@example.org`) end nothing.
    void mark_addresses() {
        for (std::size_t i = 0; i < text_.size();) {
            std::size_t end = i;
            while (end < text_.size() && !is_space(text_[end])) ++end;
            const std::u32string_view word(text_.data() + i, end - i);
            if (word.find(U"://") != word.npos || word.find(U"www.") != word.npos || word.find(U'@') != word.npos) {
                std::size_t last = end;
                while (last > i && !is_word(text_[last - 1])) --last;
                std::fill(inside_.begin() + static_cast<std::ptrdiff_t>(i),
                          inside_.begin() + static_cast<std::ptrdiff_t>(last), true);
            }
            i = end + 1;
        }
    }

    /// Past the closing quotes and brackets that belong to the sentence ending at `at`.
    [[nodiscard]] std::size_t absorb_closers(std::size_t at) const {
        while (at < text_.size()) {
            const std::size_t next = skip_space(at);
            if (next == text_.size()) return next;
            const char32_t c = text_[next];
            const bool ends_here = next + 1 == text_.size() || is_space(text_[next + 1]) || !is_word(text_[next + 1]);
            const bool adjacent = next == at;
            const bool last = skip_space(next + 1) == text_.size();
            if (c == U'»' || c == U'›' || (c == U'”' && (adjacent || ends_here)) ||
                (adjacent && is_closing_bracket(c)) || (c == '"' && closes_[next] && (adjacent || ends_here)) ||
                (adjacent && (c == U'’' || c == '\'') && ends_here) || (last && (is_opening_quote(c) || c == '"'))) {
                at = next + 1;
                continue;
            }
            // Machine translation leaves spaces before full stops.
            if (is_terminator(c) && !adjacent && ends_here) {
                at = next + 1;
                continue;
            }
            return at;
        }
        return at;
    }

    /// Does a sentence end with the terminators [first, run_end), its closers up to `end`, before the character at
    /// `next`?
    [[nodiscard]] bool is_boundary(std::size_t begin, std::size_t first, std::size_t run_end, std::size_t end,
                                   std::size_t next) const {
        if (inside_[first]) return false;
        if (first > begin && is_opening_bracket(text_[first - 1])) return false;
        if (opens_quote(first, begin)) return false;
        const char32_t after = text_[next];
        if (after == ',' || after == ';' || after == ':' || is_closing_bracket(after)) return false;
        const std::size_t word = start_of_word(next);
        if (word < text_.size() && is_lower(text_[word])) return false;
        if (end == next && !joined_sentences(first, next)) return false;
        if (run_end == first + 1 && text_[first] == '.' && !ends_after_full_stop(begin, first, end, next)) return false;
        return true;
    }

    /// `; Le maire`: lists of clauses that each begin with a capital word.
    [[nodiscard]] bool ends_after_semicolon(std::size_t at) const {
        const std::size_t next = skip_space(at + 1);
        return next > at + 1 && next < text_.size() && begins_sentence(next) && !is_opening_quote(text_[next]);
    }

    /// A full stop behind an opening quote is an accident of translation (`said: “. We`).
    [[nodiscard]] bool opens_quote(std::size_t at, std::size_t begin) const {
        while (at > begin && is_space(text_[at - 1])) --at;
        if (at == begin) return true;
        const char32_t before = text_[at - 1];
        return is_opening_quote(before) || (before == '"' && !closes_[at - 1]);
    }

    /// The first letter or digit of what follows, behind quotes, brackets and dashes.
    [[nodiscard]] std::size_t start_of_word(std::size_t at) const {
        while (at < text_.size()) {
            const char32_t c = text_[at];
            if (!(is_space(c) || is_opening_quote(c) || is_opening_bracket(c) || is_dash(c) || c == '"' || c == '\'' ||
                  c == U'¿' || c == U'¡' || c == U'…' || c == '.')) {
                return at;
            }
            ++at;
        }
        return at;
    }

    /// No space between two sentences: `mai.Le chef`, but not `rt.Com` or `U.S.A`.
    [[nodiscard]] bool joined_sentences(std::size_t first, std::size_t next) const {
        if (first == 0 || next + 1 >= text_.size()) return false;
        const char32_t before = text_[first - 1];
        const bool word_before = is_closing_bracket(before) || is_closing_quote(before) || is_digit(before) ||
                                 (is_lower(before) && first >= 2 && is_word(text_[first - 2]));
        const std::size_t word = start_of_word(next);
        if (!word_before || word + 1 >= text_.size() || !is_upper(text_[word])) return false;
        const char32_t second = plain(text_[word + 1]);
        return is_lower(second) || second == '\'' || second == ' ';
    }

    /// The letters before `at` up to a space, quote or bracket, without an elided article.
    [[nodiscard]] std::u32string word_before(std::size_t begin, std::size_t at) const {
        std::size_t start = at;
        while (start > begin && (is_word(text_[start - 1]) || text_[start - 1] == '.' || text_[start - 1] == '-' ||
                                 text_[start - 1] == '&'))
            --start;
        return text_.substr(start, at - start);
    }

    [[nodiscard]] bool ends_after_full_stop(std::size_t begin, std::size_t first, std::size_t end,
                                            std::size_t next) const {
        const std::u32string word = word_before(begin, first);
        if (word.empty()) return true;
        // `1. Results`: a number that opens the sentence is a list mark.
        if (std::all_of(word.begin(), word.end(), is_digit) && first - begin == word.size()) return false;
        auto found = rules_.abbreviations.find(word);
        if (found == rules_.abbreviations.end()) {
            std::u32string small = word;
            small.front() = lower(small.front());
            found = rules_.abbreviations.find(small);
        }
        if (found != rules_.abbreviations.end()) {
            if (end > first + 1) return true;  // closed by a quote or bracket
            if (found->second == Abbreviation::title) return false;
            if (found->second == Abbreviation::number) return !is_digit(text_[next]);
            return begins_sentence(next);
        }
        if (is_acronym(word)) return end > first + 1 || (word.find(U'-') == word.npos && begins_sentence(next));
        return true;
    }

    /// `M.`, `Gen.`, `J.-Y.`: a name follows, whatever it looks like.
    [[nodiscard]] bool names_somebody(std::size_t begin, std::size_t full_stop) const {
        const std::u32string word = word_before(begin, full_stop);
        const auto found = rules_.abbreviations.find(word);
        if (found != rules_.abbreviations.end()) return found->second == Abbreviation::title;
        return word.find(U'-') != word.npos && is_acronym(word);
    }

    /// Single letters with full stops between: `U.S`, `J`, `J.-P`.
    [[nodiscard]] static bool is_acronym(const std::u32string& word) {
        bool letter = false;
        for (const char32_t c : word) {
            if (is_letter(c) ? letter : c != '.' && c != '-') return false;
            letter = is_letter(c);
        }
        return word.size() > 1 || is_upper(word.front());
    }

    [[nodiscard]] bool begins_sentence(std::size_t next) const {
        const char32_t c = text_[next];
        if (is_opening_quote(c) || (c == '"' && !closes_[next])) return true;
        std::size_t at = start_of_word(next);
        if (at == text_.size() || !is_upper(text_[at])) return false;
        std::u32string word;
        for (; at < text_.size() && (is_word(text_[at]) || plain(text_[at]) == '\''); ++at) {
            word.push_back(lower(plain(text_[at])));
            if (word.back() == '\'' && rules_.starters.contains(word)) return true;
        }
        return rules_.starters.contains(word);
    }

    const TokenRules::Hidden& rules_;
    const BoundaryJudge& judge_;
    std::size_t offset_;
    ParagraphText paragraph_;
    std::u32string& text_ = paragraph_.raw;
    std::vector<bool> closes_;  ///< for straight double quotes
    std::vector<bool> open_;    ///< such a quote is open
    std::vector<bool> inside_;  ///< of round brackets or an address
    std::vector<core::Span> sentences_;
};

}  // namespace

std::vector<core::Span> walk_boundaries(const CodePoints& document, const core::Span& paragraph,
                                        const TokenRules::Hidden& rules, const BoundaryJudge& judge) {
    return Walk(document, paragraph, rules, judge).run();
}

}  // namespace entente::text
