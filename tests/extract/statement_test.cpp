#include "extract/statement.hpp"

#include <doctest/doctest.h>

#include "extract/trees.hpp"

using namespace entente;
using namespace entente::extract;

namespace {

/// The first reading of each predicate: `action(sources>targets)`, fillings joined by `/`, conjuncts by `+`.
std::vector<std::string> found(const Example& example) {
    const auto fillings = [&](const std::vector<SlotFilling>& slots) {
        std::vector<std::string> shown;
        for (const SlotFilling& filling : slots) {
            std::vector<std::string> heads;
            for (const std::size_t head : filling.heads) heads.push_back(example.sentence[head].form);
            shown.push_back(base::join(heads, "+"));
        }
        return base::join(shown, "/");
    };
    std::vector<std::string> statements;
    for (const auto& readings : example.reading.statements.find()) {
        const Statement& statement = readings.front();
        statements.push_back(statement.action->id + "(" + fillings(statement.sources) + ">" +
                             fillings(statement.targets) + ")");
    }
    return statements;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a verb of the lexicon states an action between its subject and its object") {
    const Example example("en", R"(
        Police police NOUN 2 nsubj
        arrested arrest VERB 0 root VerbForm=Fin
        protesters protester NOUN 2 obj)");
    CHECK(found(example) == Strings{"arrest(Police>protesters)"});
    const Statement statement = example.reading.statements.find().front().front();
    CHECK(statement.rule.starts_with("en/verbs.tsv:"));
    CHECK_FALSE(statement.nominal);
    CHECK(statement.predicate == example.at("arrested"));
}

TEST_CASE("coordinated participants stand side by side") {
    const Example example("fr", R"(
        Paris Paris PROPN 4 nsubj
        et et CCONJ 3 cc
        Londres Londres PROPN 1 conj
        accusent accuser VERB 0 root VerbForm=Fin
        Moscou Moscou PROPN 4 obj)");
    CHECK(found(example) == Strings{"accuse(Paris+Londres>Moscou)"});
}

TEST_CASE("the subjects of a reciprocal action act on each other") {
    const Example example("en", R"(
        Paris Paris PROPN 4 nsubj
        and and CCONJ 3 cc
        London London PROPN 1 conj
        negotiate negotiate VERB 0 root VerbForm=Fin)");
    const auto statements = example.reading.statements.find();
    REQUIRE(statements.size() == 1);
    bool negotiate = false;
    for (const Statement& reading : statements[0]) {
        if (reading.action->id != "negotiate") continue;
        negotiate = true;
        REQUIRE_FALSE(reading.pairs.empty());
        CHECK(reading.pairs.front().heads == std::vector<std::size_t>{0, 2});
    }
    CHECK(negotiate);
}

TEST_CASE("an event noun states an action too") {
    const Example example("en", R"(
        talks talk NOUN 0 root Number=Plur
        between between ADP 3 case
        Iran Iran PROPN 1 nmod
        and and CCONJ 5 cc
        Turkey Turkey PROPN 3 conj)");
    const auto statements = example.reading.statements.find();
    REQUIRE(statements.size() == 1);
    CHECK(statements[0].front().nominal);
    CHECK(statements[0].front().action->type == core::EventType::consult);
    REQUIRE_FALSE(statements[0].front().pairs.empty());
    CHECK(statements[0].front().pairs.front().heads == std::vector<std::size_t>{2, 4});
}

TEST_CASE("words that the lexicon does not know state nothing") {
    const Example example("en", R"(
        Russia Russia PROPN 2 nsubj
        painted paint VERB 0 root VerbForm=Fin
        a a DET 4 det
        fence fence NOUN 2 obj)");
    CHECK(found(example).empty());
}

TEST_CASE("what an agreement makes of an action is the agreement") {
    const Example example("en", R"(
        Turkey Turkey PROPN 2 nsubj
        agreed agree VERB 0 root VerbForm=Fin
        to to PART 4 mark
        meet meet VERB 2 xcomp VerbForm=Inf
        Assad Assad PROPN 4 obj)");
    bool agreed = false;
    for (const auto& readings : example.reading.statements.find()) {
        const Statement& statement = readings.front();
        if (statement.predicate != example.at("meet")) continue;
        agreed = statement.action->type == core::EventType::agree;
        CHECK(statement.shown_first == example.at("agreed"));
        CHECK(statement.shown_last == example.at("meet"));
    }
    CHECK(agreed);
}
