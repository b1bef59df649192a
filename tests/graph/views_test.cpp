#include "graph/views.hpp"

#include <doctest/doctest.h>

#include "made_relation.hpp"

using namespace entente;
using graph::KnowledgeGraph;

namespace {

core::Relation acting_for(const std::string& principal, core::Relation relation) {
    relation.source.principal = principal;
    return relation;
}

std::string names(const KnowledgeGraph& graph) {
    std::string text;
    for (const graph::ActorNode& actor : graph.actors()) text += (text.empty() ? "" : " ") + actor.id;
    return text;
}

/// A–B–C–D with a loop at D.
KnowledgeGraph chain() {
    KnowledgeGraph graph;
    graph.add(made::relation("a1", "A", "accuse", "B"));
    graph.add(made::relation("a1", "C", "accuse", "B"));
    graph.add(made::relation("a2", "C", "accuse", "B"));
    graph.add(made::relation("a1", "C", "accuse", "D"));
    graph.add(made::relation("a1", "D", "accuse", "D"));
    return graph;
}

}  // namespace

TEST_CASE("the rolled-up view puts principals in the place of those who act for them") {
    KnowledgeGraph graph;
    graph.add(acting_for("USA", made::relation("a1", "kerry", "accuse", "RUS", 2)));
    graph.add(acting_for("USA", made::relation("a2", "pentagon", "accuse", "RUS", 2)));
    graph.add(made::relation("a2", "USA", "accuse", "RUS", 3));
    const KnowledgeGraph view = graph::roll_up(graph);
    CHECK(names(view) == "RUS USA");
    REQUIRE(view.edges().size() == 1);
    CHECK(view.edges()[0].weight == 2);
    CHECK(view.edges()[0].mentions == 3);
    CHECK(view.actors()[1].label == "Mr USA");
    CHECK(names(graph) == "RUS USA kerry pentagon");
}

TEST_CASE("a person counts for whom he acted at the time") {
    KnowledgeGraph graph;
    graph.add(acting_for("USA", made::relation("a1", "kerry", "accuse", "RUS", 2)));
    graph.add(acting_for("USA-CVL", made::relation("a2", "kerry", "accuse", "RUS", 2)));
    CHECK(names(graph::roll_up(graph)) == "RUS USA USA-CVL");
}

TEST_CASE("a principal that nobody mentions by name gets its name from the ontology") {
    KnowledgeGraph graph;
    graph.add(acting_for("USA", made::relation("a1", "kerry", "accuse", "RUS", 2)));
    const KnowledgeGraph view = graph::roll_up(graph, [](std::string_view id) -> std::optional<graph::ActorFacts> {
        if (id != "USA") return std::nullopt;
        return graph::ActorFacts{"United States", core::ActorKind::state, "USA", {}, {}};
    });
    CHECK(view.actors()[1].label == "United States");
    CHECK(view.actors()[1].kind == core::ActorKind::state);
}

TEST_CASE("relations inside one principal become loops") {
    KnowledgeGraph graph;
    core::Relation dismissal = acting_for("USA", made::relation("a1", "trump", "dismiss", "bolton", 2));
    dismissal.target.principal = "USA";
    graph.add(dismissal);
    const KnowledgeGraph view = graph::roll_up(graph);
    CHECK(names(view) == "USA");
    CHECK(view.edges_of(0) == std::vector<std::size_t>{0});
}

TEST_CASE("filters keep the actors that the edges need") {
    CHECK(names(graph::filter_edges(chain(), [](const auto& edge) { return edge.weight > 1; })) == "B C");
    CHECK(names(graph::filter(chain(), [](const auto& relation) { return relation.target.id == "D"; })) == "C D");
}

TEST_CASE("the surroundings of an actor grow with the depth, in both directions") {
    CHECK(names(graph::around(chain(), {"A"}, 1)) == "A B");
    CHECK(names(graph::around(chain(), {"A"}, 2)) == "A B C");
    CHECK(names(graph::around(chain(), {"A"}, 9)) == "A B C D");
    CHECK(names(graph::around(chain(), {"D"}, 0)) == "D");
    CHECK(names(graph::around(chain(), {"nobody"}, 2)).empty());
}

TEST_CASE("the top actors are those of the highest rank") {
    CHECK(names(graph::top(chain(), 3)) == "A B D");
    CHECK(names(graph::top(chain(), 99)) == "A B C D");
    CHECK(names(graph::top(KnowledgeGraph(), 3)).empty());
}
