#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "exporters/clean_text.hpp"
#include "exporters/rdf.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/relation_pool.hpp"

namespace entente::exporters {

/// Statements about the subject begun last, from values as the graph has them: texts are cleaned, ids encoded.
class StatementWriter {
public:
    StatementWriter(const graph::KnowledgeGraph& graph, TripleSink& sink) : graph_(graph), sink_(sink) {}

    [[nodiscard]] const graph::KnowledgeGraph& graph() const { return graph_; }
    [[nodiscard]] TripleSink& sink() { return sink_; }
    [[nodiscard]] std::size_t dropped() const { return clean_.dropped(); }

    /// As it will stand in the export; valid until the next call of any member.
    [[nodiscard]] std::string_view cleaned(std::string_view value) { return clean_(value); }
    /// Begins a subject whose local part is an id to be encoded.
    void begin(Namespace space, std::string_view id, const Types& types);
    void text(const Property& property, std::string_view value, std::string_view language = {});
    void resource(const Property& property, Namespace space, std::string_view id);
    void typed(const Property& property, std::string_view value, const Iri& datatype);
    void date(const Property& property, const core::Date& value);
    /// Where a stretch of an article's text stands, and what it says.
    void span(const core::Span& span, std::string_view anchor, std::string_view language, std::string_view article);
    /// The local part that NIF gives a stretch of an article's text (RFC 5147); valid until the next call.
    [[nodiscard]] std::string_view fragment(std::string_view article, const core::Span& span);
    /// As fragment(), of the sentence that states a relation.
    [[nodiscard]] std::string_view sentence_of(const graph::PackedRelation& relation);

private:
    const graph::KnowledgeGraph& graph_;
    TripleSink& sink_;
    TextCleaner clean_;
    SegmentEncoder encode_;
    std::string fragment_;
};

/// A language tag that RDF allows; anything else gives none.
[[nodiscard]] std::string_view language_tag(std::string_view language);

}  // namespace entente::exporters
