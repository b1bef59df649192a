#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/names.hpp"
#include "cli/stored_graph.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/query.hpp"

namespace CLI {
class App;
}

namespace entente::cli {

/// The whole graph of a graph file, with what the ontology knows of its actors. @throws DataError
[[nodiscard]] graph::KnowledgeGraph load_graph(const std::filesystem::path& file, const Names& names);

/// The options that choose relations by time, language, certainty and place: those of `query` and `export`.
class FilterOptions {
public:
    void declare(CLI::App& app);
    /// @throws UsageError saying what is permitted.
    void apply(graph::Query& query) const;
    /// Whether any of them was given.
    [[nodiscard]] bool narrow() const;

private:
    std::optional<std::string> since_;
    std::optional<std::string> until_;
    std::vector<std::string> languages_;
    std::vector<std::string> statuses_;
    std::vector<std::string> polarities_;
    std::string place_;
    std::size_t min_articles_ = 0;
};

/// SOURCE ACTION TARGET as arguments.
class PatternOptions {
public:
    void declare(CLI::App& app, bool required);
    /// @throws UsageError for names that nobody has.
    void apply(graph::Query& query, const Names& names, const StoredGraph& stored) const;

private:
    std::string source_;
    std::string action_;
    std::string target_;
    bool exact_ = false;
};

/// What a pattern with filters asks of a graph file.
[[nodiscard]] graph::Query make_query(const PatternOptions& pattern, const FilterOptions& filter, const Names& names,
                                      const StoredGraph& stored);

}  // namespace entente::cli
