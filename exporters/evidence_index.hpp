#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/relation.hpp"
#include "graph/knowledge_graph.hpp"

namespace entente::exporters {

/// A sentence and one of the relations that it states.
struct IndexedSentence {
    core::Span span;
    std::uint32_t relation = 0;  ///< for KnowledgeGraph::packed()

    friend auto operator<=>(const IndexedSentence&, const IndexedSentence&) = default;
};

struct IndexedArticle {
    std::string_view id;
    std::string_view url;  ///< empty: none
    std::optional<core::Date> published;
    std::size_t first = 0;  ///< of its relations in EvidenceIndex::by_article
    std::size_t count = 0;
};

/// `actor action actor` as a plain fact.
struct DirectTriple {
    std::uint32_t source = 0;  ///< index into KnowledgeGraph::actors()
    std::uint32_t action = 0;  ///< index into EvidenceIndex::actions
    std::uint32_t target = 0;  ///< index into KnowledgeGraph::actors()

    friend auto operator<=>(const DirectTriple&, const DirectTriple&) = default;
};

/// What the relations share and an RDF export says once: articles, sentences, places, actions, and actors that are no
/// vertices themselves. Sorted throughout; some dozen bytes a relation. Refers to the graph, which must outlive it.
struct EvidenceIndex {
    std::vector<IndexedArticle> articles;             ///< by id
    std::vector<std::uint32_t> by_article;            ///< relation numbers: article by article, then ascending
    std::map<std::string, core::Place> places;        ///< by the local part of their IRI
    std::vector<const graph::RelationEdge*> actions;  ///< by id, one edge for each
    std::map<std::string, std::string> bystanders;    ///< actors only acted for or quoted: id, label or empty
    std::vector<DirectTriple> direct;

    explicit EvidenceIndex(const graph::KnowledgeGraph& graph);

    [[nodiscard]] std::span<const std::uint32_t> relations_of(const IndexedArticle& article) const {
        return std::span(by_article).subspan(article.first, article.count);
    }
    /// By span, each once.
    [[nodiscard]] std::vector<IndexedSentence> sentences_of(const graph::KnowledgeGraph& graph,
                                                            const IndexedArticle& article) const;

private:
    void add_articles(const graph::KnowledgeGraph& graph);
    void add_bystanders_and_places(const graph::KnowledgeGraph& graph);
    void add_direct(const graph::KnowledgeGraph& graph);
};

/// The local part of a place's IRI: country, if known, and label.
[[nodiscard]] std::string place_key(const core::Place& place);

}  // namespace entente::exporters
