#include <iostream>

#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "cli/chains.hpp"
#include "cli/command_list.hpp"
#include "cli/graph_options.hpp"
#include "cli/table.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

/// The two ends of a step in the order in which the chain passes them.
struct Ends {
    const graph::ActorNode& first;
    const graph::ActorNode& second;
};

Ends ends_of(const graph::KnowledgeGraph& graph, const graph::Step& step) {
    const graph::RelationEdge& edge = graph.edges()[step.edge];
    const graph::ActorNode& source = graph.actors()[edge.source];
    const graph::ActorNode& target = graph.actors()[edge.target];
    return step.forward ? Ends{source, target} : Ends{target, source};
}

/// ` –accuse→ `, ` ←not accuse– ` or ` –meet– `.
std::string arrow(const graph::RelationEdge& edge, bool forward) {
    std::string words = edge.polarity == core::Polarity::negative ? "not " + edge.action : edge.action;
    if (edge.status != core::Status::actual) words += " (" + std::string(core::to_string(edge.status)) + ")";
    if (edge.symmetric) return " –" + words + "– ";
    return forward ? " –" + words + "→ " : " ←" + words + "– ";
}

std::string chain_line(const graph::KnowledgeGraph& graph, const graph::Chain& chain) {
    std::string line = ends_of(graph, chain.front()).first.label;
    for (const graph::Step& step : chain) {
        line += arrow(graph.edges()[step.edge], step.forward) + ends_of(graph, step).second.label;
    }
    return one_line(line);
}

/// How two actors hang together.
class PathCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        app.add_option("FROM", from_, "who: a name in any language, an alias or an id")->required();
        app.add_option("TO", to_, "who else")->required();
        app.add_option("-k,--count", options_.count, "the best so many chains")
            ->check(CLI::Range(1, 1000))
            ->type_name("N")
            ->capture_default_str();
        app.add_flag("--directed", options_.directed, "only from who does something to whom it is done");
        app.add_flag("--strongest", options_.by_evidence,
                     "many strong links rather than few weak ones: the sum of 1 / articles decides");
        filter_.declare(app);
        table_.declare(app);
    }

    int run() override {
        const Names names(pipeline::find_data());
        const StoredGraph stored(file_, names);
        graph::Query query;
        filter_.apply(query);
        const Chains found =
            find_chains(stored, stored.actor_ids(from_), stored.actor_ids(to_), options_, query, !filter_.narrow());
        const Terminal terminal = Terminal::detect();
        if (table_.form(terminal) == TableForm::text) {
            write_text(found, terminal);
        } else {
            write_rows(found);
        }
        if (!found.chains.empty()) return exit_done;
        say("nothing in " + file_ + " connects `" + from_ + "` with `" + to_ + "`");
        return exit_nothing_found;
    }

private:
    static void write_text(const Chains& found, const Terminal& terminal) {
        for (std::size_t i = 0; i < found.chains.size(); ++i) {
            const graph::Chain& chain = found.chains[i];
            if (i > 0) std::cout << "\n";
            std::cout << coloured(chain_line(found.graph, chain), Colour::bold, terminal.colour) << "\n";
            for (const graph::Step& step : chain) {
                const graph::RelationEdge& edge = found.graph.edges()[step.edge];
                std::string line = "  " + counted(edge.weight, "article", "articles");
                if (edge.first_seen) line += ", " + core::to_string(*edge.first_seen);
                std::cout << cut_to_width(line + ": " + one_line(edge.sentence), terminal.width) << "\n";
            }
        }
    }

    void write_rows(const Chains& found) const {
        Table table;
        for (const char* name : {"chain", "step", "from", "from_id", "to", "to_id", "action", "type", "polarity",
                                 "status", "symmetric", "direction", "articles", "first_seen", "last_seen"}) {
            table.columns.push_back({name});
        }
        table.columns.push_back({"sentence", Column::Kind::shown, true});
        for (std::size_t i = 0; i < found.chains.size(); ++i) {
            for (std::size_t k = 0; k < found.chains[i].size(); ++k) {
                table.rows.push_back(row(found.graph, found.chains[i][k], i + 1, k + 1));
            }
        }
        table_.print(table);
    }

    static std::vector<Cell> row(const graph::KnowledgeGraph& graph, const graph::Step& step, std::size_t chain,
                                 std::size_t number) {
        const graph::RelationEdge& edge = graph.edges()[step.edge];
        const Ends ends = ends_of(graph, step);
        const auto date = [](const std::optional<core::Date>& day) {
            return day ? Cell(core::to_string(*day)) : Cell();
        };
        return {cell(chain),
                cell(number),
                ends.first.label,
                ends.first.id,
                ends.second.label,
                ends.second.id,
                edge.action,
                std::string(core::to_string(edge.type)),
                std::string(core::to_string(edge.polarity)),
                std::string(core::to_string(edge.status)),
                edge.symmetric,
                std::string(edge.symmetric ? "both"
                            : step.forward ? "forward"
                                           : "backward"),
                cell(edge.weight),
                date(edge.first_seen),
                date(edge.last_seen),
                edge.sentence};
    }

    std::string file_;
    std::string from_;
    std::string to_;
    graph::PathOptions options_;
    FilterOptions filter_;
    TableOptions table_;
};

}  // namespace

const CommandRow path_command{"path", "Shows the shortest chains of relations between two actors",
                              "  entente path news.ent Japan Kenya\n"
                              "  entente path news.ent Japan Kenya --count 5 --since 2024\n"
                              "  entente path news.ent Japon 'Nations unies' --strongest --jsonl\n"
                              "\n"
                              "A chain goes along relations and against them; --directed keeps to their direction.\n",
                              [] { return std::unique_ptr<Command>(std::make_unique<PathCommand>()); }};

}  // namespace entente::cli
