#include "cli/stored_graph.hpp"

#include <algorithm>
#include <map>

#include "base/errors.hpp"
#include "graph/network_sum.hpp"
#include "graph/views.hpp"

namespace entente::cli {

namespace {

store::Selection selection_of(const graph::Query& query, const store::GraphFile& file) {
    store::Selection selection;
    selection.one = {query.source.ids, query.source.exact};
    selection.other = {query.target.ids, query.target.exact};
    if (query.action.any_of.empty()) return selection;
    for (const core::ActionRef& action : file.actions()) {
        if (query.action.matches(action)) selection.actions.insert(action.id);
    }
    // Nothing may match; an empty set would be everything.
    if (selection.actions.empty()) selection.actions = query.action.any_of;
    return selection;
}

/// Of the rows of one actor the one that the most relations use, as a node.
std::vector<graph::ActorNode> nodes_of(const std::vector<store::ActorRow>& rows, const std::vector<std::size_t>& uses,
                                       const std::map<std::string, std::uint32_t>& number_of) {
    std::vector<graph::ActorNode> nodes(number_of.size());
    std::vector<std::size_t> best(number_of.size(), 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const store::ActorRow& row = rows[i];
        const std::uint32_t number = number_of.at(row.id);
        graph::ActorNode& node = nodes[number];
        if (!node.id.empty() && uses[i] <= best[number]) continue;
        best[number] = uses[i];
        node.id = row.id;
        node.label = row.label;
        node.kind = core::parse_actor_kind(row.kind).value_or(core::ActorKind::unknown);
        node.principal = row.principal;
        node.country = row.country;
    }
    return nodes;
}

void take_labels(std::vector<graph::ActorNode>& nodes, const graph::FactSource& facts) {
    for (graph::ActorNode& node : nodes) {
        const auto known = facts(node.id);
        if (!known) continue;
        if (!known->label.empty() && known->label != node.id) node.label = known->label;
        if (known->kind) node.kind = *known->kind;
        if (known->country) node.country = known->country;
    }
}

std::vector<graph::ActorNode> bare_nodes(const std::vector<store::ActorRow>& rows) {
    std::vector<graph::ActorNode> nodes;
    nodes.reserve(rows.size());
    for (const store::ActorRow& row : rows) {
        graph::ActorNode& node = nodes.emplace_back();
        node.id = row.id;
        node.label = row.label;
        node.principal = row.principal;
    }
    return nodes;
}

}  // namespace

StoredGraph::StoredGraph(const std::filesystem::path& file, const Names& names)
    : names_(names), file_(store::GraphFile::open(file, store::GraphFile::Access::read)) {}

graph::ActorPattern StoredGraph::actor(const std::string& text, bool exact) const {
    graph::ActorPattern pattern;
    pattern.exact = exact;
    if (is_any(text)) return pattern;
    for (const std::string& id : names_.known_actors(text)) pattern.ids.insert(file_.identities().read_as(id));
    if (pattern.ids.empty()) pattern.ids = file_.find_actors(text);
    if (pattern.ids.empty()) pattern.ids = names_.actors_among(text, bare_nodes(file_.actor_rows()));
    if (!pattern.ids.empty()) return pattern;
    if (!whole_) whole_ = std::make_unique<graph::KnowledgeGraph>(load({}));
    return names_.actor(text, *whole_, exact);
}

std::vector<std::string> StoredGraph::actor_ids(const std::string& text) const {
    if (is_any(text)) throw base::UsageError("`" + text + "` stands for anybody; here somebody must be named");
    const graph::ActorPattern pattern = actor(text, true);
    return {pattern.ids.begin(), pattern.ids.end()};
}

template <typename Sink>
void StoredGraph::read(const graph::Query& query, Sink sink) const {
    file_.for_each_relation(selection_of(query, file_), [&](const core::Relation& relation) {
        if (query.matches(relation)) sink(relation);
    });
}

graph::KnowledgeGraph StoredGraph::complete(graph::KnowledgeGraph graph, const graph::Query& query) const {
    graph.describe(names_.labels());
    if (query.min_articles < 2) return graph;
    return graph::filter_edges(graph,
                               [&](const graph::RelationEdge& edge) { return edge.weight >= query.min_articles; });
}

graph::KnowledgeGraph StoredGraph::load(const graph::Query& query) const {
    graph::KnowledgeGraph graph;
    read(query, [&](const core::Relation& relation) { graph.add(relation); });
    return complete(std::move(graph), query);
}

graph::KnowledgeGraph StoredGraph::load_principals(const graph::Query& query) const {
    graph::KnowledgeGraph graph;
    read(query, [&](const core::Relation& relation) { graph.add(graph::by_principal(relation)); });
    return complete(std::move(graph), query);
}

NamedNetwork StoredGraph::network() const {
    const std::vector<store::ActorRow> rows = file_.actor_rows();
    std::map<std::string, std::uint32_t> number_of;
    for (const store::ActorRow& row : rows) number_of.emplace(row.id, 0);
    std::uint32_t next = 0;
    for (auto& [id, number] : number_of) number = next++;
    // Rows of actors are few and numbered from 1, with gaps where one was removed.
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> row_of;
    std::vector<std::uint32_t> actor_of(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto number = static_cast<std::size_t>(rows[i].number);
        if (number >= row_of.size()) row_of.resize(number + 1, none);
        row_of[number] = i;
        actor_of[i] = number_of.at(rows[i].id);
    }
    std::map<std::int64_t, std::uint32_t> action_of;
    std::map<std::string, std::uint32_t> actions;
    for (const auto& [number, id] : file_.action_rows()) {
        action_of[number] = actions.emplace(id, static_cast<std::uint32_t>(actions.size())).first->second;
    }
    std::vector<std::size_t> uses(rows.size(), 0);
    std::vector<graph::NetworkTie> ties;
    file_.for_each_tie([&](const store::Tie& tie) {
        const std::size_t source = row_of.at(static_cast<std::size_t>(tie.source));
        const std::size_t target = row_of.at(static_cast<std::size_t>(tie.target));
        ++uses.at(source);
        ++uses.at(target);
        ties.push_back({actor_of[source], actor_of[target], action_of.at(tie.action),
                        static_cast<std::uint32_t>(tie.article), tie.gist, tie.symmetric,
                        tie.negative ? core::Polarity::negative : core::Polarity::affirmative,
                        static_cast<core::Status>(tie.status)});
    });
    NamedNetwork named{graph::sum_network(number_of.size(), std::move(ties)), nodes_of(rows, uses, number_of)};
    take_labels(named.actors, names_.labels());
    return named;
}

}  // namespace entente::cli
