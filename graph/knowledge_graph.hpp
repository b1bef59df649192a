#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/relation.hpp"

namespace entente::graph {

struct PackedRelation;

/// A name that a text or the ontology uses for an actor.
struct Alias {
    std::string text;
    std::string language;      ///< ISO 639-1; empty if unknown
    std::size_t mentions = 0;  ///< 0: known from the ontology, not seen in the articles

    friend auto operator<=>(const Alias&, const Alias&) = default;
};

/// A vertex: one actor, summed over all its mentions in relations.
///
/// Where mentions disagree (a person changes office), the most frequent value stands, and of equals the smallest.
struct ActorNode {
    std::string id;  ///< an XML NMTOKEN, unique in the graph
    std::string label;
    core::ActorKind kind = core::ActorKind::unknown;
    std::string principal;
    std::optional<std::string> country;   ///< ISO 3166 alpha-3
    std::optional<std::string> wikidata;  ///< `Q159`
    std::vector<Alias> aliases;           ///< sorted by text, then language; without the label itself
    std::size_t mentions = 0;             ///< distinct places in the articles
    std::size_t articles = 0;             ///< distinct articles
};

/// An edge: all the evidence for one (source, action, polarity, status, target).
///
/// A symmetric relation is one edge whose source id is not greater than its target id.
struct RelationEdge {
    std::size_t source = 0;  ///< index into KnowledgeGraph::actors()
    std::size_t target = 0;  ///< index into KnowledgeGraph::actors()
    std::string action;
    core::EventType type = core::EventType::other;
    std::optional<std::string> mode;
    std::string cameo;
    core::Polarity polarity = core::Polarity::affirmative;
    core::Status status = core::Status::actual;
    bool symmetric = false;
    std::size_t weight = 0;                ///< number of distinct articles; prints of one dispatch count once
    std::size_t mentions = 0;              ///< number of relations, which are its evidence
    std::optional<core::Date> first_seen;  ///< event date, else publication date
    std::optional<core::Date> last_seen;
    std::optional<core::Date> first_published;  ///< publication dates alone
    std::optional<core::Date> last_published;
    std::vector<std::string> languages;  ///< sorted
    std::string sentence;                ///< the best evidence
    std::size_t best = 0;                ///< the relation it comes from, for KnowledgeGraph::relation()
    std::vector<std::string> articles;   ///< ids of all, sorted
    std::size_t first_evidence = 0;      ///< its evidence are the relations [first_evidence, first_evidence + mentions)
};

/// What the ontology knows of an actor beyond the relations.
struct ActorFacts {
    std::string label;  ///< empty: leave what the relations say
    std::optional<core::ActorKind> kind;
    std::optional<std::string> country;
    std::optional<std::string> wikidata;
    std::vector<Alias> aliases;
};

/// The facts about an actor id or principal; empty if nothing is known.
using FactSource = std::function<std::optional<ActorFacts>(std::string_view id)>;

/// Who does what to whom: actors, and one edge per (source, action, polarity, status, target).
///
/// Relations may be added in any order and any grouping; a relation id counts once. The result depends only on the set
/// of relations. Actors are sorted by id, edges by (source id, action, polarity, status, target id), the evidence of an
/// edge by (article, span, id). The first read after a change brings the graph up to date, O(n log n): a graph that
/// is still being filled must not be read by several threads. References stay valid until the next change.
class KnowledgeGraph {
public:
    KnowledgeGraph();
    KnowledgeGraph(const KnowledgeGraph& other);
    KnowledgeGraph(KnowledgeGraph&& other) noexcept;
    KnowledgeGraph& operator=(KnowledgeGraph other) noexcept;
    ~KnowledgeGraph();

    void add(const core::Relation& relation);
    /// Adds all relations of `other`, and its facts about actors of whom none are known here.
    void merge(const KnowledgeGraph& other);
    /// Completes the actors that are there with labels, Wikidata ids and names from the ontology.
    void describe(const FactSource& source);
    /// What describe() or merge() brought for an actor.
    [[nodiscard]] std::optional<ActorFacts> facts(std::string_view id) const;

    [[nodiscard]] const std::vector<ActorNode>& actors() const;
    [[nodiscard]] const std::vector<RelationEdge>& edges() const;
    /// The index of an actor by its id.
    [[nodiscard]] std::optional<std::size_t> find_actor(std::string_view id) const;
    /// Indices of the edges that begin or end at an actor, ascending; a loop once.
    [[nodiscard]] std::vector<std::size_t> edges_of(std::size_t actor) const;

    /// Number of distinct relations.
    [[nodiscard]] std::size_t relation_count() const;
    /// Number of distinct articles.
    [[nodiscard]] std::size_t article_count() const;
    /// One relation, in edge order, as it was added: with a symmetric edge its sides may stand the other way round.
    [[nodiscard]] core::Relation relation(std::size_t number) const;
    /// The same without a copy, for exports of millions; its texts are numbers for text().
    [[nodiscard]] const PackedRelation& packed(std::size_t number) const;
    [[nodiscard]] std::string_view text(std::uint32_t number) const;
    /// All the evidence of an edge.
    [[nodiscard]] std::vector<core::Relation> evidence(const RelationEdge& edge) const;

private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

}  // namespace entente::graph
