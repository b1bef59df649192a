#include "articles/reader.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/errors.hpp"

using namespace entente;

namespace {

namespace fs = std::filesystem;

/// A folder that lives as long as the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("entente_reader_" + std::to_string(::getpid()));
    Folder() { fs::remove_all(path), fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << bytes;
        return (path / name).string();
    }
};

struct Outcome {
    std::vector<articles::Article> articles;
    std::vector<base::Message> messages;

    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> found;
        for (const auto& article : articles) found.push_back(article.id);
        return found;
    }
    [[nodiscard]] std::size_t errors() const {
        std::size_t count = 0;
        for (const auto& message : messages) count += message.severity == base::Severity::error;
        return count;
    }
};

Outcome read(const articles::Input& input) {
    Outcome outcome;
    base::Diagnostics diagnostics;
    articles::read_articles(
        input, [&](articles::Article article) { return outcome.articles.push_back(std::move(article)), true; },
        diagnostics);
    outcome.messages = diagnostics.messages();
    return outcome;
}

Outcome read(const std::string& path) {
    return read(articles::Input{{path}, "txt", std::nullopt});
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a text file is one article named after the file, its first line the title") {
    const Folder folder;
    const Outcome outcome = read(folder.write("oslo.txt", "\n Talks in Oslo \r\n\r\nThey met.\nThey left.\n"));
    REQUIRE(outcome.articles.size() == 1);
    const auto& article = outcome.articles[0];
    CHECK(article.id == "oslo");
    CHECK(article.title == "Talks in Oslo");
    CHECK(article.text == "They met.\nThey left.");
    CHECK(article.document() == "Talks in Oslo\n\nThey met.\nThey left.");
    CHECK(outcome.messages.empty());
}

TEST_CASE("a byte order mark is dropped with a note") {
    const Folder folder;
    const Outcome outcome = read(folder.write("a.txt", "\xEF\xBB\xBFTitre\nTexte."));
    REQUIRE(outcome.articles.size() == 1);
    CHECK(outcome.articles[0].title == "Titre");
    REQUIRE(outcome.messages.size() == 1);
    CHECK(outcome.messages[0].severity == base::Severity::note);
}

TEST_CASE("Windows-1252 is converted with a note") {
    const Folder folder;
    const Outcome outcome = read(folder.write("a.txt", "L\x92\xE9t\xE9\nIl a \xE9t\xE9 re\xE7u."));
    REQUIRE(outcome.articles.size() == 1);
    CHECK(outcome.articles[0].title == "L’été");
    CHECK(outcome.articles[0].text == "Il a été reçu.");
    CHECK(outcome.messages.size() == 1);
    CHECK(outcome.errors() == 0);
}

TEST_CASE("a text that is only partly UTF-8 is an error naming the line of the first bad byte") {
    const Folder folder;
    const Outcome outcome = read(folder.write("a.txt", "Été à Genève\nLe café est déjà prêt.\nD\xE9sordre à l'été.\n"));
    CHECK(outcome.articles.empty());
    REQUIRE(outcome.errors() == 1);
    CHECK(outcome.messages[0].location.line == 3);
    CHECK(outcome.messages[0].text.find("0xE9") != std::string::npos);
}

TEST_CASE("binary, UTF-16, empty and missing files are errors, and the rest is read") {
    const Folder folder;
    articles::Input input;
    input.paths = {folder.write("a.txt", std::string("PK\x03\x04\0\0", 6)),
                   folder.write("b.txt", "\xFF\xFEt\0"),
                   folder.write("c.txt", ""),
                   folder.write("d.txt", " \n\t\n"),
                   (folder.path / "missing.txt").string(),
                   folder.write("e.txt", "Good")};
    const Outcome outcome = read(input);
    CHECK(outcome.ids() == Strings{"e"});
    CHECK(outcome.errors() == 5);
    CHECK(outcome.messages[2].text == "is empty");
    CHECK(outcome.messages[4].text == "does not exist");
}

TEST_CASE("JSON Lines hold one article a line; unknown members are passed over") {
    const Folder folder;
    const Outcome outcome = read(folder.write(
        "a.jsonl",
        "{\"id\": \"1\", \"title\": \"T\", \"text\": \"é\", \"date\": \"2016-12-02T10:00:00Z\", \"lang\": \"fr-FR\", "
        "\"url\": \"http://example.org\", \"source\": \"The Example\", \"tags\": [1]}\n\n{\"text\": \"two\", \"id\": "
        "7}\n"));
    REQUIRE(outcome.ids() == Strings{"1", "7"});
    const auto& article = outcome.articles[0];
    CHECK(core::to_string(*article.published) == "2016-12-02");
    CHECK(article.language == "fr");
    CHECK(article.url == "http://example.org");
    CHECK(article.source == "The Example");
    CHECK(article.line == 1);
    CHECK(outcome.articles[1].line == 3);
    CHECK(outcome.messages.empty());
}

TEST_CASE("an article without an id is named after file and line") {
    const Folder folder;
    CHECK(read(folder.write("day.jsonl", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n")).ids() == Strings{"day:1", "day:2"});
    CHECK(read(folder.write("day.json", "{\"text\": \"a\"}")).ids() == Strings{"day"});
    CHECK(read(folder.write("days.json", "[{\"text\": \"a\"}, {\"text\": \"b\"}]")).ids() ==
          Strings{"days:1", "days:2"});
}

TEST_CASE("a broken line costs that line only and is named by its number") {
    const Folder folder;
    const Outcome outcome =
        read(folder.write("a.jsonl",
                          "{\"id\": \"1\", \"text\": \"a\"}\n{\"id\": \"2\", \"text\": \"tru\n[1]\n{\"id\": "
                          "\"4\"}\n{\"id\": \"5\", \"text\": 5}\n"
                          "{\"id\": \"6\", \"text\": \"\xFF\"}\n{\"id\": \"7\", \"text\": \"g\"}\n"));
    CHECK(outcome.ids() == Strings{"1", "7"});
    REQUIRE(outcome.errors() == 5);
    for (std::size_t i = 0; i < 5; ++i) CHECK(outcome.messages[i].location.line == i + 2);
}

TEST_CASE("broken JSON is an error with the line where it breaks") {
    const Folder folder;
    const Outcome outcome = read(folder.write("a.json", "{\n \"id\": \"1\",\n \"text\": \"cut off"));
    CHECK(outcome.articles.empty());
    REQUIRE(outcome.errors() == 1);
    CHECK(outcome.messages[0].location.line == 3);
    CHECK(outcome.messages[0].text.find("is not JSON") == 0);
}

TEST_CASE("a date that is none is a warning and leaves the article undated") {
    const Folder folder;
    const Outcome outcome = read(folder.write("a.jsonl", "{\"text\": \"a\", \"date\": \"yesterday\"}"));
    REQUIRE(outcome.articles.size() == 1);
    CHECK_FALSE(outcome.articles[0].published.has_value());
    REQUIRE(outcome.messages.size() == 1);
    CHECK(outcome.messages[0].severity == base::Severity::warning);
}

TEST_CASE("a line beyond the limit is passed over without being held") {
    const Folder folder;
    const fs::path path = folder.path / "a.jsonl";
    {
        std::ofstream file(path);
        const std::string block(1 << 20, 'x');
        for (int i = 0; i < 65; ++i) file << block;
        file << "\n{\"id\": \"after\", \"text\": \"b\"}\n";
    }
    const Outcome outcome = read(path.string());
    CHECK(outcome.ids() == Strings{"after"});
    REQUIRE(outcome.errors() == 1);
    CHECK(outcome.messages[0].location.line == 1);
}

TEST_CASE("a folder is read with all below it in sorted order; other files are passed over") {
    const Folder folder;
    folder.write("b.txt", "B");
    folder.write("a/c.txt", "C");
    folder.write("a.jsonl", "{\"id\": \"j\", \"text\": \"x\"}");
    folder.write("notes.pdf", "P");
    folder.write(".hidden/h.txt", "H");
    CHECK(read(folder.path.string()).ids() == Strings{"j", "c", "b"});
}

TEST_CASE("a folder without articles is a warning") {
    const Folder folder;
    const Outcome outcome = read(folder.path.string());
    REQUIRE(outcome.messages.size() == 1);
    CHECK(outcome.messages[0].severity == base::Severity::warning);
}

TEST_CASE("of a text file and a JSON article of one id the one with a date is read") {
    const Folder folder;
    const std::string text = folder.write("001.txt", "A title\n\nThe text of the file.\n");
    folder.write("002.txt", "Another\n\nNobody else has it.\n");
    folder.write("003.txt", "A third\n\nThe JSON article has no date either.\n");
    const std::string json = folder.write("all.jsonl",
                                          "no JSON\n"
                                          "{\"id\": \"001\", \"title\": \"A title\", \"text\": \"The text.\", "
                                          "\"date\": \"2016-12-02\"}\n"
                                          "{\"id\": \"003\", \"text\": \"The text.\"}\n");
    const Outcome outcome = read(folder.path.string());
    CHECK(outcome.ids() == Strings{"002", "003", "001"});
    CHECK(outcome.articles.back().published == core::parse_date("2016-12-02"));
    CHECK(outcome.errors() == 1);
    CHECK(outcome.messages.front().severity == base::Severity::note);
    CHECK(outcome.messages.front().location.file == text);
    // Whichever stands first on the command line.
    CHECK(read(articles::Input{{json, text}, "txt", std::nullopt}).ids() == Strings{"001", "003"});
    CHECK(read(text).ids() == Strings{"001"});
}

TEST_CASE("the second article of an id is left out with a warning") {
    const Folder folder;
    const Outcome outcome =
        read(folder.write("a.jsonl", "{\"id\": \"1\", \"text\": \"a\"}\n{\"id\": \"1\", \"text\": \"b\"}\n"));
    CHECK(outcome.ids() == Strings{"1"});
    REQUIRE(outcome.messages.size() == 1);
    CHECK(outcome.messages[0].severity == base::Severity::warning);
    CHECK(outcome.messages[0].location.line == 2);
}

TEST_CASE("text files of one name in several folders are told apart by their folder") {
    const Folder folder;
    folder.write("2016/01.txt", "A");
    folder.write("2017/01.txt", "B");
    CHECK(read(folder.path.string()).ids() == Strings{"01", "2017/01"});
}

TEST_CASE("unknown and compressed forms are refused with what to do") {
    const Folder folder;
    articles::Input input;
    input.paths = {folder.write("a.pdf", "x"), folder.write("a.txt.gz", "x"), folder.write("a.xml", "<x/>")};
    const Outcome outcome = read(input);
    CHECK(outcome.errors() == 3);
    CHECK(outcome.messages[1].text.find("decompress") != std::string::npos);
}

TEST_CASE("an unknown form of standard input is a usage error") {
    articles::Input input;
    input.paths = {"-"};
    input.from = "docx";
    CHECK_THROWS_AS(read(input), base::UsageError);
}

TEST_CASE("CoNLL-U gives one article a document") {
    const Folder folder;
    const std::string sentence = "1\tOslo\tOslo\tPROPN\t_\t_\t0\troot\t_\t_\n\n";
    const Outcome outcome = read(folder.write("a.conllu", "# newdoc id = one\n# lang = en\n# date = 2016-12-02\n" +
                                                              sentence + "# newdoc\n" + sentence + sentence));
    REQUIRE(outcome.ids() == Strings{"one", "a:6"});
    CHECK(outcome.articles[0].form == articles::Form::conllu);
    CHECK(outcome.articles[0].language == "en");
    CHECK(outcome.articles[0].published.has_value());
    CHECK(outcome.articles[0].line == 1);
    CHECK(outcome.articles[1].line == 6);
    CHECK(outcome.articles[1].text == "# newdoc\n" + sentence + sentence);
    CHECK(read(folder.write("b.conllu", sentence)).ids() == Strings{"b"});
}

TEST_CASE("a forced language overrides the article's own") {
    const Folder folder;
    articles::Input input;
    input.paths = {folder.write("a.jsonl", "{\"text\": \"a\", \"lang\": \"fr\"}")};
    input.language = "en";
    CHECK(read(input).articles.at(0).language == "en");
}

TEST_CASE("the sink may stop the reading") {
    const Folder folder;
    base::Diagnostics diagnostics;
    int count = 0;
    articles::Input input;
    input.paths = {folder.write("a.jsonl", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n{\"text\": \"c\"}\n")};
    articles::read_articles(
        input, [&](const articles::Article&) { return ++count < 2; }, diagnostics);
    CHECK(count == 2);
}
