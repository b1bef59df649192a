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
    const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size());
    REQUIRE_MESSAGE(result, result.description());
    return document;
}

std::string value(const pugi::xml_node& element, const char* name) {
    return element.child("attvalues").find_child_by_attribute("attvalue", "for", name).attribute("value").value();
}

/// `first..last` of each spell.
std::string spells(const pugi::xml_node& element) {
    std::string text;
    for (const auto& spell : element.child("spells").children()) {
        text += (text.empty() ? "" : " ") + std::string(spell.attribute("start").value()) + ".." +
                spell.attribute("end").value();
    }
    return text;
}

pugi::xml_node edge(const pugi::xml_document& document, const char* source, const char* kind) {
    for (const auto& one : document.child("gexf").child("graph").child("edges").children()) {
        if (one.attribute("source").value() == std::string(source) &&
            one.attribute("kind").value() == std::string(kind)) {
            return one;
        }
    }
    return {};
}

core::Relation relation_on(const std::string& id, const std::string& article, std::optional<core::Date> published) {
    core::Relation relation = nasty_relations().at(1);
    relation.id = id;
    relation.article = article;
    relation.date.reset();
    relation.published = published;
    return relation;
}

}  // namespace

TEST_CASE("GEXF has every node and edge, and each attribute it uses is declared") {
    const auto document = parsed(export_nasty("gexf").text);
    const auto graph = document.child("gexf").child("graph");
    CHECK(document.child("gexf").attribute("version").value() == std::string("1.3"));
    std::set<std::string> nodes;
    for (const auto& node : graph.child("nodes").children()) {
        CHECK(nodes.insert(node.attribute("id").value()).second);
        CHECK(node.child("viz:position"));
        for (const auto& one : node.child("attvalues").children()) {
            const auto declared = graph.find_child_by_attribute("attributes", "class", "node");
            CHECK(declared.find_child_by_attribute("attribute", "id", one.attribute("for").value()));
        }
    }
    std::set<std::string> edges;
    for (const auto& one : graph.child("edges").children()) {
        CHECK(nodes.contains(one.attribute("source").value()));
        CHECK(nodes.contains(one.attribute("target").value()));
        CHECK(edges
                  .insert(std::string(one.attribute("source").value()) + " " + one.attribute("kind").value() + " " +
                          one.attribute("target").value())
                  .second);
    }
    CHECK(nodes.size() == 9);
    CHECK(edges.size() == 11);
}

TEST_CASE("GEXF edges carry label, weight and what is known of the relation") {
    const auto document = parsed(export_nasty("gexf").text);
    const auto negotiation = edge(document, "RUS", "negotiate (reported)");
    CHECK(negotiation.attribute("label").value() == std::string("negotiates with (reported)"));
    CHECK(negotiation.attribute("weight").value() == std::string("1"));
    CHECK(value(negotiation, "symmetric") == "true");
    CHECK(value(negotiation, "cameo") == "046");
    CHECK(value(negotiation, "sentence").starts_with("Moscou négocierait"));
}

TEST_CASE("an edge lives in the times of its evidence, months and years from first to last day") {
    const auto document = parsed(export_nasty("gexf").text);
    CHECK(spells(edge(document, "RUS", "negotiate (reported)")) == "2016-12-01..2016-12-31");
    CHECK(spells(edge(document, "USA", "bomb (possible)")) == "2031-01-01..2031-12-31");
    CHECK(spells(edge(document, "USA", "bomb (not)")) == "2016-12-01..2016-12-01");
}

TEST_CASE("times that touch are one; what has no date somewhere is there always") {
    const auto day = [](int number) { return core::Date{2016, 12, number, core::DatePrecision::day}; };
    std::vector<core::Relation> relations{relation_on("a", "1", day(5)), relation_on("b", "2", day(2)),
                                          relation_on("c", "3", day(1)), relation_on("d", "4", day(2))};
    auto document = parsed(export_relations("gexf", relations).text);
    auto only = document.child("gexf").child("graph").child("edges").first_child();
    CHECK(spells(only) == "2016-12-01..2016-12-02 2016-12-05..2016-12-05");
    CHECK(spells(document.child("gexf").child("graph").child("nodes").first_child()) ==
          "2016-12-01..2016-12-02 2016-12-05..2016-12-05");
    relations.push_back(relation_on("e", "5", std::nullopt));
    document = parsed(export_relations("gexf", relations).text);
    only = document.child("gexf").child("graph").child("edges").first_child();
    CHECK(value(only, "mentions") == "5");
    CHECK(spells(only).empty());
}
