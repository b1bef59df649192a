#include "graph/query.hpp"

#include <doctest/doctest.h>

#include "made_relation.hpp"

using namespace entente;

namespace {

graph::KnowledgeGraph sample() {
    graph::KnowledgeGraph graph;
    graph.add(made::relation("a1", "USA", "negotiate", "RUS", 2));
    graph.add(made::relation("a2", "RUS", "negotiate", "USA", 2));
    core::Relation kerry = made::relation("a1", "kerry", "accuse", "RUS", 3);
    kerry.source.principal = "USA";
    kerry.action.type = core::EventType::accuse;
    kerry.action.cameo = "112";
    kerry.place = core::Place{"New York", "USA"};
    graph.add(kerry);
    core::Relation hope = made::relation("a3", "SYR-OPP", "meet", "RUS", 2);
    hope.status = core::Status::possible;
    hope.language = "fr";
    hope.date = core::DateMention{*core::parse_date("2016-11"), {0, 0}, ""};
    graph.add(hope);
    return graph;
}

std::string answer(const graph::Query& query) {
    const graph::KnowledgeGraph graph = sample();
    const graph::QueryResult result = graph::run_query(graph, query);
    std::string text;
    for (const graph::QueryRow& row : result.rows) {
        const graph::RelationEdge& edge = result.graph.edges()[row.edge];
        const auto& actors = result.graph.actors();
        text += (text.empty() ? "" : "; ") + actors[row.reversed ? edge.target : edge.source].id + " " + edge.action +
                " " + actors[row.reversed ? edge.source : edge.target].id;
    }
    return text;
}

}  // namespace

TEST_CASE("an empty query is answered with everything, the strongest first") {
    CHECK(answer({}) == "RUS negotiate USA; RUS meet SYR-OPP; kerry accuse RUS");
}

TEST_CASE("a symmetric action matches either way and is shown as asked") {
    graph::Query query;
    query.source.ids = {"USA"};
    query.action.any_of = {"negotiate"};
    CHECK(answer(query) == "USA negotiate RUS");
    query.source.ids = {"RUS"};
    CHECK(answer(query) == "RUS negotiate USA");
}

TEST_CASE("a directed action matches one way") {
    graph::Query query;
    query.source.ids = {"RUS"};
    query.action.any_of = {"accuse"};
    CHECK(answer(query).empty());
    std::swap(query.source, query.target);
    CHECK(answer(query) == "kerry accuse RUS");
}

TEST_CASE("a principal matches those who act for it unless exact") {
    graph::Query query;
    query.source.ids = {"USA"};
    query.target.ids = {"RUS"};
    CHECK(answer(query) == "USA negotiate RUS; kerry accuse RUS");
    query.source.exact = true;
    CHECK(answer(query) == "USA negotiate RUS");
}

TEST_CASE("actions match by id, type in any case, and code prefix") {
    graph::Query query;
    for (const char* action : {"accuse", "ACCUSE", "Accuse", "11", "112"}) {
        query.action.any_of = {action};
        CHECK(answer(query) == "kerry accuse RUS");
    }
    query.action.any_of = {"consult"};
    CHECK(answer(query) == "RUS negotiate USA; RUS meet SYR-OPP");
    query.action.any_of = {"12", "bomb"};
    CHECK(answer(query).empty());
}

TEST_CASE("filters on language, status, polarity and place leave what matches") {
    graph::Query query;
    query.languages = {"fr"};
    CHECK(answer(query) == "RUS meet SYR-OPP");
    query = {};
    query.statuses = {core::Status::possible};
    CHECK(answer(query) == "RUS meet SYR-OPP");
    query = {};
    query.polarities = {core::Polarity::negative};
    CHECK(answer(query).empty());
    query = {};
    for (const char* place : {"new york", "York", "usa"}) {
        query.place = place;
        CHECK(answer(query) == "kerry accuse RUS");
    }
}

TEST_CASE("a window of time takes in months that overlap it") {
    graph::Query query;
    query.until = core::parse_date("2016-11-15");
    CHECK(answer(query) == "RUS meet SYR-OPP");
    query = {};
    query.since = core::parse_date("2016-11-15");
    query.until = core::parse_date("2016-11");
    CHECK(answer(query) == "RUS meet SYR-OPP");
    query = {};
    query.since = core::parse_date("2016-12-03");
    CHECK(answer(query).empty());
}

TEST_CASE("min-articles counts matching articles, limit cuts after sorting") {
    graph::Query query;
    query.min_articles = 2;
    CHECK(answer(query) == "RUS negotiate USA");
    query.until = core::parse_date("2016-12-01");
    CHECK(answer(query).empty());
    query = {};
    query.limit = 1;
    query.sort = graph::SortKey::source;
    CHECK(answer(query) == "RUS meet SYR-OPP");
    query.sort = graph::SortKey::last_seen;
    CHECK(answer(query) == "RUS negotiate USA");
    query.sort = graph::SortKey::first_seen;
    CHECK(answer(query) == "RUS meet SYR-OPP");
}

TEST_CASE("sort keys are spelt as in the help") {
    CHECK(graph::parse_sort_key("first") == graph::SortKey::first_seen);
    CHECK_FALSE(graph::parse_sort_key("beauty"));
}
