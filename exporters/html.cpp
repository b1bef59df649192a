#include "exporters/html.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <set>
#include <vector>

#include "base/json.hpp"
#include "exporters/clean_text.hpp"
#include "exporters/html_page.hpp"
#include "exporters/labels.hpp"
#include "exporters/picture.hpp"
#include "graph/relation_pool.hpp"

namespace entente::exporters {

namespace {

constexpr std::size_t most_quotations = 20;  // an edge
constexpr std::size_t comfortable_edges = 20'000;

/// `news` for `reports/news.html`.
std::string title_of(const std::string& destination) {
    const std::string stem = std::filesystem::path(destination).stem().string();
    return stem.empty() || stem == "-" ? "Entente" : stem;
}

class HtmlWriter {
public:
    HtmlWriter(const ExportInput& input, Output& output) : input_(input), output_(output), picture_(input.graph) {}

    /// The JSON text between the halves of the page: lists of objects, one a line.
    void write(const std::string& title) {
        base::JsonWriter name;
        output_ << "{\"title\":";
        put(name.string(clean_(title)).text());
        list("actions", [this] { write_actions(); });
        list("articles", [this] { write_articles(); });
        list("actors", [this] {
            for (std::size_t i = 0; i < input_.graph.actors().size(); ++i) write_actor(i);
        });
        list("edges", [this] {
            for (const graph::RelationEdge& edge : input_.graph.edges()) write_edge(edge);
        });
        output_ << "}\n";
    }

    [[nodiscard]] std::size_t dropped() const { return clean_.dropped(); }

private:
    template <typename Write>
    void list(std::string_view name, Write write) {
        output_ << ",\n\"" << name << "\":[";
        first_ = true;
        write();
        output_ << "]";
    }

    /// No `<` may stand in a script: it could end it.
    void put(std::string_view text) {
        std::size_t from = 0;
        for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', from)) {
            output_ << text.substr(from, at - from) << "\\u003c";
            from = at + 1;
        }
        output_ << text.substr(from);
    }

    void end_line() {
        json_.end_object();
        output_ << (first_ ? "\n" : ",\n");
        first_ = false;
        put(json_.take());
    }

    void member(std::string_view name, std::string_view value) { json_.member(name, clean_(value)); }
    void member(std::string_view name, std::size_t value) { json_.member(name, static_cast<std::int64_t>(value)); }
    void number(std::string_view name, double value, double parts) {
        json_.key(name).number(std::round(value * parts) / parts);
    }
    /// Leaves the member out where nothing is known.
    void known(std::string_view name, std::string_view value) {
        if (!value.empty()) member(name, value);
    }
    void known_date(std::string_view name, std::uint32_t date) {
        if (date != graph::PackedRelation::none) member(name, core::to_string(graph::unpack_date(date)));
    }
    [[nodiscard]] std::string_view text(std::uint32_t number) const {
        return number == graph::PackedRelation::none ? std::string_view() : input_.graph.text(number);
    }

    void write_actions() {
        std::set<std::string_view> seen;
        for (const graph::RelationEdge& edge : input_.graph.edges()) {
            if (!seen.insert(edge.action).second) continue;
            json_.begin_object();
            member("id", edge.action);
            member("label", action_label(input_.ontology, edge));
            member("type", core::to_string(edge.type));
            member("quad", core::to_string(core::quad_of(edge.type)));
            end_line();
        }
    }

    void write_articles() {
        std::vector<bool> seen;  // by text number of the id
        for (std::size_t i = 0; i < input_.graph.relation_count(); ++i) {
            const graph::PackedRelation& relation = input_.graph.packed(i);
            if (relation.article >= seen.size()) seen.resize(relation.article + 1);
            if (seen[relation.article]) continue;
            seen[relation.article] = true;
            json_.begin_object();
            member("id", text(relation.article));
            known("url", text(relation.url));
            known_date("date", relation.published);
            known("language", text(relation.language));
            end_line();
        }
    }

    void write_actor(std::size_t index) {
        const graph::ActorNode& actor = input_.graph.actors()[index];
        json_.begin_object();
        member("id", actor.id);
        member("label", actor.label);
        member("kind", core::to_string(actor.kind));
        member("principal", actor.principal);
        known("country", actor.country.value_or(""));
        known("wikidata", actor.wikidata.value_or(""));
        write_aliases(actor);
        member("mentions", actor.mentions);
        member("articles", actor.articles);
        member("community", picture_.communities[index]);
        number("rank", picture_.ranks[index], 1e6);
        number("x", picture_.positions[index].x, 100);
        number("y", picture_.positions[index].y, 100);
        number("size", picture_.sizes[index], 10);
        end_line();
    }

    /// Each name once, those that the articles use most first.
    void write_aliases(const graph::ActorNode& actor) {
        std::vector<graph::Alias> names = actor.aliases;
        std::ranges::stable_sort(names, std::ranges::greater(), &graph::Alias::mentions);
        std::set<std::string_view> seen;
        json_.key("aliases").begin_array();
        for (const graph::Alias& name : names) {
            if (seen.insert(name.text).second) json_.string(clean_(name.text));
        }
        json_.end_array();
    }

    void write_edge(const graph::RelationEdge& edge) {
        json_.begin_object();
        member("source", edge.source);
        member("action", edge.action);
        member("target", edge.target);
        member("polarity", core::to_string(edge.polarity));
        member("status", core::to_string(edge.status));
        json_.member("symmetric", edge.symmetric);
        member("weight", edge.weight);
        member("mentions", edge.mentions);
        member("first", edge.first_seen ? core::to_string(*edge.first_seen) : "");
        member("last", edge.last_seen ? core::to_string(*edge.last_seen) : "");
        json_.key("evidence").begin_array();
        write_mention(input_.graph.packed(edge.best));
        std::size_t quoted = 1;
        for (std::size_t i = 0; i < edge.mentions && quoted < most_quotations; ++i) {
            if (edge.first_evidence + i == edge.best) continue;
            write_mention(input_.graph.packed(edge.first_evidence + i));
            ++quoted;
        }
        json_.end_array();
        end_line();
    }

    void write_mention(const graph::PackedRelation& relation) {
        json_.begin_object();
        member("article", text(relation.article));
        member("sentence", text(relation.sentence_text));
        write_span("source", relation, relation.source.begin, relation.source.end);
        write_span("action", relation, relation.action_begin, relation.action_end);
        write_span("target", relation, relation.target.begin, relation.target.end);
        known("by", text(relation.attribution_label));
        known_date("date", relation.date);
        known("place", text(relation.place_label));
        known("rule", text(relation.rule));
        json_.end_object();
    }

    /// Where the words stand within the sentence, if they do.
    void write_span(std::string_view role, const graph::PackedRelation& relation, std::uint32_t begin,
                    std::uint32_t end) {
        if (begin >= end || begin < relation.sentence_begin || end > relation.sentence_end) return;
        json_.key(role).begin_array();
        json_.integer(begin - relation.sentence_begin).integer(end - relation.sentence_begin);
        json_.end_array();
    }

    const ExportInput& input_;
    Output& output_;
    base::JsonWriter json_;
    TextCleaner clean_;
    Picture picture_;
    bool first_ = true;  // of its list
};

}  // namespace

void write_html(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    if (input.graph.edges().size() > comfortable_edges) {
        input.diagnostics.warning({options.destination, 0},
                                  "a page with " + std::to_string(input.graph.edges().size()) +
                                      " edges opens slowly; --top, --min-articles and --around make it smaller");
    }
    constexpr std::string_view marker = "<!--data-->";
    const std::size_t place = html_page.find(marker);
    Output output(sink);
    output << html_page.substr(0, place);
    HtmlWriter writer(input, output);
    writer.write(title_of(options.destination));
    output << html_page.substr(place + marker.size());
    output.flush();
    warn_of_dropped(writer.dropped(), options.destination, input.diagnostics);
}

}  // namespace entente::exporters
