#include "cli/actor_portrait.hpp"

#include <algorithm>
#include <ostream>

#include "base/json.hpp"
#include "base/strings.hpp"
#include "cli/terminal.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t field_width = 11;
constexpr std::string_view wikidata_base = "https://www.wikidata.org/wiki/";

ontology::Actor actor_of(const graph::ActorNode& node) {
    ontology::Actor actor;
    actor.id = node.id;
    actor.kind = node.kind;
    actor.principal = node.principal;
    actor.country = node.country.value_or("");
    actor.labels = {{"en", node.label}};
    return actor;
}

void add_names(ActorPortrait& portrait, const Names& names) {
    for (const auto& [language, label] : portrait.actor.labels) portrait.names[language] = {label};
    const auto facts = names.facts()(portrait.actor.id);
    if (!facts) return;
    for (const graph::Alias& alias : facts->aliases) {
        auto& known = portrait.names[alias.language];
        if (std::find(known.begin(), known.end(), alias.text) == known.end()) known.push_back(alias.text);
    }
}

void add_principals(ActorPortrait& portrait, const ontology::Ontology& ontology) {
    std::vector<std::string> principals{portrait.actor.principal};
    for (const ontology::Office& office : portrait.offices) principals.push_back(office.principal);
    std::vector<std::string> done;
    for (const std::string& principal : principals) {
        if (std::find(done.begin(), done.end(), principal) != done.end()) continue;
        done.push_back(principal);
        if (principal != portrait.actor.id) portrait.acts_for.push_back(ontology.principal_actor(principal));
    }
}

void add_evidence(ActorPortrait& portrait, const graph::KnowledgeGraph& graph, std::size_t node) {
    const graph::ActorNode& actor = graph.actors()[node];
    portrait.mentions = actor.mentions;
    portrait.articles = actor.articles;
    std::size_t others = 0;
    for (const graph::Alias& alias : actor.aliases) {
        if (alias.mentions > 0) portrait.seen.push_back(alias);
        others += alias.mentions;
    }
    // The label itself is no alias of the graph; the rest of the mentions are its.
    if (others < actor.mentions) portrait.seen.push_back({actor.label, "", actor.mentions - others});
    std::stable_sort(portrait.seen.begin(), portrait.seen.end(),
                     [](const auto& a, const auto& b) { return a.mentions > b.mentions; });
    for (const std::size_t number : graph.edges_of(node)) {
        const graph::RelationEdge& edge = graph.edges()[number];
        auto& counts = edge.source == node ? portrait.done : portrait.received;
        counts[std::string(core::to_string(edge.type))] += edge.mentions;
        if (edge.first_seen && (!portrait.first_seen || *edge.first_seen < *portrait.first_seen))
            portrait.first_seen = edge.first_seen;
        if (edge.last_seen && (!portrait.last_seen || *portrait.last_seen < *edge.last_seen))
            portrait.last_seen = edge.last_seen;
    }
}

std::string date_or(const std::optional<core::Date>& date, const char* otherwise) {
    return date ? core::to_string(*date) : otherwise;
}

std::string named(const ontology::Actor& actor) {
    return actor.labels.at("en") + " (" + actor.id + ")";
}

/// One line of a portrait; the lines that go on are indented.
void write_field(std::string_view name, const std::vector<std::string>& lines, std::ostream& out) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string head = "  " + std::string(i == 0 ? name : "");
        head.resize(field_width + 2, ' ');
        out << head << one_line(lines[i]) << "\n";
    }
}

std::vector<std::string> office_lines(const ActorPortrait& portrait, const ontology::Ontology& ontology) {
    std::vector<std::string> lines;
    for (const ontology::Office& office : portrait.offices) {
        const ontology::Role* role = ontology.role(office.office);
        const std::string label = role == nullptr ? office.office : role->labels.at("en");
        lines.push_back(date_or(office.from, "…") + " – " + date_or(office.to, "…") + "  " + label + ", " +
                        named(ontology.principal_actor(office.principal)));
    }
    return lines;
}

std::string counts_line(const std::map<std::string, std::size_t>& counts) {
    std::vector<std::string> parts;
    for (const auto& [type, count] : counts) parts.push_back(type + " " + grouped(count));
    return base::join(parts, ", ");
}

void write_dates(base::JsonWriter& json, const std::optional<core::Date>& from, const std::optional<core::Date>& to,
                 const char* first, const char* last) {
    json.member(first, from ? std::optional(core::to_string(*from)) : std::nullopt);
    json.member(last, to ? std::optional(core::to_string(*to)) : std::nullopt);
}

void write_json(base::JsonWriter& json, const ActorPortrait& portrait) {
    const ontology::Actor& actor = portrait.actor;
    json.begin_object().member("id", actor.id).member("label", actor.labels.at("en"));
    json.member("kind", std::string(core::to_string(actor.kind))).member("in_ontology", portrait.known);
    json.member("country", actor.country.empty() ? std::nullopt : std::optional(actor.country));
    json.member("principal", actor.principal);
    json.member("wikidata", actor.wikidata.empty() ? std::nullopt : std::optional(actor.wikidata));
    json.key("names").begin_object();
    for (const auto& [language, names] : portrait.names) {
        json.key(language).begin_array();
        for (const std::string& name : names) json.string(name);
        json.end_array();
    }
    json.end_object().key("offices").begin_array();
    for (const ontology::Office& office : portrait.offices) {
        json.begin_object().member("office", office.office).member("principal", office.principal);
        write_dates(json, office.from, office.to, "from", "to");
        json.end_object();
    }
    json.end_array().key("seen_as").begin_array();
    for (const graph::Alias& alias : portrait.seen) {
        json.begin_object().member("text", alias.text).member("language", alias.language);
        json.member("mentions", static_cast<std::int64_t>(alias.mentions)).end_object();
    }
    json.end_array().member("mentions", static_cast<std::int64_t>(portrait.mentions));
    json.member("articles", static_cast<std::int64_t>(portrait.articles));
    write_dates(json, portrait.first_seen, portrait.last_seen, "first_seen", "last_seen");
    for (const auto& [name, counts] :
         {std::pair{"does", &portrait.done}, std::pair{"is_done_to", &portrait.received}}) {
        json.key(name).begin_object();
        for (const auto& [type, count] : *counts) json.member(type, static_cast<std::int64_t>(count));
        json.end_object();
    }
    json.end_object();
}

}  // namespace

ActorPortrait portrait_of(const std::string& id, const Names& names, const graph::KnowledgeGraph& graph) {
    const ontology::Ontology& ontology = names.ontology();
    const auto node = graph.find_actor(id);
    ActorPortrait portrait;
    portrait.known = ontology.actor(id) != nullptr;
    portrait.actor = portrait.known || !node ? ontology.principal_actor(id) : actor_of(graph.actors()[*node]);
    portrait.offices = ontology.offices_of(id);
    add_names(portrait, names);
    add_principals(portrait, ontology);
    if (node) add_evidence(portrait, graph, *node);
    return portrait;
}

void write_portrait(const ActorPortrait& portrait, const ontology::Ontology& ontology, std::ostream& out) {
    const ontology::Actor& actor = portrait.actor;
    out << named(actor) << "\n";
    std::vector<std::string> lines;
    for (const auto& [language, names] : portrait.names) lines.push_back(language + ": " + base::join(names, ", "));
    write_field("names", lines, out);
    write_field("kind", {std::string(core::to_string(actor.kind))}, out);
    if (!actor.country.empty() && actor.country != actor.id)
        write_field("country", {named(ontology.principal_actor(actor.country))}, out);
    lines.clear();
    for (const ontology::Actor& principal : portrait.acts_for) lines.push_back(named(principal));
    write_field("acts for", lines, out);
    write_field("offices", office_lines(portrait, ontology), out);
    if (!actor.wikidata.empty()) write_field("wikidata", {std::string(wikidata_base) + actor.wikidata}, out);
    if (portrait.articles == 0) {
        write_field("seen", {"in no relation of these articles"}, out);
        return;
    }
    write_field("seen",
                {counted(portrait.mentions, "mention", "mentions") + " in " +
                 counted(portrait.articles, "article", "articles") + ", " + date_or(portrait.first_seen, "…") + " – " +
                 date_or(portrait.last_seen, "…")},
                out);
    lines.clear();
    for (const graph::Alias& alias : portrait.seen)
        lines.push_back(alias.text + "  " + (alias.language.empty() ? "" : alias.language + "  ") +
                        grouped(alias.mentions));
    write_field("as", lines, out);
    if (!portrait.done.empty()) write_field("does", {counts_line(portrait.done)}, out);
    if (!portrait.received.empty()) write_field("done to", {counts_line(portrait.received)}, out);
}

std::string portraits_as_json(const std::vector<ActorPortrait>& portraits) {
    base::JsonWriter json(base::JsonWriter::Layout::indented);
    json.begin_array();
    for (const ActorPortrait& portrait : portraits) write_json(json, portrait);
    json.end_array();
    return json.take();
}

}  // namespace entente::cli
