#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "articles/article.hpp"
#include "cli/analysis_run.hpp"
#include "pipeline/pipeline.hpp"
#include "store/graph_file.hpp"

namespace entente::cli {

/// Puts analysed articles into a graph file, in batches, and counts what became of them.
class GraphWriter {
public:
    /// Notes in the file which program and which knowledge made it. `file` must outlive the writer.
    GraphWriter(store::GraphFile& file, const std::filesystem::path& data);

    void add(const articles::Article& article, const pipeline::Analysis& analysis);
    /// Makes the last batch permanent.
    void finish();

    [[nodiscard]] std::size_t added() const { return added_; }
    [[nodiscard]] std::size_t unchanged() const { return unchanged_; }
    [[nodiscard]] std::size_t replaced() const { return replaced_; }

private:
    store::GraphFile& file_;
    std::string knowledge_;  ///< one checksum over all files of the program's knowledge
    std::size_t in_batch_ = 0;
    std::size_t added_ = 0;
    std::size_t unchanged_ = 0;
    std::size_t replaced_ = 0;
};

/// `news.ent holds 5 articles, …` on standard error.
void say_holdings(const std::string& path, const store::Holdings& holdings);

/// The summary of a run on standard error: articles and words read, what was skipped and why, what the file holds now.
void say_summary(const AnalysisRun& run, const store::Holdings& holdings, const std::string& path);

}  // namespace entente::cli
