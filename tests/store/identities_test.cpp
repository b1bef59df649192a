#include "store/identities.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "../graph/made_relation.hpp"
#include "scratch.hpp"
#include "store/graph_file.hpp"

using namespace entente;
using store::GraphFile;
using store::Identities;

using Ids = std::set<std::string>;

namespace {

/// RUS meets USA; moscow, who acts for himself, meets FRA; a spokesman of moscow accuses USA.
GraphFile made_file(const std::filesystem::path& path) {
    GraphFile file = GraphFile::create(path);
    core::Relation spoken = made::relation("a2", "spokesman", "accuse", "USA");
    spoken.source.principal = "moscow";
    file.add_article({"a1", "h", "", {}, {}, {}, "en", 1}, {made::relation("a1", "RUS", "meet", "USA")});
    file.add_article({"a2", "h", "", {}, {}, {}, "en", 1}, {spoken, made::relation("a2", "moscow", "meet", "FRA", 3)});
    return file;
}

Ids said(const GraphFile& file, const store::Selection& selection) {
    Ids found;
    file.for_each_relation(selection, [&](const core::Relation& relation) {
        found.insert(relation.source.id + "(" + relation.source.label + "," + relation.source.principal + ")-" +
                     relation.target.id);
    });
    return found;
}

}  // namespace

TEST_CASE("who is the same as somebody who is the same is the same, in whatever order it is said") {
    std::vector<store::ActorDecision> decisions{{"a", "b", true}, {"b", "c", true}, {"d", "e", true}, {"c", "d", true}};
    do {
        const Identities identities(decisions);
        for (const char* id : {"a", "b", "c", "d", "e"}) CHECK(identities.read_as(id) == "a");
        CHECK(identities.all_of("d") == Ids{"a", "b", "c", "d", "e"});
        CHECK(identities.read_as("f") == "f");
        CHECK(identities.all_of("f") == Ids{"f"});
    } while (std::next_permutation(decisions.begin(), decisions.end()));
    CHECK(Identities().empty());
    CHECK(Identities({{"a", "b", false}}).empty());
}

TEST_CASE("where nobody or several stand for the rest, the smallest does") {
    CHECK(Identities({{"b", "a", true}, {"c", "b", true}, {"a", "c", true}}).read_as("c") == "a");
    CHECK(Identities({{"y", "m", true}, {"x", "m", true}}).read_as("m") == "x");
    CHECK(Identities({{"y", "m", true}, {"x", "m", true}}).read_as("y") == "x");
}

TEST_CASE("two who are held different are never one, not even through a third") {
    const Identities identities({{"a", "b", true}, {"b", "c", true}, {"a", "c", false}});
    CHECK(identities.read_as("b") == "a");
    CHECK(identities.read_as("c") == "c");
    CHECK(identities.held_apart("c", "b"));
    CHECK_FALSE(identities.held_apart("a", "b"));
    CHECK(identities.contradicted() == std::vector<store::ActorDecision>{{"b", "c", true}});
}

TEST_CASE("whatever is read from a graph file obeys its decisions, and what is stored stays") {
    const Scratch scratch;
    GraphFile file = made_file(scratch / "g.ent");
    const Ids before = said(file, {});
    file.add_decision({"RUS", "moscow", true});
    CHECK(said(file, {}) == Ids{"RUS(Mr RUS,RUS)-USA", "RUS(Mr RUS,RUS)-FRA", "spokesman(Mr spokesman,RUS)-USA"});
    for (const char* name : {"RUS", "moscow"}) {
        store::Selection selection;
        selection.one = {{name}, false};
        CHECK(said(file, selection).size() == 3);
        selection.one.exact = true;
        CHECK(said(file, selection).size() == 2);
        CHECK(file.neighbours(name) == Ids{"FRA", "USA"});
    }
    CHECK(file.neighbours("FRA") == Ids{"RUS"});
    CHECK(file.find_actors("moscow") == Ids{"RUS"});
    CHECK(file.find_actors("Mr moscow") == Ids{"RUS"});
    CHECK(file.holdings().actors == 4);
    CHECK(file.counts().actors == 4);
    for (const store::ActorRow& row : file.actor_rows()) {
        CHECK(row.id != "moscow");
        CHECK(row.principal != "moscow");
    }
    Ids stored;
    file.for_each_stored_relation([&](const core::Relation& relation) { stored.insert(relation.source.id); });
    CHECK(stored == Ids{"RUS", "moscow", "spokesman"});

    CHECK(file.remove_decision("moscow", "RUS"));
    CHECK_FALSE(file.remove_decision("moscow", "RUS"));
    CHECK(said(file, {}) == before);
    CHECK(file.holdings().actors == 5);
}

TEST_CASE("who is read as somebody of whom no relation tells keeps all but the id") {
    const Scratch scratch;
    GraphFile file = made_file(scratch / "g.ent");
    file.suppose({{"kremlin", "moscow", true}});
    CHECK(said(file, {}) ==
          Ids{"RUS(Mr RUS,RUS)-USA", "kremlin(Mr moscow,kremlin)-FRA", "spokesman(Mr spokesman,kremlin)-USA"});
    CHECK(file.decisions().empty());
}

TEST_CASE("articles that come later are read with the decisions that are there") {
    const Scratch scratch;
    GraphFile file = made_file(scratch / "g.ent");
    file.add_decision({"RUS", "kreml", true});
    file.add_article({"a3", "h", "", {}, {}, {}, "en", 1}, {made::relation("a3", "kreml", "accuse", "TUR")});
    CHECK(file.neighbours("TUR") == Ids{"RUS"});
    CHECK(file.remove_article("a1"));
    // Nothing shows any more what RUS looks like.
    CHECK(said(file, {}).contains("RUS(Mr kreml,RUS)-TUR"));
}
