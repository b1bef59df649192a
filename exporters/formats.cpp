#include "exporters/formats.hpp"

#include <algorithm>
#include <array>

#include "exporters/csv.hpp"
#include "exporters/dot.hpp"
#include "exporters/gexf.hpp"
#include "exporters/graphml.hpp"
#include "exporters/html.hpp"
#include "exporters/jsonl.hpp"
#include "exporters/jsonld.hpp"
#include "exporters/nquads.hpp"
#include "exporters/turtle.hpp"

namespace entente::exporters {

namespace {

constexpr std::array<Format, 10> table{{
    {"graphml", "GraphML for Gephi, Cytoscape, networkx, igraph", write_graphml},
    {"gexf", "GEXF 1.3 with time, for Gephi's timeline", write_gexf},
    {"jsonld", "JSON-LD: events with their evidence as linked data", write_jsonld},
    {"nq", "N-Quads: the same statements, one a line, for SPARQL stores", write_nquads},
    {"nt", "N-Triples: as N-Quads, without a named graph", write_ntriples},
    {"ttl", "Turtle: the same statements for human readers", write_turtle},
    {"csv", "one line an edge, for spreadsheets and data frames", write_csv},
    {"dot", "Graphviz", write_dot},
    {"html", "one page for the browser: a map, lists and sentences, no network needed", write_html},
    {"jsonl", "relation lines: what `extract` writes and `merge` reads", write_jsonl},
}};

char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

}  // namespace

std::span<const Format> formats() {
    return table;
}

const Format* find_format(std::string_view name) {
    const auto found = std::ranges::find(table, name, &Format::name);
    return found == table.end() ? nullptr : &*found;
}

const Format* format_of_path(std::string_view path) {
    const std::size_t point = path.find_last_of("./");
    if (point == std::string_view::npos || path[point] != '.') return nullptr;
    std::string suffix(path.substr(point + 1));
    std::ranges::transform(suffix, suffix.begin(), lower);
    return find_format(suffix);
}

}  // namespace entente::exporters
