#pragma once

#include <string>

#include "cli/graph_options.hpp"
#include "cli/stored_graph.hpp"

namespace CLI {
class App;
}

namespace entente::cli {

/// The options of commands that look at a network as a whole: which relations count, and who stands for whom.
class NetworkOptions {
public:
    void declare(CLI::App& app);
    /// The bare network of what was asked for. @throws DataError, UsageError
    [[nodiscard]] NamedNetwork load(const StoredGraph& stored) const;
    /// The same with its sentences.
    [[nodiscard]] graph::KnowledgeGraph load_graph(const StoredGraph& stored) const;

private:
    std::string by_ = "actor";
    FilterOptions filter_;
};

}  // namespace entente::cli
