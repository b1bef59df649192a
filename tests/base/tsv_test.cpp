#include "base/tsv.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

using namespace entente::base;
namespace fs = std::filesystem;

namespace {

/// A table on disk for the length of a test.
struct Table {
    explicit Table(const std::string& text)
        : path(fs::temp_directory_path() / ("entente-table-" + std::to_string(::getpid()) + ".tsv")) {
        std::ofstream(path, std::ios::binary) << text;
    }
    ~Table() { fs::remove(path); }
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    fs::path path;
};

std::string refusal(const std::string& text, const std::vector<std::string>& columns) {
    const Table table(text);
    try {
        const TsvFile file(table.path, columns);
        for (const TsvRow& row : file) {
            for (const std::string& column : columns) static_cast<void>(row.required(column));
        }
    } catch (const DataError& problem) {
        return std::to_string(problem.location().line) + ": " + problem.reason();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("cells are found by the name of their column, in any order of columns") {
    const Table table("# what this is\nid\tforms\n\nRUS\tRussia | Russian Federation|\n# more\nFRA\t\n");
    const TsvFile file(table.path, {"forms", "id"});
    REQUIRE(file.size() == 2);
    const TsvRow& row = *file.begin();
    CHECK(row["id"] == "RUS");
    CHECK(row.list("forms") == std::vector<std::string>{"Russia", "Russian Federation"});
    CHECK(row.location().line == 4);
    CHECK((file.begin() + 1)->list("forms").empty());
}

TEST_CASE("empty cells at the end of a line may be left out or stand too many") {
    const Table table("a\tb\tc\n1\n1\t2\t3\t\t\n");
    const TsvFile file(table.path, {"a", "c"});
    REQUIRE(file.size() == 2);
    CHECK((*file.begin())["c"].empty());
    CHECK((*(file.begin() + 1))["c"] == "3");
}

TEST_CASE("line ends of Windows and spaces around cells do not count") {
    const Table table("a\tb\r\n x \ty\r\n");
    const TsvFile file(table.path, {"a", "b"});
    REQUIRE(file.size() == 1);
    CHECK((*file.begin())["a"] == "x");
    CHECK((*file.begin())["b"] == "y");
}

TEST_CASE("what is wrong with a table is said with its line") {
    CHECK(refusal("a\tb\n1\t2\n", {"a", "b"}) == "accepted");
    CHECK(refusal("# only a comment\n\n", {"a"}) == "0: the table is empty");
    CHECK(refusal("# x\na\tb\n", {"a", "c"}) == "2: the table lacks the column 'c'");
    CHECK(refusal("a\tb\n1\t2\n1\t2\t3\n", {"a"}) == "3: has 3 cells where the table has 2 columns");
    CHECK(refusal("a\tb\n1\t2\n\t2\n", {"a"}) == "3: column 'a' is empty");
}

TEST_CASE("asking for a column that the table has not is refused") {
    const Table table("a\n1\n");
    const TsvFile file(table.path, {"a"});
    CHECK_THROWS_AS(static_cast<void>((*file.begin())["b"]), DataError);
}

TEST_CASE("a row can be refused for the reader's own reasons") {
    const Table table("a\n1\n");
    const TsvFile file(table.path, {"a"});
    try {
        file.begin()->fail("there is no actor '1'");
        FAIL("not refused");
    } catch (const DataError& problem) {
        CHECK(problem.what() == table.path.string() + ":2: there is no actor '1'");
    }
}
