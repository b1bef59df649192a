#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace entente::core {

enum class DatePrecision { year, month, day };

/// A day, month or year of the Gregorian calendar. Fields finer than the precision are 1.
struct Date {
    int year = 1;
    int month = 1;
    int day = 1;
    DatePrecision precision = DatePrecision::day;

    friend auto operator<=>(const Date&, const Date&) = default;
};

/// Reads `2016`, `2016-12`, `2016-12-02`; a time of day behind a day (`T…` or a space) is passed over.
/// Empty if it is none of these or no such day exists.
[[nodiscard]] std::optional<Date> parse_date(std::string_view iso);

/// The ISO 8601 form at the date's own precision.
[[nodiscard]] std::string to_string(const Date& date);

/// Days since 1970-01-01 of the first day of `date`.
[[nodiscard]] long to_days(const Date& date);
/// The day that lies `days` after 1970-01-01.
[[nodiscard]] Date from_days(long days);
/// 0 is Monday, 6 Sunday.
[[nodiscard]] int weekday(const Date& date);
/// The last day that `date` covers: 2016-02 gives 2016-02-29.
[[nodiscard]] Date last_day(const Date& date);
/// The month that lies `months` after the month of `date` (negative: before).
[[nodiscard]] Date add_months(const Date& date, int months);

}  // namespace entente::core
