#include "graph/knowledge_graph.hpp"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>

#include "made_relation.hpp"

using namespace entente;
using graph::KnowledgeGraph;

namespace {

/// Everything that can be read from a graph, as one text.
std::string picture(const KnowledgeGraph& graph) {
    std::string text;
    for (const graph::ActorNode& actor : graph.actors()) {
        text += actor.id + " " + actor.label + " " + actor.principal + " " + std::to_string(actor.mentions) + " " +
                std::to_string(actor.articles);
        for (const graph::Alias& alias : actor.aliases) text += " " + alias.text + "@" + alias.language;
        text += "\n";
    }
    for (const graph::RelationEdge& edge : graph.edges()) {
        text += std::to_string(edge.source) + " " + edge.action + " " + std::to_string(edge.target) + " " +
                std::to_string(edge.weight) + " " + edge.cameo + " " + edge.mode.value_or("-") + " " + edge.sentence;
        for (const core::Relation& relation : graph.evidence(edge)) text += " " + relation.id;
        text += "\n";
    }
    return text;
}

std::vector<core::Relation> many_relations(std::size_t count) {
    const std::vector<std::string> actors{"RUS", "USA", "SYR", "SYR-OPP", "FRA", "TUR"};
    const std::vector<std::string> actions{"negotiate", "meet", "accuse", "bomb"};
    std::mt19937 random(7);
    std::vector<core::Relation> all;
    for (std::size_t i = 0; i < count; ++i) {
        core::Relation made =
            made::relation("a" + std::to_string(random() % 20), actors[random() % actors.size()],
                           actions[random() % actions.size()], actors[random() % actors.size()], random() % 9 + 2);
        if (random() % 5 == 0) made.polarity = core::Polarity::negative;
        if (random() % 3 == 0) made.status = core::Status::possible;
        if (random() % 4 == 0) made.language = "fr";
        if (random() % 4 == 0) made.source.principal = "UNK";
        all.push_back(made);
    }
    return all;
}

KnowledgeGraph graph_of(const std::vector<core::Relation>& relations) {
    KnowledgeGraph graph;
    for (const core::Relation& relation : relations) graph.add(relation);
    return graph;
}

}  // namespace

TEST_CASE("an empty graph has nothing") {
    const KnowledgeGraph graph;
    CHECK(graph.actors().empty());
    CHECK(graph.edges().empty());
    CHECK(graph.relation_count() == 0);
    CHECK_FALSE(graph.find_actor("RUS"));
}

TEST_CASE("any order of adding gives the same graph") {
    std::vector<core::Relation> relations = many_relations(300);
    const std::string expected = picture(graph_of(relations));
    std::mt19937 random(1);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(relations.begin(), relations.end(), random);
        CHECK(picture(graph_of(relations)) == expected);
    }
}

TEST_CASE("merging in any grouping gives the same graph") {
    const std::vector<core::Relation> relations = many_relations(300);
    KnowledgeGraph first, second, third;
    for (std::size_t i = 0; i < relations.size(); ++i) {
        first.add(relations[i]);
        (i % 3 == 0 ? second : third).add(relations[i]);
        if (i % 10 == 0) second.add(relations[i]);
    }
    third.merge(second);
    CHECK(picture(third) == picture(first));
    third.merge(third);
    third.merge(first);
    CHECK(picture(third) == picture(first));
}

TEST_CASE("an edge weighs as much as it has distinct articles") {
    KnowledgeGraph graph;
    graph.add(made::relation("a1", "RUS", "accuse", "USA", 2));
    graph.add(made::relation("a1", "RUS", "accuse", "USA", 3));
    graph.add(made::relation("a2", "RUS", "accuse", "USA", 2));
    REQUIRE(graph.edges().size() == 1);
    const graph::RelationEdge& edge = graph.edges()[0];
    CHECK(edge.weight == 2);
    CHECK(edge.mentions == 3);
    CHECK(edge.articles == std::vector<std::string>{"a1", "a2"});
    CHECK(graph.evidence(edge).size() == 3);
    CHECK(graph.actors()[0].mentions == 3);
    CHECK(graph.actors()[0].articles == 2);
    CHECK(graph.article_count() == 2);
}

TEST_CASE("a relation that comes twice counts once") {
    KnowledgeGraph graph;
    for (int i = 0; i < 3; ++i) graph.add(made::relation("a1", "RUS", "accuse", "USA"));
    CHECK(graph.relation_count() == 1);
    CHECK(graph.edges()[0].mentions == 1);
}

TEST_CASE("of two relations with one id the same is kept, whichever comes first") {
    core::Relation one = made::relation("a1", "RUS", "accuse", "USA");
    core::Relation other = one;
    other.status = core::Status::possible;
    CHECK(picture(graph_of({one, other})) == picture(graph_of({other, one})));
    CHECK(graph_of({one, other}).relation_count() == 1);
}

TEST_CASE("a symmetric relation is one edge whichever side is the source") {
    KnowledgeGraph graph;
    graph.add(made::relation("a1", "USA", "negotiate", "RUS"));
    graph.add(made::relation("a2", "RUS", "negotiate", "USA"));
    REQUIRE(graph.edges().size() == 1);
    const graph::RelationEdge& edge = graph.edges()[0];
    CHECK(graph.actors()[edge.source].id == "RUS");
    CHECK(graph.actors()[edge.target].id == "USA");
    CHECK(edge.symmetric);
    CHECK(edge.weight == 2);
    CHECK(graph.evidence(edge)[0].source.id == "USA");
}

TEST_CASE("a directed relation and its converse are two edges") {
    KnowledgeGraph graph;
    graph.add(made::relation("a1", "USA", "accuse", "RUS"));
    graph.add(made::relation("a1", "RUS", "accuse", "USA"));
    CHECK(graph.edges().size() == 2);
    CHECK(graph.edges_of(0) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("negative is kept apart from affirmative, and possible from actual") {
    core::Relation did = made::relation("a1", "RUS", "meet", "USA", 2);
    core::Relation did_not = made::relation("a1", "RUS", "meet", "USA", 3);
    did_not.polarity = core::Polarity::negative;
    core::Relation may = made::relation("a1", "RUS", "meet", "USA", 4);
    may.status = core::Status::possible;
    const KnowledgeGraph graph = graph_of({did_not, may, did});
    REQUIRE(graph.edges().size() == 3);
    CHECK(graph.edges()[0].polarity == core::Polarity::affirmative);
    CHECK(graph.edges()[0].status == core::Status::actual);
    CHECK(graph.edges()[1].status == core::Status::possible);
    CHECK(graph.edges()[2].polarity == core::Polarity::negative);
}

TEST_CASE("a relation comes back as it was added") {
    const core::Relation full = made::full_relation("a1");
    core::Relation bare = made::relation("a2", "FRA", "accuse", "TUR");
    bare.published.reset();
    const KnowledgeGraph graph = graph_of({full, bare});
    CHECK(graph.relation(0) == bare);
    CHECK(graph.relation(1) == full);
}

TEST_CASE("first and last seen are event dates, or else publication dates") {
    core::Relation early = made::relation("a1", "RUS", "accuse", "USA", 2);
    early.date = core::DateMention{*core::parse_date("2015-03"), {0, 0}, ""};
    const core::Relation late = made::relation("a2", "RUS", "accuse", "USA", 2);
    core::Relation undated = made::relation("a3", "RUS", "accuse", "USA", 2);
    undated.published.reset();
    const KnowledgeGraph graph = graph_of({late, undated, early});
    REQUIRE(graph.edges()[0].first_seen);
    CHECK(core::to_string(*graph.edges()[0].first_seen) == "2015-03");
    CHECK(core::to_string(*graph.edges()[0].last_seen) == "2016-12-02");
}

TEST_CASE("the best sentence names both sides") {
    core::Relation pronoun = made::relation("a1", "RUS", "accuse", "USA", 2);
    pronoun.source.text = "he";
    pronoun.sentence.text = "He is the first.";
    const core::Relation named = made::relation("a2", "RUS", "accuse", "USA", 2);
    const KnowledgeGraph graph = graph_of({pronoun, named});
    CHECK(graph.edges()[0].sentence == named.sentence.text);
    CHECK(graph.relation(graph.edges()[0].best).article == "a2");
}

TEST_CASE("an actor is what most mentions say of it") {
    core::Relation former = made::relation("a1", "kerry", "meet", "RUS", 2);
    former.source.principal = "USA-CVL";
    core::Relation minister = made::relation("a2", "kerry", "meet", "RUS", 2);
    minister.source.principal = "USA";
    core::Relation again = made::relation("a3", "kerry", "meet", "RUS", 2);
    again.source.principal = "USA";
    const KnowledgeGraph graph = graph_of({former, minister, again});
    CHECK(graph.actors()[*graph.find_actor("kerry")].principal == "USA");
}

TEST_CASE("names in mentions become aliases, pronouns and descriptions do not") {
    const auto called = [](const std::string& text, std::size_t sentence) {
        core::Relation made = made::relation("a1", "RUS", "accuse", "USA", sentence);
        made.source.label = "Russia";
        made.source.text = text;
        return made;
    };
    const KnowledgeGraph graph = graph_of({called("the Kremlin", 2), called("he", 3), called("the Russian army", 4),
                                           called("Russia", 5), called("La Russie", 6)});
    std::vector<std::string> aliases;
    for (const graph::Alias& alias : graph.actors()[0].aliases) aliases.push_back(alias.text);
    CHECK(aliases == std::vector<std::string>{"Kremlin", "La Russie"});
    CHECK(graph.actors()[0].label == "Russia");
    CHECK(graph.actors()[0].aliases[0].language == "en");
}

TEST_CASE("the ontology completes actors, and a later merge keeps that") {
    KnowledgeGraph graph = graph_of({made::relation("a1", "RUS", "meet", "USA")});
    graph.describe([](std::string_view id) -> std::optional<graph::ActorFacts> {
        if (id != "RUS") return std::nullopt;
        return graph::ActorFacts{"Russia", {}, {}, "Q159", {{"Russie", "fr", 0}, {"Russia", "en", 0}}};
    });
    KnowledgeGraph other;
    other.merge(graph);
    for (const KnowledgeGraph* each : {&graph, &other}) {
        CHECK(each->actors()[0].label == "Russia");
        CHECK(each->actors()[0].wikidata == "Q159");
        CHECK(each->actors()[0].aliases.front() == graph::Alias{"Mr RUS", "en", 0});
        CHECK(each->actors()[0].aliases.back() == graph::Alias{"Russie", "fr", 0});
        CHECK(each->actors()[1].label == "Mr USA");
    }
}

TEST_CASE("a copy and its original change apart") {
    KnowledgeGraph graph = graph_of({made::relation("a1", "RUS", "meet", "USA")});
    KnowledgeGraph copy = graph;
    copy.add(made::relation("a1", "RUS", "meet", "FRA", 3));
    CHECK(graph.edges().size() == 1);
    CHECK(copy.edges().size() == 2);
}

TEST_CASE("an edge is as heavy as its articles are many, but prints of one dispatch weigh once") {
    const auto print = [](const std::string& article, const std::string& sentence) {
        core::Relation relation = made::relation(article, "RUS", "accuse", "USA");
        relation.sentence.text = sentence;
        return relation;
    };
    KnowledgeGraph graph;
    graph.add(print("a1", "On Friday Mr RUS accused Mr USA of reading the letters that he had sent to his brother."));
    graph.add(print("a2", "Mr RUS accused Mr USA of reading the letters that he had sent to his brother on Friday."));
    graph.add(print("a3", "In a speech to the assembly, Mr RUS once more accused Mr USA of opening his mail."));
    graph.add(print("a4", "Mr RUS accuses Mr USA."));
    graph.add(print("a5", "Mr RUS accuses Mr USA."));
    const graph::RelationEdge& edge = graph.edges().front();
    CHECK(edge.articles.size() == 5);
    CHECK(edge.mentions == 5);
    CHECK(edge.weight == 4);
}

TEST_CASE("when something happened and when it was published are kept apart") {
    KnowledgeGraph graph;
    core::Relation later = made::relation("a1", "RUS", "accuse", "USA");
    later.published = core::parse_date("2017-01-05");
    later.date = core::DateMention{*core::parse_date("2016"), {0, 0}, ""};
    graph.add(later);
    core::Relation sooner = made::relation("a2", "RUS", "accuse", "USA");
    sooner.published = core::parse_date("2016-12-30");
    graph.add(sooner);
    const graph::RelationEdge& edge = graph.edges().front();
    CHECK(core::to_string(*edge.first_seen) == "2016");
    CHECK(core::to_string(*edge.first_published) == "2016-12-30");
    CHECK(core::to_string(*edge.last_published) == "2017-01-05");
}
