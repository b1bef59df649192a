#include "resolve/quotations.hpp"

#include <doctest/doctest.h>

#include "resolve/examples.hpp"

using namespace entente;
using namespace entente::resolve;

namespace {

const std::string speech = R"(
    “ “ PUNCT 4 punct
    Syria Syria PROPN 4 nsubj
    has have AUX 4 aux
    attacked attack VERB 9 ccomp VerbForm=Part
    Jordan Jordan PROPN 4 obj
    today today NOUN 4 obl
    ” ” PUNCT 4 punct
    Kerry Kerry PROPN 9 nsubj
    said say VERB 0 root VerbForm=Fin
)";

}  // namespace

TEST_CASE("a quotation has the subject of its speech verb as speaker") {
    const Example example(speech);
    const Quotations quotations = example.quotations();
    CHECK(quotations.is_quoted(example.span("attacked")));
    CHECK_FALSE(quotations.is_quoted(example.span("said")));
    REQUIRE(quotations.speaker(example.span("attacked")).has_value());
    CHECK(*quotations.speaker(example.span("attacked")) == example.at("Kerry"));
    CHECK_FALSE(quotations.speaker(example.span("Kerry")).has_value());
}

TEST_CASE("words held at arm's length are no quotation") {
    const Example example(R"(
        the the DET 3 det
        “ “ PUNCT 3 punct
        army army NOUN 5 nsubj
        ” ” PUNCT 3 punct
        left leave VERB 0 root VerbForm=Fin
    )");
    CHECK_FALSE(example.quotations().is_quoted(example.span("army")));
}

TEST_CASE("a mark that is never closed quotes to the end of its paragraph") {
    const Example example(R"(
        Kerry Kerry PROPN 2 nsubj
        said say VERB 0 root VerbForm=Fin
        “ “ PUNCT 6 punct
        Syria Syria PROPN 6 nsubj
        has have AUX 6 aux
        attacked attack VERB 2 ccomp VerbForm=Part
        Jordan Jordan PROPN 6 obj
        again again ADV 6 advmod
    )");
    const Quotations quotations = example.quotations();
    CHECK(quotations.is_quoted(example.span("again")));
    CHECK(quotations.speaker(example.span("attacked")) == example.at("Kerry"));
}

TEST_CASE("a text without marks quotes nobody") {
    const Example example("Kerry Kerry PROPN 2 nsubj\nleft leave VERB 0 root VerbForm=Fin\n");
    CHECK_FALSE(example.quotations().is_quoted(example.span("left")));
    CHECK_FALSE(example.quotations().speaker(example.span("left")).has_value());
}
