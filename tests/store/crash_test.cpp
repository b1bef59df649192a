#include <csignal>
#include <filesystem>
#include <thread>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../graph/made_relation.hpp"
#include "base/errors.hpp"
#include "base/files.hpp"
#include "scratch.hpp"
#include "store/graph_file.hpp"

using namespace entente;
using store::GraphFile;

namespace {

constexpr int batch = 7;

/// Adds one batch of articles; their ids continue those that are there.
void add_batch(GraphFile& file, std::size_t first) {
    file.begin();
    for (int i = 0; i < batch; ++i) {
        const std::string id = "a" + std::to_string(first + static_cast<std::size_t>(i));
        core::Relation relation = made::relation(id, "ACTOR-" + id, "meet", "USA", 2);
        relation.sentence.text.append(300, 'x');
        file.add_article({id, "h", "", {}, {}, {}, "en", 10}, {relation, made::full_relation(id)});
    }
    file.commit();
}

/// A file to which something was added, for others to add to.
std::filesystem::path begun_file(const Scratch& scratch) {
    const std::filesystem::path path = scratch / "g.ent";
    GraphFile file = GraphFile::create(path);
    add_batch(file, 0);
    return path;
}

/// Adds batch after batch, and a byte to the pipe for each that is committed, until it is killed.
[[noreturn]] void add_for_ever(const std::filesystem::path& path, int acknowledged) {
    GraphFile file = GraphFile::open(path, GraphFile::Access::write);
    for (std::size_t count = file.holdings().articles;; count += batch) {
        add_batch(file, count);
        if (write(acknowledged, "+", 1) != 1) _exit(1);
    }
}

/// Kills a run so many microseconds after so many batches; the number of batches that it knew to be permanent.
std::size_t kill_after(const std::filesystem::path& path, std::size_t awaited, useconds_t patience) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        add_for_ever(path, ends[1]);
    }
    close(ends[1]);
    std::size_t batches = 0;
    char byte = 0;
    while (batches < awaited && read(ends[0], &byte, 1) == 1) ++batches;
    usleep(patience);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    while (read(ends[0], &byte, 1) == 1) ++batches;
    close(ends[0]);
    return batches;
}

/// Runs `work` in a process of its own; true if it ended well.
template <typename Work>
bool succeeds_apart(Work work) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        bool well = false;
        try {
            well = work();
        } catch (...) {
            well = false;
        }
        _exit(well ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("runs killed at any moment lose nothing that was committed, and leave whole batches only") {
    const Scratch scratch;
    const std::filesystem::path path = begun_file(scratch);
    std::size_t known = batch;
    unsigned chance = 12345;  // the same moments each time, as far as the machine allows
    for (int round = 0; round < 60; ++round) {
        chance = chance * 1103515245U + 12345U;
        const std::size_t permanent = known + batch * kill_after(path, chance >> 30U, (chance >> 12U) % 12000U);
        const GraphFile file = GraphFile::open(path, GraphFile::Access::read);
        file.check();
        const std::size_t articles = file.holdings().articles;
        CHECK(articles % batch == 0);
        // The last commit may have been made but not yet told.
        CHECK(articles >= permanent);
        CHECK(articles <= permanent + batch);
        CHECK(file.holdings().relations == 2 * articles);
        known = articles;
    }
    CHECK(known > batch);
    GraphFile file = GraphFile::open(path, GraphFile::Access::write);
    add_batch(file, known);
    CHECK(file.holdings().articles == known + batch);
}

TEST_CASE("a full disk ends the batch and leaves the file as it was before it") {
    const Scratch scratch;
    const std::filesystem::path path = begun_file(scratch);
    const std::string before = base::read_file(path);
    CHECK(succeeds_apart([&] {
        // A limit for files stands in for the disk: writing beyond it fails in the same way.
        signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{before.size() + 40000, before.size() + 40000};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
        GraphFile file = GraphFile::open(path, GraphFile::Access::write);
        try {
            file.begin();
            for (std::size_t i = 0; i < 1000; ++i) {
                core::Relation relation = made::relation("b" + std::to_string(i), "RUS", "meet", "USA", 2);
                relation.sentence.text.append(3000, 'x');
                file.add_article({relation.article, "h", "", {}, {}, {}, "en", 10}, {relation});
            }
            file.commit();
        } catch (const base::DataError& problem) {
            return problem.reason().find("cannot be") != std::string::npos;
        }
        return false;
    }));
    {
        const GraphFile file = GraphFile::open(path, GraphFile::Access::read);
        file.check();
        CHECK(file.holdings().articles == batch);
    }
    CHECK(base::read_file(path) == before);
    GraphFile file = GraphFile::open(path, GraphFile::Access::write);
    add_batch(file, batch);
    CHECK(file.holdings().articles == 2 * batch);
}

TEST_CASE("two writers take turns or one gives way, and nothing committed is lost") {
    const Scratch scratch;
    const std::filesystem::path path = begun_file(scratch);
    const auto add_many = [&](std::size_t first) {
        return [&path, first] {
            int committed = 0;
            GraphFile file = GraphFile::open(path, GraphFile::Access::write);
            for (std::size_t i = 0; committed < 20 && i < 1000; ++i) {
                try {
                    add_batch(file, first + batch * static_cast<std::size_t>(committed));
                    ++committed;
                } catch (const base::DataError& problem) {
                    if (problem.reason().find("in use by another run") == std::string::npos) return false;
                }
            }
            return committed == 20;
        };
    };
    bool other = false;
    std::thread second([&] { other = succeeds_apart(add_many(20000)); });
    const bool one = succeeds_apart(add_many(10000));
    second.join();
    CHECK(one);
    CHECK(other);
    const GraphFile file = GraphFile::open(path, GraphFile::Access::read);
    file.check();
    CHECK(file.holdings().articles == 41 * batch);
}

TEST_CASE("readers see whole batches while a writer writes") {
    const Scratch scratch;
    const std::filesystem::path path = begun_file(scratch);
    const pid_t writer = fork();
    REQUIRE(writer >= 0);
    if (writer == 0) {
        GraphFile file = GraphFile::open(path, GraphFile::Access::write);
        for (std::size_t i = 1; i <= 30; ++i) add_batch(file, batch * i);
        _exit(0);
    }
    std::size_t last = 0;
    for (bool running = true; running;) {
        int status = 0;
        running = waitpid(writer, &status, WNOHANG) == 0;
        const GraphFile file = GraphFile::open(path, GraphFile::Access::read);
        std::size_t relations = 0;
        file.for_each_relation([&](const core::Relation&) { ++relations; });
        CHECK(relations % (2 * batch) == 0);
        CHECK(relations >= last);
        last = relations;
    }
    CHECK(last == 31 * 2 * batch);
}
