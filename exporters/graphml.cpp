#include "exporters/graphml.hpp"

#include <array>

#include "base/strings.hpp"
#include "exporters/labels.hpp"
#include "exporters/picture.hpp"
#include "exporters/xml_writer.hpp"

namespace entente::exporters {

namespace {

/// A declared attribute. Key ids are unique over nodes and edges, as the schema demands; names need not be.
struct Key {
    std::string_view id;
    std::string_view name;
    std::string_view type;
};

constexpr std::array<Key, 16> node_keys{{
    {"label", "label", "string"},
    {"size", "size", "double"},
    {"r", "r", "int"},
    {"g", "g", "int"},
    {"b", "b", "int"},
    {"x", "x", "double"},
    {"y", "y", "double"},
    {"kind", "kind", "string"},
    {"principal", "principal", "string"},
    {"country", "country", "string"},
    {"aliases", "aliases", "string"},
    {"mentions", "mentions", "int"},
    {"articles", "articles", "int"},
    {"pagerank", "pagerank", "double"},
    {"community", "community", "int"},
    {"wikidata", "wikidata", "string"},
}};

constexpr std::array<Key, 14> edge_keys{{
    {"edgelabel", "label", "string"},
    {"interaction", "interaction", "string"},
    {"type", "type", "string"},
    {"cameo", "cameo", "string"},
    {"polarity", "polarity", "string"},
    {"status", "status", "string"},
    {"symmetric", "symmetric", "boolean"},
    {"weight", "weight", "int"},
    {"edgementions", "mentions", "int"},
    {"first_seen", "first_seen", "string"},
    {"last_seen", "last_seen", "string"},
    {"languages", "languages", "string"},
    {"sentence", "sentence", "string"},
    {"edgearticles", "articles", "string"},
}};

constexpr std::string_view data_begin = "<data key=\"";

class GraphmlWriter {
public:
    GraphmlWriter(const ExportInput& input, bool strict, Output& output)
        : input_(input), strict_(strict), xml_(output), picture_(input.graph) {}

    void write() {
        xml_.open("graphml", {{"xmlns", "http://graphml.graphdrawing.org/xmlns"}});
        for (const Key& key : node_keys) write_key(key, "node");
        for (const Key& key : edge_keys) write_key(key, "edge");
        xml_.open("graph", {{"id", "entente"}, {"edgedefault", "directed"}});
        for (std::size_t i = 0; i < input_.graph.actors().size(); ++i) write_node(i);
        for (std::size_t i = 0; i < input_.graph.edges().size(); ++i) write_edge(i);
        xml_.close();
        xml_.close();
    }

    [[nodiscard]] std::size_t dropped() const { return xml_.dropped(); }

private:
    void write_key(const Key& key, std::string_view domain) {
        xml_.element("key", {{"id", key.id}, {"for", domain}, {"attr.name", key.name}, {"attr.type", key.type}});
    }

    void data(std::string_view key, std::string_view value) {
        begin_.resize(data_begin.size());
        begin_.append(key).append("\">");
        xml_.ready(begin_, value, "</data>\n");
    }
    void data(std::string_view key, std::size_t value) { data(key, std::to_string(value)); }
    /// Leaves the attribute out where nothing is known.
    void known(std::string_view key, const std::optional<std::string>& value) {
        if (value && !value->empty()) data(key, *value);
    }

    void write_node(std::size_t index) {
        const graph::ActorNode& actor = input_.graph.actors()[index];
        const Colour colour = colour_of(actor.kind);
        xml_.open("node", {{"id", xml_name_token(actor.id)}});
        data("label", actor.label);
        data("size", to_decimal(picture_.sizes[index], 1, true));
        data("r", static_cast<std::size_t>(colour.r));
        data("g", static_cast<std::size_t>(colour.g));
        data("b", static_cast<std::size_t>(colour.b));
        data("x", to_decimal(picture_.positions[index].x, 2, true));
        data("y", to_decimal(picture_.positions[index].y, 2, true));
        data("kind", core::to_string(actor.kind));
        data("principal", actor.principal);
        known("country", actor.country);
        known("aliases", alias_list(actor));
        data("mentions", actor.mentions);
        data("articles", actor.articles);
        data("pagerank", to_decimal(picture_.ranks[index], 6, true));
        data("community", picture_.communities[index]);
        known("wikidata", actor.wikidata);
        xml_.close();
    }

    void write_edge(std::size_t index) {
        const graph::RelationEdge& edge = input_.graph.edges()[index];
        // Gephi folds parallel edges of one type into one: each edge gets a type of its own.
        const std::string type = strict_ ? std::string() : qualified(edge.action, edge);
        xml_.open("edge", {{"id", "e" + std::to_string(index)},
                           {"source", xml_name_token(input_.graph.actors()[edge.source].id)},
                           {"target", xml_name_token(input_.graph.actors()[edge.target].id)},
                           {"label", type}});
        data("edgelabel", qualified(action_label(input_.ontology, edge), edge));
        data("interaction", edge.action);
        data("type", core::to_string(edge.type));
        known("cameo", edge.cameo);
        data("polarity", core::to_string(edge.polarity));
        data("status", core::to_string(edge.status));
        data("symmetric", edge.symmetric ? "true" : "false");
        data("weight", edge.weight);
        data("edgementions", edge.mentions);
        if (edge.first_seen) data("first_seen", core::to_string(*edge.first_seen));
        if (edge.last_seen) data("last_seen", core::to_string(*edge.last_seen));
        data("languages", base::join(edge.languages, list_separator));
        data("sentence", edge.sentence);
        data("edgearticles", base::join(edge.articles, list_separator));
        xml_.close();
    }

    const ExportInput& input_;
    bool strict_;
    XmlWriter xml_;
    Picture picture_;
    std::string begin_{data_begin};
};

}  // namespace

void write_graphml(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    Output output(sink);
    GraphmlWriter writer(input, options.strict, output);
    writer.write();
    output.flush();
    warn_of_dropped(writer.dropped(), options.destination, input.diagnostics);
}

}  // namespace entente::exporters
