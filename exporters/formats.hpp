#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "exporters/output.hpp"
#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"

namespace entente::exporters {

/// The namespace of exported data where the user sets none.
inline constexpr std::string_view default_base_iri = "https://w3id.org/entente/";

struct ExportOptions {
    /// RDF: the namespace of actors, events and articles. It should end in `/` or `:`; a `/` is added where it does
    /// not.
    std::string base_iri{default_base_iri};
    /// JSON-LD and N-Quads: the named graph that holds all statements; empty: the default graph.
    std::string graph_iri;
    /// JSON-LD and N-Quads: what one article says stands in a graph of its own, named by `graph_iri`, `/` and its id.
    bool graph_per_article = false;
    /// GraphML: nothing that the schema of GraphML 1.0 does not allow, at the price that Gephi folds parallel edges.
    bool strict = false;
    /// What messages name: the file that is written.
    std::string destination = "export";
};

/// What an exporter reads. Views (one actor a principal, a neighbourhood, a time) are already taken: `graph` is all
/// that will be written.
struct ExportInput {
    const graph::KnowledgeGraph& graph;
    const ontology::Ontology& ontology;
    base::Diagnostics& diagnostics;  ///< gets one warning if characters had to be left out
};

/// One row of the format table.
struct Format {
    std::string_view name;  ///< what `-f` takes: `graphml`; with a point before it also the file suffix
    std::string_view description;
    /// Writes the whole export as a stream: memory does not grow with the number of edges beyond a few bytes for each.
    /// The same input gives the same bytes. @throws base::UsageError if an option cannot be used.
    void (*write)(const ExportInput& input, const ExportOptions& options, const Sink& sink);
};

/// All formats, in the order in which help shows them.
[[nodiscard]] std::span<const Format> formats();
/// The format of that name, or null.
[[nodiscard]] const Format* find_format(std::string_view name);
/// The format whose suffix `path` has, in any case of letters, or null.
[[nodiscard]] const Format* format_of_path(std::string_view path);

}  // namespace entente::exporters
