#include "base/strings.hpp"

#include <doctest/doctest.h>

using namespace entente::base;
using Pieces = std::vector<std::string>;

TEST_CASE("splitting keeps empty pieces") {
    CHECK(split("a,b,,c", ',') == Pieces{"a", "b", "", "c"});
    CHECK(split(",", ',') == Pieces{"", ""});
    CHECK(split("", ',') == Pieces{""});
    CHECK(split("abc", ',') == Pieces{"abc"});
}

TEST_CASE("splitting a list drops empty pieces and the space around them") {
    CHECK(split_list(" a | b b ||c| ", '|') == Pieces{"a", "b b", "c"});
    CHECK(split_list("", '|').empty());
    CHECK(split_list(" | ", '|').empty());
}

TEST_CASE("trimming takes ASCII white space from both ends only") {
    CHECK(trim("  a b\t\r\n") == "a b");
    CHECK(trim(" \t ").empty());
    CHECK(trim("").empty());
    CHECK(trim("\u00A0x") == "\u00A0x");
}

TEST_CASE("joining is the inverse of splitting") {
    CHECK(join({}, ", ").empty());
    CHECK(join({"a"}, ", ") == "a");
    CHECK(join(split("a--b-", '-'), "-") == "a--b-");
}

TEST_CASE("replacing does not look at what it has put in") {
    CHECK(replace_all("aaa", "a", "aa") == "aaaaaa");
    CHECK(replace_all("a.b.c", ".", "") == "abc");
    CHECK(replace_all("abc", "", "x") == "abc");
    CHECK(replace_all("", "a", "b").empty());
}
