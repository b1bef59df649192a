#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/names.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/network.hpp"
#include "graph/query.hpp"
#include "store/graph_file.hpp"

namespace entente::cli {

/// The bare bones of a graph with what must be known to show its actors (their mentions and articles are not counted).
struct NamedNetwork {
    graph::Network network;
    std::vector<graph::ActorNode> actors;
};

/// A graph file that is asked: reads what a question needs, and no more.
class StoredGraph {
public:
    /// `names` must live as long. @throws DataError
    StoredGraph(const std::filesystem::path& file, const Names& names);

    [[nodiscard]] const store::GraphFile& file() const { return file_; }

    /// Who is meant, as Names::actor; reads the whole graph only for names that nothing but a mention has.
    /// @throws UsageError suggesting the nearest name if nobody is so called.
    [[nodiscard]] graph::ActorPattern actor(const std::string& text, bool exact) const;
    /// The ids of the actors themselves whom `text` names. @throws UsageError as actor(), or if it stands for anybody.
    [[nodiscard]] std::vector<std::string> actor_ids(const std::string& text) const;

    /// The edges that match, limit and order aside, with the labels of the ontology: as graph::answer() wants them.
    [[nodiscard]] graph::KnowledgeGraph load(const graph::Query& query) const;
    /// The same with everybody as the one for whom they act.
    [[nodiscard]] graph::KnowledgeGraph load_principals(const graph::Query& query) const;
    /// The network of everything: some hundred bytes an actor and sixteen an edge.
    [[nodiscard]] NamedNetwork network() const;

private:
    template <typename Sink>
    void read(const graph::Query& query, Sink sink) const;
    [[nodiscard]] graph::KnowledgeGraph complete(graph::KnowledgeGraph graph, const graph::Query& query) const;

    const Names& names_;
    store::GraphFile file_;
    mutable std::unique_ptr<graph::KnowledgeGraph> whole_;  // for names, once they were needed
};

}  // namespace entente::cli
