#include "exporters/rdf.hpp"

#include <set>

#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "base/json.hpp"
#include "exporters/jsonld_context.hpp"
#include "nasty_graph.hpp"

using namespace entente;
using namespace entente::exporters;
using namespace entente::exporters::testing;

namespace {

const std::string base_iri(default_base_iri);

std::string triple(const std::string& source, const std::string& action, const std::string& target) {
    return "<" + base_iri + "actor/" + source + "> <" + base_iri + "action/" + action + "> <" + base_iri + "actor/" +
           target + "> .";
}

/// How many statements a JSON-LD node makes beside its own existence.
std::size_t statements(const base::JsonValue& node) {
    std::size_t count = 0;
    for (const std::string& name : node.names()) {
        if (name == "id") continue;
        count += node[name].is_array() ? node[name].elements().size() : 1;
    }
    return count;
}

}  // namespace

TEST_CASE("N-Quads say nothing twice and have no blank nodes") {
    const auto lines = lines_of(export_nasty("nq").text);
    const std::set<std::string> distinct(lines.begin(), lines.end());
    CHECK(distinct.size() == lines.size());
    for (const std::string& line : lines) {
        CHECK(line.starts_with("<https://w3id.org/entente/"));
        CHECK(line.ends_with(" ."));
        CHECK_FALSE(contains(line, "_:"));
    }
}

TEST_CASE("N-Triples are the N-Quads without their graph") {
    ExportOptions options;
    options.graph_iri = "https://example.org/g";
    CHECK(export_nasty("nt", options).text == export_nasty("nq").text);
    CHECK(base::replace_all(export_nasty("nq", options).text, " <https://example.org/g> .\n", " .\n") ==
          export_nasty("nq").text);
}

TEST_CASE("a direct triple stands only for what is affirmative and more than possible") {
    const std::string text = export_nasty("nq").text;
    CHECK(contains(text, triple("TUR", "frobnicate", "RUS")));
    CHECK_FALSE(contains(text, triple("USA", "bomb", "RUS")));
    CHECK(contains(text, "event/USA/bomb/RUS/negative/actual/2016-12-01>"));
    CHECK(contains(text, "event/USA/bomb/RUS/affirmative/possible/2031>"));
}

TEST_CASE("a symmetric action gives direct triples both ways, a loop one") {
    const auto lines = lines_of(export_nasty("nq").text);
    CHECK(std::ranges::count(lines, triple("RUS", "negotiate", "SYR-OPP")) == 1);
    CHECK(std::ranges::count(lines, triple("SYR-OPP", "negotiate", "RUS")) == 1);
    CHECK(std::ranges::count(lines, triple("RUS", "negotiate", "RUS")) == 1);
}

TEST_CASE("factuality is told in GRaSP terms, and attributed to who said it") {
    const std::string text = export_nasty("nq").text;
    const std::string value =
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#value> <http://groundedannotationframework.org/grasp#";
    const std::string attribution = "<" + base_iri + "attribution/";
    CHECK(contains(text, attribution + "n01> " + value + "PROBABLE_NON_FUTURE_POS>"));
    CHECK(contains(text, attribution + "n02> " + value + "CERTAIN_NON_FUTURE_POS>"));
    CHECK(contains(text, attribution + "n03> " + value + "CERTAIN_NON_FUTURE_NEG>"));
    CHECK(contains(text, attribution + "n04> " + value + "POSSIBLE_FUTURE_POS>"));
    CHECK(contains(text, attribution + "n01> <http://groundedannotationframework.org/grasp#wasAttributedTo> <" +
                             base_iri + "actor/the-post>"));
    CHECK(contains(text, "actor/the-post> <http://www.w3.org/2004/02/skos/core#prefLabel> \"The Post\"@en"));
}

TEST_CASE("a sentence that states two relations is one node with its offsets") {
    const auto lines = lines_of(export_nasty("nq").text);
    const std::string sentence = "<" + base_iri + "article/005%20%3Codd%3E%2F%22id%22%20%26%20100%25#char=0,39>";
    CHECK(std::ranges::count_if(lines, [&](const auto& line) { return line.starts_with(sentence); }) == 5);
    CHECK(std::ranges::count_if(
              lines, [&](const auto& line) { return contains(line, "nif-core#sentence> " + sentence); }) == 2);
}

TEST_CASE("labels carry their language, and Wikidata and principals are linked") {
    const std::string text = export_nasty("nq").text;
    const std::string actor = "<" + base_iri + "actor/";
    CHECK(contains(text, actor + "RUS> <http://www.w3.org/2004/02/skos/core#prefLabel> \"Russie\"@fr ."));
    CHECK(contains(
        text, base_iri + "action/negotiate> <http://www.w3.org/2004/02/skos/core#prefLabel> \"négocie avec\"@fr ."));
    CHECK(contains(text, "ontology#actsFor> " + actor + "RUS> ."));
    CHECK(contains(text, "<https://example.org/a?b=1&c=%C2%AB%C3%A9%C2%BB%202>"));
    CHECK_FALSE(contains(text, "not a url"));
}

TEST_CASE("JSON-LD has its context first and type before id in every node") {
    const std::string text = export_nasty("jsonld").text;
    CHECK(text.starts_with("{\"@context\": {"));
    const base::JsonDocument document(text);
    const auto nodes = document.root()["@graph"].elements();
    std::size_t count = 0;
    for (const base::JsonValue& node : nodes) {
        const auto names = node.names();
        REQUIRE(names.size() > 2);
        CHECK(names[0] == "type");
        CHECK(names[1] == "id");
        CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
        count += statements(node);
    }
    CHECK(count == lines_of(export_nasty("nq").text).size());
}

TEST_CASE("the shipped JSON-LD context is the one that exports carry") {
    const std::string expected = "{\"@context\": " + jsonld_context(Namespaces(default_base_iri)) + "}\n";
    CHECK(base::read_file(source_folder() / "data/ontology/context.jsonld") == expected);
}

TEST_CASE("the shipped ontology defines every name of its namespace that exports use") {
    const std::string ontology = base::read_file(source_folder() / "data/ontology/entente.ttl");
    const std::string space = "<https://w3id.org/entente/ontology#";
    const std::string text = export_nasty("nq").text;
    std::set<std::string> names;
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at + 1)) {
        names.insert(text.substr(at + space.size(), text.find('>', at) - at - space.size()));
    }
    CHECK(names.size() > 20);
    for (const std::string& name : names) {
        CAPTURE(name);
        CHECK(contains(ontology, "\nent:" + name + " a "));
    }
}

TEST_CASE("the base IRI moves all data and nothing of the vocabulary") {
    ExportOptions options;
    options.base_iri = "urn:news:2016";
    const std::string moved = export_nasty("nq", options).text;
    CHECK(contains(moved, "<urn:news:2016/actor/RUS> "));
    for (const char* part : {"actor", "action", "article", "attribution", "event", "mention", "place"}) {
        CHECK_FALSE(contains(moved, base_iri + part));
    }
    CHECK(contains(moved, "<https://w3id.org/entente/ontology#agent>"));
}

TEST_CASE("a base or graph that is no absolute IRI is refused") {
    ExportOptions options;
    for (const char* base : {"news", "", "https://example.org/a b/", "https://example.org/#", "<x:y>"}) {
        CAPTURE(base);
        options.base_iri = base;
        CHECK_THROWS_AS(export_nasty("jsonld", options), base::UsageError);
        CHECK_THROWS_AS(export_nasty("ttl", options), base::UsageError);
    }
    options.base_iri = base_iri;
    options.graph_iri = "not an IRI";
    CHECK_THROWS_AS(export_nasty("nq", options), base::UsageError);
}

TEST_CASE("Turtle groups by subject and writes plain names with prefixes") {
    const std::string text = export_nasty("ttl").text;
    CHECK(contains(text, "\nactor:RUS a sem:Actor, ent:State ;\n    skos:prefLabel \"Russia\"@en, \"Russie\"@fr ;\n"));
    CHECK(contains(text, "\n<https://w3id.org/entente/event/USA/bomb/RUS/negative/actual/2016-12-01> a sem:Event ;\n"));
}

TEST_CASE("with a graph for each article, all graphs together say what one graph says") {
    ExportOptions options;
    options.graph_iri = "https://example.org/g";
    options.graph_per_article = true;
    std::vector<core::Relation> relations = nasty_relations();
    relations.push_back(relations.at(1));  // the same event, told by one more article
    relations.back().id = "n99";
    relations.back().article = "099";
    std::set<std::string> graphs;
    std::set<std::string> statements_of_all;
    std::size_t count = 0;
    for (const std::string& line : lines_of(export_relations("nq", relations, options).text)) {
        const std::size_t graph = line.rfind(" <");
        graphs.insert(line.substr(graph + 1, line.size() - graph - 3));
        statements_of_all.insert(line.substr(0, graph) + " .");
        ++count;
    }
    const auto lines = lines_of(export_relations("nq", relations).text);
    CHECK(statements_of_all == std::set<std::string>(lines.begin(), lines.end()));
    CHECK(count > lines.size());
    CHECK(graphs.size() == 7);
    CHECK(graphs.contains("<https://example.org/g>"));
    CHECK(graphs.contains("<https://example.org/g/005%20%3Codd%3E%2F%22id%22%20%26%20100%25>"));
}

TEST_CASE("the graph of an article holds its own evidence alone") {
    ExportOptions options;
    options.graph_per_article = true;
    for (const std::string& line : lines_of(export_nasty("nq", options).text)) {
        if (!line.ends_with("<" + base_iri + "graph/002> .")) continue;
        CHECK_FALSE(contains(line, "article/004"));
        CHECK_FALSE(contains(line, "articleCount"));
        CHECK_FALSE(contains(line, "pageRank"));
    }
}

TEST_CASE("JSON-LD holds the graph of an article as a node with nodes of its own") {
    ExportOptions options;
    options.graph_per_article = true;
    const base::JsonDocument document(export_nasty("jsonld", options).text);
    CHECK(document.root()["id"].string() == base_iri + "graph");
    std::size_t graphs = 0;
    std::size_t count = 0;
    for (const base::JsonValue& node : document.root()["@graph"].elements()) {
        if (!node["@graph"].is_array()) {
            count += statements(node);
            continue;
        }
        ++graphs;
        for (const base::JsonValue& inner : node["@graph"].elements()) count += statements(inner);
    }
    CHECK(graphs == 5);
    CHECK(count == lines_of(export_nasty("nq", options).text).size());
}
