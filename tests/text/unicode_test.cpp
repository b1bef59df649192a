#include "text/unicode.hpp"

#include <stdexcept>

#include <doctest/doctest.h>

#include "text/characters.hpp"

using namespace entente::text;

TEST_CASE("a text is cut by code points, whatever their number of bytes") {
    const CodePoints text("aé€😀z");
    CHECK(text.size() == 5);
    CHECK(text.slice({1, 3}) == "é€");
    CHECK(text.slice({3, 4}) == "😀");
    CHECK(text[2] == U'€');
    CHECK(text[3] == U'😀');
    CHECK(text.byte_of(5) == text.utf8().size());
}

TEST_CASE("an empty text has no code points and an empty slice") {
    const CodePoints text("");
    CHECK(text.size() == 0);
    CHECK(text.slice({0, 0}).empty());
}

TEST_CASE("bytes that are not UTF-8 are refused") {
    CHECK_THROWS_AS(CodePoints("caf\xE9"), std::invalid_argument);
    CHECK_THROWS_AS(CodePoints("\xC3"), std::invalid_argument);
    CHECK_THROWS_AS(CodePoints("\xED\xA0\x80"), std::invalid_argument);
}

TEST_CASE("the first invalid byte is found behind valid text") {
    CHECK(first_invalid_utf8("été \xFF fin") == 6);
    CHECK(first_invalid_utf8("été") == 5);
    CHECK(first_invalid_utf8("\xC0\xAF") == 0);
    CHECK(first_invalid_utf8("ab\xF5\x80\x80\x80") == 2);
    CHECK(is_valid_utf8(""));
}

TEST_CASE("Windows-1252 becomes UTF-8 with its curly quotes and the euro") {
    CHECK(from_windows_1252("l\x92\xE9t\xE9 \x80") == "l’été €");
    CHECK(from_windows_1252("\x81") == "\xEF\xBF\xBD");
}

TEST_CASE("normalising straightens quotes, composes accents and drops invisible characters") {
    CHECK(normalise("l’été") == "l'été");
    CHECK(normalise("e\u0301te\u0301") == "été");
    CHECK(normalise("nego\u00ADciate\u200B") == "negociate");
    CHECK(normalise("“oui” „non“") == "\"oui\" \"non\"");
    CHECK(normalise("dix\u00A0mille\u202Fhommes") == "dix mille hommes");
    CHECK(normalise("al\u2011Assad") == "al-Assad");
    CHECK(normalise("«Été»") == "«Été»");
}

TEST_CASE("lower case follows Unicode and no locale") {
    CHECK(to_lower("ÉTATS-UNIS") == "états-unis");
    CHECK(to_lower("ISTANBUL") == "istanbul");
    CHECK(to_lower("ΣΟΦΟΣ") == "σοφος");
}

TEST_CASE("folding makes one key of the spellings of a name") {
    CHECK(fold("États-Unis") == fold("etats unis"));
    CHECK(fold("  Côte   d’Ivoire ") == "cote d'ivoire");
    CHECK(fold("Œuvre") == "oeuvre");
    CHECK(fold("Łódź") == "lodz");
    CHECK(fold("Erdoğan") == "erdogan");
    CHECK(fold("STRASSE") == fold("Straße"));
    CHECK(fold("São–Tomé") == "sao tome");
    CHECK(fold("-") == "");
}

TEST_CASE("folding a letter does not depend on what stands beside it") {
    for (char32_t c = 1; c < 0x2030; c = c == 0x17F ? 0x2010 : c + 1) {
        const std::string letters = to_utf8(std::u32string{U'x', c, U'y', c});
        CAPTURE(letters);
        CHECK(fold(letters + "zﬁ") == fold(letters + "z") + "fi");  // a rare ligature is left to the general way
    }
}

TEST_CASE("folding writes other scripts in Latin letters") {
    CHECK(fold("Путин") == "putin");
    CHECK(fold("Αθήνα") == "athena");
}

TEST_CASE("capitals are recognised beyond ASCII") {
    CHECK(starts_upper("Élysée"));
    CHECK_FALSE(starts_upper("élysée"));
    CHECK_FALSE(starts_upper(""));
    CHECK(is_all_upper("ONU"));
    CHECK(is_all_upper("U.S."));
    CHECK_FALSE(is_all_upper("M"));
    CHECK_FALSE(is_all_upper("Onu"));
    CHECK_FALSE(is_all_upper("2016"));
}

TEST_CASE("terminal width counts wide characters twice and combining marks not at all") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("北京") == 4);
}
