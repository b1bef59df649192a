#include "exporters/import.hpp"

#include <fstream>
#include <regex>

#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "nasty_graph.hpp"

using namespace entente;
using namespace entente::exporters;
using namespace entente::exporters::testing;

namespace {

std::filesystem::path written(const std::string& name, const std::string& text) {
    const std::filesystem::path path = std::filesystem::temp_directory_path() / ("entente_import_test_" + name);
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

std::vector<core::Relation> read_back(const std::string& name, const std::string& text, std::size_t errors = 0) {
    const std::filesystem::path path = written(name, text);
    std::vector<core::Relation> relations;
    base::Diagnostics diagnostics;
    reader_of_path(name)(
        path, [&](const core::Relation& relation) { relations.push_back(relation); }, diagnostics);
    std::filesystem::remove(path);
    CHECK(diagnostics.count(base::Severity::error) == errors);
    return relations;
}

/// The lines that tell of edges, and of nodes what relations tell of them.
std::vector<std::string> substance(const std::string& graphml) {
    static const std::regex computed("key=\"(x|y|size|pagerank|community|mentions|aliases)\"");
    std::vector<std::string> lines = lines_of(graphml);
    std::erase_if(lines, [](const std::string& line) { return std::regex_search(line, computed); });
    return lines;
}

std::string without_other_names(const std::string& jsonld) {
    static const std::regex names(R"("altLabel":\[(\{[^}]*\},?)*\],?)");
    return std::regex_replace(jsonld, names, "");
}

}  // namespace

TEST_CASE("JSON-LD is read back into the same events, mentions, places and actors") {
    const std::string first = export_nasty("jsonld").text;
    const std::vector<core::Relation> relations = read_back("nasty.jsonld", first);
    CHECK(relations.size() == nasty_relations().size());
    CHECK(without_other_names(export_relations("jsonld", relations).text) == without_other_names(first));
}

TEST_CASE("JSON-LD with a graph for each article is read back all the same") {
    ExportOptions options;
    options.graph_per_article = true;
    const std::vector<core::Relation> relations = read_back("nasty.jsonld", export_nasty("jsonld", options).text);
    CHECK(without_other_names(export_relations("jsonld", relations).text) ==
          without_other_names(export_nasty("jsonld").text));
}

TEST_CASE("a relation from JSON-LD has its own id, span, sentence and attribution") {
    std::vector<core::Relation> relations = read_back("nasty.jsonld", export_nasty("jsonld").text);
    const core::Relation wanted = nasty_relations().front();
    const auto found = std::ranges::find(relations, wanted.id, &core::Relation::id);
    REQUIRE(found != relations.end());
    CHECK(found->action == wanted.action);
    CHECK(found->sentence.text == wanted.sentence.text);
    CHECK(found->sentence.span == wanted.sentence.span);
    CHECK(found->attribution->label == wanted.attribution->label);
    CHECK(found->published == wanted.published);
    CHECK(found->date->value == wanted.date->value);
    CHECK(found->rule == wanted.rule);
}

TEST_CASE("GraphML is read back into the same edges, whatever the number of their articles and mentions") {
    std::vector<core::Relation> relations = nasty_relations();
    for (int i = 0; i < 5; ++i) {
        relations.push_back(relations.at(1));
        relations.back().id = "more" + std::to_string(i);
        relations.back().article = "09" + std::to_string(i / 2);
        relations.back().action.span.begin += static_cast<std::size_t>(i);
        relations.back().sentence.text = i < 3 ? "Number " + std::to_string(i) : relations.at(1).sentence.text;
    }
    const std::string first = export_relations("graphml", relations).text;
    const std::vector<core::Relation> again = read_back("nasty.graphml", first);
    CHECK(again.size() == relations.size());
    CHECK(substance(export_relations("graphml", again).text) == substance(first));
}

TEST_CASE("what is none of ours is refused, and what is broken is named") {
    CHECK_THROWS_AS(read_back("other.jsonld", "{\"@id\": \"x\"}\n"), base::DataError);
    CHECK_THROWS_AS(read_back("other.graphml", "<svg/>"), base::DataError);
    CHECK_THROWS_AS(read_back("broken.graphml", "<graphml><graph>"), base::DataError);
    const std::string text = export_nasty("jsonld").text;
    CHECK(read_back("odd.jsonld", text + "{\"type\":[\"sem:Event\"],\"id\":\"event:x\"}\n{\"type\" no JSON}\n", 2)
              .size() == nasty_relations().size());
    CHECK_FALSE(static_cast<bool>(reader_of_path("relations.jsonl")));
}
