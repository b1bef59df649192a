#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <string>

#include "articles/reader.hpp"
#include "base/diagnostics.hpp"
#include "pipeline/pipeline.hpp"

namespace CLI {
class App;
}

namespace entente::cli {

/// The options of every command that reads articles.
struct InputOptions {
    articles::Input input;
    unsigned threads = 0;  ///< 0: as many as the machine has
    bool strict = false;
    bool progress = true;  ///< only where standard error is a terminal

    void declare(CLI::App& app);
};

/// One pass over the input: analyses articles, says what is wrong with single ones, shows progress, and keeps count.
class AnalysisRun {
public:
    explicit AnalysisRun(const InputOptions& options);

    /// Hands each article with its analysis to `sink`, in input order.
    void analyse(const pipeline::Knowledge& knowledge, pipeline::Stage stage, const pipeline::AnalysisSink& sink);

    [[nodiscard]] std::size_t articles() const { return articles_; }
    [[nodiscard]] std::size_t words() const { return words_; }
    [[nodiscard]] std::size_t errors() const { return diagnostics_.count(base::Severity::error); }
    [[nodiscard]] double seconds() const { return seconds_; }
    /// Sentences by language, and paragraphs left out by the language for which there is no data.
    [[nodiscard]] const std::map<std::string, std::size_t>& sentences() const { return sentences_; }
    [[nodiscard]] const std::map<std::string, std::size_t>& skipped_paragraphs() const { return skipped_; }
    /// exit_error if an input is missing, if nothing at all could be read, or, with --strict, if anything was wrong.
    [[nodiscard]] int exit_code() const;

private:
    void count(const pipeline::Analysis& analysis);
    void show_progress(bool last);

    const InputOptions& options_;
    base::Diagnostics diagnostics_;
    bool missing_ = false;
    bool progress_ = false;
    std::atomic<bool> progress_shown_ = false;  ///< messages come from any thread
    std::size_t articles_ = 0;
    std::size_t words_ = 0;
    double seconds_ = 0;
    double last_shown_ = 0;
    std::map<std::string, std::size_t> sentences_;
    std::map<std::string, std::size_t> skipped_;
};

}  // namespace entente::cli
