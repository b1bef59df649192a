#include "extract/modality.hpp"

#include <doctest/doctest.h>

#include "extract/trees.hpp"

using namespace entente;
using namespace entente::extract;
using core::Polarity;
using core::Status;

namespace {

Modality of(const Example& example, const std::string& form) {
    const ModalityReader reader(example.reading.tree, example.reading.pack, example.reading.arguments);
    return reader.of(example.at(form));
}

std::string action(const Modality& modality) {
    return modality.action == nullptr ? "none" : modality.action->id;
}

}  // namespace

TEST_CASE("what is simply stated is affirmative and actual") {
    const Modality modality = of(Example("en", R"(
        Kerry Kerry PROPN 2 nsubj
        met meet VERB 0 root VerbForm=Fin
        Lavrov Lavrov PROPN 2 obj)"),
                                 "met");
    CHECK(modality.polarity == Polarity::affirmative);
    CHECK(modality.status == Status::actual);
    CHECK(action(modality) == "none");
    CHECK_FALSE(modality.speaker.has_value());
}

TEST_CASE("negation words make the statement negative") {
    const Modality english = of(Example("en", R"(
        Kerry Kerry PROPN 4 nsubj
        did do AUX 4 aux
        not not PART 4 advmod
        meet meet VERB 0 root VerbForm=Inf
        Lavrov Lavrov PROPN 4 obj)"),
                                "meet");
    CHECK(english.polarity == Polarity::negative);
    const Modality french = of(Example("fr", R"(
        Paris Paris PROPN 3 nsubj
        ne ne ADV 3 advmod Polarity=Neg
        négocie négocier VERB 0 root VerbForm=Fin
        pas pas ADV 3 advmod Polarity=Neg
        avec avec ADP 6 case
        Damas Damas PROPN 3 obl:arg)"),
                               "négocie");
    CHECK(french.polarity == Polarity::negative);
}

TEST_CASE("a subject or object that is denied denies the clause") {
    const Example example("en", R"(
        No no DET 2 det
        talks talk NOUN 3 nsubj Number=Plur
        took take VERB 0 root VerbForm=Fin
        place place NOUN 3 obj)");
    CHECK(of(example, "talks").polarity == Polarity::negative);
}

TEST_CASE("the French conditional reports") {
    const Modality modality = of(Example("fr", R"(
        Moscou Moscou PROPN 2 nsubj
        négocierait négocier VERB 0 root Mood=Cnd|VerbForm=Fin
        avec avec ADP 4 case
        Ankara Ankara PROPN 2 obl:arg)"),
                                 "négocierait");
    CHECK(modality.status == Status::reported);
    CHECK(modality.polarity == Polarity::affirmative);
}

TEST_CASE("future and modal auxiliaries make it possible") {
    const Modality will = of(Example("en", R"(
        Kerry Kerry PROPN 3 nsubj
        will will AUX 3 aux
        meet meet VERB 0 root VerbForm=Inf
        Lavrov Lavrov PROPN 3 obj)"),
                             "meet");
    CHECK(will.status == Status::possible);
    const Modality future = of(Example("fr", R"(
        Kerry Kerry PROPN 2 nsubj
        rencontrera rencontrer VERB 0 root Mood=Ind|Tense=Fut|VerbForm=Fin
        Lavrov Lavrov PROPN 2 obj)"),
                               "rencontrera");
    CHECK(future.status == Status::possible);
}

TEST_CASE("adverbs of hearsay report") {
    const Modality modality = of(Example("en", R"(
        Kerry Kerry PROPN 3 nsubj
        reportedly reportedly ADV 3 advmod
        met meet VERB 0 root VerbForm=Fin
        Lavrov Lavrov PROPN 3 obj)"),
                                 "met");
    CHECK(modality.status == Status::reported);
}

TEST_CASE("conditions ask and do not assert") {
    const Modality modality = of(Example("en", R"(
        If if SCONJ 3 mark
        Russia Russia PROPN 3 nsubj
        attacks attack VERB 6 advcl VerbForm=Fin
        Georgia Georgia PROPN 3 obj
        NATO NATO PROPN 6 nsubj
        reacts react VERB 0 root VerbForm=Fin)"),
                                 "attacks");
    CHECK(modality.status == Status::possible);
}

TEST_CASE("to agree or refuse to do something is an action of its own") {
    const Example agreed("en", R"(
        Turkey Turkey PROPN 2 nsubj
        agreed agree VERB 0 root VerbForm=Fin
        to to PART 4 mark
        meet meet VERB 2 xcomp VerbForm=Inf
        Assad Assad PROPN 4 obj)");
    CHECK(action(of(agreed, "meet")) == "agree");
    CHECK(of(agreed, "meet").status == Status::actual);
    CHECK(of(agreed, "meet").action_token == agreed.at("agreed"));
    CHECK(of(agreed, "meet").actor == agreed.at("Turkey"));
    const Example refused("fr", R"(
        Ankara Ankara PROPN 2 nsubj
        refuse refuser VERB 0 root VerbForm=Fin
        de de ADP 4 mark
        rencontrer rencontrer VERB 2 xcomp VerbForm=Inf
        Assad Assad PROPN 4 obj)");
    CHECK(action(of(refused, "rencontrer")) == "refuse");
}

TEST_CASE("what somebody is asked to do has not happened") {
    const Modality modality = of(Example("en", R"(
        Turkey Turkey PROPN 2 nsubj
        wants want VERB 0 root VerbForm=Fin
        to to PART 4 mark
        bomb bomb VERB 2 xcomp VerbForm=Inf
        Syria Syria PROPN 4 obj)"),
                                 "bomb");
    CHECK(modality.status == Status::possible);
}

TEST_CASE("who says so is remembered") {
    const Example example("en", R"(
        Ankara Ankara PROPN 2 nsubj
        claims claim VERB 0 root VerbForm=Fin
        that that SCONJ 5 mark
        Russia Russia PROPN 5 nsubj
        bombed bomb VERB 2 ccomp VerbForm=Fin
        Aleppo Aleppo PROPN 5 obj)");
    const Modality modality = of(example, "bombed");
    CHECK(modality.status == Status::reported);
    CHECK(modality.speaker == example.at("Ankara"));
}

TEST_CASE("a source named by a phrase is remembered too") {
    const Example example("fr", R"(
        Selon selon ADP 2 case
        Ankara Ankara PROPN 4 obl:mod
        Moscou Moscou PROPN 4 nsubj
        bombarde bombarder VERB 0 root VerbForm=Fin
        Alep Alep PROPN 4 obj)");
    const Modality modality = of(example, "bombarde");
    CHECK(modality.status == Status::reported);
    CHECK(modality.speaker == example.at("Ankara"));
}

TEST_CASE("two negations undo each other") {
    const Example example("en", R"(
        Turkey Turkey PROPN 4 nsubj
        did do AUX 4 aux
        not not PART 4 advmod
        fail fail VERB 0 root VerbForm=Inf
        to to PART 6 mark
        meet meet VERB 4 xcomp VerbForm=Inf
        Assad Assad PROPN 6 obj)");
    CHECK(of(example, "meet").polarity == Polarity::affirmative);
}

TEST_CASE("a relative clause is asserted whatever its noun is in the scope of") {
    const Example example("en", R"(
        Kerry Kerry PROPN 4 nsubj
        did do AUX 4 aux
        not not PART 4 advmod
        praise praise VERB 0 root VerbForm=Inf
        rebels rebel NOUN 4 obj
        who who PRON 7 nsubj PronType=Rel
        attacked attack VERB 5 acl:relcl VerbForm=Fin
        Damascus Damascus PROPN 7 obj)");
    CHECK(of(example, "praise").polarity == Polarity::negative);
    CHECK(of(example, "attacked").polarity == Polarity::affirmative);
    CHECK(of(example, "attacked").status == Status::actual);
}
