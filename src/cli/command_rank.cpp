#include <algorithm>
#include <array>
#include <numeric>

#include <CLI/CLI.hpp>

#include "cli/command_list.hpp"
#include "cli/network_source.hpp"
#include "cli/table.hpp"
#include "graph/analysis.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

/// Up to so many actors betweenness is computed from all of them, and from so many of more.
constexpr std::size_t betweenness_samples = 1000;

struct Ranks {
    std::vector<double> pagerank;
    std::vector<double> betweenness;  ///< empty if not asked for
    std::vector<graph::Degrees> degrees;
};

/// What a key stands for, as a number that is greater for whom is more central.
double value_of(const Ranks& ranks, const std::string& key, std::size_t actor) {
    const graph::Degrees& degrees = ranks.degrees[actor];
    if (key == "pagerank") return ranks.pagerank[actor];
    if (key == "betweenness") return ranks.betweenness[actor];
    if (key == "in") return static_cast<double>(degrees.in);
    if (key == "out") return static_cast<double>(degrees.out);
    if (key == "weighted-in") return static_cast<double>(degrees.weighted_in);
    if (key == "weighted-out") return static_cast<double>(degrees.weighted_out);
    if (key == "degree") return static_cast<double>(degrees.in + degrees.out);
    return static_cast<double>(degrees.weighted_in + degrees.weighted_out);
}

/// The most central actors.
class RankCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        network_.declare(app);
        app.add_option("--limit", limit_, "at most so many lines; 0 for all")
            ->group("Output")
            ->type_name("N")
            ->capture_default_str();
        app.add_option("--sort", sort_,
                       "by pagerank, betweenness, degree, in, out, weighted, weighted-in or weighted-out")
            ->group("Output")
            ->check(CLI::IsMember(
                {"pagerank", "betweenness", "degree", "in", "out", "weighted", "weighted-in", "weighted-out"}))
            ->type_name("KEY")
            ->capture_default_str();
        table_.declare(app);
    }

    int run() override {
        const Names names(pipeline::find_data());
        const NamedNetwork named = network_.load(StoredGraph(file_, names));
        const Ranks ranks = rank(named.network);
        std::vector<std::size_t> order(named.actors.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return value_of(ranks, sort_, a) > value_of(ranks, sort_, b);
        });
        if (limit_ > 0 && order.size() > limit_) order.resize(limit_);
        table_.print(table(named, ranks, order));
        if (!order.empty()) return exit_done;
        say("nobody in " + file_ + " is left to be ranked");
        return exit_nothing_found;
    }

private:
    Ranks rank(const graph::Network& network) const {
        Ranks ranks{graph::pagerank(network), {}, graph::degrees(network)};
        if (sort_ == "betweenness" || network.actor_count <= betweenness_samples) {
            ranks.betweenness = graph::estimated_betweenness(network, betweenness_samples);
        }
        if (!ranks.betweenness.empty() && network.actor_count > betweenness_samples) {
            say("betweenness is estimated from the chains of " + grouped(betweenness_samples) + " of " +
                counted(network.actor_count, "actor", "actors"));
        }
        return ranks;
    }

    static Table table(const NamedNetwork& named, const Ranks& ranks, const std::vector<std::size_t>& order) {
        Table table;
        table.columns = {{"rank"},        {"actor"},       {"id"}, {"kind"}, {"principal", Column::Kind::data},
                         {"pagerank"},    {"betweenness"}, {"in"}, {"out"},  {"weighted_in"},
                         {"weighted_out"}};
        for (std::size_t i = 0; i < order.size(); ++i) {
            const graph::ActorNode& actor = named.actors[order[i]];
            const graph::Degrees& degrees = ranks.degrees[order[i]];
            table.rows.push_back(
                {cell(i + 1), actor.label, actor.id, std::string(core::to_string(actor.kind)), actor.principal,
                 ranks.pagerank[order[i]], ranks.betweenness.empty() ? Cell() : Cell(ranks.betweenness[order[i]]),
                 cell(degrees.in), cell(degrees.out), cell(degrees.weighted_in), cell(degrees.weighted_out)});
        }
        return table;
    }

    std::string file_;
    NetworkOptions network_;
    std::size_t limit_ = 20;
    std::string sort_ = "pagerank";
    TableOptions table_;
};

}  // namespace

const CommandRow rank_command{"rank", "Shows the most central actors",
                              "  entente rank news.ent\n"
                              "  entente rank news.ent --sort betweenness --limit 50 --csv\n"
                              "  entente rank news.ent --by principal --sort weighted-in --since 2024\n",
                              [] { return std::unique_ptr<Command>(std::make_unique<RankCommand>()); }};

}  // namespace entente::cli
