#include "exporters/evidence_index.hpp"

#include <algorithm>

#include "exporters/clean_text.hpp"

namespace entente::exporters {

namespace {

template <typename Value>
void sort_unique(std::vector<Value>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Of several relations that state one sentence the first will do.
void sort_sentences(std::vector<IndexedSentence>& sentences) {
    std::ranges::sort(sentences);
    const auto same_span = [](const IndexedSentence& a, const IndexedSentence& b) { return a.span == b.span; };
    sentences.erase(std::unique(sentences.begin(), sentences.end(), same_span), sentences.end());
}

}  // namespace

std::string place_key(const core::Place& place) {
    return (place.country ? iri_segment(*place.country) + "/" : std::string()) + iri_segment(place.label);
}

EvidenceIndex::EvidenceIndex(const graph::KnowledgeGraph& graph) {
    for (std::size_t i = 0; i < graph.relation_count(); ++i) add_relation(graph, i);
    for (const graph::RelationEdge& edge : graph.edges()) add_edge(edge);
    for (const graph::ActorNode& actor : graph.actors()) {
        if (!actor.principal.empty() && !graph.find_actor(actor.principal)) bystanders.try_emplace(actor.principal);
    }
    for (auto& [id, article] : articles) sort_sentences(article.sentences);
    sort_unique(direct);
}

void EvidenceIndex::add_relation(const graph::KnowledgeGraph& graph, std::size_t number) {
    const core::Relation relation = graph.relation(number);
    IndexedArticle& article = articles[relation.article];
    // Relations of one article should agree; where they do not, the answer must not depend on their order.
    article.url = std::max(article.url, relation.url);
    article.published = std::max(article.published, relation.published);
    article.sentences.push_back({relation.sentence.span, number});
    if (relation.place) places.try_emplace(place_key(*relation.place), *relation.place);
    if (relation.attribution && relation.attribution->id && !graph.find_actor(*relation.attribution->id)) {
        std::string& label = bystanders[*relation.attribution->id];
        label = std::max(label, relation.attribution->label);
    }
}

void EvidenceIndex::add_edge(const graph::RelationEdge& edge) {
    actions.try_emplace(edge.action, &edge);
    // A denied or merely possible relation must not become a fact.
    if (edge.polarity == core::Polarity::negative || edge.status == core::Status::possible) return;
    direct.push_back({edge.source, edge.action, edge.target});
    if (edge.symmetric) direct.push_back({edge.target, edge.action, edge.source});
}

}  // namespace entente::exporters
