#include "core/relation_json.hpp"

#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include "base/strings.hpp"

using namespace entente;
using namespace entente::core;

namespace {

Relation full_relation() {
    Relation relation;
    relation.article = "2016/é \"7\"";
    relation.url = "https://example.org/?a=1&b=2";
    relation.published = parse_date("2016-12-02");
    relation.language = "fr";
    relation.sentence = {2, {10, 60}, "Moscou\tnégocierait\navec l’opposition"};
    relation.source = {"RUS", "Russia", ActorKind::state, "RUS", "RUS", std::nullopt, {10, 16}, "Moscou"};
    relation.action = {"negotiate", EventType::consult, "visit", "046", {17, 28}, "négocierait"};
    relation.target = {"SYR-OPP", "Syrian opposition", ActorKind::group, "SYR-OPP",
                       "SYR",     "High Committee",    {34, 46},         "l’opposition"};
    relation.symmetric = true;
    relation.polarity = Polarity::negative;
    relation.status = Status::reported;
    relation.attribution = Attribution{"GBR-MED", "British media", "la presse britannique"};
    relation.date = DateMention{*parse_date("2016-11"), {50, 58}, "novembre"};
    relation.place = Place{"Aleppo", "SYR"};
    relation.rule = "fr/verbs.tsv:12 subj>avec";
    relation.id = relation_id(relation);
    return relation;
}

Relation bare_relation() {
    Relation relation;
    relation.id = "x";
    relation.article = "a";
    relation.language = "en";
    relation.sentence = {1, {0, 5}, "A b C"};
    relation.source = {"a", "A", ActorKind::unknown, "UNK", std::nullopt, std::nullopt, {0, 1}, "A"};
    relation.action = {"meet", EventType::consult, std::nullopt, "", {2, 3}, "b"};
    relation.target = {"c", "C", ActorKind::person, "USA", "USA", "C", {4, 5}, "C"};
    return relation;
}

/// Why the line with `from` replaced by `to` is refused; empty if it is read.
std::string refusal(const std::string& from, const std::string& to) {
    const std::string line = to_json(bare_relation());
    REQUIRE(line.find(from) != std::string::npos);
    try {
        static_cast<void>(relation_from_json(base::replace_all(line, from, to)));
    } catch (const std::invalid_argument& problem) {
        return problem.what();
    }
    return {};
}

std::string wrong(const std::string& member) {
    return "the relation's member '" + member + "' is missing or wrong";
}

}  // namespace

TEST_CASE("a relation line reads back as the relation that it is") {
    CHECK(relation_from_json(to_json(full_relation())) == full_relation());
    CHECK(relation_from_json(to_json(bare_relation())) == bare_relation());
}

TEST_CASE("a relation is one line, whatever its texts hold") {
    CHECK(to_json(full_relation()).find('\n') == std::string::npos);
    CHECK(to_json(full_relation()) == to_json(relation_from_json(to_json(full_relation()))));
}

TEST_CASE("the members of a relation line are those that are documented, in their order") {
    CHECK(
        to_json(bare_relation()) ==
        R"({"id":"x","article":"a","url":null,"published":null,"language":"en",)"
        R"("sentence":{"number":1,"begin":0,"end":5,"text":"A b C"},)"
        R"("source":{"id":"a","label":"A","kind":"unknown","principal":"UNK","country":null,"name":null,"begin":0,"end":1,"text":"A"},)"
        R"("action":{"id":"meet","type":"CONSULT","mode":null,"cameo":"","begin":2,"end":3,"text":"b"},)"
        R"("target":{"id":"c","label":"C","kind":"person","principal":"USA","country":"USA","name":"C","begin":4,"end":5,"text":"C"},)"
        R"("symmetric":false,"polarity":"affirmative","status":"actual","attribution":null,"date":null,"place":null,"rule":""})");
}

TEST_CASE("unknown members are passed over") {
    CHECK(refusal(R"({"id":"x")", R"({"id":"x","since":"tomorrow","score":[1,2])").empty());
}

TEST_CASE("a line that lacks a member or has a wrong one is refused by the member's name") {
    CHECK(refusal(R"("id":"x",)", "") == wrong("id"));
    CHECK(refusal(R"("article":"a")", R"("article":7)") == wrong("article"));
    CHECK(refusal(R"("language":"en")", R"("language":null)") == wrong("language"));
    CHECK(refusal(R"("published":null)", R"("published":"yesterday")") == wrong("published"));
    CHECK(refusal(R"("published":null)", R"("published":20161202)") == wrong("published"));
    CHECK(refusal(R"("type":"CONSULT")", R"("type":"consult")") == wrong("type"));
    CHECK(refusal(R"("kind":"person")", R"("kind":"people")") == wrong("kind"));
    CHECK(refusal(R"("polarity":"affirmative")", R"("polarity":"maybe")") == wrong("polarity"));
    CHECK(refusal(R"("status":"actual")", R"("status":"")") == wrong("status"));
    CHECK(refusal(R"("source":{)", R"("from":{)") == wrong("source"));
    CHECK(refusal(R"("symmetric":false)", R"("symmetric":"no")") == wrong("symmetric"));
    CHECK(refusal(R"("date":null)", R"("date":"2016")") == wrong("date"));
    CHECK(refusal(R"("date":null)", R"("date":{"value":"2016-13","begin":0,"end":1,"text":"A"})") == wrong("value"));
    CHECK(refusal(R"("place":null)", R"("place":{"country":"SYR"})") == wrong("label"));
    CHECK(refusal(R"("attribution":null)", R"("attribution":"they")") == wrong("attribution"));
}

TEST_CASE("spans and numbers must be possible") {
    CHECK(refusal(R"("begin":0,"end":1)", R"("begin":2,"end":1)") == wrong("begin"));
    CHECK(refusal(R"("begin":0,"end":1)", R"("begin":-1,"end":1)") == wrong("begin"));
    CHECK(refusal(R"("begin":0,"end":1)", R"("begin":0.5,"end":1)") == wrong("begin"));
    CHECK(refusal(R"("begin":0,"end":1,)", "") == wrong("begin"));
    CHECK(refusal(R"("number":1)", R"("number":-1)") == wrong("number"));
}

TEST_CASE("what is not a JSON object is refused") {
    for (const char* line : {"", "[]", "null", "7", "\"x\"", "{", "{}"}) {
        CAPTURE(line);
        CHECK_THROWS_AS(static_cast<void>(relation_from_json(line)), std::invalid_argument);
    }
}

TEST_CASE("the id of a relation depends on article, spans, actors and action, and on nothing else") {
    const Relation relation = full_relation();
    const auto id_with = [&](auto change) {
        Relation other = relation;
        change(other);
        return relation_id(other);
    };
    CHECK(relation.id.size() == 20);
    CHECK(id_with([](Relation& r) { r.rule = "other"; }) == relation.id);
    CHECK(id_with([](Relation& r) { r.status = Status::actual; }) == relation.id);
    CHECK(id_with([](Relation& r) { r.source.label = "Russian Federation"; }) == relation.id);
    CHECK(id_with([](Relation& r) { r.article = "b"; }) != relation.id);
    CHECK(id_with([](Relation& r) { r.source.span = {11, 16}; }) != relation.id);
    CHECK(id_with([](Relation& r) { r.action.id = "meet"; }) != relation.id);
    CHECK(id_with([](Relation& r) { std::swap(r.source, r.target); }) != relation.id);
}
