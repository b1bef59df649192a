#include "exporters/triples.hpp"

#include <algorithm>
#include <numeric>

#include "exporters/event_statements.hpp"
#include "exporters/labels.hpp"
#include "exporters/shared_statements.hpp"

namespace entente::exporters {

namespace {

using Part = EventStatements::Part;

void write_all_events(const graph::KnowledgeGraph& graph, EventStatements& events, Part part) {
    std::vector<std::uint32_t> relations;
    for (const graph::RelationEdge& edge : graph.edges()) {
        relations.resize(edge.mentions);
        std::iota(relations.begin(), relations.end(), static_cast<std::uint32_t>(edge.first_evidence));
        events.write_events(edge, relations, part);
    }
}

/// The events of which one article tells, edge by edge.
void write_events_of(const graph::KnowledgeGraph& graph, std::span<const std::uint32_t> relations,
                     EventStatements& events) {
    while (!relations.empty()) {
        const auto behind =
            std::ranges::upper_bound(graph.edges(), relations.front(), {}, &graph::RelationEdge::first_evidence);
        const graph::RelationEdge& edge = behind[-1];
        const std::size_t end = edge.first_evidence + edge.mentions;
        const auto count = std::ranges::lower_bound(relations, end) - relations.begin();
        events.write_events(edge, relations.first(static_cast<std::size_t>(count)), Part::evidence);
        relations = relations.subspan(static_cast<std::size_t>(count));
    }
}

}  // namespace

std::string main_graph(const ExportOptions& options) {
    require_graph_iri(options.graph_iri);
    if (!options.graph_iri.empty() || !options.graph_per_article) return options.graph_iri;
    return default_graph_iri(options.base_iri);
}

std::string default_graph_iri(const std::string& base_iri) {
    const bool is_folder = base_iri.ends_with('/') || base_iri.ends_with(':');
    return base_iri + (is_folder ? "graph" : "/graph");
}

std::string article_graph(const std::string& graph_iri, std::string_view article) {
    return graph_iri + "/" + iri_segment(article);
}

void write_triples(const ExportInput& input, const ExportOptions& options, TripleSink& sink) {
    const std::string graph_iri = main_graph(options);
    const EvidenceIndex index(input.graph);
    StatementWriter writer(input.graph, sink);
    EventStatements events(index, writer);
    sink.begin_graph(graph_iri);
    write_shared(index, input.ontology, writer);
    if (options.graph_per_article) {
        write_all_events(input.graph, events, Part::count);
        for (const IndexedArticle& article : index.articles) {
            sink.begin_graph(article_graph(graph_iri, article.id));
            events.write_article(article);
            write_events_of(input.graph, index.relations_of(article), events);
        }
    } else {
        for (const IndexedArticle& article : index.articles) events.write_article(article);
        write_all_events(input.graph, events, Part::all);
    }
    sink.end();
    warn_of_dropped(writer.dropped(), options.destination, input.diagnostics);
}

}  // namespace entente::exporters
