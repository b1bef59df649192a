#include "text/paragraphs.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace entente;

namespace {

std::vector<std::string> paragraphs_of(const std::string& text) {
    const text::CodePoints document(text);
    std::vector<std::string> found;
    for (const core::Span& span : text::split_paragraphs(document)) found.emplace_back(document.slice(span));
    return found;
}

}  // namespace

TEST_CASE("every line that is not empty is a paragraph without white space around it") {
    CHECK(paragraphs_of("Titre\n\n  Un pas.  \nDeux pas.\r\n\r\n\tTrois.\n") ==
          std::vector<std::string>{"Titre", "Un pas.", "Deux pas.", "Trois."});
}

TEST_CASE("a document of white space has no paragraphs") {
    CHECK(paragraphs_of("").empty());
    CHECK(paragraphs_of(" \n\u00A0\n\t").empty());
}

TEST_CASE("lines that were wrapped at a fixed width are one paragraph") {
    const std::string wire =
        "The two ministers met on the margins of the summit in Oslo and\n"
        "agreed to reopen the border crossings that had been closed\n"
        "since the spring, an official of the host country announced\n"
        "late in the evening.";
    CHECK(paragraphs_of(wire) == std::vector<std::string>{wire});
}

TEST_CASE("long lines that follow each other are paragraphs of their own") {
    const std::string first(200, 'a');
    const std::string second(210, 'b');
    CHECK(paragraphs_of(first + "\n" + second).size() == 2);
}

TEST_CASE("short headlines under each other are not joined") {
    CHECK(paragraphs_of("Oslo hosts talks\nBorder reopens\nMarkets calm").size() == 3);
}
