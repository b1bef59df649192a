#include "graph/duplicates.hpp"

#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>

#include "graph/name_likeness.hpp"

using namespace entente;
using graph::Likeness;

namespace {

/// Lower case, words apart; the spelling is without vowels, so that transcriptions agree.
graph::ComparedName name(const std::string& text, bool acronym = false) {
    graph::ComparedName made;
    std::istringstream words(text);
    for (std::string word; words >> word;) made.words.push_back(word);
    for (const char c : text) {
        if (std::string_view("aeiouy ").find(c) == std::string_view::npos) made.spelling += c;
    }
    if (acronym) made.acronym = text;
    return made;
}

graph::Namesake person(const std::string& text, const std::string& country) {
    graph::Namesake actor;
    actor.id = text + (country.empty() ? "" : "." + country);
    std::replace(actor.id.begin(), actor.id.end(), ' ', '-');
    actor.kind = core::ActorKind::person;
    actor.principal = country.empty() ? "UNK-CVL" : country + "-CVL";
    if (!country.empty()) actor.country = country;
    actor.names.push_back(name(text));
    actor.relations = 1;
    return actor;
}

/// The proposals as `kept=other`.
std::vector<std::string> proposed(const std::vector<graph::Namesake>& actors) {
    std::vector<std::string> found;
    const auto apart = [](std::size_t, std::size_t) { return false; };
    for (const graph::MergeProposal& proposal : graph::suggest_merges(actors, apart)) {
        found.push_back(actors[proposal.actor].id + "=" + actors[proposal.other].id);
    }
    return found;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("names are alike if equal, transcribed, abbreviated, longer, shorter or misspelt") {
    CHECK(compare(name("jo jorgensen"), name("jo jorgensen")) == Likeness::same);
    CHECK(compare(name("sergei shoygu"), name("serguei shoigu")) == Likeness::spelling);
    CHECK(compare(name("ntsb", true), name("national transportation safety board")) == Likeness::acronym);
    CHECK(compare(name("organisation for security and cooperation in europe"), name("osce", true)) ==
          Likeness::acronym);
    CHECK(compare(name("senator spike cohen"), name("spike cohen")) == Likeness::longer);
    CHECK(compare(name("j r myers"), name("james robert myers")) == Likeness::initials);
    CHECK(compare(name("j myers"), name("james robert myers")) == Likeness::initials);
    CHECK(compare(name("kulsoom"), name("kulsoom nawaz")) == Likeness::part);
    CHECK(compare(name("gregory kurtzer"), name("gregory kurzer")) == Likeness::nearly);
}

TEST_CASE("names are not alike for a surname, a number or two letters in common") {
    CHECK_FALSE(compare(name("john kerry"), name("peter kerry")));
    CHECK_FALSE(compare(name("j kerry"), name("peter kerry")));
    CHECK_FALSE(compare(name("person 1234567"), name("person 1234568")));
    CHECK_FALSE(compare(name("un", true), name("united nations")));
    CHECK_FALSE(compare(name("joe"), name("joe biden")));
    CHECK_FALSE(compare(name("mali"), name("bali")));
    CHECK_FALSE(compare(name(""), name("")));
}

TEST_CASE("names that are alike share a key") {
    const Strings pairs{"jo jorgensen",    "jo jorgensen",   "sergei shoygu",    "serguei shoigu",
                        "spike m cohen",   "spike cohen",    "j r myers",        "james robert myers",
                        "gregory kurtzer", "gregory kurzer", "pogregory kurtze", "pogregory kurtzer"};
    for (std::size_t i = 0; i < pairs.size(); i += 2) {
        const auto one = block_keys(name(pairs[i]));
        const auto two = block_keys(name(pairs[i + 1]));
        CHECK_MESSAGE(std::find_first_of(one.begin(), one.end(), two.begin(), two.end()) != one.end(), pairs[i]);
    }
}

TEST_CASE("the better known of two namesakes stays, and doubles are not proposed three times") {
    CHECK(proposed({person("jo jorgensen", ""), person("jo jorgensen", "USA")}) ==
          Strings{"jo-jorgensen.USA=jo-jorgensen"});
    std::vector<graph::Namesake> three{person("jo jorgensen", ""), person("jo jorgensen", "IND"),
                                       person("jo jorgensen", "USA")};
    three[2].relations = 5;
    CHECK(proposed(three) == Strings{"jo-jorgensen.IND=jo-jorgensen", "jo-jorgensen.USA=jo-jorgensen.IND"});
    three[0].known = true;
    CHECK(proposed(three) == Strings{"jo-jorgensen=jo-jorgensen.IND", "jo-jorgensen=jo-jorgensen.USA"});
}

TEST_CASE("two of the ontology, and two told apart before, are never proposed") {
    std::vector<graph::Namesake> actors{person("george bush", "USA"), person("george bush", "")};
    CHECK(proposed(actors).size() == 1);
    CHECK(graph::suggest_merges(actors, [](std::size_t, std::size_t) { return true; }).empty());
    actors[0].known = actors[1].known = true;
    CHECK(proposed(actors).empty());
}

TEST_CASE("what else is known of two of like name speaks for and against") {
    const auto score = [](const graph::Namesake& a, const graph::Namesake& b) {
        const auto found = graph::suggest_merges({a, b}, [](std::size_t, std::size_t) { return false; });
        return found.empty() ? 0 : found.front().score;
    };
    const graph::Namesake one = person("amar patel", "IND");
    graph::Namesake two = person("amar patel", "IND");
    two.id = "patel-amar";
    const int same = score(one, two);
    two.country = "COL";
    CHECK(score(one, two) < same);
    two.country = "IND";
    two.kind = core::ActorKind::company;
    CHECK(score(one, two) < same);
    two.kind = core::ActorKind::person;
    graph::Namesake near = one;
    near.neighbours = two.neighbours = {5, 7};
    near.articles = two.articles = {3};
    CHECK(score(near, two) == 100);
    near.neighbours = {1};  // each other
    CHECK(score(near, two) < same);
}

TEST_CASE("a first name that fits several is nobody's in particular") {
    CHECK(proposed({person("kulsoom", "PAK"), person("kulsoom nawaz", "PAK")}).size() == 1);
    CHECK(proposed({person("kulsoom", "PAK"), person("kulsoom nawaz", "PAK"), person("kulsoom begum", "PAK")}).empty());
}
