#include "graph/name_form.hpp"

#include <doctest/doctest.h>

using entente::graph::name_form;

TEST_CASE("a capital inside the sentence makes a name, without the small words before it") {
    CHECK(name_form("Moscow", "Talks with Moscow failed.", 11) == "Moscow");
    CHECK(name_form("the White House", "And the White House said no.", 4) == "White House");
    CHECK(name_form("l’Iran", "Selon l’Iran, rien.", 6) == "Iran");
    CHECK(name_form("Élysée", "À l’Élysée", 4) == "Élysée");
    CHECK(name_form("Москва", "Да, Москва", 4) == "Москва");
    CHECK(name_form("روسيا", "روسيا", 0).empty() == true);
}

TEST_CASE("a capital that opens a sentence or a quotation proves nothing alone") {
    CHECK(name_form("They", "They met.", 0).empty());
    CHECK(name_form("He", "She said: “He left.”", 11).empty());
    CHECK(name_form("Barack Obama", "Barack Obama left.", 0) == "Barack Obama");
}

TEST_CASE("pronouns and descriptions are no names") {
    CHECK(name_form("he", "Then he left.", 5).empty());
    CHECK(name_form("I", "Then I left.", 5).empty());
    CHECK(name_form("the Syrian army", "Then the Syrian army left.", 5).empty());
    CHECK(name_form("", "", 0).empty());
}

TEST_CASE("malformed text is survived") {
    CHECK(name_form("\xC3", "\xC3", 5).empty());
    CHECK_NOTHROW((void)name_form("A\xE2\x82", "x A\xE2\x82", 2));
}
