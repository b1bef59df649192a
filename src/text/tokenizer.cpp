#include "text/tokenizer.hpp"

#include <algorithm>
#include <optional>

#include "text/characters.hpp"
#include "text/token_rules.hpp"

namespace entente::text {

namespace {

/// A stretch of the sentence that becomes one token; indices count from the sentence's beginning.
struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t cut = 0;  ///< where its second word begins (`do|n't`); 0 if it has only one
};

bool is_symbol_run(char32_t c) {
    return c == '-' || c == '*' || c == '=' || c == '~' || c == '#' || c == '<' || c == '>' || c == '\'' || c == '+' ||
           c == U'‐';
}
bool is_stop(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == U'…';
}

class Tokenizer {
public:
    Tokenizer(const CodePoints& document, const core::Span& sentence, const TokenRules::Hidden& rules)
        : document_(document), sentence_(sentence), rules_(rules) {
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            raw_.push_back(document[i]);
            plain_.push_back(plain(document[i]));
            lower_.push_back(lower(plain_.back()));
        }
    }

    std::vector<SurfaceToken> run() {
        for (std::size_t at = 0; at < raw_.size();) {
            if (is_space(raw_[at])) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < raw_.size() && !is_space(raw_[end])) ++end;
            cut_chunk(at, end);
            at = end;
        }
        if (rules_.spaced_numbers) join_numbers();
        if (rules_.possessive_apostrophe) join_possessives();
        return tokens();
    }

private:
    [[nodiscard]] std::u32string_view lower_view(std::size_t begin, std::size_t end) const {
        return std::u32string_view(lower_).substr(begin, end - begin);
    }
    [[nodiscard]] std::u32string lower_copy(std::size_t begin, std::size_t end) const {
        return std::u32string(lower_view(begin, end));
    }
    [[nodiscard]] bool word_at(std::size_t at) const { return at < raw_.size() && is_word(raw_[at]); }
    [[nodiscard]] bool digit_at(std::size_t at) const { return at < raw_.size() && is_digit(raw_[at]); }
    [[nodiscard]] bool letter_at(std::size_t at) const { return at < raw_.size() && is_letter(raw_[at]); }

    void cut_chunk(std::size_t begin, std::size_t end) {
        const std::size_t start = begin;
        while (begin < end) {
            std::size_t stop = address_end(begin, end);
            if (stop == begin) stop = whole_end(begin, end);
            if (stop == begin) stop = signed_end(begin, end, begin == start);
            if (stop > begin) {
                pieces_.push_back({begin, stop, 0});
            } else if (is_word(raw_[begin])) {
                stop = word_end(begin, end);
                cut_word(begin, stop);
            } else {
                stop = symbol_end(begin, end);
                pieces_.push_back({begin, stop, 0});
            }
            begin = stop;
        }
    }

    /// The end of a web or mail address, a handle or a hashtag at `begin`; `begin` if there is none.
    [[nodiscard]] std::size_t address_end(std::size_t begin, std::size_t end) const {
        const std::u32string_view rest = lower_view(begin, end);
        const bool tag = (raw_[begin] == '@' || raw_[begin] == '#') && begin + 1 < end && letter_at(begin + 1);
        if (tag) {
            std::size_t at = begin + 1;
            while (at < end &&
                   (is_word(raw_[at]) || (raw_[at] == '.' && raw_[begin] == '@' && at + 1 < end && word_at(at + 1))))
                ++at;
            return at;
        }
        const bool web = rest.starts_with(U"http://") || rest.starts_with(U"https://") || rest.starts_with(U"www.") ||
                         rest.starts_with(U"ftp://");
        const std::size_t at_sign = rest.find(U'@');
        const bool mail = is_word(raw_[begin]) && at_sign != rest.npos && rest.find(U'.', at_sign) != rest.npos &&
                          rest.find_first_of(U"()<>,;:\"[]") >= rest.find_last_of(U'.');
        if (!web && !mail) return begin;
        std::size_t stop = end;
        if (const std::size_t bracket = rest.find_first_of(U"<>\"»”«"); bracket != rest.npos) stop = begin + bracket;
        while (stop > begin + 1 && !is_word(raw_[stop - 1]) && raw_[stop - 1] != '/') --stop;
        return stop;
    }

    /// The end of the longest entry of the list of uncut words at `begin`; `begin` if there is none.
    [[nodiscard]] std::size_t whole_end(std::size_t begin, std::size_t end) const {
        if (begin > 0 && is_word(raw_[begin]) && is_word(raw_[begin - 1])) return begin;
        for (std::size_t stop = std::min(end, begin + rules_.longest_whole); stop > begin; --stop) {
            const bool ends_word = stop == end || !is_word(raw_[stop]) || !is_word(raw_[stop - 1]);
            const bool continues = stop < end && plain_[stop] == '-' && word_at(stop + 1);
            if (ends_word && !continues && rules_.whole.contains(lower_copy(begin, stop))) return stop;
        }
        return begin;
    }

    /// `-0,8`, `+14` and a clitic that stands apart from its word (`Russia 's`, `a -t-il`).
    [[nodiscard]] std::size_t signed_end(std::size_t begin, std::size_t end, bool first) const {
        if (!first || is_word(raw_[begin])) return begin;
        for (const Suffix& suffix : rules_.suffixes) {
            if (suffix.form.size() <= end - begin && lower_view(begin, end).starts_with(suffix.form) &&
                (begin + suffix.form.size() == end || !word_at(begin + suffix.form.size()))) {
                return begin + suffix.form.size();
            }
        }
        const bool sign = plain_[begin] == '-' || raw_[begin] == '+' || raw_[begin] == U'−';
        if (!sign || begin + 1 >= end || !digit_at(begin + 1)) return begin;
        std::size_t stop = begin + 1;
        while (stop < end && (is_digit(raw_[stop]) || ((raw_[stop] == ',' || raw_[stop] == '.') && digit_at(stop + 1))))
            ++stop;
        return stop;
    }

    /// Does the character at `at`, which is neither letter nor digit, join the word before it to what follows?
    [[nodiscard]] bool joins(std::size_t begin, std::size_t at, std::size_t end) const {
        const char32_t c = plain_[at];
        const bool next_word = at + 1 < end && word_at(at + 1);
        const bool digits = digit_at(at - 1) && at + 1 < end && digit_at(at + 1);
        if (c == '\'') return next_word || rules_.elisions.contains(lower_copy(begin, at + 1));
        if (c == '-') return next_word;
        if (c == '.') return next_word || keeps_full_stop(begin, at, end);
        if (c == ',' || c == ':' || c == '/') return digits;
        if (c == '&') return next_word && letter_at(at - 1) && at + 1 < end && letter_at(at + 1);
        if (c == '@') return next_word;
        if (c == '$')
            return at + 1 == end || digit_at(at + 1) ? is_upper(raw_[begin]) && at - begin <= 3 && letter_at(at - 1)
                                                     : false;
        return false;
    }

    /// `J.`, `U.S.`, `etc.`: a full stop that belongs to the word before it.
    [[nodiscard]] bool keeps_full_stop(std::size_t begin, std::size_t at, std::size_t end) const {
        if (at + 1 < end && is_stop(raw_[at + 1])) return false;
        std::size_t start = begin;
        for (std::size_t i = begin; i < at; ++i) {
            if (plain_[i] == '\'' && rules_.elisions.contains(lower_copy(start, i + 1))) start = i + 1;
        }
        if (start == at) return false;
        const bool last = at + 1 == raw_.size();
        const std::u32string word(std::u32string_view(plain_).substr(start, at - start));
        auto found = rules_.abbreviations.find(word);
        if (found == rules_.abbreviations.end()) {
            std::u32string small = word;
            small.front() = lower(small.front());
            found = rules_.abbreviations.find(small);
        }
        if (found != rules_.abbreviations.end()) {
            return !last || (found->second == Abbreviation::any);
        }
        bool letter = false;
        for (const char32_t c : word) {
            if (is_letter(c) ? letter : c != '.' && c != '-') return false;
            letter = is_letter(c);
        }
        return word.size() > 1 || (!last && is_upper(word.front()));
    }

    [[nodiscard]] std::size_t word_end(std::size_t begin, std::size_t end) const {
        std::size_t at = begin;
        while (at < end) {
            if (is_word(raw_[at])) {
                ++at;
            } else if (joins(begin, at, end)) {
                ++at;
            } else if (const std::size_t bracket = bracketed_ending(at, end); bracket > at) {
                at = bracket;
            } else {
                break;
            }
        }
        return at;
    }

    /// `traité(e)`: past the bracket, if it holds an ending and belongs to the word.
    [[nodiscard]] std::size_t bracketed_ending(std::size_t at, std::size_t end) const {
        if (!rules_.bracketed_endings || raw_[at] != '(') return at;
        std::size_t close = at + 1;
        while (close < end && letter_at(close)) ++close;
        return close < end && raw_[close] == ')' && close > at + 1 && close - at <= 5 ? close + 1 : at;
    }

    [[nodiscard]] std::size_t symbol_end(std::size_t begin, std::size_t end) const {
        std::size_t stop = begin + 1;
        if (is_stop(raw_[begin])) {
            while (stop < end && is_stop(raw_[stop])) ++stop;
        } else if (is_symbol_run(raw_[begin]) || raw_[begin] == U'’') {
            while (stop < end && raw_[stop] == raw_[begin]) ++stop;
        }
        return stop;
    }

    void cut_word(std::size_t begin, std::size_t end) {
        if (rules_.whole.contains(lower_copy(begin, end))) return pieces_.push_back({begin, end, 0});
        for (std::size_t at = begin; at < end; ++at) {
            if (plain_[at] != '\'') continue;
            if (!rules_.elisions.contains(lower_copy(begin, at + 1))) break;
            pieces_.push_back({begin, at + 1, 0});
            if (at + 1 < end) cut_word(at + 1, end);
            return;
        }
        if (rules_.cut_hyphens && cut_hyphen(begin, end)) return;
        for (const Suffix& suffix : rules_.suffixes) {
            if (suffix.form.size() >= end - begin || !lower_view(begin, end).ends_with(suffix.form)) continue;
            const std::size_t at = end - suffix.form.size();
            if (!is_word(raw_[at - 1]) && raw_[at - 1] != '.') continue;
            if (suffix.multiword) return pieces_.push_back({begin, end, at});
            cut_word(begin, at);
            return pieces_.push_back({at, end, 0});
        }
        if (const std::size_t unit = unit_begin(begin, end); unit > begin) {
            pieces_.push_back({begin, unit, 0});
            begin = unit;
        }
        pieces_.push_back({begin, end, 0});
    }

    /// Cuts `US-backed` into three, unless its first part keeps its hyphen or it is a number like `555-0199`.
    bool cut_hyphen(std::size_t begin, std::size_t end) {
        const std::size_t hyphen = lower_view(begin, end).find(U'-');
        if (hyphen == std::u32string_view::npos || hyphen == 0 || begin + hyphen + 1 == end) return false;
        const std::size_t at = begin + hyphen;
        if (rules_.prefixes.contains(lower_copy(begin, at)) || is_code(begin, end)) return false;
        cut_word(begin, at);
        pieces_.push_back({at, at + 1, 0});
        cut_word(at + 1, end);
        return true;
    }

    /// Telephone numbers, dates in figures and file names.
    [[nodiscard]] bool is_code(std::size_t begin, std::size_t end) const {
        std::size_t digits = 0;
        std::size_t letters = 0;
        std::size_t hyphens = 0;
        std::size_t last_hyphen = begin;
        for (std::size_t i = begin; i < end; ++i) {
            if (is_digit(raw_[i])) ++digits;
            if (is_letter(raw_[i])) ++letters;
            if (plain_[i] == '-') ++hyphens, last_hyphen = i;
        }
        if (letters > 0 || digits == 0) return false;
        return hyphens > 1 || (last_hyphen - begin == 3 && end - last_hyphen == 5);
    }

    /// Where the unit begins in `5pm` or `30km`; `begin` if there is none.
    [[nodiscard]] std::size_t unit_begin(std::size_t begin, std::size_t end) const {
        std::size_t at = begin;
        while (at < end && (is_digit(raw_[at]) || (at > begin && !is_letter(raw_[at])))) ++at;
        return at > begin && at < end && is_digit(raw_[at - 1]) && rules_.units.contains(lower_copy(at, end)) ? at
                                                                                                              : begin;
    }

    [[nodiscard]] bool all_digits(const Piece& piece) const {
        return std::all_of(raw_.begin() + static_cast<std::ptrdiff_t>(piece.begin),
                           raw_.begin() + static_cast<std::ptrdiff_t>(piece.end), is_digit);
    }

    /// `10 000` becomes one token.
    void join_numbers() {
        std::vector<Piece> joined;
        bool open = false;  // the last piece may take another group
        for (const Piece& piece : pieces_) {
            const std::size_t size = piece.end - piece.begin;
            const bool digits = all_digits(piece);
            const bool group = size >= 3 && is_digit(raw_[piece.begin]) && is_digit(raw_[piece.begin + 1]) &&
                               is_digit(raw_[piece.begin + 2]) && (size == 3 || raw_[piece.begin + 3] == ',');
            if (open && group && piece.begin == joined.back().end + 1) {
                joined.back().end = piece.end;
                open = size == 3;
                continue;
            }
            joined.push_back(piece);
            open = digits && size <= 3 && raw_[piece.begin] != '0';
        }
        pieces_ = std::move(joined);
    }

    /// `states '` written together becomes one token of two words, unless a single quote is open.
    void join_possessives() {
        std::vector<Piece> joined;
        bool quoted = false;
        for (const Piece& piece : pieces_) {
            const bool apostrophe = piece.end == piece.begin + 1 && plain_[piece.begin] == '\'';
            const bool touches = !joined.empty() && joined.back().end == piece.begin && letter_at(piece.begin - 1);
            if (apostrophe && !touches) quoted = true;
            if (apostrophe && touches && quoted) {
                quoted = false;
            } else if (apostrophe && touches && joined.back().cut == 0 && lower_[piece.begin - 1] == 's') {
                joined.back().cut = piece.begin;
                joined.back().end = piece.end;
                continue;
            }
            joined.push_back(piece);
        }
        pieces_ = std::move(joined);
    }

    [[nodiscard]] core::Span span_of(std::size_t begin, std::size_t end) const {
        return {sentence_.begin + begin, sentence_.begin + end};
    }
    /// Normalised, unless nothing is left then (soft hyphens alone).
    [[nodiscard]] std::string written(const core::Span& span) const {
        std::string form = normalise(document_.slice(span));
        return form.empty() ? std::string(document_.slice(span)) : form;
    }
    [[nodiscard]] SurfaceWord word_of(std::size_t begin, std::size_t end) const {
        const core::Span span = span_of(begin, end);
        return {written(span), span};
    }

    [[nodiscard]] std::vector<SurfaceToken> tokens() const {
        std::vector<SurfaceToken> result;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            const Piece& piece = pieces_[i];
            SurfaceToken token;
            token.span = span_of(piece.begin, piece.end);
            token.form = written(token.span);
            token.space_after = token.span.end >= document_.size() || is_space(document_[token.span.end]);
            if (piece.cut > 0) {
                token.words = {word_of(piece.begin, piece.cut), word_of(piece.cut, piece.end)};
            } else {
                token.words = contracted(i);
            }
            if (token.words.empty()) token.words = {{token.form, token.span}};
            token.multiword = token.words.size() > 1;
            result.push_back(std::move(token));
        }
        return result;
    }

    /// The words of a contraction, or none.
    [[nodiscard]] std::vector<SurfaceWord> contracted(std::size_t index) const {
        const Piece& piece = pieces_[index];
        const std::u32string letters = lower_copy(piece.begin, piece.end);
        const Contraction* contraction = rules_.contraction(letters);
        if (contraction == nullptr) return {};
        if (contraction->ambiguous) {
            const auto neighbour = [this](const Piece& other) { return lower_copy(other.begin, other.end); };
            const auto before = index == 0 ? std::nullopt : std::optional(neighbour(pieces_[index - 1]));
            const auto after =
                index + 1 == pieces_.size() ? std::nullopt : std::optional(neighbour(pieces_[index + 1]));
            if (contraction->evidence(before, after) <= 0) return {};
        }
        std::vector<SurfaceWord> words;
        if (contraction->letters() == letters) {
            std::size_t at = piece.begin;
            for (const std::u32string& word : contraction->words) {
                words.push_back(word_of(at, at + word.size()));
                at += word.size();
            }
            return words;
        }
        const bool capital = is_upper(raw_[piece.begin]);
        const bool capitals = capital && is_upper(raw_[piece.end - 1]);
        for (std::u32string word : contraction->words) {
            for (std::size_t i = 0; i < word.size(); ++i) {
                if (capitals || (capital && words.empty() && i == 0)) word[i] = upper(word[i]);
            }
            words.push_back({to_utf8(word), span_of(piece.begin, piece.end)});
        }
        return words;
    }

    const CodePoints& document_;
    core::Span sentence_;
    const TokenRules::Hidden& rules_;
    std::u32string raw_, plain_, lower_;
    std::vector<Piece> pieces_;
};

}  // namespace

std::vector<SurfaceToken> tokenize(const CodePoints& document, const core::Span& sentence, const TokenRules& rules) {
    return Tokenizer(document, sentence, rules.hidden()).run();
}

}  // namespace entente::text
