#include <iostream>
#include <utility>

#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "cli/actor_portrait.hpp"
#include "cli/command_list.hpp"
#include "cli/stored_graph.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

/// Who somebody is.
class ActorCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        app.add_option("NAME", name_, "a name in any language, an alias that the articles use, or an id")->required();
        app.add_flag("--json", json_, "an array of objects")->group("Output");
    }

    int run() override {
        if (is_any(name_)) throw base::UsageError("actor takes one name; `entente query` shows everybody");
        const Names names(pipeline::find_data());
        const StoredGraph stored(file_, names);
        graph::Query query;
        query.source = stored.actor(name_, true);
        graph::KnowledgeGraph graph = stored.load(query);
        std::swap(query.source, query.target);
        graph.merge(stored.load(query));
        std::vector<ActorPortrait> portraits;
        for (const std::string& id : query.target.ids) portraits.push_back(portrait_of(id, names, graph));
        if (json_) {
            std::cout << portraits_as_json(portraits) << "\n";
            return exit_done;
        }
        std::string separator;
        for (const ActorPortrait& portrait : portraits) {
            std::cout << separator;
            write_portrait(portrait, names.ontology(), std::cout);
            separator = "\n";
        }
        return exit_done;
    }

private:
    std::string file_;
    std::string name_;
    bool json_ = false;
};

}  // namespace

const CommandRow actor_command{"actor", "Shows who an actor is: names, offices, whom it acts for, how it is seen",
                               "  entente actor news.ent Kerry\n"
                               "  entente actor news.ent 'opposition syrienne'\n"
                               "  entente actor news.ent Moscou --json\n",
                               [] { return std::unique_ptr<Command>(std::make_unique<ActorCommand>()); }};

}  // namespace entente::cli
