#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/relation.hpp"
#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"

namespace entente::exporters {

/// A sentence and one of the relations that it states.
struct IndexedSentence {
    core::Span span;
    std::size_t relation = 0;  ///< for KnowledgeGraph::relation()

    friend auto operator<=>(const IndexedSentence&, const IndexedSentence&) = default;
};

struct IndexedArticle {
    std::optional<std::string> url;
    std::optional<core::Date> published;
    std::vector<IndexedSentence> sentences;  ///< by span, each once
};

/// `actor action actor` as a plain fact; the actors are indices into KnowledgeGraph::actors().
struct DirectTriple {
    std::size_t source = 0;
    std::string action;
    std::size_t target = 0;

    friend auto operator<=>(const DirectTriple&, const DirectTriple&) = default;
};

/// What the relations share and an RDF export says once: articles, sentences, places, actions, and actors that are no
/// vertices themselves. Sorted throughout; a few dozen bytes a relation.
struct EvidenceIndex {
    std::map<std::string, IndexedArticle> articles;
    std::map<std::string, core::Place> places;                  ///< by the local part of their IRI
    std::map<std::string, const graph::RelationEdge*> actions;  ///< by id, with one edge that has it
    std::map<std::string, std::string> bystanders;              ///< actors only acted for or quoted: id, label or empty
    std::vector<DirectTriple> direct;

    explicit EvidenceIndex(const graph::KnowledgeGraph& graph);

private:
    void add_relation(const graph::KnowledgeGraph& graph, std::size_t number);
    void add_edge(const graph::RelationEdge& edge);
};

/// The local part of a place's IRI: country, if known, and label.
[[nodiscard]] std::string place_key(const core::Place& place);

}  // namespace entente::exporters
