#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/analysis_run.hpp"
#include "cli/command_list.hpp"
#include "core/relation_json.hpp"

namespace entente::cli {

namespace {

/// Articles in, relation lines out: a filter.
class ExtractCommand : public Command {
public:
    void declare(CLI::App& app) override { options_.declare(app); }

    int run() override {
        AnalysisRun run(options_);
        const auto knowledge = pipeline::Knowledge::load(pipeline::find_data());
        run.analyse(knowledge, pipeline::Stage::relations, [](const articles::Article&, pipeline::Analysis analysis) {
            for (const core::Relation& relation : analysis.relations) std::cout << core::to_json(relation) << "\n";
        });
        return run.exit_code();
    }

private:
    InputOptions options_;
};

}  // namespace

const CommandRow extract_command{
    "extract", "Writes the relations that articles state, one JSON object a line",
    "  entente extract article.txt\n"
    "  entente extract news/ >relations.jsonl\n"
    "  zcat news.jsonl.gz | entente extract - --from jsonl | grep SYR-OPP\n"
    "  parallel --pipe -N1000 entente extract - --from jsonl <news.jsonl >relations.jsonl\n",
    [] { return std::unique_ptr<Command>(std::make_unique<ExtractCommand>()); }};

}  // namespace entente::cli
