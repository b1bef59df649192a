#include "cli/marked_sentence.hpp"

#include <doctest/doctest.h>

using namespace entente;

namespace {

core::Relation relation(const std::string& text, core::Span source, core::Span action, core::Span target) {
    core::Relation made;
    made.sentence.text = text;
    made.sentence.span = {100, 100 + 24};
    made.source.span = source;
    made.action.span = action;
    made.target.span = target;
    return made;
}

}  // namespace

TEST_CASE("actors stand in brackets and the action in braces, offsets counted in code points") {
    CHECK(cli::marked_sentence(relation("Été: Kiev rencontre Rome", {105, 109}, {110, 119}, {120, 124}), false) ==
          "Été: [Kiev] {rencontre} [Rome]");
}

TEST_CASE("a mark within a mark is closed first") {
    CHECK(cli::marked_sentence(relation("Kiev’s talks with Rome..", {100, 104}, {100, 112}, {118, 122}), false) ==
          "{[Kiev]’s talks} with [Rome]..");
}

TEST_CASE("a participant outside the sentence is not marked") {
    CHECK(cli::marked_sentence(relation("Été: Kiev rencontre Rome", {10, 14}, {110, 119}, {120, 124}), false) ==
          "Été: Kiev {rencontre} [Rome]");
}
