#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "cli/command_list.hpp"
#include "cli/graph_view.hpp"
#include "exporters/formats.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

std::string format_names() {
    std::string names;
    for (const exporters::Format& format : exporters::formats()) {
        names += (names.empty() ? "" : ", ") + std::string(format.name);
    }
    return names;
}

/// A graph file, or a part of it, in a form that other programs read.
class ExportCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        app.add_option("-o,--output", output_, "the file to write; `-` is standard output")
            ->required()
            ->group("Output")
            ->type_name("FILE");
        app.add_option("-f,--format", format_, "one of " + format_names() + "; else the suffix of the file decides")
            ->group("Output")
            ->type_name("FORMAT");
        app.add_flag("--overwrite", overwrite_, "replace the file if it is there")->group("Output");
        app.add_option("--base", options_.base_iri, "RDF: the namespace of all that is exported")
            ->group("Output")
            ->type_name("IRI")
            ->capture_default_str();
        app.add_option("--graph", options_.graph_iri, "JSON-LD and N-Quads: the named graph")
            ->group("Output")
            ->type_name("IRI");
        app.add_flag("--graph-per-article", options_.graph_per_article,
                     "JSON-LD and N-Quads: what an article says stands in a graph of its own")
            ->group("Output");
        app.add_flag("--strict", options_.strict, "GraphML: keep to the letter of the schema")->group("Output");
        view_.declare(app);
    }

    int run() override {
        const exporters::Format& format = chosen_format();
        if (options_.graph_per_article && format.name != "jsonld" && format.name != "nq") {
            throw base::UsageError("only jsonld and nq can hold a graph for each article");
        }
        const Names names(pipeline::find_data());
        const graph::KnowledgeGraph view = view_.take(load_graph(file_, names), names);
        return write_view(view, names, format, options_, output_, overwrite_);
    }

private:
    const exporters::Format& chosen_format() const {
        const exporters::Format* format =
            format_.empty() ? exporters::format_of_path(output_) : exporters::find_format(format_);
        if (format != nullptr) return *format;
        const std::string problem = format_.empty()
                                        ? "the suffix of `" + output_ + "` names no format; choose one with -f"
                                        : "there is no format `" + format_ + "`";
        throw base::UsageError(problem + ": " + format_names());
    }

    std::string file_;
    std::string output_;
    std::string format_;
    bool overwrite_ = false;
    exporters::ExportOptions options_;
    ViewOptions view_;
};

}  // namespace

const CommandRow export_command{"export", "Writes the graph for Gephi, networkx, SPARQL stores, spreadsheets",
                                "  entente export news.ent -o news.graphml\n"
                                "  entente export news.ent -o - -f jsonld --base https://example.org/news/\n"
                                "  entente export news.ent -o russia.graphml --around Moscou --depth 2 --by principal\n"
                                "  entente export news.ent -o core.csv --min-articles 3 --since 2016 --top 50\n",
                                [] { return std::unique_ptr<Command>(std::make_unique<ExportCommand>()); }};

}  // namespace entente::cli
