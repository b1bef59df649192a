#include "resolve/dates.hpp"

#include <algorithm>
#include <charconv>

#include "resolve/calendar.hpp"
#include "resolve/date_rules.hpp"
#include "text/unicode.hpp"

namespace entente::resolve {

namespace {

using core::Date;
using core::DatePrecision;

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() && number >= 0 ? std::optional(number)
                                                                                     : std::nullopt;
}

}  // namespace

/// Reads the dates of one sentence from left to right, the longest first at each place.
class DateScanner {
public:
    using Rules = DateFinder::Rules;

    DateScanner(const syntax::Sentence& sentence, const std::optional<Date>& published, const Rules& rules)
        : sentence_(sentence), published_(published), rules_(rules) {
        words_.reserve(sentence.size());
        for (const syntax::Token& token : sentence.tokens) words_.push_back(text::to_lower(token.form));
    }

    std::vector<DateExpression> run() {
        std::vector<DateExpression> found;
        for (std::size_t at = 0; at < words_.size();) {
            begin_ = at;
            end_ = at;
            clock_ = false;
            if (const std::size_t exception = past(rules_.exceptions, at); exception > at) {
                at = exception;
                continue;
            }
            const std::optional<Date> date = read(at);
            if (end_ <= at) {
                ++at;
                continue;
            }
            if (date) found.push_back(expression(*date));
            at = end_;
        }
        return found;
    }

private:
    [[nodiscard]] DateExpression expression(const Date& date) const {
        return {date, core::cover(sentence_[begin_].span, sentence_[end_ - 1].span), begin_, end_ - 1, clock_};
    }

    /// The value of the longest phrase of the table at `at`; `end` is moved past it.
    template <typename Value>
    [[nodiscard]] const Value* phrase(const std::map<std::vector<std::string>, Value>& table, std::size_t at,
                                      std::size_t& end) const {
        constexpr std::size_t longest = 4;
        for (std::size_t length = std::min(longest, words_.size() - std::min(at, words_.size())); length > 0;
             --length) {
            const auto first = words_.begin() + static_cast<std::ptrdiff_t>(at);
            const auto found = table.find(std::vector<std::string>(first, first + static_cast<std::ptrdiff_t>(length)));
            if (found == table.end()) continue;
            end = at + length;
            return &found->second;
        }
        return nullptr;
    }
    template <typename Value>
    [[nodiscard]] std::size_t past(const std::map<std::vector<std::string>, Value>& table, std::size_t at) const {
        std::size_t end = at;
        return phrase(table, at, end) != nullptr ? end : at;
    }
    [[nodiscard]] bool is(std::size_t at, const std::set<std::string>& words) const {
        return at < words_.size() && words.contains(words_[at]);
    }
    [[nodiscard]] bool is_comma(std::size_t at) const { return at < words_.size() && words_[at] == ","; }

    /// 2, 2nd, `1er`: the day of a month at `at`.
    [[nodiscard]] std::optional<int> day_number(std::size_t at, std::size_t& end) const {
        if (at >= words_.size()) return std::nullopt;
        const std::string& word = words_[at];
        const std::size_t letters = word.find_first_not_of("0123456789");
        if (letters == 0 || word.size() > 4) return std::nullopt;
        if (letters != std::string::npos && !rules_.ordinals.contains(word.substr(letters))) return std::nullopt;
        const auto number = whole_number(std::string_view(word).substr(0, letters));
        if (!number || *number < 1 || *number > 31) return std::nullopt;
        end = at + 1;
        if (letters == std::string::npos && is(end, rules_.ordinals)) ++end;  // `1 er`
        return number;
    }

    [[nodiscard]] std::optional<int> year_number(std::size_t at) const {
        if (at >= words_.size() || words_[at].size() != 4) return std::nullopt;
        const auto number = whole_number(words_[at]);
        return number && *number >= 1900 && *number < 2100 ? number : std::nullopt;
    }

    /// A month at `at`, which is neither a modal verb nor a march.
    [[nodiscard]] std::optional<int> month(std::size_t at, std::size_t& end) const {
        std::size_t stop = at;
        const int* found = phrase(rules_.months, at, stop);
        if (found == nullptr) return std::nullopt;
        const syntax::Upos upos = sentence_[at].upos;
        if (upos == syntax::Upos::verb || upos == syntax::Upos::aux) return std::nullopt;
        end = stop;
        return *found;
    }

    std::optional<Date> read(std::size_t at) {
        if (const auto date = figures(at)) return date;
        if (const auto date = weekday_led(at); end_ > at) return date;
        if (const auto date = calendar(at); end_ > at) return date;
        if (const auto date = relative(at); end_ > at) return date;
        if (const auto date = clock(at); end_ > at) return date;
        return lone_year(at);
    }

    /// `11h45`, `9 h 19`, `3 p.m.`, `10:30 am`: the day of publication.
    std::optional<Date> clock(std::size_t at) {
        const std::string& word = words_[at];
        const std::size_t letters = word.find_first_not_of("0123456789:.");
        if (letters == 0 || word.size() > 6) return std::nullopt;
        const bool alone = letters == std::string::npos;
        const std::string unit = alone ? (at + 1 < words_.size() ? words_[at + 1] : "")
                                       : word.substr(letters, word.find_first_of("0123456789", letters) - letters);
        const auto hour = whole_number(std::string_view(word).substr(0, word.find_first_not_of("0123456789")));
        if (!hour || *hour > 24 || !rules_.clocks.contains(unit)) return std::nullopt;
        end_ = alone ? at + 2 : at + 1;
        if (alone && end_ < words_.size() && words_[end_].size() <= 2 && whole_number(words_[end_])) ++end_;
        clock_ = true;
        return known(DatePrecision::day) ? published_ : std::nullopt;
    }

    /// 2016-12-02, 02/12/2016, 2.12.2016
    std::optional<Date> figures(std::size_t at) {
        const std::string& word = words_[at];
        if (word.size() < 8 || word.size() > 10) return std::nullopt;
        std::vector<int> parts;
        std::string digits;
        for (const char c : word + "/") {
            if (c >= '0' && c <= '9') {
                digits += c;
            } else if (c == '/' || c == '-' || c == '.') {
                const auto number = whole_number(digits);
                if (!number) return std::nullopt;
                parts.push_back(*number);
                digits.clear();
            } else {
                return std::nullopt;
            }
        }
        if (parts.size() != 3) return std::nullopt;
        std::optional<Date> date;
        if (parts[0] > 31) {
            date = valid_day(parts[0], parts[1], parts[2]);
        } else if (parts[2] >= 1900) {
            const bool month_first =
                (rules_.month_first && parts[0] <= 12 && word.find('.') == std::string::npos) || parts[1] > 12;
            date = month_first ? valid_day(parts[2], parts[0], parts[1]) : valid_day(parts[2], parts[1], parts[0]);
        }
        if (date) end_ = at + 1;
        return date;
    }

    /// `Friday`, `vendredi soir`, `last Friday`, `vendredi dernier`, `Friday, December 2`, `vendredi 2 décembre 2016`
    std::optional<Date> weekday_led(std::size_t at) {
        std::size_t name = at;
        const int* step = phrase(rules_.steps_before, at, name);
        std::size_t end = name;
        const int* weekday = phrase(rules_.weekdays, name, end);
        if (weekday == nullptr) return std::nullopt;
        end = past(rules_.day_parts, end);
        const std::size_t next = is_comma(end) ? end + 1 : end;
        if (next < words_.size()) {
            if (const auto date = calendar(next, false); end_ > next) return date;
        }
        if (const int* after = phrase(rules_.steps_after, end, end)) step = after;
        end_ = past(rules_.day_parts, end);
        if (!known(DatePrecision::day)) return std::nullopt;
        const long today = core::to_days(*published_);
        const long back = (core::weekday(*published_) - *weekday + 7) % 7;
        if (step != nullptr && *step < 0) return core::from_days(today - (back == 0 ? 7 : back));
        const bool ahead = (step != nullptr && *step > 0) || is_future(name);
        if (!ahead || (back == 0 && (step == nullptr || *step == 0))) return core::from_days(today - back);
        return core::from_days(today - back + 7);
    }

    /// Dates of the calendar: with day and month, month and year, or, where it is clear that a month is meant, a month.
    std::optional<Date> calendar(std::size_t at, bool lone_month_too = true) {
        std::size_t end = at;
        std::size_t month_at = at;
        std::optional<int> day = day_number(at, month_at);
        if (day && is(month_at, rules_.links)) ++month_at;
        std::optional<int> name = month(month_at, end);
        if (day && !name) return std::nullopt;
        if (!name) return lone_month_too ? lone_month(at) : std::nullopt;
        std::size_t day_end = end;
        if (!day) {
            day = day_number(end, day_end);
            if (day) end = day_end;
        }
        std::optional<int> year;
        const std::size_t year_at = is_comma(end) || is(end, rules_.links) ? end + 1 : end;
        if ((year = year_number(year_at))) end = year_at + 1;
        if (!day && !year) return lone_month_too ? lone_month(at) : std::nullopt;
        const int* step = year ? nullptr : phrase(rules_.steps_after, end, end);
        end_ = end;
        if (year && day) return valid_day(*year, *name, *day);
        if (year) return Date{*year, *name, 1, DatePrecision::month};
        return published_ ? day_near(*published_, *name, *day, direction(step, month_at)) : std::nullopt;
    }

    /// `in May`, `début mai`, `mid-March`, `last October`, `en juillet dernier`
    std::optional<Date> lone_month(std::size_t at) {
        std::size_t name_at = at;
        const int* step = phrase(rules_.steps_before, at, name_at);
        std::size_t after_part = past(rules_.parts, name_at);
        const bool part = after_part > name_at;
        name_at = after_part;
        std::size_t end = name_at;
        std::optional<int> name = month(name_at, end);
        bool joined = false;
        if (!name) {
            name = month_behind_hyphen(name_at);
            joined = name.has_value();
            end = name_at + 1;
        }
        if (!name) return std::nullopt;
        std::size_t year_at = is_comma(end) || is(end, rules_.links) ? end + 1 : end;
        if (const auto year = year_number(year_at)) {
            end_ = year_at + 1;
            return Date{*year, *name, 1, DatePrecision::month};
        }
        const int* after = phrase(rules_.steps_after, end, end);
        if (after != nullptr) step = after;
        const bool introduced = at > 0 && is(at - 1, rules_.before_month);
        if (step == nullptr && !part && !joined && !introduced) return std::nullopt;
        end_ = end;
        if (!known(DatePrecision::month)) return std::nullopt;
        return month_near(*published_, *name, direction(step, name_at));
    }

    /// `mid-March`, `mi-avril` in one token.
    [[nodiscard]] std::optional<int> month_behind_hyphen(std::size_t at) const {
        if (at >= words_.size()) return std::nullopt;
        const std::size_t hyphen = words_[at].find('-');
        if (hyphen == std::string::npos || !rules_.parts.contains({words_[at].substr(0, hyphen)})) return std::nullopt;
        const auto found = rules_.months.find({words_[at].substr(hyphen + 1)});
        return found == rules_.months.end() ? std::nullopt : std::optional(found->second);
    }

    /// `yesterday`, `last week`, `two days ago`, `this morning`
    std::optional<Date> relative(std::size_t at) {
        std::size_t end = at;
        if (const int* days = phrase(rules_.days, at, end)) {
            end_ = past(rules_.day_parts, end);
            return known(DatePrecision::day) ? std::optional(core::from_days(core::to_days(*published_) + *days))
                                             : std::nullopt;
        }
        if (const auto date = ago(at); end_ > at) return date;
        const int* step = phrase(rules_.steps_before, at, end);
        if (step != nullptr) {
            if (const int* second = phrase(rules_.steps_before, end, end)) step = second;  // `ces derniers jours`
        }
        std::size_t noun = end;
        const bool counted = number(end, noun).has_value() && step != nullptr;
        if (!counted) noun = end;
        std::size_t stop = noun;
        if (past(rules_.day_parts, noun) > noun && !counted) {
            stop = past(rules_.day_parts, noun);
            if (const int* after = phrase(rules_.steps_after, stop, stop)) step = after;
            if (step == nullptr) return std::nullopt;
            end_ = stop;
            return known(DatePrecision::day) ? std::optional(core::from_days(core::to_days(*published_) + *step))
                                             : std::nullopt;
        }
        const TimeUnit* unit = phrase(rules_.units, noun, stop);
        if (unit == nullptr) return std::nullopt;
        if (const int* after = phrase(rules_.steps_after, stop, stop)) step = after;
        if (step == nullptr) return std::nullopt;
        end_ = stop;
        // `the last three months` is no date; days and weeks are short enough to name their month.
        if (counted && *unit != TimeUnit::day && *unit != TimeUnit::week) return std::nullopt;
        return stepped(*unit, counted ? 0 : *step);
    }

    [[nodiscard]] std::optional<Date> stepped(TimeUnit unit, int step) const {
        if (!published_) return std::nullopt;
        if (unit == TimeUnit::year) return Date{published_->year + step, 1, 1, DatePrecision::year};
        if (!known(DatePrecision::month)) return std::nullopt;
        if (unit == TimeUnit::month) return core::add_months(*published_, step);
        if (!known(DatePrecision::day)) return std::nullopt;
        // Dates know no weeks: the month in which it lies.
        return month_of(core::from_days(core::to_days(*published_) + (unit == TimeUnit::week ? 7 : 1) * step));
    }

    /// `two days ago`, `il y a deux jours`
    std::optional<Date> ago(std::size_t at) {
        const std::size_t begin = past(rules_.ago_before, at);
        std::size_t noun = begin;
        const auto count = number(begin, noun);
        std::size_t end = noun;
        const TimeUnit* unit = count ? phrase(rules_.units, noun, end) : nullptr;
        if (unit == nullptr) return std::nullopt;
        if (begin == at) {
            const std::size_t stop = past(rules_.ago_after, end);
            if (stop == end) return std::nullopt;
            end = stop;
        }
        end_ = end;
        if (!known(DatePrecision::day)) return std::nullopt;
        const long today = core::to_days(*published_);
        switch (*unit) {
            case TimeUnit::day: return core::from_days(today - *count);
            case TimeUnit::week: return month_of(core::from_days(today - 7L * *count));
            case TimeUnit::month: return core::add_months(*published_, -*count);
            case TimeUnit::year: break;
        }
        if (*count >= published_->year) return std::nullopt;
        return year_of({published_->year - *count, 1, 1, DatePrecision::year});
    }

    /// `three`, `3`, `a` at `at`, where the language counts so.
    [[nodiscard]] std::optional<int> number(std::size_t at, std::size_t& end) const {
        if (at >= words_.size()) return std::nullopt;
        if (const int* found = phrase(rules_.numbers, at, end)) return *found;
        const auto figure = words_[at].size() <= 3 ? whole_number(words_[at]) : std::nullopt;
        if (figure) end = at + 1;
        return figure;
    }

    /// `in 2012`, `the 2012 election`, but not `2012 soldiers`.
    std::optional<Date> lone_year(std::size_t at) {
        const auto year = year_number(at);
        if (!year || at == 0) return std::nullopt;
        const syntax::Token* next = at + 1 < words_.size() ? &sentence_[at + 1] : nullptr;
        const bool noun = next != nullptr && (next->upos == syntax::Upos::noun || next->upos == syntax::Upos::adj ||
                                              next->upos == syntax::Upos::sym || next->upos == syntax::Upos::num);
        const bool introduced = is(at - 1, rules_.before_year) && !noun;
        const bool attribute =
            is(at - 1, rules_.articles) && noun && !next->has("Number", "Plur") && next->upos != syntax::Upos::num;
        if (!introduced && !attribute) return std::nullopt;
        end_ = at + 1;
        return Date{*year, 1, 1, DatePrecision::year};
    }

    [[nodiscard]] bool known(DatePrecision precision) const { return published_ && published_->precision >= precision; }

    [[nodiscard]] bool is_future(std::size_t at) const { return speaks_of_future(sentence_, at, rules_.future); }
    [[nodiscard]] Direction direction(const int* step, std::size_t at) const {
        if (step == nullptr) return is_future(at) ? Direction::ahead : Direction::past;
        return *step < 0 ? Direction::step_back : *step > 0 ? Direction::step_ahead : Direction::here;
    }

    const syntax::Sentence& sentence_;
    const std::optional<Date>& published_;
    const Rules& rules_;
    std::vector<std::string> words_;
    std::size_t begin_ = 0;  ///< first token of what is being read
    bool clock_ = false;     ///< what was read is a time of day
    std::size_t end_ = 0;    ///< past its last token; at begin_ if nothing was read
};

DateFinder::DateFinder(const std::filesystem::path& dates_tsv) : rules_(std::make_unique<Rules>(dates_tsv)) {}
DateFinder::DateFinder(DateFinder&&) noexcept = default;
DateFinder& DateFinder::operator=(DateFinder&&) noexcept = default;
DateFinder::~DateFinder() = default;

std::vector<DateExpression> DateFinder::find(const syntax::Sentence& sentence,
                                             const std::optional<core::Date>& published) const {
    return DateScanner(sentence, published, *rules_).run();
}

}  // namespace entente::resolve
