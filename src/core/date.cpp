#include "core/date.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace entente::core {

namespace {

std::chrono::sys_days first_day(const Date& date) {
    using namespace std::chrono;
    return sys_days(year(date.year) / month(static_cast<unsigned>(date.month)) / day(static_cast<unsigned>(date.day)));
}

Date from_calendar(const std::chrono::year_month_day& day) {
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day())), DatePrecision::day};
}

std::optional<int> digits(std::string_view text, std::size_t begin, std::size_t count) {
    if (text.size() < begin + count) return std::nullopt;
    int value = 0;
    const char* first = text.data() + begin;
    const auto [end, problem] = std::from_chars(first, first + count, value);
    if (problem != std::errc() || end != first + count || *first == '-') return std::nullopt;
    return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
    const auto year = digits(iso, 0, 4);
    if (!year || *year == 0) return std::nullopt;
    if (iso.size() == 4) return Date{*year, 1, 1, DatePrecision::year};
    const auto month = digits(iso, 5, 2);
    if (iso[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    if (iso.size() == 7) return Date{*year, *month, 1, DatePrecision::month};
    const auto day = digits(iso, 8, 2);
    if (iso[7] != '-' || !day) return std::nullopt;
    if (iso.size() > 10 && iso[10] != 'T' && iso[10] != ' ') return std::nullopt;
    const Date date{*year, *month, *day, DatePrecision::day};
    const std::chrono::year_month_day calendar{std::chrono::year(*year),
                                               std::chrono::month(static_cast<unsigned>(*month)),
                                               std::chrono::day(static_cast<unsigned>(*day))};
    return calendar.ok() ? std::optional(date) : std::nullopt;
}

std::string to_string(const Date& date) {
    char text[16];
    switch (date.precision) {
        case DatePrecision::year: std::snprintf(text, sizeof text, "%04d", date.year); break;
        case DatePrecision::month: std::snprintf(text, sizeof text, "%04d-%02d", date.year, date.month); break;
        case DatePrecision::day:
            std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
            break;
    }
    return text;
}

long to_days(const Date& date) {
    return static_cast<long>(first_day(date).time_since_epoch().count());
}

Date from_days(long days) {
    return from_calendar(std::chrono::sys_days(std::chrono::days(static_cast<int>(days))));
}

int weekday(const Date& date) {
    return static_cast<int>(std::chrono::weekday(first_day(date)).iso_encoding()) - 1;
}

Date last_day(const Date& date) {
    using namespace std::chrono;
    switch (date.precision) {
        case DatePrecision::day: return date;
        case DatePrecision::month:
            return from_calendar(sys_days(year(date.year) / month(static_cast<unsigned>(date.month)) / last));
        case DatePrecision::year: break;
    }
    return {date.year, 12, 31, DatePrecision::day};
}

Date add_months(const Date& date, int months) {
    const int count = date.year * 12 + (date.month - 1) + months;
    return {count / 12, count % 12 + 1, 1, DatePrecision::month};
}

}  // namespace entente::core
