#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/relation.hpp"
#include "graph/knowledge_graph.hpp"

namespace entente::graph {

/// One side of a query: a set of actor ids and principals, of which one must match.
struct ActorPattern {
    std::set<std::string> ids;  ///< empty: anybody
    bool exact = false;         ///< true: only the actors themselves, not those who act for them

    [[nodiscard]] bool matches(const core::Participant& participant) const;
};

/// Action ids (`negotiate`), PLOVER types in any case (`consult`) and CAMEO code prefixes (`04`), of which one must
/// match.
struct ActionPattern {
    std::set<std::string> any_of;  ///< empty: any action

    [[nodiscard]] bool matches(const core::ActionRef& action) const;
};

enum class SortKey { articles, mentions, first_seen, last_seen, source, action, target };

/// The spelling of `--sort`: `articles`, `mentions`, `first`, `last`, `source`, `action`, `target`.
[[nodiscard]] std::optional<SortKey> parse_sort_key(std::string_view text);

/// What `entente query` asks.
struct Query {
    ActorPattern source;
    ActionPattern action;
    ActorPattern target;
    std::optional<core::Date> since;  ///< first day; relations without any date then never match
    std::optional<core::Date> until;  ///< last day
    std::set<std::string> languages;  ///< ISO 639-1; empty: all
    std::set<core::Status> statuses;
    std::set<core::Polarity> polarities;
    std::string place;             ///< part of a place label (ASCII case ignored) or a country code; empty: anywhere
    std::size_t min_articles = 0;  ///< distinct matching articles an edge must have
    std::size_t limit = 0;         ///< 0: all rows
    SortKey sort = SortKey::articles;

    /// Whether one relation is evidence for an answer: everything but min_articles, limit and sort. A symmetric
    /// relation matches either way. Also serves to read only what is needed from a graph file.
    [[nodiscard]] bool matches(const core::Relation& relation) const;
};

/// One line of the answer.
struct QueryRow {
    std::size_t edge = 0;   ///< index into QueryResult::graph.edges()
    bool reversed = false;  ///< show target before source: the symmetric edge was asked for the other way round
};

/// The matching relations as a graph of their own (weights and dates count only what matches) with the rows in the
/// order asked for.
struct QueryResult {
    KnowledgeGraph graph;
    std::vector<QueryRow> rows;
};

[[nodiscard]] QueryResult run_query(const KnowledgeGraph& graph, const Query& query);

/// As above, for a graph that was filled only with relations that match.
[[nodiscard]] QueryResult answer(KnowledgeGraph matching, const Query& query);

}  // namespace entente::graph
