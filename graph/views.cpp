#include "graph/views.hpp"

#include <algorithm>
#include <numeric>

#include "graph/analysis.hpp"

namespace entente::graph {

namespace {

void keep_facts(KnowledgeGraph& view, const KnowledgeGraph& graph) {
    view.describe([&](std::string_view id) { return graph.facts(id); });
}

void stand_for(core::Participant& side) {
    if (side.principal.empty() || side.principal == side.id) return;
    side.id = side.principal;
    side.label = side.principal;
    // Of a principal that is not in the ontology only its form is known: a bare country code is a state.
    side.kind = side.country == side.principal ? core::ActorKind::state : core::ActorKind::group;
    side.name.reset();
}

/// The participants already keep the words of the mention, so that evidence can still be shown.
KnowledgeGraph edges_among(const KnowledgeGraph& graph, const std::vector<bool>& chosen) {
    return filter_edges(graph, [&](const RelationEdge& edge) { return chosen[edge.source] && chosen[edge.target]; });
}

}  // namespace

core::Relation by_principal(core::Relation relation) {
    stand_for(relation.source);
    stand_for(relation.target);
    return relation;
}

KnowledgeGraph roll_up(const KnowledgeGraph& graph, const FactSource& facts) {
    KnowledgeGraph view;
    for (std::size_t i = 0; i < graph.relation_count(); ++i) view.add(by_principal(graph.relation(i)));
    view.describe([&](std::string_view id) {
        auto known = facts ? facts(id) : std::nullopt;
        if (known) return known;
        if (known = graph.facts(id); known) return known;
        const auto actor = graph.find_actor(id);
        if (!actor) return known;
        const ActorNode& node = graph.actors()[*actor];
        return std::optional(ActorFacts{node.label, node.kind, node.country, node.wikidata, {}});
    });
    return view;
}

KnowledgeGraph filter(const KnowledgeGraph& graph, const std::function<bool(const core::Relation&)>& keeps) {
    KnowledgeGraph view;
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
        const core::Relation relation = graph.relation(i);
        if (keeps(relation)) view.add(relation);
    }
    keep_facts(view, graph);
    return view;
}

KnowledgeGraph filter_edges(const KnowledgeGraph& graph, const std::function<bool(const RelationEdge&)>& keeps) {
    KnowledgeGraph view;
    for (const RelationEdge& edge : graph.edges()) {
        if (!keeps(edge)) continue;
        for (std::size_t i = 0; i < edge.mentions; ++i) view.add(graph.relation(edge.first_evidence + i));
    }
    keep_facts(view, graph);
    return view;
}

KnowledgeGraph around(const KnowledgeGraph& graph, const std::vector<std::string>& actor_ids, std::size_t depth) {
    std::vector<bool> reached(graph.actors().size(), false);
    std::vector<std::size_t> front;
    const auto reach = [&](std::size_t actor, std::vector<std::size_t>& next) {
        if (reached[actor]) return;
        reached[actor] = true;
        next.push_back(actor);
    };
    for (const std::string& id : actor_ids) {
        if (const auto actor = graph.find_actor(id)) reach(*actor, front);
    }
    for (; depth > 0 && !front.empty(); --depth) {
        std::vector<std::size_t> next;
        for (const std::size_t actor : front) {
            for (const std::size_t edge : graph.edges_of(actor)) {
                reach(graph.edges()[edge].source, next);
                reach(graph.edges()[edge].target, next);
            }
        }
        front = std::move(next);
    }
    return edges_among(graph, reached);
}

KnowledgeGraph top(const KnowledgeGraph& graph, std::size_t count) {
    const std::vector<double> ranks = pagerank(graph);
    std::vector<std::size_t> order(ranks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return ranks[a] > ranks[b]; });
    std::vector<bool> chosen(ranks.size(), false);
    for (std::size_t i = 0; i < std::min(count, order.size()); ++i) chosen[order[i]] = true;
    return edges_among(graph, chosen);
}

}  // namespace entente::graph
