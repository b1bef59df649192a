#include "base/nearest.hpp"

#include <doctest/doctest.h>

using entente::base::edit_distance;
using entente::base::nearest;

TEST_CASE("letters inserted, deleted, replaced or swapped count one each, accented ones too") {
    CHECK(edit_distance("query", "query", 3) == 0);
    CHECK(edit_distance("qurey", "query", 3) == 1);
    CHECK(edit_distance("Zürich", "Zurich", 3) == 1);
    CHECK(edit_distance("Moscow", "moskau", 3) == 3);
    CHECK(edit_distance("", "abc", 3) == 3);
}

TEST_CASE("a distance beyond the limit is one more than the limit") {
    CHECK(edit_distance("abc", "xyzxyz", 2) == 3);
}

TEST_CASE("what is nearest comes first, and what is far does not come at all") {
    CHECK(nearest("Rusia", {"Romania", "Russia", "France"}) == std::vector<std::string>{"Russia"});
    CHECK(nearest("qqqq", {"Romania", "Russia"}).empty());
    CHECK(nearest("", {"Romania"}).empty());
}

TEST_CASE("a word that begins a known one is near it, and each is named once") {
    CHECK(nearest("nego", {"negotiate", "negotiate", "meet"}) == std::vector<std::string>{"negotiate"});
}
