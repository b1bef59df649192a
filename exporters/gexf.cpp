#include "exporters/gexf.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.hpp"
#include "exporters/labels.hpp"
#include "exporters/picture.hpp"
#include "exporters/xml_writer.hpp"
#include "graph/relation_pool.hpp"

namespace entente::exporters {

namespace {

struct Attribute {
    std::string_view name;  ///< id and title alike
    std::string_view type;
};

constexpr std::array<Attribute, 9> node_attributes{{
    {"kind", "string"},
    {"principal", "string"},
    {"country", "string"},
    {"aliases", "string"},
    {"mentions", "integer"},
    {"articles", "integer"},
    {"pagerank", "double"},
    {"community", "integer"},
    {"wikidata", "string"},
}};

constexpr std::array<Attribute, 10> edge_attributes{{
    {"interaction", "string"},
    {"type", "string"},
    {"cameo", "string"},
    {"polarity", "string"},
    {"status", "string"},
    {"symmetric", "boolean"},
    {"mentions", "integer"},
    {"languages", "string"},
    {"sentence", "string"},
    {"articles", "string"},
}};

/// Days since 1970, both included.
struct Spell {
    long first, last;

    friend auto operator<=>(const Spell&, const Spell&) = default;
};

std::string day(long days) {
    return core::to_string(core::from_days(days));
}

/// The times of one element. What has no date somewhere has no times: it is there always.
class Times {
public:
    void add(const std::optional<core::Date>& date) {
        if (date) {
            spells_.push_back({core::to_days(*date), core::to_days(core::last_day(*date))});
        } else {
            always_ = true;
        }
    }
    void add(const Times& other) {
        always_ = always_ || other.always_;
        spells_.insert(spells_.end(), other.spells_.begin(), other.spells_.end());
        if (spells_.size() > 2 * merged_ + 64) merge();
    }
    /// Gephi takes spells only if they do not overlap.
    void merge() {
        std::ranges::sort(spells_);
        std::size_t kept = 0;
        for (const Spell& spell : spells_) {
            if (kept > 0 && spell.first <= spells_[kept - 1].last + 1) {
                spells_[kept - 1].last = std::max(spells_[kept - 1].last, spell.last);
            } else {
                spells_[kept++] = spell;
            }
        }
        spells_.resize(kept);
        merged_ = kept;
    }
    [[nodiscard]] const std::vector<Spell>& spells() const {
        static const std::vector<Spell> none;
        return always_ ? none : spells_;
    }

private:
    std::vector<Spell> spells_;
    std::size_t merged_ = 0;  // spells at the last merge
    bool always_ = false;
};

class GexfWriter {
public:
    GexfWriter(const ExportInput& input, Output& output) : input_(input), xml_(output), picture_(input.graph) {
        node_times_.resize(input.graph.actors().size());
        for (const graph::RelationEdge& edge : input.graph.edges()) {
            const Times times = times_of(edge);
            node_times_[edge.source].add(times);
            node_times_[edge.target].add(times);
        }
        for (Times& times : node_times_) times.merge();
    }

    void write() {
        xml_.open("gexf",
                  {{"xmlns", "http://gexf.net/1.3"}, {"xmlns:viz", "http://gexf.net/1.3/viz"}, {"version", "1.3"}});
        xml_.open("graph", {{"defaultedgetype", "directed"},
                            {"mode", "dynamic"},
                            {"timeformat", "date"},
                            {"timerepresentation", "interval"}});
        declare("node", node_attributes);
        declare("edge", edge_attributes);
        xml_.open("nodes");
        for (std::size_t i = 0; i < input_.graph.actors().size(); ++i) write_node(i);
        xml_.close();
        xml_.open("edges");
        for (std::size_t i = 0; i < input_.graph.edges().size(); ++i) write_edge(i);
        xml_.close();
        xml_.close();
        xml_.close();
    }

    [[nodiscard]] std::size_t dropped() const { return xml_.dropped(); }

private:
    [[nodiscard]] Times times_of(const graph::RelationEdge& edge) const {
        Times times;
        for (std::size_t i = 0; i < edge.mentions; ++i) {
            const graph::PackedRelation& relation = input_.graph.packed(edge.first_evidence + i);
            const std::uint32_t date =
                relation.date == graph::PackedRelation::none ? relation.published : relation.date;
            times.add(date == graph::PackedRelation::none ? std::nullopt : std::optional(graph::unpack_date(date)));
        }
        times.merge();
        return times;
    }

    void declare(std::string_view domain, std::span<const Attribute> attributes) {
        xml_.open("attributes", {{"class", domain}, {"mode", "static"}});
        for (const Attribute& attribute : attributes) {
            xml_.element("attribute", {{"id", attribute.name}, {"title", attribute.name}, {"type", attribute.type}});
        }
        xml_.close();
    }

    /// Leaves the attribute out where nothing is known.
    void value(std::string_view name, std::string_view text) {
        if (!text.empty()) xml_.element("attvalue", {{"for", name}, {"value", text}});
    }
    void value(std::string_view name, std::size_t number) { value(name, std::to_string(number)); }

    void write_spells(const Times& times) {
        if (times.spells().empty()) return;
        xml_.open("spells");
        for (const Spell& spell : times.spells()) {
            xml_.element("spell", {{"start", day(spell.first)}, {"end", day(spell.last)}});
        }
        xml_.close();
    }

    void write_node(std::size_t index) {
        const graph::ActorNode& actor = input_.graph.actors()[index];
        xml_.open("node", {{"id", xml_name_token(actor.id)}, {"label", actor.label}});
        xml_.open("attvalues");
        value("kind", core::to_string(actor.kind));
        value("principal", actor.principal);
        value("country", actor.country.value_or(""));
        value("aliases", alias_list(actor));
        value("mentions", actor.mentions);
        value("articles", actor.articles);
        value("pagerank", to_decimal(picture_.ranks[index], 6, true));
        value("community", picture_.communities[index]);
        value("wikidata", actor.wikidata.value_or(""));
        xml_.close();
        write_spells(node_times_[index]);
        const Colour colour = colour_of(actor.kind);
        xml_.element(
            "viz:color",
            {{"r", std::to_string(colour.r)}, {"g", std::to_string(colour.g)}, {"b", std::to_string(colour.b)}});
        xml_.element("viz:position", {{"x", to_decimal(picture_.positions[index].x, 2, true)},
                                      {"y", to_decimal(picture_.positions[index].y, 2, true)},
                                      {"z", "0.0"}});
        xml_.element("viz:size", {{"value", to_decimal(picture_.sizes[index], 1, true)}});
        xml_.close();
    }

    void write_edge(std::size_t index) {
        const graph::RelationEdge& edge = input_.graph.edges()[index];
        // Parallel edges are kept apart by their kind.
        xml_.open("edge", {{"id", "e" + std::to_string(index)},
                           {"source", xml_name_token(input_.graph.actors()[edge.source].id)},
                           {"target", xml_name_token(input_.graph.actors()[edge.target].id)},
                           {"kind", qualified(edge.action, edge)},
                           {"label", qualified(action_label(input_.ontology, edge), edge)},
                           {"weight", std::to_string(edge.weight)}});
        xml_.open("attvalues");
        value("interaction", edge.action);
        value("type", core::to_string(edge.type));
        value("cameo", edge.cameo);
        value("polarity", core::to_string(edge.polarity));
        value("status", core::to_string(edge.status));
        value("symmetric", edge.symmetric ? "true" : "false");
        value("mentions", edge.mentions);
        value("languages", base::join(edge.languages, list_separator));
        value("sentence", edge.sentence);
        value("articles", base::join(edge.articles, list_separator));
        xml_.close();
        write_spells(times_of(edge));
        xml_.close();
    }

    const ExportInput& input_;
    XmlWriter xml_;
    Picture picture_;
    std::vector<Times> node_times_;
};

}  // namespace

void write_gexf(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    Output output(sink);
    GexfWriter writer(input, output);
    writer.write();
    output.flush();
    warn_of_dropped(writer.dropped(), options.destination, input.diagnostics);
}

}  // namespace entente::exporters
