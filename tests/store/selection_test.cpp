#include "store/selection.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "../graph/made_relation.hpp"
#include "core/gist.hpp"
#include "scratch.hpp"
#include "store/graph_file.hpp"

using namespace entente;
using store::GraphFile;
using store::Selection;

namespace {

/// RUS meets USA twice; an official who acts for RUS accuses FRA; FRA accuses RUS; TUR meets FRA.
GraphFile made_file(const std::filesystem::path& path) {
    GraphFile file = GraphFile::create(path);
    core::Relation official = made::relation("a2", "some-official", "accuse", "FRA");
    official.source.principal = "RUS";
    file.add_article({"a1", "h", "", {}, {}, {}, "en", 1}, {made::relation("a1", "RUS", "meet", "USA")});
    file.add_article({"a2", "h", "", {}, {}, {}, "en", 1},
                     {made::relation("a2", "RUS", "meet", "USA"), official,
                      made::relation("a2", "FRA", "accuse", "RUS", 3), made::relation("a2", "TUR", "meet", "FRA", 4)});
    return file;
}

/// What comes, as `article:source-action-target`.
std::multiset<std::string> selected(const GraphFile& file, const Selection& selection) {
    std::multiset<std::string> found;
    file.for_each_relation(selection, [&](const core::Relation& relation) {
        found.insert(relation.article + ":" + relation.source.id + "-" + relation.action.id + "-" + relation.target.id);
    });
    return found;
}

}  // namespace

TEST_CASE("a selection by one actor brings all that it does and suffers, and those who act for it") {
    const Scratch scratch;
    const GraphFile file = made_file(scratch / "g.ent");
    Selection selection;
    selection.one.ids = {"RUS"};
    CHECK(selected(file, selection) == std::multiset<std::string>{"a1:RUS-meet-USA", "a2:RUS-meet-USA",
                                                                  "a2:some-official-accuse-FRA", "a2:FRA-accuse-RUS"});
    selection.one.exact = true;
    CHECK(selected(file, selection).size() == 3);
    selection.one.ids = {"NOBODY"};
    CHECK(selected(file, selection).empty());
}

TEST_CASE("a selection by both sides brings what is between them") {
    const Scratch scratch;
    const GraphFile file = made_file(scratch / "g.ent");
    Selection selection;
    selection.one.ids = {"RUS"};
    selection.other.ids = {"FRA"};
    CHECK(selected(file, selection) == std::multiset<std::string>{"a2:some-official-accuse-FRA", "a2:FRA-accuse-RUS"});
    selection.article = "a1";
    CHECK(selected(file, selection).empty());
    CHECK(selected(file, {{}, {}, {{"FRA", "USA"}, true}, {}}).size() == 5);
}

TEST_CASE("a selection by action may go with actors, and odd names do no harm") {
    const Scratch scratch;
    const GraphFile file = made_file(scratch / "g.ent");
    Selection selection;
    selection.actions = {"meet", "it's \"odd\""};
    CHECK(selected(file, selection).size() == 3);
    selection.one.ids = {"FRA"};
    CHECK(selected(file, selection) == std::multiset<std::string>{"a2:TUR-meet-FRA"});
    selection.one.ids = {"'; DROP TABLE actors; --"};
    CHECK(selected(file, selection).empty());
    CHECK(selected(file, {}).size() == 5);
}

TEST_CASE("ties say of each relation who is tied to whom") {
    const Scratch scratch;
    const GraphFile file = made_file(scratch / "g.ent");
    std::size_t symmetric = 0;
    std::set<std::int64_t> numbers;
    std::set<std::uint64_t> gists;
    file.for_each_tie([&](const store::Tie& tie) {
        symmetric += tie.symmetric ? 1 : 0;
        numbers.insert({tie.source, tie.target});
        if (tie.gist != 0) gists.insert(tie.gist);
        CHECK_FALSE(tie.negative);
        CHECK(tie.status == static_cast<std::uint8_t>(core::Status::actual));
    });
    CHECK(symmetric == 3);
    // The other sentences are too short to have a fingerprint.
    CHECK(gists == std::set<std::uint64_t>{core::gist("Today, Mr some-official accuse Mr FRA again.")});
    for (const store::ActorRow& row : file.actor_rows()) CHECK(numbers.contains(row.number));
    CHECK(file.actor_rows().size() == numbers.size());
}

TEST_CASE("who and what is inside is told without reading the relations") {
    const Scratch scratch;
    const GraphFile file = made_file(scratch / "g.ent");
    CHECK(file.neighbours("FRA") == std::set<std::string>{"RUS", "TUR", "some-official"});
    CHECK(file.neighbours("NOBODY").empty());
    CHECK(file.find_actors("some-official") == std::set<std::string>{"some-official"});
    CHECK(file.find_actors("Mr TUR") == std::set<std::string>{"TUR"});
    CHECK(file.find_actors("nobody").empty());
    CHECK(file.actions().size() == 2);
    const store::Holdings holdings = file.holdings();
    CHECK(holdings.articles == 2);
    CHECK(holdings.actors == 5);
    CHECK(holdings.relations == 5);
}
