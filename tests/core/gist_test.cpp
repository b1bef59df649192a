#include "core/gist.hpp"

#include <doctest/doctest.h>

using namespace entente::core;

namespace {

constexpr std::string_view dispatch =
    "The foreign ministers of Peru and Chile signed an agreement on fishing rights in Lima on Tuesday, officials said.";
constexpr std::string_view edited =
    "The foreign ministers of Peru and Chile signed an agreement on fishing rights in Lima Tuesday, officials said";
constexpr std::string_view other =
    "Peru accuses Chile of having sent trawlers into its waters after the talks between their ministers broke down.";

}  // namespace

TEST_CASE("a sentence with small edits is a copy, another about the same is not") {
    CHECK(is_copy(gist(dispatch), gist(dispatch)));
    CHECK(is_copy(gist(dispatch), gist(edited)));
    CHECK_FALSE(is_copy(gist(dispatch), gist(other)));
}

TEST_CASE("case and punctuation do not tell sentences apart") {
    CHECK(gist("ONE two, three four five six seven eight") == gist("one two three: four five six seven eight."));
}

TEST_CASE("a short sentence proves nothing") {
    CHECK(gist("Russia threatened Poland.") == 0);
    CHECK(gist("") == 0);
    CHECK_FALSE(is_copy(0, 0));
}

TEST_CASE("articles that print one dispatch count once, however they hang together") {
    CHECK(count_independent({}) == 0);
    CHECK(count_independent({{1, 0}, {2, 0}, {2, 0}}) == 2);
    CHECK(count_independent({{1, gist(dispatch)}, {2, gist(edited)}, {3, gist(other)}}) == 2);
    // The second article has both sentences, and so joins the others.
    CHECK(count_independent({{1, gist(dispatch)}, {2, gist(dispatch)}, {2, gist(other)}, {3, gist(other)}}) == 1);
    CHECK(count_independent({{1, gist(dispatch)}, {1, gist(other)}, {1, 0}}) == 1);
}
