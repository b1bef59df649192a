#include "resolve/calendar.hpp"

#include "text/unicode.hpp"

namespace entente::resolve {

namespace {

using core::Date;
using core::DatePrecision;

/// A day and month without a year that lies at most this many days ahead is taken as announced, not as long past.
constexpr long announced_ahead = 45;

bool is_auxiliary(const syntax::Token& token) {
    return token.deprel == syntax::Deprel::aux || token.deprel == syntax::Deprel::aux_pass ||
           token.deprel == syntax::Deprel::cop;
}

}  // namespace

std::optional<Date> valid_day(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || year < 1) return std::nullopt;
    const Date date{year, month, day, DatePrecision::day};
    return day <= core::last_day({year, month, 1, DatePrecision::month}).day ? std::optional(date) : std::nullopt;
}

Date month_of(const Date& date) {
    return {date.year, date.month, 1, DatePrecision::month};
}
Date year_of(const Date& date) {
    return {date.year, 1, 1, DatePrecision::year};
}

std::optional<Date> day_near(const Date& published, int month, int day, Direction direction) {
    if (published.precision == DatePrecision::year) return valid_day(published.year, month, day);
    if (published.precision == DatePrecision::month && published.month != month) return std::nullopt;
    const auto same_year = valid_day(published.year, month, day);
    if (!same_year || published.precision == DatePrecision::month) return same_year;
    const long ahead = core::to_days(*same_year) - core::to_days(published);
    const bool forward = direction == Direction::ahead || direction == Direction::step_ahead;
    const bool back = direction == Direction::step_back || (!forward && ahead > announced_ahead);
    if (ahead > 0 && back) return valid_day(published.year - 1, month, day);
    if (ahead < -announced_ahead && forward) return valid_day(published.year + 1, month, day);
    return same_year;
}

Date month_near(const Date& published, int month, Direction direction) {
    int year = published.year;
    switch (direction) {
        case Direction::here: break;
        case Direction::past: year -= month > published.month ? 1 : 0; break;
        case Direction::step_back: year -= month >= published.month ? 1 : 0; break;
        case Direction::ahead: year += month < published.month ? 1 : 0; break;
        case Direction::step_ahead: year += month <= published.month ? 1 : 0; break;
    }
    return {year, month, 1, DatePrecision::month};
}

bool speaks_of_future(const syntax::Sentence& sentence, std::size_t at, const std::set<std::string>& lemmas) {
    const auto future = [&lemmas](const syntax::Token& token) {
        return token.has("Tense", "Fut") || lemmas.contains(text::to_lower(token.lemma));
    };
    int node = static_cast<int>(at);
    for (std::size_t steps = 0; node >= 0 && steps < sentence.size(); ++steps) {
        const auto index = static_cast<std::size_t>(node);
        const syntax::Token& token = sentence[index];
        if (future(token)) return true;
        for (const std::size_t child : sentence.children(index)) {
            if (is_auxiliary(sentence[child]) && future(sentence[child])) return true;
        }
        if (token.has("VerbForm", "Fin")) return false;
        node = token.head;
    }
    return false;
}

}  // namespace entente::resolve
