#include "syntax/features.hpp"

#include <doctest/doctest.h>

#include "syntax/lemmatiser.hpp"

using namespace entente::syntax;

TEST_CASE("typographic variants are one word") {
    CHECK(word_forms("l\u2019").normal == "l'");
    CHECK(word_forms("\u201C").normal == "\"");
    CHECK(word_forms("\u2026").normal == "...");
    CHECK(word_forms("«").normal == "«");
}

TEST_CASE("lower case covers accented Latin, Greek and Cyrillic letters") {
    CHECK(word_forms("ÉTATS-UNIS").lower == "états-unis");
    CHECK(word_forms("ŒUVRE Žižek Łódź Ÿ").lower == "œuvre žižek łódź ÿ");
    CHECK(word_forms("МОСКВА Ёлка").lower == "москва ёлка");
    CHECK(word_forms("ΑΘΗΝΑ").lower == "αθηνα");
    CHECK(word_forms("北京×").lower == "北京×");
}

TEST_CASE("title case raises the first character only") {
    CHECK(title_case("état") == "État");
    CHECK(title_case("œuvre") == "Œuvre");
    CHECK(title_case("москва") == "Москва");
    CHECK(title_case("3e") == "3e");
    CHECK(title_case("").empty());
}

TEST_CASE("a shape keeps classes of characters and cuts long runs") {
    CHECK(word_shape("Moscow") == "Xxx");
    CHECK(word_shape("ONU") == "XX");
    CHECK(word_shape("F-16s") == "X-ddx");
    CHECK(word_shape("2016-12-02") == "dd-dd-dd");
    CHECK(word_shape("Élysée") == "Xxx");
}

TEST_CASE("bytes that are no UTF-8 are carried, not lost") {
    CHECK(word_forms("a\xFFz").normal == "a\xFFz");
    CHECK(word_forms("a\xC3").lower == "a\xC3");
    CHECK(code_point_starts("a\xE2\x82").size() == 4);
    CHECK(word_shape("\xB4\xB4").size() > 0);
}

TEST_CASE("hashes are FNV-1a") {
    CHECK(fnv1a32('a', "") == 0xE40C292CU);
    CHECK(fnv1a32('f', "oobar") == 0xBF9CF968U);
    CHECK(fnv1a64("foo", "bar") == 0x85944171F73967E8U);
}

TEST_CASE("lemma scripts change case, cut and append") {
    const auto apply = [](const char* script, const char* form) { return LemmaScript(script).apply(word_forms(form)); };
    CHECK(apply("K0-", "Moscow") == "Moscow");
    CHECK(apply("L3-y", "Tries") == "try");
    CHECK(apply("T0-", "ALEP") == "Alep");
    CHECK(apply("L1-", "États") == "état");
    CHECK(apply("L9-être", "suis") == "être");
    CHECK_THROWS(LemmaScript("Q1-"));
    CHECK_THROWS(LemmaScript("L-"));
    CHECK_THROWS(LemmaScript(""));
}
