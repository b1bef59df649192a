#include <algorithm>

#include <CLI/CLI.hpp>

#include "cli/command_list.hpp"
#include "cli/network_source.hpp"
#include "cli/table.hpp"
#include "graph/analysis.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

/// Who belongs to a community, the best connected first, and how many edges stay inside.
struct Community {
    std::vector<std::size_t> members;
    std::size_t inside = 0;
    std::size_t outside = 0;
};

std::vector<Community> collect(const graph::Network& network, const std::vector<std::size_t>& community_of) {
    std::vector<Community> communities;
    for (std::size_t actor = 0; actor < community_of.size(); ++actor) {
        if (community_of[actor] >= communities.size()) communities.resize(community_of[actor] + 1);
        communities[community_of[actor]].members.push_back(actor);
    }
    for (const graph::NetworkEdge& edge : network.edges) {
        const std::size_t source = community_of[edge.source];
        const std::size_t target = community_of[edge.target];
        ++(source == target ? communities[source].inside : communities[source].outside);
        if (source != target) ++communities[target].outside;
    }
    const std::vector<std::size_t> degree = graph::degree(network);
    for (Community& community : communities) {
        std::stable_sort(community.members.begin(), community.members.end(),
                         [&](std::size_t a, std::size_t b) { return degree[a] > degree[b]; });
    }
    return communities;
}

/// Groups of actors who have more to do with each other than with the rest.
class CommunitiesCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        network_.declare(app);
        app.add_flag("--actors", by_actor_, "one line an actor, with the number of its community")->group("Output");
        app.add_option("--limit", limit_, "at most so many communities, the largest; 0 for all")
            ->group("Output")
            ->type_name("N")
            ->capture_default_str();
        app.add_option("--members", shown_, "at most so many members of each in a table; other forms have all")
            ->group("Output")
            ->type_name("N")
            ->capture_default_str();
        table_.declare(app);
    }

    int run() override {
        const Names names(pipeline::find_data());
        const NamedNetwork named = network_.load(StoredGraph(file_, names));
        std::vector<Community> communities = collect(named.network, graph::communities(named.network));
        if (limit_ > 0 && communities.size() > limit_) communities.resize(limit_);
        table_.print(by_actor_ ? table_of_actors(named, communities) : table_of_communities(named, communities));
        if (!communities.empty()) return exit_done;
        say("nobody in " + file_ + " is left to belong to a community");
        return exit_nothing_found;
    }

private:
    Table table_of_communities(const NamedNetwork& named, const std::vector<Community>& communities) const {
        const bool people = table_.form(Terminal::detect()) == TableForm::text;
        Table table;
        table.columns = {{"community"},
                         {"actors"},
                         {"edges_inside"},
                         {"edges_outside"},
                         {"members", Column::Kind::shown, true},
                         {"member_ids", Column::Kind::data}};
        for (std::size_t i = 0; i < communities.size(); ++i) {
            const Community& community = communities[i];
            std::vector<std::string> labels;
            std::vector<std::string> ids;
            for (const std::size_t member : community.members) {
                if (people && labels.size() == shown_) break;
                labels.push_back(named.actors[member].label);
                ids.push_back(named.actors[member].id);
            }
            table.rows.push_back({cell(i), cell(community.members.size()), cell(community.inside),
                                  cell(community.outside), labels, ids});
        }
        return table;
    }

    static Table table_of_actors(const NamedNetwork& named, const std::vector<Community>& communities) {
        Table table;
        table.columns = {{"community"}, {"actor"}, {"id"}, {"kind"}, {"principal"}};
        for (std::size_t i = 0; i < communities.size(); ++i) {
            for (const std::size_t member : communities[i].members) {
                const graph::ActorNode& actor = named.actors[member];
                table.rows.push_back(
                    {cell(i), actor.label, actor.id, std::string(core::to_string(actor.kind)), actor.principal});
            }
        }
        return table;
    }

    std::string file_;
    NetworkOptions network_;
    bool by_actor_ = false;
    std::size_t limit_ = 20;
    std::size_t shown_ = 12;
    TableOptions table_;
};

}  // namespace

const CommandRow communities_command{"communities", "Shows groups of actors who have most to do with each other",
                                     "  entente communities news.ent\n"
                                     "  entente communities news.ent --by principal --min-articles 2\n"
                                     "  entente communities news.ent --actors --limit 0 --csv >communities.csv\n",
                                     [] { return std::unique_ptr<Command>(std::make_unique<CommunitiesCommand>()); }};

}  // namespace entente::cli
