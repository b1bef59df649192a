#include <doctest/doctest.h>

#include "entities/examples.hpp"

using namespace entente;
using namespace entente::entities;

namespace {

NameClasses classes_of(const std::string& language, const std::vector<std::string>& words) {
    PhraseKey key;
    for (const std::string& word : words) key.append(word);
    const Gazetteer::Entry* entry = shipped_gazetteer(language).find(key);
    return entry == nullptr ? NameClasses{0} : entry->classes;
}

bool is(const std::string& language, const std::vector<std::string>& words, NameClass name_class) {
    return (classes_of(language, words) & bit(name_class)) != 0;
}

}  // namespace

TEST_CASE("a phrase has one key however it is cut at hyphens, apostrophes and full stops") {
    const auto key = [](const std::vector<std::string>& words) {
        PhraseKey phrase;
        for (const std::string& word : words) phrase.append(word);
        return phrase.value();
    };
    CHECK(key({"jean-marc"}) == key({"jean", "-", "marc"}));
    CHECK(key({"jean-marc"}) == key({"jean", "marc"}));
    CHECK(key({"côte", "d'", "ivoire"}) == key({"côte", "d'ivoire"}));
    CHECK(key({"u.s."}) == key({"us"}));
    CHECK(key({"ab", "c"}) != key({"a", "bc"}));
    CHECK(key({"ab"}) != key({"a", "b"}));
}

TEST_CASE("the program's lists say what kind of name a phrase is") {
    CHECK(is("en", {"angela"}, NameClass::given_name));
    CHECK(is("en", {"angela", "merkel"}, NameClass::person));
    CHECK(is("fr", {"merkel"}, NameClass::surname));
    CHECK(is("fr", {"états", "unis"}, NameClass::state));
    CHECK(is("fr", {"russe"}, NameClass::demonym));
    CHECK(is("en", {"aleppo"}, NameClass::place));
    CHECK(is("en", {"united", "nations"}, NameClass::organisation));
    CHECK(is("en", {"foreign", "minister"}, NameClass::title));
    CHECK(is("fr", {"ministère"}, NameClass::organisation_word));
    CHECK(is("fr", {"rue"}, NameClass::place_word));
    CHECK(is("en", {"treaty"}, NameClass::other_word));
    CHECK(classes_of("en", {"qwertz"}) == 0);
}

TEST_CASE("names are found in capitals without accents") {
    CHECK(is("fr", {"etats", "unis"}, NameClass::state));
}

TEST_CASE("the beginning of a longer phrase is known to go on") {
    PhraseKey key;
    key.append("united");
    const Gazetteer::Entry* entry = shipped_gazetteer("en").find(key);
    REQUIRE(entry != nullptr);
    CHECK(entry->goes_on);
}
