#include <map>
#include <tuple>

#include <CLI/CLI.hpp>

#include "cli/command_list.hpp"
#include "cli/network_source.hpp"
#include "cli/table.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

using EdgeKey = std::tuple<std::string, std::string, std::string, core::Polarity, core::Status>;

/// An edge as far as two graphs are compared.
struct EdgeState {
    std::string source;
    std::string target;
    std::size_t articles = 0;
    std::size_t mentions = 0;
    std::string sentence;
};

std::map<EdgeKey, EdgeState> states_of(const graph::KnowledgeGraph& graph) {
    std::map<EdgeKey, EdgeState> states;
    for (const graph::RelationEdge& edge : graph.edges()) {
        const graph::ActorNode& source = graph.actors()[edge.source];
        const graph::ActorNode& target = graph.actors()[edge.target];
        states[{source.id, edge.action, target.id, edge.polarity, edge.status}] = {
            source.label, target.label, edge.weight, edge.mentions, edge.sentence};
    }
    return states;
}

/// What one graph says that another does not.
class DiffCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("BEFORE", before_, "a graph file")->required()->type_name("old.ent");
        app.add_option("AFTER", after_, "another")->required()->type_name("new.ent");
        network_.declare(app);
        app.add_flag("--weights", weights_, "also edges that only have more or fewer articles or mentions")
            ->group("Output");
        table_.declare(app);
    }

    int run() override {
        const Names names(pipeline::find_data());
        const auto before = states_of(network_.load_graph(StoredGraph(before_, names)));
        const auto after = states_of(network_.load_graph(StoredGraph(after_, names)));
        Table table;
        table.columns = {{"change"},
                         {"source"},
                         {"source_id", Column::Kind::data},
                         {"action"},
                         {"target"},
                         {"target_id", Column::Kind::data},
                         {"polarity"},
                         {"status"},
                         {"articles_before"},
                         {"articles_after"},
                         {"mentions_before", Column::Kind::data},
                         {"mentions_after", Column::Kind::data},
                         {"sentence", Column::Kind::shown, true}};
        const EdgeState nothing;
        std::map<std::string, std::size_t> counts;
        const auto note = [&](const std::string& change, const EdgeKey& key, const EdgeState& was,
                              const EdgeState& is) {
            ++counts[change];
            if (change == "changed" && !weights_) return;
            table.rows.push_back(row(change, key, was, is));
        };
        for (const auto& [key, state] : before) {
            const auto found = after.find(key);
            if (found == after.end()) {
                note("removed", key, state, nothing);
            } else if (found->second.articles != state.articles || found->second.mentions != state.mentions) {
                note("changed", key, state, found->second);
            }
        }
        for (const auto& [key, state] : after) {
            if (!before.contains(key)) note("added", key, nothing, state);
        }
        table_.print(table);
        say(counted(before.size(), "edge", "edges") + " before, " + grouped(after.size()) +
            " after: " + grouped(counts["added"]) + " added, " + grouped(counts["removed"]) + " removed, " +
            grouped(counts["changed"]) + " with other evidence");
        return counts["added"] + counts["removed"] + counts["changed"] == 0 ? exit_done : exit_nothing_found;
    }

private:
    static std::vector<Cell> row(const std::string& change, const EdgeKey& key, const EdgeState& was,
                                 const EdgeState& is) {
        const auto& [source_id, action, target_id, polarity, status] = key;
        const EdgeState& shown = change == "removed" ? was : is;
        return {change,
                shown.source,
                source_id,
                action,
                shown.target,
                target_id,
                std::string(core::to_string(polarity)),
                std::string(core::to_string(status)),
                cell(was.articles),
                cell(is.articles),
                cell(was.mentions),
                cell(is.mentions),
                shown.sentence};
    }

    std::string before_;
    std::string after_;
    NetworkOptions network_;
    bool weights_ = false;
    TableOptions table_;
};

}  // namespace

const CommandRow diff_command{"diff", "Shows what one graph says that another does not",
                              "  entente diff monday.ent tuesday.ent\n"
                              "  entente diff old.ent new.ent --by principal --weights --csv\n"
                              "\n"
                              "Exit code 0 if both say the same, 1 if they differ.\n",
                              [] { return std::unique_ptr<Command>(std::make_unique<DiffCommand>()); }};

}  // namespace entente::cli
