#include "cli/network_source.hpp"

#include <CLI/CLI.hpp>

namespace entente::cli {

void NetworkOptions::declare(CLI::App& app) {
    app.add_option("--by", by_, "actor; or principal: everybody counts as the one for whom they act")
        ->group("View")
        ->check(CLI::IsMember({"actor", "principal"}))
        ->capture_default_str();
    filter_.declare(app);
}

graph::KnowledgeGraph NetworkOptions::load_graph(const StoredGraph& stored) const {
    graph::Query query;
    filter_.apply(query);
    return by_ == "actor" ? stored.load(query) : stored.load_principals(query);
}

NamedNetwork NetworkOptions::load(const StoredGraph& stored) const {
    if (by_ == "actor" && !filter_.narrow()) return stored.network();
    const graph::KnowledgeGraph graph = load_graph(stored);
    return {graph, graph.actors()};
}

}  // namespace entente::cli
