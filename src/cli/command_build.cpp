#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "cli/analysis_run.hpp"
#include "cli/command_list.hpp"
#include "cli/graph_writer.hpp"
#include "cli/terminal.hpp"

namespace entente::cli {

namespace {

/// Articles in, a graph file out.
class BuildCommand : public Command {
public:
    void declare(CLI::App& app) override {
        options_.declare(app);
        app.add_option("-o,--output", output_, "the graph file to write")
            ->required()
            ->group("Output")
            ->type_name("news.ent");
        app.add_flag("--overwrite", overwrite_, "replace the file if it is there")->group("Output");
    }

    int run() override {
        base::AtomicFile output(output_, overwrite_);
        AnalysisRun run(options_);
        const auto data = pipeline::find_data();
        const auto knowledge = pipeline::Knowledge::load(data);
        const std::vector<store::ActorDecision> decisions = former_decisions();
        const store::Holdings holdings = fill(output.temporary(), data, knowledge, decisions, run);
        if (run.articles() == 0) {
            say("no article was found: " + output_ + " is not written");
            return run.errors() > 0 ? exit_error : exit_nothing_found;
        }
        if (options_.strict && run.errors() > 0) {
            say("--strict: " + output_ + " is not written");
            return exit_error;
        }
        output.commit();
        say_summary(run, holdings, output_);
        if (!decisions.empty()) {
            say("kept " + counted(decisions.size(), "decision", "decisions") + " about who is who; `entente actors " +
                output_ + " --decisions` shows them");
        }
        return run.exit_code();
    }

private:
    static store::Holdings fill(const std::filesystem::path& path, const std::filesystem::path& data,
                                const pipeline::Knowledge& knowledge,
                                const std::vector<store::ActorDecision>& decisions, AnalysisRun& run) {
        store::GraphFile file = store::GraphFile::create(path);
        GraphWriter writer(file, data);
        run.analyse(knowledge, pipeline::Stage::relations,
                    [&](const articles::Article& article, const pipeline::Analysis& analysis) {
                        writer.add(article, analysis);
                    });
        for (const store::ActorDecision& decision : decisions) file.add_decision(decision);
        writer.finish();
        return file.holdings();
    }

    /// What was decided about the actors of the graph that is replaced: it was not the program that knew it.
    std::vector<store::ActorDecision> former_decisions() const {
        std::error_code ignored;
        if (!std::filesystem::exists(output_, ignored)) return {};
        try {
            return store::GraphFile::open(output_, store::GraphFile::Access::read).decisions();
        } catch (const base::DataError& problem) {
            say("note: no decisions are kept of what is replaced: " + std::string(problem.what()));
            return {};
        }
    }

    InputOptions options_;
    std::string output_;
    bool overwrite_ = false;
};

}  // namespace

const CommandRow build_command{"build", "Makes a graph file from articles",
                               "  entente build news/ -o news.ent\n"
                               "  entente build news.jsonl more.txt -o news.ent --overwrite --threads 4\n"
                               "  zcat news.jsonl.gz | entente build - --from jsonl -o news.ent\n",
                               [] { return std::unique_ptr<Command>(std::make_unique<BuildCommand>()); }};

}  // namespace entente::cli
