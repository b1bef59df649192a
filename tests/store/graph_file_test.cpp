#include "store/graph_file.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include <doctest/doctest.h>

#include "../graph/made_relation.hpp"
#include "base/errors.hpp"
#include "base/files.hpp"
#include "scratch.hpp"

using namespace entente;
using store::Added;
using store::ArticleRecord;
using store::GraphFile;

namespace {

ArticleRecord article(const std::string& id, const std::string& hash = "h1") {
    return {id,   hash, "Title of " + id, "https://example.org/" + id, "The Example", core::parse_date("2016-12-02"),
            "en", 120};
}

/// A relation as it comes back from an article made by article().
core::Relation stored(core::Relation relation) {
    relation.url = "https://example.org/" + relation.article;
    relation.published = core::parse_date("2016-12-02");
    return relation;
}

std::vector<core::Relation> all_relations(const GraphFile& file) {
    std::vector<core::Relation> found;
    file.for_each_relation([&](const core::Relation& relation) { found.push_back(relation); });
    return found;
}

void fill(GraphFile& file, int articles) {
    file.begin();
    for (int i = 0; i < articles; ++i) {
        const std::string id = "a" + std::to_string(i);
        file.add_article(article(id), {made::relation(id, "RUS", "meet", "USA", 2), made::full_relation(id)});
        if (i % 3 == 2) {
            file.commit();
            file.begin();
        }
    }
    file.commit();
}

}  // namespace

TEST_CASE("relations come back as they were, article by article") {
    const Scratch scratch;
    const core::Relation first = made::relation("a1", "RUS", "meet", "USA", 2);
    const core::Relation second = made::full_relation("a1");
    const core::Relation third = made::relation("a2", "FRA", "accuse", "TUR", 2);
    {
        GraphFile file = GraphFile::create(scratch / "g.ent");
        CHECK(file.add_article(article("a1"), {first, second}) == Added::added);
        CHECK(file.add_article(article("a2"), {third}) == Added::added);
    }
    const GraphFile file = GraphFile::open(scratch / "g.ent", GraphFile::Access::read);
    CHECK(all_relations(file) == std::vector{stored(first), stored(second), stored(third)});
    CHECK(file.relations_of("a2") == std::vector{stored(third)});
    CHECK(file.relations_of("a9").empty());
    CHECK(file.articles() == std::vector{article("a1"), article("a2")});
    file.check();
}

TEST_CASE("an article without relations is remembered, and every optional field may be missing") {
    const Scratch scratch;
    GraphFile file = GraphFile::create(scratch / "g.ent");
    ArticleRecord bare;
    bare.id = "a1";
    CHECK(file.add_article(bare, {}) == Added::added);
    CHECK(file.articles() == std::vector{bare});
    CHECK(file.has_article("a1"));
    CHECK_FALSE(file.has_article("a2"));
}

TEST_CASE("an identical article is left alone") {
    const Scratch scratch;
    GraphFile file = GraphFile::create(scratch / "g.ent");
    const auto relation = made::relation("a1", "RUS", "meet", "USA", 2);
    file.add_article(article("a1"), {relation});
    CHECK(file.is_current("a1", "h1"));
    CHECK_FALSE(file.is_current("a1", "h2"));
    CHECK(file.add_article(article("a1"), {relation}) == Added::unchanged);
    CHECK(file.counts().relations == 1);
}

TEST_CASE("a changed article replaces its former relations and keeps its place") {
    const Scratch scratch;
    GraphFile file = GraphFile::create(scratch / "g.ent");
    file.add_article(article("a1"), {made::relation("a1", "RUS", "meet", "USA", 2)});
    file.add_article(article("a2"), {made::relation("a2", "RUS", "meet", "USA", 2)});
    const auto correction = made::relation("a1", "FRA", "accuse", "TUR", 2);
    CHECK(file.add_article(article("a1", "h2"), {correction}) == Added::replaced);
    REQUIRE(all_relations(file).size() == 2);
    CHECK(all_relations(file)[0] == stored(correction));
    CHECK(file.articles()[0] == article("a1", "h2"));
}

TEST_CASE("removing an article takes only what nothing else supports") {
    const Scratch scratch;
    GraphFile file = GraphFile::create(scratch / "g.ent");
    file.add_article(article("a1"),
                     {made::relation("a1", "RUS", "meet", "USA", 2), made::relation("a1", "FRA", "accuse", "TUR", 3)});
    const auto kept = made::relation("a2", "RUS", "meet", "USA", 2);
    file.add_article(article("a2"), {kept});
    CHECK(file.counts().actors == 4);
    CHECK(file.remove_article("a1"));
    CHECK_FALSE(file.remove_article("a1"));
    CHECK(all_relations(file) == std::vector{stored(kept)});
    const store::Counts counts = file.counts();
    CHECK(counts.articles == 1);
    CHECK(counts.actors == 2);
    CHECK(counts.actions == 1);
    CHECK(counts.mentions == 2);
    CHECK(file.remove_article("a2"));
    CHECK(file.counts().actors == 0);
    CHECK(file.add_article(article("a1"), {made::relation("a1", "RUS", "meet", "USA", 2)}) == Added::added);
}

TEST_CASE("counts tell what is inside") {
    const Scratch scratch;
    GraphFile file = GraphFile::create(scratch / "g.ent");
    fill(file, 4);
    const store::Counts counts = file.counts();
    CHECK(counts.articles == 4);
    CHECK(counts.words == 480);
    CHECK(counts.relations == 8);
    CHECK(counts.actors == 3);
    CHECK(counts.actions == 2);
    CHECK(counts.relations_by_language == std::map<std::string, std::size_t>{{"en", 4}, {"fr", 4}});
}

TEST_CASE("the same calls give the same bytes") {
    const Scratch scratch;
    for (const char* name : {"one.ent", "two.ent"}) {
        GraphFile file = GraphFile::create(scratch / name);
        file.set_meta("program", "entente 0.1.0");
        fill(file, 50);
        file.remove_article("a7");
        file.add_article(article("a8", "h2"), {made::full_relation("a8")});
    }
    CHECK(base::read_file(scratch / "one.ent") == base::read_file(scratch / "two.ent"));
    CHECK_FALSE(std::filesystem::exists(scratch / "one.ent-journal"));
}

TEST_CASE("relations made elsewhere merge in any order and grouping") {
    const Scratch scratch;
    std::vector<core::Relation> relations;
    for (int i = 0; i < 30; ++i) {
        relations.push_back(made::relation("a" + std::to_string(i % 7), "RUS", "meet", "USA", 2 + i / 7));
        relations.push_back(made::full_relation("a" + std::to_string(i % 7)));
    }
    GraphFile one = GraphFile::create(scratch / "one.ent");
    CHECK(one.merge_relations(relations) == 37);
    CHECK(one.merge_relations(relations) == 0);
    std::reverse(relations.begin(), relations.end());
    GraphFile two = GraphFile::create(scratch / "two.ent");
    for (const core::Relation& relation : relations) two.merge_relations({relation});
    auto first = all_relations(one);
    auto second = all_relations(two);
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    CHECK(first == second);
    CHECK(first.size() == 37);
}

TEST_CASE("of two contents with one id the same is merged, whichever comes first") {
    const Scratch scratch;
    const core::Relation one = made::relation("a1", "RUS", "meet", "USA", 2);
    core::Relation other = one;
    other.source.label = "A";
    other.sentence.text = "Another sentence.";
    for (const auto& [name, relations] : {std::pair{"one.ent", std::vector{one, other}}, {"two.ent", {other, one}}}) {
        GraphFile file = GraphFile::create(scratch / name);
        CHECK(file.merge_relations(relations) == 1);
        CHECK(all_relations(file) == std::vector{std::min(one, other)});
        CHECK(file.counts().mentions == 2);
    }
}

TEST_CASE("an article known from relation lines only is completed, or replaced by the article itself") {
    const Scratch scratch;
    const core::Relation relation = made::relation("a1", "RUS", "meet", "USA", 2);
    GraphFile file = GraphFile::create(scratch / "g.ent");
    file.merge_relations({relation});
    CHECK_FALSE(file.is_current("a1", "h1"));
    file.merge_article(article("a1"));
    CHECK(file.articles() == std::vector{article("a1")});
    file.merge_relations({relation});
    CHECK(file.articles() == std::vector{article("a1")});
    file.merge_article(article("a1", "h2"));
    CHECK(file.add_article(article("a1"), {}) == Added::replaced);
    CHECK(all_relations(file).empty());
}

TEST_CASE("a relation of another article or without id is a mistake of the caller and changes nothing") {
    const Scratch scratch;
    GraphFile file = GraphFile::create(scratch / "g.ent");
    core::Relation nameless = made::relation("a1", "RUS", "meet", "USA", 2);
    nameless.id.clear();
    CHECK_THROWS_AS(file.add_article(article("a1"), {nameless}), std::invalid_argument);
    CHECK_THROWS_AS(file.add_article(article("a1"), {made::full_relation("a2")}), std::invalid_argument);
    CHECK(file.counts().articles == 0);
}

TEST_CASE("facts about the file and decisions about actors are kept and may be changed") {
    const Scratch scratch;
    GraphFile file = GraphFile::create(scratch / "g.ent");
    file.set_meta("program", "old");
    file.set_meta("program", "new");
    file.set_meta("data/lang/fr/verbs.tsv", "abc");
    CHECK(file.meta() == std::map<std::string, std::string>{{"data/lang/fr/verbs.tsv", "abc"}, {"program", "new"}});
    file.add_decision({"b", "a", true});
    file.add_decision({"a", "b", false});
    file.add_decision({"c", "d", true});
    CHECK(file.decisions() == std::vector<store::ActorDecision>{{"a", "b", false}, {"c", "d", true}});
}

TEST_CASE("a batch that is not committed has never been") {
    const Scratch scratch;
    (void)GraphFile::create(scratch / "g.ent");
    const std::string before = base::read_file(scratch / "g.ent");
    {
        GraphFile file = GraphFile::open(scratch / "g.ent", GraphFile::Access::write);
        file.begin();
        file.add_article(article("a1"), {made::full_relation("a1")});
        CHECK(file.counts().relations == 1);
    }
    CHECK(base::read_file(scratch / "g.ent") == before);
}

TEST_CASE("a file opened for reading is not written") {
    const Scratch scratch;
    (void)GraphFile::create(scratch / "g.ent");
    GraphFile file = GraphFile::open(scratch / "g.ent", GraphFile::Access::read);
    CHECK_THROWS_AS(file.begin(), base::DataError);
    CHECK_THROWS_AS(file.add_article(article("a1"), {}), base::DataError);
}
