#include "base/files.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/errors.hpp"

using namespace entente::base;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that is gone afterwards.
struct Folder {
    Folder() : path(fs::temp_directory_path() / ("entente-files-" + std::to_string(::getpid()))) {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }

    fs::path path;
};

}  // namespace

TEST_CASE("a file is read as the bytes that it is") {
    const Folder folder;
    const std::string bytes("a\r\n\0b\xFF", 6);
    std::ofstream(folder.path / "x", std::ios::binary) << bytes;
    CHECK(read_file(folder.path / "x") == bytes);
    std::ofstream(folder.path / "empty");
    CHECK(read_file(folder.path / "empty").empty());
}

TEST_CASE("what cannot be read is refused by name") {
    const Folder folder;
    CHECK_THROWS_AS(static_cast<void>(read_file(folder.path)), DataError);
    const fs::path absent = folder.path / "absent.tsv";
    try {
        static_cast<void>(read_file(absent));
        FAIL("an absent file was read");
    } catch (const DataError& problem) {
        CHECK(std::string(problem.what()).starts_with(absent.string() + ": "));
        CHECK(problem.location().file == absent.string());
        CHECK(problem.location().line == 0);
    }
}

TEST_CASE("a written file appears with commit and not before") {
    const Folder folder;
    const fs::path path = folder.path / "out.txt";
    {
        AtomicFile file(path, false);
        file.write("one ");
        file.write("two");
        CHECK_FALSE(fs::exists(path));
        CHECK(file.temporary().parent_path() == folder.path);
        file.commit();
        CHECK(read_file(path) == "one two");
    }
    CHECK(read_file(path) == "one two");
    CHECK(folder.count() == 1);
}

TEST_CASE("a file that is given up leaves nothing behind and the former one untouched") {
    const Folder folder;
    const fs::path path = folder.path / "out.txt";
    { AtomicFile(path, false).write("never"); }
    CHECK(folder.count() == 0);
    std::ofstream(path) << "old";
    { AtomicFile(path, true).write("new"); }
    CHECK(read_file(path) == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("an existing file is replaced only when asked to") {
    const Folder folder;
    const fs::path path = folder.path / "out.txt";
    std::ofstream(path) << "old";
    CHECK_THROWS_AS(AtomicFile(path, false), UsageError);
    CHECK(read_file(path) == "old");
    AtomicFile file(path, true);
    file.write("new");
    file.commit();
    CHECK(read_file(path) == "new");
}

TEST_CASE("a file in a folder that does not exist is refused") {
    const Folder folder;
    CHECK_THROWS_AS(AtomicFile(folder.path / "no" / "out.txt", false), DataError);
}
