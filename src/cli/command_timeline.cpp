#include <algorithm>
#include <cmath>

#include <CLI/CLI.hpp>

#include "cli/command_list.hpp"
#include "cli/graph_options.hpp"
#include "cli/table.hpp"
#include "graph/timeline.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t bar_width = 30;
constexpr std::size_t most_slices = 60;  // what fits a screen or two

/// A bar of eighths of blocks, so that small differences show.
std::string bar(std::size_t value, std::size_t greatest) {
    constexpr const char* eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (greatest == 0) return "";
    const std::size_t units = (value * bar_width * 8 + greatest - 1) / greatest;
    std::string text;
    for (std::size_t i = 0; i < units / 8; ++i) text += "█";
    return text + eighths[units % 8];
}

/// What happens between actors as time goes by.
class TimelineCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        app.add_option("A", a_, "whose doings: a name in any language, an alias or an id; `?` is anybody");
        app.add_option("B", b_, "with whom or to whom, in either direction");
        app.add_option("--action", action_, "only these: a verb, a PLOVER type or a CAMEO code")
            ->group("Filter")
            ->type_name("ACTION");
        app.add_flag("--exact", exact_, "only the actors themselves, not those who act for them")->group("Filter");
        filter_.declare(app);
        app.add_option("--per", per_, "day, week, month or year; auto takes what gives a readable number of lines")
            ->group("Output")
            ->check(CLI::IsMember({"auto", "day", "week", "month", "year"}))
            ->type_name("PERIOD")
            ->capture_default_str();
        app.add_flag("--published", published_, "by the day of publication, not by that of the event")->group("Output");
        table_.declare(app);
    }

    int run() override {
        const Names names(pipeline::find_data());
        const StoredGraph stored(file_, names);
        graph::Query query;
        filter_.apply(query);
        query.action = names.action(action_);
        query.source = stored.actor(a_, exact_);
        query.target = stored.actor(b_, exact_);
        graph::KnowledgeGraph graph = stored.load(query);
        std::swap(query.source, query.target);
        graph.merge(stored.load(query));

        const graph::Period period = chosen_period(graph);
        const graph::Timeline line = graph::timeline(graph, period, published_);
        table_.print(table(line, period));
        if (line.undated > 0) say(counted(line.undated, "relation", "relations") + " without so exact a date left out");
        if (!line.slices.empty()) return exit_done;
        say("no dated relation of " + file_ + " matches");
        return exit_nothing_found;
    }

private:
    graph::Period chosen_period(const graph::KnowledgeGraph& graph) const {
        if (per_ == "day") return graph::Period::day;
        if (per_ == "week") return graph::Period::week;
        if (per_ == "month") return graph::Period::month;
        if (per_ == "year") return graph::Period::year;
        return graph::fitting_period(graph, most_slices);
    }

    static Table table(const graph::Timeline& line, graph::Period period) {
        std::size_t greatest = 0;
        for (const graph::TimeSlice& slice : line.slices) greatest = std::max(greatest, slice.articles);
        Table table;
        table.columns = {
            {"period"},    {"begin", Column::Kind::data}, {"articles"}, {"relations"}, {"cooperation"}, {"conflict"},
            {"goldstein"}, {"bar", Column::Kind::people}};
        for (const graph::TimeSlice& slice : line.slices) {
            table.rows.push_back({graph::to_string(slice.begin, period), core::to_string(slice.begin),
                                  cell(slice.articles), cell(slice.relations), cell(slice.balance.cooperation),
                                  cell(slice.balance.conflict), slice.balance.mean(), bar(slice.articles, greatest)});
        }
        return table;
    }

    std::string file_;
    std::string a_;
    std::string b_;
    std::string action_;
    bool exact_ = false;
    FilterOptions filter_;
    std::string per_ = "auto";
    bool published_ = false;
    TableOptions table_;
};

}  // namespace

const CommandRow timeline_command{"timeline", "Shows relations over time",
                                  "  entente timeline news.ent Greece Turkey\n"
                                  "  entente timeline news.ent '?' --action ASSAULT --per month\n"
                                  "  entente timeline news.ent Russie --since 2016 --published --csv\n",
                                  [] { return std::unique_ptr<Command>(std::make_unique<TimelineCommand>()); }};

}  // namespace entente::cli
