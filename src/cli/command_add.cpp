#include <CLI/CLI.hpp>

#include "cli/analysis_run.hpp"
#include "cli/command_list.hpp"
#include "cli/graph_writer.hpp"
#include "cli/terminal.hpp"

namespace entente::cli {

namespace {

/// More articles into an existing graph file.
class AddCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        options_.declare(app);
    }

    int run() override {
        store::GraphFile file = store::GraphFile::open(file_, store::GraphFile::Access::write);
        AnalysisRun run(options_);
        const auto data = pipeline::find_data();
        const auto knowledge = pipeline::Knowledge::load(data);
        GraphWriter writer(file, data);
        run.analyse(knowledge, pipeline::Stage::relations,
                    [&](const articles::Article& article, const pipeline::Analysis& analysis) {
                        writer.add(article, analysis);
                    });
        writer.finish();
        say(grouped(writer.added()) + " added, " + grouped(writer.replaced()) + " replaced, " +
            grouped(writer.unchanged()) + " already there and left alone");
        say_summary(run, file.holdings(), file_);
        return run.exit_code();
    }

private:
    std::string file_;
    InputOptions options_;
};

}  // namespace

const CommandRow add_command{
    "add", "Adds articles to a graph file",
    "  entente add news.ent today/\n"
    "\n"
    "An article that is already there (same id, same content) is left alone; one whose content changed replaces\n"
    "what it stated before. What is complete when the command is killed stays in the file.\n",
    [] { return std::unique_ptr<Command>(std::make_unique<AddCommand>()); }};

}  // namespace entente::cli
