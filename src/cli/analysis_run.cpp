#include "cli/analysis_run.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <thread>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "cli/terminal.hpp"

namespace entente::cli {

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string_view name_of(base::Severity severity) {
    switch (severity) {
        case base::Severity::note: return "note";
        case base::Severity::warning: return "warning";
        case base::Severity::error: return "error";
    }
    return "";
}

unsigned processors() {
    return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

void InputOptions::declare(CLI::App& app) {
    app.add_option("INPUT", input.paths, "files, folders, or `-` for standard input")->required();
    app.add_option("--from", input.from, "form of standard input: txt, json, jsonl, conllu")
        ->group("Input")
        ->type_name("FORM")
        ->capture_default_str();
    app.add_option("--lang", input.language, "the articles' language; else it is recognised, paragraph by paragraph")
        ->group("Input")
        ->type_name("CODE");
    app.add_option("-j,--threads", threads, "threads to use; the output is the same with any number")
        ->group("Input")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
    app.add_flag("--strict", strict, "end with exit code 2 if anything is wrong with any article")->group("Input");
    app.add_flag("--progress,!--no-progress", progress, "show progress on a terminal")->group("Input");
}

AnalysisRun::AnalysisRun(const InputOptions& options)
    : options_(options), diagnostics_([this](const base::Message& message) {
          if (progress_shown_) std::cerr << "\r\x1b[K";
          progress_shown_ = false;
          say(std::string(name_of(message.severity)) + ": " + message.location.text() + ": " + message.text);
      }) {
    missing_ = std::any_of(options.input.paths.begin(), options.input.paths.end(), [](const std::string& path) {
        std::error_code ignored;
        return path != "-" && !std::filesystem::exists(path, ignored);
    });
    progress_ = options.progress && Terminal::detect().err;
}

void AnalysisRun::analyse(const pipeline::Knowledge& knowledge, pipeline::Stage stage,
                          const pipeline::AnalysisSink& sink) {
    const Clock::time_point start = Clock::now();
    const auto take = [&](const articles::Article& article, pipeline::Analysis analysis) {
        count(analysis);
        seconds_ = since(start);
        if (progress_ && seconds_ - last_shown_ > 0.2) show_progress(false);
        sink(article, std::move(analysis));
    };
    const unsigned threads = options_.threads == 0 ? processors() : options_.threads;
    pipeline::analyse_all(options_.input, knowledge, stage, threads, take, diagnostics_);
    seconds_ = since(start);
    if (progress_shown_) show_progress(true);
}

void AnalysisRun::count(const pipeline::Analysis& analysis) {
    ++articles_;
    words_ += analysis.words;
    for (const syntax::Sentence& sentence : analysis.sentences) ++sentences_[sentence.language];
    for (const std::string& language : analysis.skipped_languages) ++skipped_[language];
}

void AnalysisRun::show_progress(bool last) {
    last_shown_ = seconds_;
    std::cerr << "\r\x1b[K";
    progress_shown_ = !last;
    if (!last) std::cerr << "reading: " << grouped(articles_) << " articles, " << grouped(words_) << " words";
    std::cerr.flush();
}

int AnalysisRun::exit_code() const {
    const bool nothing_read = articles_ == 0 && errors() > 0;
    return missing_ || nothing_read || (options_.strict && errors() > 0) ? exit_error : exit_done;
}

}  // namespace entente::cli
