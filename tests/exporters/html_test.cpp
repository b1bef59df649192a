#include <regex>

#include <doctest/doctest.h>

#include "base/json.hpp"
#include "nasty_graph.hpp"

using namespace entente;
using namespace entente::exporters;
using namespace entente::exporters::testing;

namespace {

/// What stands in the page as data.
std::string data_of(const std::string& page) {
    const std::string begin = R"(<script type="application/json" id="data">)";
    const std::size_t from = page.find(begin) + begin.size();
    return page.substr(from, page.find("</script>", from) - from);
}

/// The characters [begin, end) of a text.
std::string slice(const std::string& text, std::size_t begin, std::size_t end) {
    std::string part;
    std::size_t number = 0;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++number;
        if (number > begin && number <= end) part += byte;
    }
    return part;
}

}  // namespace

TEST_CASE("the page fetches nothing: no address, no import, and a policy that forbids it") {
    const std::string page = export_nasty("html").text;
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(contains(page, "default-src 'none'"));
    const std::string own = std::regex_replace(page, std::regex("<script type=\"application/json\"[^<]*"), "");
    for (const char* way : {" src=", "@import", "url(", "fetch(", "XMLHttpRequest", "<link", "http://", "https://"}) {
        CAPTURE(way);
        CHECK_FALSE(contains(own, way));
    }
    CHECK_FALSE(contains(page, "@PAGE"));
    CHECK_FALSE(contains(page, "<!--data-->"));
}

TEST_CASE("texts of articles cannot end the data or become markup") {
    std::vector<core::Relation> relations = nasty_relations();
    relations.front().sentence.text = "</script><!--<script>alert(1)</script>";
    relations.front().source.label = "<img src=x onerror=alert(1)>";
    const std::string page = export_relations("html", relations).text;
    CHECK_FALSE(contains(data_of(page), "<"));
    CHECK(contains(data_of(page), R"(\u003c/script>\u003c!--\u003cscript>)"));
    CHECK_FALSE(contains(page, "innerHTML"));
    CHECK_FALSE(contains(page, "insertAdjacentHTML"));
}

TEST_CASE("the page holds every actor and edge, each with its evidence and where the words stand") {
    core::Relation relation = nasty_relations().front();
    relation.sentence = {1, {10, 32}, "Élodie 😀 met Bob there."};
    relation.source.span = {10, 16};
    relation.action.span = {19, 22};
    relation.target.span = {23, 26};
    const base::JsonDocument data(data_of(export_relations("html", {relation}).text));
    CHECK(data.root()["actors"].elements().size() == 2);
    const auto edges = data.root()["edges"].elements();
    REQUIRE(edges.size() == 1);
    const auto evidence = edges.front()["evidence"].elements();
    REQUIRE(evidence.size() == 1);
    const std::string sentence = evidence.front()["sentence"].string().value();
    const auto marked = [&](const char* role) {
        const auto span = evidence.front()[role].elements();
        return slice(sentence, static_cast<std::size_t>(span.at(0).integer().value()),
                     static_cast<std::size_t>(span.at(1).integer().value()));
    };
    CHECK(marked("source") == "Élodie");
    CHECK(marked("action") == "met");
    CHECK(marked("target") == "Bob");
    const auto articles = data.root()["articles"].elements();
    REQUIRE(articles.size() == 1);
    CHECK(articles.front()["id"].string() == evidence.front()["article"].string());
}

TEST_CASE("words outside the sentence are not marked") {
    core::Relation relation = nasty_relations().front();
    relation.sentence = {1, {10, 20}, "They talk."};
    relation.source.span = {0, 4};
    relation.target.span = {20, 24};
    const base::JsonDocument data(data_of(export_relations("html", {relation}).text));
    const auto mention = data.root()["edges"].elements().front()["evidence"].elements().front();
    CHECK_FALSE(mention["source"].exists());
    CHECK_FALSE(mention["target"].exists());
}

TEST_CASE("of an edge with very many mentions twenty are quoted, the best first") {
    std::vector<core::Relation> relations;
    for (std::size_t i = 0; i < 50; ++i) {
        relations.push_back(nasty_relations().front());
        relations.back().article = "a" + std::to_string(i);
        relations.back().sentence.text += std::to_string(i);
        relations.back().id = core::relation_id(relations.back());
    }
    graph::KnowledgeGraph graph;
    for (const core::Relation& relation : relations) graph.add(relation);
    const base::JsonDocument data(data_of(export_relations("html", relations).text));
    const auto edge = data.root()["edges"].elements().front();
    CHECK(edge["mentions"].integer() == 50);
    const auto evidence = edge["evidence"].elements();
    REQUIRE(evidence.size() == 20);
    CHECK(evidence.front()["article"].string() == graph.relation(graph.edges().front().best).article);
}

TEST_CASE("the page is called after its file") {
    ExportOptions options;
    options.destination = "reports/December <2016>.html";
    const base::JsonDocument data(data_of(export_relations("html", {}, options).text));
    CHECK(data.root()["title"].string() == "December <2016>");
    options.destination = "-";
    const base::JsonDocument other(data_of(export_relations("html", {}, options).text));
    CHECK(other.root()["title"].string() == "Entente");
}
