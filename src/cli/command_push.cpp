#include <cstdlib>
#include <iostream>
#include <thread>

#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "cli/command_list.hpp"
#include "cli/graph_options.hpp"
#include "cli/terminal.hpp"
#include "exporters/push.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

/// A graph file into a SPARQL store.
class PushCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        app.add_option("--endpoint", options_.endpoint, "the store's address for the Graph Store Protocol")
            ->required()
            ->group("Store")
            ->type_name("URL");
        app.add_option("--graph", options_.data.graph_iri, "the graph to replace; else the base and `graph`")
            ->group("Store")
            ->type_name("IRI");
        app.add_option("--user", http_.user,
                       "a user who may write; the password stands in ENTENTE_PASSWORD or ~/.netrc")
            ->group("Store")
            ->type_name("NAME");
        app.add_option("--cacert", http_.certificates, "trusted certificates instead of the system's")
            ->group("Store")
            ->check(CLI::ExistingFile)
            ->type_name("FILE");
        app.add_option("--retries", options_.retries, "tries after one that failed in passing")
            ->group("Store")
            ->type_name("N")
            ->capture_default_str();
        app.add_flag("--graph-per-article", options_.data.graph_per_article,
                     "what an article says in a graph of its own: only changed articles are sent again")
            ->group("Output");
        app.add_option("--base", options_.data.base_iri, "the namespace of all that is pushed")
            ->group("Output")
            ->type_name("IRI")
            ->capture_default_str();
        app.add_option("--chunk", options_.chunk, "so many statements a request")
            ->group("Output")
            ->type_name("N")
            ->check(CLI::PositiveNumber)
            ->capture_default_str();
        app.add_flag("--again", options_.again, "send even what the store has already")->group("Output");
        app.add_flag("--dry-run", dry_run_, "only say what would be sent")->group("Output");
        app.add_flag("--progress,!--no-progress", progress_, "show progress on a terminal")->group("Output");
    }

    int run() override {
        const Names names(pipeline::find_data());
        const graph::KnowledgeGraph graph = load_graph(file_, names);
        base::Diagnostics diagnostics(
            [](const base::Message& message) { say("warning: " + message.location.text() + ": " + message.text); });
        base::Diagnostics silent;
        options_.data.destination = options_.endpoint;
        const std::vector<exporters::PlannedGraph> plan =
            exporters::plan_push({graph, names.ontology(), diagnostics}, options_);
        if (dry_run_) return show(plan);
        read_credentials();
        const auto client = exporters::make_http_client(http_);
        const auto wait = [](std::chrono::seconds pause) {
            say("the store does not answer; next try in " + std::to_string(pause.count()) + " s");
            std::this_thread::sleep_for(pause);
        };
        const exporters::ExportInput input{graph, names.ontology(), silent};
        const exporters::PushReport report = exporters::push(input, options_, plan, {*client, wait, progress()});
        if (shown_) std::cerr << "\r\x1b[K" << std::flush;
        say(options_.endpoint + ": " + in_words(report));
        return exit_done;
    }

private:
    /// Standard output is data: one line a graph.
    int show(const std::vector<exporters::PlannedGraph>& plan) const {
        std::size_t statements = 0;
        std::size_t chunks = 0;
        for (const exporters::PlannedGraph& graph : plan) {
            std::cout << graph.iri << '\t' << graph.statements << '\t' << graph.chunks << '\t' << graph.bytes << '\n';
            statements += graph.statements;
            chunks += graph.chunks;
        }
        say("nothing is sent; it would be " + counted(statements, "statement", "statements") + " in " +
            counted(plan.size(), "graph", "graphs") + " and " + counted(chunks, "request", "requests"));
        return exit_done;
    }

    void read_credentials() {
        if (http_.user.find(':') != std::string::npos) {
            throw base::UsageError("--user takes a name alone; the password stands in ENTENTE_PASSWORD or ~/.netrc");
        }
        if (http_.user.empty()) http_.user = from_environment("ENTENTE_USER");
        if (!http_.user.empty()) http_.password = from_environment("ENTENTE_PASSWORD");
    }

    std::function<void(std::size_t, std::size_t)> progress() {
        if (!progress_ || !Terminal::detect().err) return {};
        return [this](std::size_t behind, std::size_t all) {
            std::cerr << "\r\x1b[Kpushing: " << grouped(behind) << " of " << grouped(all) << " chunks" << std::flush;
            shown_ = true;
        };
    }

    static std::string in_words(const exporters::PushReport& report) {
        std::string words = "sent " + counted(report.statements, "statement", "statements") + " in " +
                            counted(report.sent, "graph", "graphs");
        if (report.resumed > 0) words += ", going on behind " + counted(report.resumed, "chunk", "chunks");
        if (report.unchanged > 0) words += "; unchanged: " + counted(report.unchanged, "graph", "graphs");
        if (report.removed > 0) words += "; removed: " + counted(report.removed, "graph", "graphs");
        return words;
    }

    std::string file_;
    exporters::PushOptions options_;
    exporters::HttpOptions http_;
    bool dry_run_ = false;
    bool progress_ = true;
    bool shown_ = false;
};

}  // namespace

const CommandRow push_command{"push", "Puts the graph into a SPARQL store, in chunks, safe to repeat",
                              "  entente push news.ent --endpoint http://localhost:3030/news/data\n"
                              "  ENTENTE_PASSWORD=… entente push news.ent --user dba \\\n"
                              "      --endpoint http://localhost:8890/sparql-graph-crud-auth\n"
                              "  entente push news.ent --endpoint … --graph-per-article\n"
                              "\n"
                              "Pushing again sends only what changed; after a failure it goes on where it broke off.\n",
                              [] { return std::unique_ptr<Command>(std::make_unique<PushCommand>()); }};

}  // namespace entente::cli
