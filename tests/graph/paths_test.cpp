#include "graph/paths.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "core/gist.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/network_sum.hpp"
#include "made_relation.hpp"

using namespace entente;
using graph::Chain;
using graph::KnowledgeGraph;
using graph::Network;

namespace {

/// A–B–C and A–D–C, of which the second is stronger, the long way A–G–H–C, which is the strongest, and E–F apart.
Network diamond() {
    enum : std::uint32_t { a, b, c, d, e, f, g, h };
    Network network;
    network.actor_count = 8;
    network.edges = {{a, b, 1}, {a, g, 50},      {b, c, 1},        {d, a, 1},
                     {d, c, 2}, {e, f, 1, true}, {g, h, 50, true}, {h, c, 50}};
    return network;
}

std::vector<std::size_t> edges_of(const Chain& chain) {
    std::vector<std::size_t> edges;
    for (const graph::Step& step : chain) edges.push_back(step.edge);
    return edges;
}

}  // namespace

TEST_CASE("the shortest chain goes against directions too and prefers strong edges") {
    const auto chains = graph::shortest_paths(diamond(), 0, 2);
    REQUIRE(chains.size() == 1);
    CHECK(chains[0] == Chain{{3, false}, {4, true}});
}

TEST_CASE("chains come in the order of their length, each once") {
    const auto chains = graph::shortest_paths(diamond(), 0, 2, {.count = 10});
    REQUIRE(chains.size() == 3);
    CHECK(edges_of(chains[0]) == std::vector<std::size_t>{3, 4});
    CHECK(edges_of(chains[1]) == std::vector<std::size_t>{0, 2});
    CHECK(edges_of(chains[2]) == std::vector<std::size_t>{1, 6, 7});
}

TEST_CASE("directed chains follow directions, and symmetric edges both ways") {
    const auto chains = graph::shortest_paths(diamond(), 0, 2, {.count = 10, .directed = true});
    REQUIRE(chains.size() == 2);
    CHECK(edges_of(chains[0]) == std::vector<std::size_t>{0, 2});
    CHECK(edges_of(chains[1]) == std::vector<std::size_t>{1, 6, 7});
    CHECK(graph::shortest_paths(diamond(), 2, 0, {.directed = true}).empty());
    CHECK(graph::shortest_paths(diamond(), 5, 4, {.directed = true}).size() == 1);
}

TEST_CASE("by evidence a long chain of strong links is nearer than a short one of weak links") {
    const auto chains = graph::shortest_paths(diamond(), 0, 2, {.by_evidence = true});
    REQUIRE(chains.size() == 1);
    CHECK(edges_of(chains[0]) == std::vector<std::size_t>{1, 6, 7});
}

TEST_CASE("all edges between two actors are one link, shown by the strongest") {
    Network network;
    network.actor_count = 2;
    network.edges = {{0, 1, 1}, {0, 1, 3}, {1, 0, 2}};
    const auto chains = graph::shortest_paths(network, 0, 1, {.count = 5});
    REQUIRE(chains.size() == 1);
    CHECK(chains[0] == Chain{{1, true}});
}

TEST_CASE("there is no chain to what is not connected, to oneself, or to nobody") {
    CHECK(graph::shortest_paths(diamond(), 0, 4).empty());
    CHECK(graph::shortest_paths(diamond(), 0, 0).empty());
    CHECK(graph::shortest_paths(diamond(), 0, 99).empty());
    CHECK(graph::shortest_paths(Network(), 0, 1).empty());
}

TEST_CASE("a graph's network has its actors and edges in their order") {
    KnowledgeGraph graph;
    graph.add(made::relation("a1", "B", "accuse", "A"));
    graph.add(made::relation("a1", "A", "meet", "C"));
    const Network network = graph;
    CHECK(network.actor_count == 3);
    CHECK(network.edges == std::vector<graph::NetworkEdge>{{0, 2, 1, true, false}, {1, 0, 1, false, false}});
}

TEST_CASE("a network summed from ties has the edges and weights of the graph") {
    const std::string dispatch =
        "Mr A accused Mr B of having taken his umbrella without asking him first, it was said.";
    struct Made {
        const char* article;
        const char* source;
        const char* action;
        const char* target;
        const std::string& sentence;
    };
    const std::string short_one = "Short.";
    const std::vector<Made> all{{"a1", "A", "accuse", "B", dispatch},  {"a2", "A", "accuse", "B", dispatch},
                                {"a3", "A", "accuse", "B", short_one}, {"a3", "A", "accuse", "B", short_one},
                                {"a1", "C", "meet", "A", short_one},   {"a2", "A", "meet", "C", short_one},
                                {"a1", "B", "bomb", "B", short_one}};
    KnowledgeGraph graph;
    std::vector<graph::NetworkTie> ties;
    std::size_t sentence = 1;
    for (const Made& made : all) {
        core::Relation relation = made::relation(made.article, made.source, made.action, made.target, ++sentence);
        relation.sentence.text = made.sentence;
        graph.add(relation);
        ties.push_back({static_cast<std::uint32_t>(*made.source - 'A'), static_cast<std::uint32_t>(*made.target - 'A'),
                        static_cast<std::uint32_t>(*made.action), static_cast<std::uint32_t>(made.article[1]),
                        core::gist(made.sentence), relation.symmetric, relation.polarity, relation.status});
    }
    const auto sorted = [](Network network) {
        std::sort(network.edges.begin(), network.edges.end());
        return network.edges;
    };
    const Network summed = graph::sum_network(3, ties);
    CHECK(summed.actor_count == 3);
    CHECK(sorted(summed) == sorted(graph));
    CHECK(graph.edges().front().weight == 2);
    std::reverse(ties.begin(), ties.end());
    CHECK(graph::sum_network(3, ties).edges == summed.edges);
    CHECK(graph::sum_network(0, {}).edges.empty());
}
