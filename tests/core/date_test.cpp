#include "core/date.hpp"

#include <doctest/doctest.h>

using namespace entente::core;

namespace {

std::string read(std::string_view text) {
    const auto date = parse_date(text);
    return date ? to_string(*date) : "none";
}

}  // namespace

TEST_CASE("a date keeps its own precision") {
    CHECK(read("2016") == "2016");
    CHECK(read("2016-12") == "2016-12");
    CHECK(read("2016-12-02") == "2016-12-02");
    CHECK(read("0987-01-01") == "0987-01-01");
}

TEST_CASE("the time of day behind a day is passed over") {
    CHECK(read("2016-12-02T09:30:00Z") == "2016-12-02");
    CHECK(read("2016-12-02 09:30") == "2016-12-02");
}

TEST_CASE("what is no date, or no such day, is none") {
    for (const char* text :
         {"", "16", "20x6", "2016-", "2016-1", "2016-13", "2016-00", "2016-12-", "2016-12-2", "2016-12-32",
          "2016-02-30", "2015-02-29", "2016/12/02", "2016-12-02x", "0000", "-016", "2016-+1", "2016x12"}) {
        CAPTURE(text);
        CHECK(read(text) == "none");
    }
    CHECK(read("2016-02-29") == "2016-02-29");
    CHECK(read("2000-02-29") == "2000-02-29");
    CHECK(read("1900-02-29") == "none");
}

TEST_CASE("days are counted from 1970 in both directions") {
    CHECK(to_days(*parse_date("1970-01-01")) == 0);
    CHECK(to_days(*parse_date("1970-03")) == 59);
    CHECK(to_days(*parse_date("1969-12-31")) == -1);
    for (const long day : {-800'000L, -1L, 0L, 17'000L, 40'000L}) CHECK(to_days(from_days(day)) == day);
}

TEST_CASE("weeks begin on Monday") {
    CHECK(weekday(*parse_date("2016-12-05")) == 0);
    CHECK(weekday(*parse_date("2016-12-02")) == 4);
    CHECK(weekday(*parse_date("2016-12-04")) == 6);
}

TEST_CASE("the last day of a date is the last that it covers") {
    CHECK(to_string(last_day(*parse_date("2016-02"))) == "2016-02-29");
    CHECK(to_string(last_day(*parse_date("2015-02"))) == "2015-02-28");
    CHECK(to_string(last_day(*parse_date("2016"))) == "2016-12-31");
    CHECK(to_string(last_day(*parse_date("2016-12-02"))) == "2016-12-02");
}

TEST_CASE("months are added over the ends of years") {
    CHECK(to_string(add_months(*parse_date("2016-12-31"), 1)) == "2017-01");
    CHECK(to_string(add_months(*parse_date("2016-01"), -1)) == "2015-12");
    CHECK(to_string(add_months(*parse_date("2016-03"), -27)) == "2013-12");
    CHECK(to_string(add_months(*parse_date("2016-03"), 0)) == "2016-03");
}

TEST_CASE("dates are ordered by the day that they begin with") {
    CHECK(*parse_date("2016-12-02") < *parse_date("2016-12-03"));
    CHECK(*parse_date("2016-12") > *parse_date("2016-11-30"));
}
