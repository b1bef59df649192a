#include "exporters/evidence_index.hpp"

#include <algorithm>
#include <unordered_map>

#include "exporters/clean_text.hpp"
#include "graph/relation_pool.hpp"

namespace entente::exporters {

namespace {

using graph::PackedRelation;

std::uint32_t narrow(std::size_t value) {
    return static_cast<std::uint32_t>(value);
}

}  // namespace

std::string place_key(const core::Place& place) {
    return (place.country ? iri_segment(*place.country) + "/" : std::string()) + iri_segment(place.label);
}

EvidenceIndex::EvidenceIndex(const graph::KnowledgeGraph& graph) {
    add_articles(graph);
    add_bystanders_and_places(graph);
    add_direct(graph);
}

void EvidenceIndex::add_articles(const graph::KnowledgeGraph& graph) {
    std::unordered_map<std::uint32_t, std::size_t> place_of;  // of an article's text number, in `articles`
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
        const PackedRelation& relation = graph.packed(i);
        const auto [found, is_new] = place_of.try_emplace(relation.article, articles.size());
        if (is_new) articles.push_back({graph.text(relation.article), {}, std::nullopt, 0, 0});
        IndexedArticle& article = articles[found->second];
        ++article.count;
        // Relations of one article should agree; where they do not, the answer must not depend on their order.
        if (relation.url != PackedRelation::none) article.url = std::max(article.url, graph.text(relation.url));
        if (relation.published != PackedRelation::none) {
            article.published = std::max(article.published, std::optional(graph::unpack_date(relation.published)));
        }
    }
    std::ranges::sort(articles, {}, &IndexedArticle::id);
    std::unordered_map<std::string_view, std::size_t> next;
    std::size_t first = 0;
    for (IndexedArticle& article : articles) {
        article.first = next[article.id] = first;
        first += article.count;
    }
    for (auto& [number, place] : place_of) place = next[graph.text(number)];
    by_article.resize(graph.relation_count());
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
        by_article[place_of[graph.packed(i).article]++] = narrow(i);
    }
}

void EvidenceIndex::add_bystanders_and_places(const graph::KnowledgeGraph& graph) {
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
        const PackedRelation& relation = graph.packed(i);
        if (relation.place_label != PackedRelation::none) {
            const core::Place place = graph.relation(i).place.value();
            places.try_emplace(place_key(place), place);
        }
        if (relation.attribution_id == PackedRelation::none) continue;
        if (const auto id = graph.text(relation.attribution_id); !graph.find_actor(id)) {
            std::string& label = bystanders[std::string(id)];
            if (graph.text(relation.attribution_label) > label) label = graph.text(relation.attribution_label);
        }
    }
    for (const graph::ActorNode& actor : graph.actors()) {
        if (!actor.principal.empty() && !graph.find_actor(actor.principal)) bystanders.try_emplace(actor.principal);
    }
}

void EvidenceIndex::add_direct(const graph::KnowledgeGraph& graph) {
    std::map<std::string_view, const graph::RelationEdge*> by_id;
    for (const graph::RelationEdge& edge : graph.edges()) by_id.try_emplace(edge.action, &edge);
    std::map<std::string_view, std::uint32_t> number_of;
    for (const auto& [id, edge] : by_id) {
        number_of[id] = narrow(actions.size());
        actions.push_back(edge);
    }
    for (const graph::RelationEdge& edge : graph.edges()) {
        // A denied or merely possible relation must not become a fact.
        if (edge.polarity == core::Polarity::negative || edge.status == core::Status::possible) continue;
        const std::uint32_t action = number_of[edge.action];
        direct.push_back({narrow(edge.source), action, narrow(edge.target)});
        if (edge.symmetric) direct.push_back({narrow(edge.target), action, narrow(edge.source)});
    }
    std::ranges::sort(direct);
    direct.erase(std::unique(direct.begin(), direct.end()), direct.end());
}

std::vector<IndexedSentence> EvidenceIndex::sentences_of(const graph::KnowledgeGraph& graph,
                                                         const IndexedArticle& article) const {
    std::vector<IndexedSentence> sentences;
    for (const std::uint32_t number : relations_of(article)) {
        const PackedRelation& relation = graph.packed(number);
        sentences.push_back({{relation.sentence_begin, relation.sentence_end}, number});
    }
    // Of several relations that state one sentence the first will do.
    std::ranges::sort(sentences);
    const auto same_span = [](const IndexedSentence& a, const IndexedSentence& b) { return a.span == b.span; };
    sentences.erase(std::unique(sentences.begin(), sentences.end(), same_span), sentences.end());
    return sentences;
}

}  // namespace entente::exporters
