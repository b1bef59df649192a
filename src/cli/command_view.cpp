#include <CLI/CLI.hpp>

#include "cli/command_list.hpp"
#include "cli/graph_view.hpp"
#include "exporters/formats.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

/// A graph file, or a part of it, as one page for the browser.
class ViewCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        app.add_option("-o,--output", output_, "the page to write; `-` is standard output")
            ->required()
            ->group("Output")
            ->type_name("FILE.html");
        app.add_flag("--overwrite", overwrite_, "replace the file if it is there")->group("Output");
        view_.declare(app);
    }

    int run() override {
        const Names names(pipeline::find_data());
        const graph::KnowledgeGraph view = view_.take(load_graph(file_, names), names);
        return write_view(view, names, *exporters::find_format("html"), {}, output_, overwrite_);
    }

private:
    std::string file_;
    std::string output_;
    bool overwrite_ = false;
    ViewOptions view_;
};

}  // namespace

const CommandRow view_command{
    "view", "Makes one page of the graph, to be opened in a browser, offline",
    "  entente view news.ent -o news.html\n"
    "  entente view news.ent -o core.html --min-articles 2 --top 200\n"
    "  entente view news.ent -o russia.html --around Moscou --since 2016\n"
    "\n"
    "The page holds all it needs: a map of the actors, their relations, the sentences behind.\n",
    [] { return std::unique_ptr<Command>(std::make_unique<ViewCommand>()); }};

}  // namespace entente::cli
