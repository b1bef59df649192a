#include "graph/analysis.hpp"

#include <cmath>
#include <numeric>
#include <set>

#include <doctest/doctest.h>

#include "graph/layout.hpp"
#include "made_relation.hpp"

using namespace entente;
using graph::KnowledgeGraph;

namespace {

/// Two groups of `size` in which everybody accuses everybody, joined by one edge, and a pair apart.
KnowledgeGraph two_groups(int size) {
    KnowledgeGraph graph;
    const auto name = [](char group, int i) { return group + std::to_string(100 + i); };
    for (const char group : {'A', 'B'}) {
        for (int i = 0; i < size; ++i) {
            for (int j = 0; j < i; ++j) graph.add(made::relation("a1", name(group, i), "accuse", name(group, j)));
        }
    }
    graph.add(made::relation("a1", name('A', 0), "accuse", name('B', 0)));
    graph.add(made::relation("a1", "C1", "meet", "C2"));
    return graph;
}

}  // namespace

TEST_CASE("page rank sums to one and favours those to whom much is done") {
    KnowledgeGraph graph;
    graph.add(made::relation("a1", "A", "accuse", "C"));
    graph.add(made::relation("a1", "B", "accuse", "C"));
    const std::vector<double> rank = graph::pagerank(graph);
    CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == doctest::Approx(1));
    CHECK(rank[0] == doctest::Approx(rank[1]));
    CHECK(rank[2] > rank[0]);
    CHECK(graph::pagerank(KnowledgeGraph()).empty());
}

TEST_CASE("what did not happen gives no rank") {
    KnowledgeGraph graph;
    core::Relation denied = made::relation("a1", "A", "accuse", "B");
    denied.polarity = core::Polarity::negative;
    graph.add(denied);
    const std::vector<double> rank = graph::pagerank(graph);
    CHECK(rank[0] == doctest::Approx(rank[1]));
}

TEST_CASE("betweenness is highest where chains must pass") {
    KnowledgeGraph graph;
    graph.add(made::relation("a1", "A", "accuse", "B"));
    graph.add(made::relation("a1", "C", "meet", "B"));
    graph.add(made::relation("a1", "C", "bomb", "B"));
    CHECK(graph::betweenness(graph) == std::vector<double>{0, 1, 0});
    CHECK(graph::degree(graph) == std::vector<std::size_t>{1, 3, 2});
}

TEST_CASE("betweenness estimated from all actors is betweenness") {
    const KnowledgeGraph graph = two_groups(5);
    const std::vector<double> exact = graph::betweenness(graph);
    const std::vector<double> estimated = graph::estimated_betweenness(graph, exact.size());
    REQUIRE(estimated.size() == exact.size());
    for (std::size_t i = 0; i < exact.size(); ++i) CHECK(estimated[i] == doctest::Approx(exact[i]));
    CHECK(graph::estimated_betweenness(graph, 3).size() == exact.size());
    CHECK(graph::estimated_betweenness(KnowledgeGraph(), 3).empty());
}

TEST_CASE("degrees count doing and suffering, and a symmetric edge as both") {
    KnowledgeGraph graph;
    for (const char* article : {"a1", "a2"}) graph.add(made::relation(article, "A", "accuse", "B"));
    graph.add(made::relation("a1", "B", "meet", "C"));
    const std::vector<graph::Degrees> found = graph::degrees(graph);
    REQUIRE(found.size() == 3);
    const std::size_t weight = graph.edges().front().weight;
    CHECK(found[0] == graph::Degrees{1, 0, weight, 0});
    CHECK(found[1] == graph::Degrees{1, 2, 1, weight + 1});
    CHECK(found[2] == graph::Degrees{1, 1, 1, 1});
}

TEST_CASE("communities are the dense groups, the largest first") {
    const std::vector<std::size_t> community = graph::communities(two_groups(6));
    REQUIRE(community.size() == 14);
    for (std::size_t i = 0; i < 6; ++i) CHECK(community[i] == 0);
    for (std::size_t i = 6; i < 12; ++i) CHECK(community[i] == 1);
    CHECK(community[12] == 2);
    CHECK(community[13] == 2);
    CHECK(graph::communities(KnowledgeGraph()).empty());
}

TEST_CASE("an actor alone is a community of its own") {
    KnowledgeGraph graph;
    graph.add(made::relation("a1", "A", "accuse", "A"));
    CHECK(graph::communities(graph) == std::vector<std::size_t>{0});
    CHECK(graph::layout(graph, {0}) == std::vector<graph::Position>{{0, 0}});
}

TEST_CASE("the layout keeps actors apart and communities together") {
    const KnowledgeGraph graph = two_groups(12);
    const auto community = graph::communities(graph);
    const auto places = graph::layout(graph, community);
    REQUIRE(places.size() == community.size());
    const auto apart = [&](std::size_t i, std::size_t j) {
        return std::hypot(places[i].x - places[j].x, places[i].y - places[j].y);
    };
    double widest_within = 0;
    double nearest_between = 1e9;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            CHECK(apart(i, j) > 5);
            if (community[i] == community[j]) {
                widest_within = std::max(widest_within, apart(i, j));
            } else {
                nearest_between = std::min(nearest_between, apart(i, j));
            }
        }
    }
    CHECK(widest_within < 250);
    CHECK(nearest_between > 60);
    CHECK(graph::layout(graph, community) == places);
    CHECK(graph::layout(KnowledgeGraph(), {}).empty());
}
