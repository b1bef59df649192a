#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "nasty_graph.hpp"

using namespace entente;
using namespace entente::exporters;
using namespace entente::exporters::testing;

TEST_CASE("a format is found by its name and by a file's suffix in any case") {
    CHECK(find_format("graphml")->name == "graphml");
    CHECK(find_format("docx") == nullptr);
    CHECK(format_of_path("out/news.GraphML")->name == "graphml");
    CHECK(format_of_path("news.ent.jsonld")->name == "jsonld");
    CHECK(format_of_path("news.d/nq") == nullptr);
    CHECK(format_of_path("nq") == nullptr);
    CHECK(format_of_path("-") == nullptr);
}

TEST_CASE("every format writes the same bytes whatever the order of the relations") {
    std::vector<core::Relation> relations = nasty_relations();
    std::vector<core::Relation> reversed(relations.rbegin(), relations.rend());
    reversed.push_back(relations.front());
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        CHECK(export_relations(format.name, relations).text == export_relations(format.name, reversed).text);
    }
}

TEST_CASE("every format writes an empty graph") {
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        CHECK(export_relations(format.name, {}).warnings == 0);
    }
}

TEST_CASE("every format but relation lines warns once of characters left out") {
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        CHECK(export_nasty(format.name).warnings == (format.name == "jsonl" ? 0 : 1));
        const std::string text = export_nasty(format.name).text;
        CHECK(std::none_of(text.begin(), text.end(), [](char byte) {
            return byte >= 0 && byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r';
        }));
    }
}

TEST_CASE("relation lines give back the relations") {
    std::vector<core::Relation> relations = nasty_relations();
    std::vector<core::Relation> read;
    for (const std::string& line : lines_of(export_nasty("jsonl").text)) read.push_back(core::relation_from_json(line));
    std::ranges::sort(relations);
    std::ranges::sort(read);
    CHECK(read == relations);
}

TEST_CASE("CSV has one record an edge, with quotes doubled") {
    const std::string text = export_nasty("csv").text;
    CHECK(text.starts_with("Source,Target,Id,Label,source_label,"));
    CHECK(contains(text, "\nUSA,RUS,e"));
    CHECK(contains(text, "\"Tom & \"\"Jerry\"\" <b>\""));
    CHECK(contains(text, "(not)"));
}

TEST_CASE("DOT quotes names and shows what did not happen with dashes") {
    const std::string text = export_nasty("dot").text;
    CHECK(contains(text, "\"bad id & <x>\" [label=\"The 🦊 of \\\\n]]>\""));
    CHECK(contains(text, "style=dashed"));
    CHECK(text.ends_with("}\n"));
}
