#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../graph/made_relation.hpp"
#include "base/errors.hpp"
#include "base/files.hpp"
#include "scratch.hpp"
#include "store/database.hpp"
#include "store/graph_file.hpp"

using namespace entente;
using store::ArticleRecord;
using store::GraphFile;

namespace {

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

void add_articles(GraphFile& file, const std::string& prefix, int count, std::size_t sentence_size) {
    for (int i = 0; i < count; ++i) {
        const std::string id = prefix + std::to_string(i);
        core::Relation relation = made::relation(id, "RUS", "meet", "USA", 2);
        relation.sentence.text.append(sentence_size, 'x');
        file.add_article({id, "h", "", {}, {}, {}, "en", 10}, {relation});
    }
}

std::string graph_file(const std::filesystem::path& path, int articles) {
    GraphFile file = GraphFile::create(path);
    file.begin();
    add_articles(file, "a", articles, 500);
    file.commit();
    return base::read_file(path);
}

/// The message with which opening fails; the file must be as it was.
std::string refusal(const std::filesystem::path& path, GraphFile::Access access) {
    const bool there = std::filesystem::is_regular_file(path);
    const std::string before = there ? base::read_file(path) : "";
    std::string message = "opened";
    try {
        (void)GraphFile::open(path, access);
    } catch (const base::DataError& problem) {
        message = problem.reason();
        CHECK(problem.location().file == path.string());
    }
    CHECK(std::filesystem::exists(path) == (there || std::filesystem::is_directory(path)));
    if (there) CHECK(base::read_file(path) == before);
    return message;
}

}  // namespace

TEST_CASE("what is no graph file is refused and left as it is") {
    const Scratch scratch;
    for (const auto access : {GraphFile::Access::read, GraphFile::Access::write}) {
        CHECK(refusal(scratch / "none.ent", access).starts_with("no such file"));
        CHECK(refusal(scratch / "", access) == "is not a file");
        write(scratch / "empty.ent", "");
        CHECK(refusal(scratch / "empty.ent", access).starts_with("is not a graph file"));
        write(scratch / "text.ent", std::string(5000, 'a'));
        CHECK(refusal(scratch / "text.ent", access).starts_with("is not a graph file"));
        std::string other = graph_file(scratch / ("made" + std::to_string(static_cast<int>(access))), 1);
        other.replace(68, 4, 4, '\0');
        write(scratch / "foreign.ent", other);
        CHECK(refusal(scratch / "foreign.ent", access).starts_with("is not a graph file"));
    }
}

TEST_CASE("a file of a newer version is refused") {
    const Scratch scratch;
    std::string bytes = graph_file(scratch / "g.ent", 1);
    bytes[63] = 99;
    write(scratch / "newer.ent", bytes);
    CHECK(refusal(scratch / "newer.ent", GraphFile::Access::read).find("newer version") != std::string::npos);
}

TEST_CASE("a file of an older version is brought up to date and says the same") {
    const Scratch scratch;
    graph_file(scratch / "g.ent", 5);
    std::vector<core::Relation> expected;
    GraphFile::open(scratch / "g.ent", GraphFile::Access::read).for_each_relation([&](const core::Relation& relation) {
        expected.push_back(relation);
    });
    std::filesystem::copy_file(scratch / "g.ent", scratch / "old.ent");
    {
        // What format 1 did not have, taken away.
        store::Database database(scratch / "old.ent", store::Database::Access::write);
        database.run(
            "DROP VIEW edges; DROP VIEW aliases; DROP INDEX actors_principal; DROP INDEX relations_source; "
            "DROP INDEX relations_target; ALTER TABLE relations DROP COLUMN source_actor; ALTER TABLE relations DROP "
            "COLUMN target_actor; ALTER TABLE relations DROP COLUMN gist; CREATE INDEX mentions_actor ON mentions "
            "(actor); CREATE VIEW edges AS SELECT 1; CREATE VIEW aliases AS SELECT 1; PRAGMA user_version = 1; VACUUM");
    }
    for (const auto access : {GraphFile::Access::read, GraphFile::Access::write}) {
        std::vector<core::Relation> found;
        const GraphFile file = GraphFile::open(scratch / "old.ent", access);
        file.for_each_relation([&](const core::Relation& relation) { found.push_back(relation); });
        CHECK(found == expected);
        store::Selection selection;
        selection.one.ids = {"USA"};
        std::size_t selected = 0;
        file.for_each_relation(selection, [&](const core::Relation&) { ++selected; });
        CHECK(selected == expected.size());
        file.check();
    }
    std::vector<std::uint64_t> gists;
    for (const char* name : {"g.ent", "old.ent"}) {
        GraphFile::open(scratch / name, GraphFile::Access::read).for_each_tie([&](const store::Tie& tie) {
            gists.push_back(tie.gist);
        });
    }
    REQUIRE(gists.size() == 10);
    CHECK(std::equal(gists.begin(), gists.begin() + 5, gists.begin() + 5));
}

TEST_CASE("a truncated file is refused") {
    const Scratch scratch;
    const std::string bytes = graph_file(scratch / "g.ent", 100);
    for (const std::size_t size : {std::size_t{100}, std::size_t{4096}, bytes.size() / 2, bytes.size() - 1}) {
        write(scratch / "cut.ent", bytes.substr(0, size));
        CHECK(refusal(scratch / "cut.ent", GraphFile::Access::read).starts_with("is damaged"));
        CHECK(refusal(scratch / "cut.ent", GraphFile::Access::write).starts_with("is damaged"));
    }
}

TEST_CASE("damage inside a file is found before anything is added, and when it is read") {
    const Scratch scratch;
    std::string bytes = graph_file(scratch / "g.ent", 200);
    for (std::size_t page = 30; page < bytes.size() / 4096; ++page) bytes.replace(page * 4096, 64, 64, '\xEE');
    write(scratch / "holes.ent", bytes);
    CHECK(refusal(scratch / "holes.ent", GraphFile::Access::write).starts_with("is damaged"));
    const auto reading = [&](const auto& work) {
        work(GraphFile::open(scratch / "holes.ent", GraphFile::Access::read));
    };
    CHECK_THROWS_AS(reading([](const GraphFile& file) { file.for_each_relation([](const core::Relation&) {}); }),
                    base::DataError);
    CHECK_THROWS_AS(reading([](const GraphFile& file) { file.check(); }), base::DataError);
}

TEST_CASE("an existing file is not made anew, but an empty one may be filled") {
    const Scratch scratch;
    graph_file(scratch / "g.ent", 1);
    CHECK_THROWS_AS(GraphFile::create(scratch / "g.ent"), base::UsageError);
    write(scratch / "empty.ent", "");
    CHECK_NOTHROW(GraphFile::create(scratch / "empty.ent"));
    CHECK_THROWS_AS(GraphFile::create(scratch / "no" / "folder.ent"), base::DataError);
}

TEST_CASE("a killed run leaves the file as before the batch") {
    const Scratch scratch;
    const std::filesystem::path path = scratch / "g.ent";
    graph_file(path, 20);
    std::filesystem::copy_file(path, scratch / "copy.ent");
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        GraphFile file = GraphFile::open(path, GraphFile::Access::write);
        file.begin();
        // More than the cache holds: some of it is in the file when the end comes.
        add_articles(file, "b", 14000, 6000);
        file.remove_article("a3");
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    CHECK(std::filesystem::file_size(path) > std::filesystem::file_size(scratch / "copy.ent"));
    {
        const GraphFile file = GraphFile::open(path, GraphFile::Access::read);
        CHECK(file.counts().articles == 20);
        CHECK(file.has_article("a3"));
        file.check();
    }
    CHECK(base::read_file(path) == base::read_file(scratch / "copy.ent"));
    GraphFile again = GraphFile::open(path, GraphFile::Access::write);
    add_articles(again, "b", 3, 10);
    CHECK(again.counts().articles == 23);
}

TEST_CASE("a second writer is told to wait, a reader sees what was committed") {
    const Scratch scratch;
    graph_file(scratch / "g.ent", 3);
    GraphFile writer = GraphFile::open(scratch / "g.ent", GraphFile::Access::write);
    writer.begin();
    add_articles(writer, "b", 2, 10);
    const GraphFile reader = GraphFile::open(scratch / "g.ent", GraphFile::Access::read);
    CHECK(reader.counts().articles == 3);
    GraphFile second = GraphFile::open(scratch / "g.ent", GraphFile::Access::write);
    CHECK_THROWS_WITH_AS(second.begin(), doctest::Contains("in use by another run"), base::DataError);
    writer.commit();
    CHECK(reader.counts().articles == 5);
}
