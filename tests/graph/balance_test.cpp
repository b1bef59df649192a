#include "graph/balance.hpp"

#include <doctest/doctest.h>

#include "graph/timeline.hpp"
#include "made_relation.hpp"

using namespace entente;
using graph::KnowledgeGraph;
using graph::Period;

namespace {

core::Relation typed(const std::string& article, const std::string& source, const std::string& action,
                     const std::string& target, core::EventType type) {
    core::Relation relation = made::relation(article, source, action, target);
    relation.action.type = type;
    return relation;
}

core::Relation on(const std::string& article, const std::string& published, const std::string& date) {
    core::Relation relation = made::relation(article, "A", "accuse", "B");
    relation.published = core::parse_date(published);
    if (!date.empty()) relation.date = core::DateMention{*core::parse_date(date), {0, 0}, ""};
    return relation;
}

std::string periods(const graph::Timeline& line, Period period) {
    std::string text;
    for (const graph::TimeSlice& slice : line.slices) {
        text += graph::to_string(slice.begin, period) + ":" + std::to_string(slice.relations) + " ";
    }
    return text;
}

}  // namespace

TEST_CASE("a matrix has the most active actors first and what each does to each") {
    KnowledgeGraph graph;
    graph.add(typed("a1", "A", "bomb", "B", core::EventType::assault));
    graph.add(typed("a2", "A", "bomb", "B", core::EventType::assault));
    graph.add(typed("a1", "B", "thank", "C", core::EventType::cooperate));
    graph.add(typed("a1", "B", "meet", "A", core::EventType::consult));
    graph.add(typed("a1", "D", "bomb", "D", core::EventType::assault));
    core::Relation denied = typed("a3", "C", "bomb", "B", core::EventType::assault);
    denied.polarity = core::Polarity::negative;
    graph.add(denied);
    const graph::Matrix matrix = graph::who_to_whom(graph, 10);
    // D does something only to itself.
    REQUIRE(matrix.actors.size() == 3);
    CHECK(graph.actors()[matrix.actors[0]].id == "B");
    CHECK(graph.actors()[matrix.actors[1]].id == "A");
    const graph::Balance& bombs = matrix.cells[1][0];
    CHECK(bombs.total == 3);
    CHECK(bombs.conflict == 2);
    CHECK(bombs.cooperation == 1);
    CHECK(bombs.mean() < 0);
    // A meeting goes both ways, a bomb does not.
    CHECK(matrix.cells[0][1].total == 1);
    CHECK(matrix.cells[0][1].mean() > 0);
    CHECK(matrix.cells[2][0].total == 0);
    CHECK(matrix.cells[2][0].mean() == 0);
    CHECK(graph::who_to_whom(graph, 1).actors.size() == 1);
    CHECK(graph::who_to_whom(KnowledgeGraph(), 5).actors.empty());
}

TEST_CASE("a timeline has no gaps and leaves out what is not dated exactly enough") {
    KnowledgeGraph graph;
    graph.add(on("a1", "2016-12-30", ""));
    graph.add(on("a2", "2017-03-02", "2017-02-28"));
    graph.add(on("a3", "2017-03-02", "2017"));  // this year: published in it
    graph.add(on("a4", "2017-03-02", "2010"));  // long ago: no month is known
    const graph::Timeline months = graph::timeline(graph, Period::month, false);
    CHECK(periods(months, Period::month) == "2016-12:1 2017-01:0 2017-02:1 2017-03:1 ");
    CHECK(months.undated == 1);
    CHECK(periods(graph::timeline(graph, Period::month, true), Period::month) ==
          "2016-12:1 2017-01:0 2017-02:0 2017-03:3 ");
    CHECK(graph::timeline(graph, Period::year, false).slices.size() == 8);
    CHECK(graph::timeline(KnowledgeGraph(), Period::day, false).slices.empty());
}

TEST_CASE("weeks are those of ISO 8601") {
    const auto week = [](const char* day) {
        return graph::to_string(graph::period_begin(*core::parse_date(day), Period::week), Period::week);
    };
    CHECK(week("2016-12-02") == "2016-W48");
    CHECK(week("2017-01-01") == "2016-W52");
    CHECK(week("2018-12-31") == "2019-W01");
    CHECK(week("2021-01-03") == "2020-W53");
    CHECK(core::to_string(graph::period_begin(*core::parse_date("2016-12-04"), Period::week)) == "2016-11-28");
    CHECK(core::to_string(graph::next_period(*core::parse_date("2016-12-01"), Period::month)) == "2017-01-01");
}

TEST_CASE("the period is chosen so that a readable number of slices comes out") {
    KnowledgeGraph graph;
    CHECK(graph::fitting_period(graph, 60) == Period::year);
    graph.add(on("a1", "2016-12-01", ""));
    graph.add(on("a2", "2016-12-20", ""));
    CHECK(graph::fitting_period(graph, 60) == Period::day);
    graph.add(on("a3", "2017-06-01", ""));
    CHECK(graph::fitting_period(graph, 60) == Period::week);
    graph.add(on("a4", "2019-06-01", ""));
    CHECK(graph::fitting_period(graph, 60) == Period::month);
    graph.add(on("a5", "1999-06-01", ""));
    CHECK(graph::fitting_period(graph, 60) == Period::year);
}

TEST_CASE("one dispatch in several papers counts once in its week") {
    KnowledgeGraph graph;
    for (const char* article : {"a1", "a2", "a3"}) {
        core::Relation relation = on(article, "2016-12-01", "");
        relation.sentence.text = "On Thursday Mr A accused Mr B of having read his letters to the mayor of the town.";
        graph.add(relation);
    }
    const graph::Timeline line = graph::timeline(graph, Period::week, false);
    REQUIRE(line.slices.size() == 1);
    CHECK(line.slices[0].articles == 1);
    CHECK(line.slices[0].relations == 3);
    CHECK(line.slices[0].balance.conflict + line.slices[0].balance.cooperation == 3);
}
