#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "base/strings.hpp"
#include "cli/command_list.hpp"
#include "cli/graph_options.hpp"
#include "cli/relation_table.hpp"
#include "cli/table.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

/// Relations that match a pattern, one line an edge of the graph.
class QueryCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        pattern_.declare(app, false);
        filter_.declare(app);
        app.add_option("--limit", limit_, "at most so many lines")->group("Output")->type_name("N");
        app.add_option("--sort", sort_, "by articles, mentions, first, last, source, action or target")
            ->group("Output")
            ->type_name("KEY")
            ->capture_default_str();
        table_.declare(app);
    }

    int run() override {
        const Names names(pipeline::find_data());
        const StoredGraph stored(file_, names);
        graph::Query query = make_query(pattern_, filter_, names, stored);
        query.limit = limit_;
        const auto key = graph::parse_sort_key(sort_);
        if (!key) throw base::UsageError("--sort takes articles, mentions, first, last, source, action or target");
        query.sort = *key;

        const graph::QueryResult result = graph::answer(stored.load(query), query);
        table_.print(edge_table(result));
        if (!result.rows.empty()) return exit_done;
        say("no relation of " + file_ + " matches; `?` in place of a name widens the question");
        return exit_nothing_found;
    }

private:
    std::string file_;
    PatternOptions pattern_;
    FilterOptions filter_;
    TableOptions table_;
    std::size_t limit_ = 0;
    std::string sort_ = "articles";
};

}  // namespace

const CommandRow query_command{"query", "Shows who does what to whom, as far as it matches",
                               "  entente query news.ent                          everything\n"
                               "  entente query news.ent Moscou négocier          with whom does Russia negotiate?\n"
                               "  entente query news.ent '?' ASSAULT civilians    who attacks civilians?\n"
                               "  entente query news.ent USA '?' Russie --since 2016-11 --status reported --json\n",
                               [] { return std::unique_ptr<Command>(std::make_unique<QueryCommand>()); }};

}  // namespace entente::cli
