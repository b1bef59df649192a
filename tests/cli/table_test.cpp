#include "cli/table.hpp"

#include <sstream>

#include <doctest/doctest.h>

using namespace entente::cli;

namespace {

Table sample() {
    Table table;
    table.columns = {{"who"}, {"id", Column::Kind::data}, {"articles"}, {"sentence", Column::Kind::shown, true}};
    table.rows = {
        {std::string("Russia"), std::string("RUS"), std::int64_t{12}, std::string("Moscow met Paris,\nin Geneva")},
        {std::string("Türkiye"), std::string("TUR"), std::int64_t{3}, std::string("a \"b\" c\t|")}};
    return table;
}

std::string written(const Table& table, TableForm form, std::size_t width = 100) {
    std::ostringstream out;
    Terminal terminal;
    terminal.width = width;
    write_table(table, form, terminal, out);
    return out.str();
}

}  // namespace

TEST_CASE("a table for people aligns its columns and leaves the data columns out") {
    CHECK(written(sample(), TableForm::text) ==
          "who      articles  sentence\n"
          "Russia         12  Moscow met Paris, in Geneva\n"
          "Türkiye         3  a \"b\" c |\n");
}

TEST_CASE("where there is little room the wide column is cut") {
    CHECK(written(sample(), TableForm::text, 40) ==
          "who      articles  sentence\n"
          "Russia         12  Moscow met Paris, in…\n"
          "Türkiye         3  a \"b\" c |\n");
}

TEST_CASE("a table without rows prints nothing for people and its column names for programs") {
    Table table = sample();
    table.rows.clear();
    CHECK(written(table, TableForm::text).empty());
    CHECK(written(table, TableForm::tsv) == "who\tid\tarticles\tsentence\n");
    CHECK(written(table, TableForm::json) == "[]\n");
}

TEST_CASE("a TSV cell holds no tab and no line end") {
    CHECK(written(sample(), TableForm::tsv) ==
          "who\tid\tarticles\tsentence\n"
          "Russia\tRUS\t12\tMoscow met Paris, in Geneva\n"
          "Türkiye\tTUR\t3\ta \"b\" c |\n");
}

TEST_CASE("a CSV cell is quoted where it must be") {
    CHECK(written(sample(), TableForm::csv) ==
          "who,id,articles,sentence\n"
          "Russia,RUS,12,\"Moscow met Paris, in Geneva\"\n"
          "Türkiye,TUR,3,\"a \"\"b\"\" c |\"\n");
}

TEST_CASE("JSON keeps texts as they are, and tells nothing from empty") {
    Table table;
    table.columns = {{"text"}, {"none"}, {"list"}, {"yes"}};
    table.rows = {{std::string("a\tb"), Cell(), std::vector<std::string>{"en", "fr"}, true}};
    CHECK(written(table, TableForm::jsonl) ==
          "{\"text\":\"a\\tb\",\"none\":null,\"list\":[\"en\",\"fr\"],\"yes\":true}\n");
}

TEST_CASE("a column for people is in no form for programs") {
    Table table;
    table.columns = {{"does", Column::Kind::people}, {"action", Column::Kind::data}};
    table.rows = {{std::string("not meet"), std::string("meet")}};
    CHECK(written(table, TableForm::text) == "does\nnot meet\n");
    CHECK(written(table, TableForm::tsv) == "action\nmeet\n");
    CHECK(written(table, TableForm::jsonl) == "{\"action\":\"meet\"}\n");
}

TEST_CASE("a column in which nothing stands is not shown to people") {
    Table table;
    table.columns = {{"date"}, {"who"}};
    table.rows = {{Cell(), std::string("Russia")}};
    CHECK(written(table, TableForm::text) == "who\nRussia\n");
    CHECK(written(table, TableForm::tsv) == "date\twho\n\tRussia\n");
}

TEST_CASE("a bar in a Markdown cell is escaped") {
    CHECK(written(sample(), TableForm::markdown).find("a \"b\" c \\|") != std::string::npos);
}

TEST_CASE("a control character of an article never reaches the terminal") {
    CHECK(one_line("a\x1b[31mb\xc2\x9b"
                   "c") == "a [31mb c");
}

TEST_CASE("what is cut to a width never exceeds it, wide letters counted double") {
    CHECK(cut_to_width("Moscow", 6) == "Moscow");
    CHECK(cut_to_width("Moscow", 5) == "Mosc…");
    CHECK(cut_to_width("北京と東京", 5) == "北京…");
    CHECK(cut_to_width("abc", 0).empty());
}

TEST_CASE("numbers are grouped by thousands") {
    CHECK(grouped(7) == "7");
    CHECK(grouped(1234) == "1,234");
    CHECK(grouped(1234567) == "1,234,567");
}
