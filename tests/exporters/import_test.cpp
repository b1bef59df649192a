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

namespace {

/// What is said of a file that is refused.
std::string refusal(const std::string& name, const std::string& text) {
    const std::filesystem::path path = written(name, text);
    base::Diagnostics diagnostics;
    try {
        reader_of_path(name)(
            path, [](const core::Relation&) {}, diagnostics);
    } catch (const base::DataError& problem) {
        const std::string said = problem.what();
        return said.substr(said.find(name) + name.size());
    }
    return "";
}

const std::string graphml_head = R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns">)";

std::string with_keys(const std::string& rest) {
    std::string text = graphml_head + "\n";
    for (const char* name : {"interaction", "type", "cameo", "polarity", "status", "mentions", "articles"}) {
        text += std::string("<key id=\"") + name + "\" for=\"edge\" attr.name=\"" + name + "\"/>\n";
    }
    return text + rest;
}

const std::string two_nodes = "<graph><node id=\"A\"/><node id=\"B\"/>\n";
const std::string whole_edge =
    "<edge id=\"e0\" source=\"A\" target=\"B\"><data key=\"interaction\">meet</data><data key=\"type\">CONSULT</data>"
    "<data key=\"polarity\">affirmative</data><data key=\"status\">actual</data><data key=\"articles\">1</data>";

}  // namespace

TEST_CASE("foreign GraphML is refused with the line at which it shows") {
    CHECK(refusal("a.graphml", "\n\n<svg/>") ==
          ":3: begins with <svg> of no namespace, not of http://graphml.graphdrawing.org/xmlns");
    CHECK(refusal("a.graphml", "<graphml xmlns=\"urn:x\"/>").find("of the namespace urn:x") != std::string::npos);
    CHECK(refusal("a.graphml", graphml_head + "\n<graph>\n</graph></graphml>") ==
          ":2: is GraphML, but none of `entente export`: no attribute is named `interaction`");
    CHECK(refusal("a.graphml", graphml_head + "</graphml>") == ":1: is GraphML without a <graph>");
    CHECK(refusal("a.graphml", with_keys("<graph><node id=\"A\">\n<graph/></node></graph></graphml>")) ==
          ":10: has a second <graph>: nested graphs are not read");
    CHECK(refusal("a.graphml", "no XML") == ":1: is no XML: syntax error");
    CHECK(refusal("a.graphml", "") == ":1: is no XML: no element found");
}

TEST_CASE("GraphML that was cut off is refused with its last line") {
    CHECK(refusal("a.graphml", with_keys(two_nodes + whole_edge)) == ":10: is no XML: no element found");
    const std::string text = export_nasty("graphml").text;
    for (std::size_t size = 1; size < text.size() - 2; size += 97) {
        CHECK_MESSAGE(!refusal("a.graphml", text.substr(0, size)).empty(), size);
    }
}

TEST_CASE("entities that would grow are refused before the first") {
    const std::string laughs =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE graphml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n" + graphml_head +
        "&b;</graphml>";
    CHECK(refusal("a.graphml", laughs).starts_with(":2: has a document type declaration"));
    std::string deep = with_keys("<graph>");
    for (int i = 0; i < 200; ++i) deep += "<desc>";
    CHECK(refusal("a.graphml", deep) == ":9: has more than 100 elements in one another");
}

TEST_CASE("a wrong edge of GraphML costs that edge, with its line") {
    std::vector<core::Relation> relations;
    const auto count = [&](const std::string& edges) {
        const std::filesystem::path path = written("b.graphml", with_keys(two_nodes + edges + "</graph></graphml>"));
        std::vector<base::Message> messages;
        base::Diagnostics diagnostics([&](const base::Message& message) { messages.push_back(message); });
        relations.clear();
        read_graphml(
            path, [&](const core::Relation& relation) { relations.push_back(relation); }, diagnostics);
        for (const base::Message& message : messages) CHECK(message.location.line == 10);
        return messages.size();
    };
    CHECK(count("<edge id=\"e0\" source=\"A\" target=\"C\"/>" + whole_edge + "</edge>") == 1);
    CHECK(relations.size() == 1);
    CHECK(count(whole_edge + "<data key=\"mentions\">99999999999</data></edge>") == 1);
    CHECK(count(whole_edge + "<data key=\"mentions\">-3</data></edge>") == 0);
    CHECK(relations.size() == 1);
}

TEST_CASE("GraphML that another program saved, with keys of its own, is read alike") {
    const std::string first = export_nasty("graphml").text;
    const std::string renamed = std::regex_replace(first, std::regex("(key id|data key)=\"(\\w+)\""), "$1=\"d_$2\"");
    CHECK(renamed != first);
    CHECK(read_back("c.graphml", renamed) == read_back("c.graphml", first));
}

TEST_CASE("JSON-LD that was cut off is refused with its last line") {
    const std::string text = export_nasty("jsonld").text;
    CHECK(refusal("a.jsonld", text).empty());
    const std::size_t last = text.rfind("\n]}");
    const std::size_t line = lines_of(text.substr(0, last)).size();
    CHECK(refusal("a.jsonld", text.substr(0, last)) ==
          ":" + std::to_string(line) + ": is cut off: the last line does not close the graph");
    CHECK(refusal("a.jsonld", "") == ": ends without a mention as `entente export` writes them");
}

TEST_CASE("nodes of JSON-LD may come in any order, and a mention without its event is named") {
    std::vector<std::string> lines = lines_of(export_nasty("jsonld").text);
    const auto is_node = [](const std::string& line) { return line.starts_with("{\"type\""); };
    const auto begin = std::find_if(lines.begin(), lines.end(), is_node);
    const auto end = std::find_if_not(begin, lines.end(), is_node);
    const auto joined = [&] {
        std::string text;
        for (const std::string& line : lines) text += line + "\n";
        return text;
    };
    const auto by_id = [](const core::Relation& a, const core::Relation& b) { return a.id < b.id; };
    std::vector<core::Relation> wanted = read_back("d.jsonld", joined());
    std::reverse(begin, end);
    std::vector<core::Relation> found = read_back("d.jsonld", joined());
    std::ranges::sort(wanted, by_id);
    std::ranges::sort(found, by_id);
    CHECK(found == wanted);
    std::erase_if(lines, [](const std::string& line) { return line.starts_with("{\"type\":[\"sem:Event\""); });
    CHECK(read_back("d.jsonld", joined(), 1).empty());
}

TEST_CASE("what is none of ours is refused, and what is broken is named") {
    CHECK_THROWS_AS(read_back("other.jsonld", "{\"@id\": \"x\"}\n"), base::DataError);
    const std::string text = export_nasty("jsonld").text;
    CHECK(read_back("odd.jsonld", text + "{\"type\":[\"sem:Event\"],\"id\":\"event:x\"}\n{\"type\" no JSON}\n", 2)
              .size() == nasty_relations().size());
    CHECK_FALSE(static_cast<bool>(reader_of_path("relations.jsonl")));
}
