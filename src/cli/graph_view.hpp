#pragma once

#include <cstddef>
#include <string>

#include "cli/graph_options.hpp"
#include "exporters/formats.hpp"

namespace entente::cli {

/// The options that choose a part of a graph to be written: those of `export` and `view`.
class ViewOptions {
public:
    void declare(CLI::App& app);
    /// The part of `graph`; itself, without a copy, where no option narrows it. @throws UsageError for an unknown name.
    [[nodiscard]] graph::KnowledgeGraph take(graph::KnowledgeGraph graph, const Names& names) const;

private:
    std::string by_ = "actor";
    std::string around_;
    std::size_t depth_ = 1;
    std::size_t top_ = 0;
    FilterOptions filter_;
};

/// Writes a graph to a file, whole or not at all, or to standard output where `output` is `-`, and says how much.
/// @return the exit code. @throws UsageError, OutputError
[[nodiscard]] int write_view(const graph::KnowledgeGraph& view, const Names& names, const exporters::Format& format,
                             exporters::ExportOptions options, const std::string& output, bool overwrite);

}  // namespace entente::cli
