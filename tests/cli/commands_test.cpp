#include <filesystem>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "cli/command.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {
const fs::path root = ENTENTE_SOURCE_DIR;
}

TEST_CASE("a command has a page, a folder of sessions, a summary without full stop, and examples") {
    for (const cli::CommandRow& row : cli::commands()) {
        CAPTURE(row.name);
        const std::string name(row.name);
        CHECK(fs::exists(root / "docs/commands" / (name + ".md")));
        CHECK(fs::is_directory(root / "tests/cli" / name));
        CHECK(fs::exists(root / "src/cli" / ("command_" + name + ".cpp")));
        CHECK_FALSE(row.summary.ends_with('.'));
        CHECK(row.examples.find("entente " + name) != std::string_view::npos);
    }
}

TEST_CASE("there is no page of a command that does not exist") {
    std::set<std::string> names;
    for (const cli::CommandRow& row : cli::commands()) names.insert(std::string(row.name));
    for (const auto& page : fs::directory_iterator(root / "docs/commands")) {
        CHECK(names.contains(page.path().stem().string()));
    }
}
