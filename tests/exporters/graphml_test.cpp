#include <set>

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include "nasty_graph.hpp"

using namespace entente;
using namespace entente::exporters;
using namespace entente::exporters::testing;

namespace {

pugi::xml_document parsed(const std::string& text) {
    pugi::xml_document document;
    const auto flags = pugi::parse_default | pugi::parse_ws_pcdata;
    const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size(), flags);
    REQUIRE_MESSAGE(result, result.description());
    return document;
}

std::string data(const pugi::xml_node& element, const char* key) {
    return element.find_child_by_attribute("data", "key", key).text().get();
}

pugi::xml_node node(const pugi::xml_document& document, const char* id) {
    return document.child("graphml").child("graph").find_child_by_attribute("node", "id", id);
}

}  // namespace

TEST_CASE("GraphML declares each key once, for nodes or for edges, with a standard type") {
    const auto document = parsed(export_nasty("graphml").text);
    std::set<std::string> ids;
    const std::set<std::string> types{"string", "int", "long", "double", "boolean"};
    for (const auto& key : document.child("graphml").children("key")) {
        CHECK(ids.insert(key.attribute("id").value()).second);
        const std::string domain = key.attribute("for").value();
        CHECK((domain == "node" || domain == "edge"));
        CHECK(types.contains(key.attribute("attr.type").value()));
        CHECK(key.first_child().empty());
    }
    for (const auto& element : document.child("graphml").child("graph").children()) {
        for (const auto& datum : element.children("data")) CHECK(ids.contains(datum.attribute("key").value()));
    }
}

TEST_CASE("GraphML has all nodes before all edges, and edges join nodes that are there") {
    const auto document = parsed(export_nasty("graphml").text);
    std::set<std::string> nodes;
    std::size_t edges = 0;
    for (const auto& element : document.child("graphml").child("graph").children()) {
        const std::string name = element.name();
        if (name == "node") {
            CHECK(edges == 0);
            CHECK(nodes.insert(element.attribute("id").value()).second);
        }
        if (name != "edge") continue;
        CHECK(element.attribute("id").value() == "e" + std::to_string(edges++));
        CHECK(nodes.contains(element.attribute("source").value()));
        CHECK(nodes.contains(element.attribute("target").value()));
    }
    CHECK(nodes.size() == 9);
    CHECK(edges == 11);
}

TEST_CASE("GraphML gives parallel edges different labels, so that Gephi keeps them apart") {
    const auto document = parsed(export_nasty("graphml").text);
    std::set<std::string> seen;
    for (const auto& edge : document.child("graphml").child("graph").children("edge")) {
        const std::string key = std::string(edge.attribute("source").value()) + " " + edge.attribute("label").value() +
                                " " + edge.attribute("target").value();
        CHECK(seen.insert(key).second);
    }
    CHECK(seen.contains("USA bomb (not) RUS"));
    CHECK(seen.contains("USA bomb (possible) RUS"));
    CHECK(seen.contains("RUS negotiate (reported) SYR-OPP"));
}

TEST_CASE("strict GraphML differs only in that edges have no label attribute") {
    ExportOptions strict;
    strict.strict = true;
    auto document = parsed(export_nasty("graphml").text);
    for (auto& edge : document.child("graphml").child("graph").children("edge")) edge.remove_attribute("label");
    const auto other = parsed(export_nasty("graphml", strict).text);
    std::ostringstream left;
    std::ostringstream right;
    document.save(left);
    other.save(right);
    CHECK(left.str() == right.str());
}

TEST_CASE("GraphML keeps mark-up, quotes, emoji and right-to-left text") {
    const auto document = parsed(export_nasty("graphml").text);
    CHECK(data(node(document, "tom-jerry"), "label") == "Tom & \"Jerry\" <b>");
    CHECK(data(node(document, "علي-الحسن"), "label") == "علي الحسن 🎉");
    CHECK(data(node(document, "bad_x20_id_x20__x26__x20__x3C_x_x3E_"), "label") == "The 🦊 of \\n]]>");
}

TEST_CASE("GraphML edges carry what is known of the relation") {
    const auto document = parsed(export_nasty("graphml").text);
    const auto graph = document.child("graphml").child("graph");
    const auto edge = graph.find_child_by_attribute("edge", "label", "negotiate (reported)");
    CHECK(data(edge, "edgelabel") == "negotiates with (reported)");
    CHECK(data(edge, "interaction") == "negotiate");
    CHECK(data(edge, "type") == "CONSULT");
    CHECK(data(edge, "cameo") == "046");
    CHECK(data(edge, "polarity") == "affirmative");
    CHECK(data(edge, "status") == "reported");
    CHECK(data(edge, "symmetric") == "true");
    CHECK(data(edge, "weight") == "1");
    CHECK(data(edge, "first_seen") == "2016-12");
    CHECK(data(edge, "languages") == "fr");
    CHECK(data(edge, "edgearticles") == "002");
    CHECK(data(edge, "sentence").starts_with("Moscou négocierait"));
}
