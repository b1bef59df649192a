// Many articles on threads.

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include "core/relation_json.hpp"
#include "pipeline/shipped.hpp"

using namespace entente;
using namespace entente::pipeline;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> lines_of(const std::string& path, unsigned threads, base::Diagnostics& diagnostics) {
    std::vector<std::string> lines;
    articles::Input input;
    input.paths = {path};
    analyse_all(
        input, shipped(), Stage::relations, threads,
        [&](const articles::Article& article, const Analysis& analysis) {
            lines.push_back(article.id);
            for (const core::Relation& relation : analysis.relations) lines.push_back(core::to_json(relation));
        },
        diagnostics);
    return lines;
}

/// A file that is gone after the test.
struct Lines {
    Lines(const std::string& suffix, const std::string& text)
        : path(fs::temp_directory_path() / ("entente-pipeline-" + std::to_string(::getpid()) + suffix)) {
        std::ofstream(path, std::ios::binary) << text;
    }
    ~Lines() { fs::remove(path); }
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;
    fs::path path;
};

}  // namespace

TEST_CASE("one thread and many give the same relations in input order") {
    base::Diagnostics diagnostics;
    const std::string samples = std::string(ENTENTE_SOURCE_DIR) + "/samples";
    const auto one = lines_of(samples, 1, diagnostics);
    CHECK(one.size() > 20);
    CHECK(lines_of(samples, 2, diagnostics) == one);
    CHECK(lines_of(samples, 7, diagnostics) == one);
}

TEST_CASE("more articles than the queue holds come out in order") {
    std::string text;
    std::vector<std::string> ids;
    for (int i = 0; i < 60; ++i) {
        ids.push_back("n" + std::to_string(i));
        text += R"({"id":")" + ids.back() + R"(","text":"It rained."})" + "\n";
    }
    const Lines file(".jsonl", text);
    base::Diagnostics diagnostics;
    CHECK(lines_of(file.path.string(), 3, diagnostics) == ids);
    CHECK(diagnostics.count(base::Severity::error) == 0);
}

TEST_CASE("a bad article costs only itself") {
    const Lines file(".jsonl",
                     "{\"id\":\"a\",\"text\":\"Greece accused Turkey of lying about the islands.\"}\n"
                     "{\"id\":\"b\",\"text\":\n"
                     "{\"id\":\"c\",\"text\":\"It rained in the islands for the whole of the week.\"}\n");
    base::Diagnostics diagnostics;
    const auto lines = lines_of(file.path.string(), 2, diagnostics);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "a");
    CHECK(lines[2] == "c");
    REQUIRE(diagnostics.count(base::Severity::error) == 1);
    bool named = false;
    for (const base::Message& message : diagnostics.messages()) named = named || message.location.line == 2;
    CHECK(named);
}

TEST_CASE("a sink that fails ends the run") {
    articles::Input input;
    input.paths = {std::string(ENTENTE_SOURCE_DIR) + "/samples"};
    base::Diagnostics diagnostics;
    const auto failing = [](const articles::Article&, const Analysis&) { throw base::UsageError("disk full"); };
    CHECK_THROWS_AS(analyse_all(input, shipped(), Stage::sentences, 2, failing, diagnostics), base::UsageError);
}

TEST_CASE("every file of the knowledge has a checksum") {
    const auto files = knowledge_files(fs::path(ENTENTE_SOURCE_DIR) / "data");
    CHECK(files.size() > 25);
    for (std::size_t i = 1; i < files.size(); ++i) CHECK(files[i - 1].path < files[i].path);
    for (const KnowledgeFile& file : files) CHECK(file.checksum.size() == 32);
}

TEST_CASE("knowledge that is not there is refused") {
    CHECK_THROWS_AS(static_cast<void>(Knowledge::load("/nowhere")), base::DataError);
}
