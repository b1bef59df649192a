#include "graph/query.hpp"

#include <algorithm>
#include <cctype>
#include <tuple>

namespace entente::graph {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char x, char y) { return lower(x) == lower(y); }) != text.end();
}

bool is_code(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool lies_between(const core::Relation& relation, const std::optional<core::Date>& since,
                  const std::optional<core::Date>& until) {
    if (!since && !until) return true;
    if (!relation.date && !relation.published) return false;
    const core::Date date = relation.date ? relation.date->value : *relation.published;
    const bool late_enough = !since || core::to_days(core::last_day(date)) >= core::to_days(*since);
    const bool early_enough = !until || core::to_days(date) <= core::to_days(core::last_day(*until));
    return late_enough && early_enough;
}

bool lies_in(const core::Relation& relation, const std::string& place) {
    if (place.empty()) return true;
    if (!relation.place) return false;
    const bool country = relation.place->country && equal_ignoring_case(*relation.place->country, place);
    return country || contains_ignoring_case(relation.place->label, place);
}

template <typename Value>
bool permits(const std::set<Value>& permitted, const Value& value) {
    return permitted.empty() || permitted.contains(value);
}

/// Whether the edge's own source answers to the query's target only.
bool is_reversed(const KnowledgeGraph& graph, const RelationEdge& edge, const Query& query) {
    if (!edge.symmetric || (query.source.ids.empty() && query.target.ids.empty())) return false;
    core::Relation relation = graph.relation(edge.best);
    if (relation.source.id != graph.actors()[edge.source].id) std::swap(relation.source, relation.target);
    return !(query.source.matches(relation.source) && query.target.matches(relation.target));
}

/// Negative where `a` comes first: the strongest and latest before the others, names in their order.
bool comes_before(const KnowledgeGraph& graph, const QueryRow& a, const QueryRow& b, SortKey key) {
    const RelationEdge& x = graph.edges()[a.edge];
    const RelationEdge& y = graph.edges()[b.edge];
    const auto shown = [&](const QueryRow& row, const RelationEdge& edge, bool source) -> const std::string& {
        return graph.actors()[source != row.reversed ? edge.source : edge.target].id;
    };
    switch (key) {
        case SortKey::articles: return std::tie(y.weight, y.mentions) < std::tie(x.weight, x.mentions);
        case SortKey::mentions: return std::tie(y.mentions, y.weight) < std::tie(x.mentions, x.weight);
        case SortKey::first_seen:
            if (!x.first_seen || !y.first_seen) return x.first_seen.has_value() && !y.first_seen;
            return *x.first_seen < *y.first_seen;
        case SortKey::last_seen: return y.last_seen < x.last_seen;
        case SortKey::source: return shown(a, x, true) < shown(b, y, true);
        case SortKey::action: return x.action < y.action;
        case SortKey::target: return shown(a, x, false) < shown(b, y, false);
    }
    return false;
}

}  // namespace

bool ActorPattern::matches(const core::Participant& participant) const {
    return ids.empty() || ids.contains(participant.id) || (!exact && ids.contains(participant.principal));
}

bool ActionPattern::matches(const core::ActionRef& action) const {
    return any_of.empty() || std::any_of(any_of.begin(), any_of.end(), [&](const std::string& wanted) {
               return wanted == action.id || equal_ignoring_case(wanted, core::to_string(action.type)) ||
                      (is_code(wanted) && std::string_view(action.cameo).starts_with(wanted));
           });
}

std::optional<SortKey> parse_sort_key(std::string_view text) {
    if (text == "articles") return SortKey::articles;
    if (text == "mentions") return SortKey::mentions;
    if (text == "first") return SortKey::first_seen;
    if (text == "last") return SortKey::last_seen;
    if (text == "source") return SortKey::source;
    if (text == "action") return SortKey::action;
    if (text == "target") return SortKey::target;
    return std::nullopt;
}

bool Query::matches(const core::Relation& relation) const {
    if (!permits(polarities, relation.polarity) || !permits(statuses, relation.status)) return false;
    if (!permits(languages, relation.language) || !action.matches(relation.action)) return false;
    const bool forward = source.matches(relation.source) && target.matches(relation.target);
    const bool backward = relation.symmetric && source.matches(relation.target) && target.matches(relation.source);
    return (forward || backward) && lies_between(relation, since, until) && lies_in(relation, place);
}

QueryResult run_query(const KnowledgeGraph& graph, const Query& query) {
    KnowledgeGraph matching;
    for (const RelationEdge& edge : graph.edges()) {
        // What is the same for all the evidence is asked once; weights can only fall.
        if (!permits(query.polarities, edge.polarity) || !permits(query.statuses, edge.status)) continue;
        if (edge.weight < query.min_articles) continue;
        for (std::size_t i = 0; i < edge.mentions; ++i) {
            const core::Relation relation = graph.relation(edge.first_evidence + i);
            if (query.matches(relation)) matching.add(relation);
        }
    }
    matching.describe([&](std::string_view id) { return graph.facts(id); });
    return answer(std::move(matching), query);
}

QueryResult answer(KnowledgeGraph matching, const Query& query) {
    QueryResult result{std::move(matching), {}};
    const auto& edges = result.graph.edges();
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].weight < query.min_articles) continue;
        result.rows.push_back({i, is_reversed(result.graph, edges[i], query)});
    }
    std::stable_sort(result.rows.begin(), result.rows.end(), [&](const QueryRow& a, const QueryRow& b) {
        return comes_before(result.graph, a, b, query.sort);
    });
    if (query.limit != 0 && result.rows.size() > query.limit) result.rows.resize(query.limit);
    return result;
}

}  // namespace entente::graph
