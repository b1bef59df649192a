#include "base/diagnostics.hpp"

#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace entente::base;

TEST_CASE("messages are kept in order, counted by severity and passed on at once") {
    std::vector<std::string> heard;
    Diagnostics diagnostics(
        [&](const Message& message) { heard.push_back(message.location.text() + " " + message.text); });
    diagnostics.note({"a.txt", 0}, "read as Windows-1252");
    diagnostics.error(DataError({"b.jsonl", 17}, "is not JSON"));
    diagnostics.warning({"c.txt", 2}, "has no title");
    CHECK(heard ==
          std::vector<std::string>{"a.txt read as Windows-1252", "b.jsonl:17 is not JSON", "c.txt:2 has no title"});
    CHECK(diagnostics.count(Severity::note) == 1);
    CHECK(diagnostics.count(Severity::warning) == 1);
    CHECK(diagnostics.count(Severity::error) == 1);
    REQUIRE(diagnostics.messages().size() == 3);
    CHECK(diagnostics.messages()[1].severity == Severity::error);
    CHECK(diagnostics.messages()[1].location.line == 17);
}

TEST_CASE("threads may report at the same time") {
    Diagnostics diagnostics;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 250; ++i) diagnostics.warning({"x", 0}, "y");
            });
        }
    }
    CHECK(diagnostics.count(Severity::warning) == 1000);
}

TEST_CASE("errors say file, line and reason") {
    const DataError problem({"verbs.tsv", 12}, "there is no action 'nego'");
    CHECK(std::string(problem.what()) == "verbs.tsv:12: there is no action 'nego'");
    CHECK(problem.reason() == "there is no action 'nego'");
    CHECK(std::string(DataError({"verbs.tsv", 0}, "is empty").what()) == "verbs.tsv: is empty");
}
