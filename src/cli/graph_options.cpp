#include "cli/graph_options.hpp"

#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "base/strings.hpp"
#include "store/graph_file.hpp"

namespace entente::cli {

namespace {

core::Date read_date(const std::string& option, const std::string& text) {
    const auto date = core::parse_date(text);
    if (!date) throw base::UsageError(option + " takes a date such as 2016, 2016-12 or 2016-12-02, not `" + text + "`");
    return *date;
}

}  // namespace

graph::KnowledgeGraph load_graph(const std::filesystem::path& file, const Names& names) {
    const store::GraphFile stored = store::GraphFile::open(file, store::GraphFile::Access::read);
    graph::KnowledgeGraph graph;
    stored.for_each_relation([&](const core::Relation& relation) { graph.add(relation); });
    graph.describe(names.facts());
    return graph;
}

void FilterOptions::declare(CLI::App& app) {
    app.add_option("--since", since_, "only what happened, or was published, on this day or later")
        ->group("Filter")
        ->type_name("DATE");
    app.add_option("--until", until_, "… on this day or earlier; 2016-12 is the whole month")
        ->group("Filter")
        ->type_name("DATE");
    app.add_option("--lang", languages_, "only from articles in these languages: en,fr")
        ->group("Filter")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("CODE");
    app.add_option("--status", statuses_, "only actual, reported or possible relations")
        ->group("Filter")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("STATUS");
    app.add_option("--polarity", polarities_, "only affirmative or negative relations")
        ->group("Filter")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("POLARITY");
    app.add_option("--place", place_, "only what happened there: part of a place's name, or a country code")
        ->group("Filter")
        ->type_name("PLACE");
    app.add_option("--min-articles", min_articles_, "only what at least so many articles state")
        ->group("Filter")
        ->type_name("N");
}

void FilterOptions::apply(graph::Query& query) const {
    if (since_) query.since = read_date("--since", *since_);
    if (until_) query.until = core::last_day(read_date("--until", *until_));
    query.languages.insert(languages_.begin(), languages_.end());
    for (const std::string& text : statuses_) {
        const auto status = core::parse_status(text);
        if (!status) throw base::UsageError("--status takes actual, reported or possible, not `" + text + "`");
        query.statuses.insert(*status);
    }
    for (const std::string& text : polarities_) {
        const auto polarity = core::parse_polarity(text);
        if (!polarity) throw base::UsageError("--polarity takes affirmative or negative, not `" + text + "`");
        query.polarities.insert(*polarity);
    }
    query.place = place_;
    query.min_articles = min_articles_;
}

bool FilterOptions::narrow() const {
    return since_ || until_ || !languages_.empty() || !statuses_.empty() || !polarities_.empty() || !place_.empty() ||
           min_articles_ > 0;
}

void PatternOptions::declare(CLI::App& app, bool required) {
    app.add_option("SOURCE", source_, "who: a name in any language, an alias or an id; `?` is anybody")
        ->required(required);
    app.add_option("ACTION", action_, "does what: a verb, a PLOVER type or a CAMEO code; `?` is anything")
        ->required(required);
    app.add_option("TARGET", target_, "to whom, or with whom")->required(required);
    app.add_flag("--exact", exact_, "only the actors themselves, not those who act for them")->group("Filter");
}

void PatternOptions::apply(graph::Query& query, const Names& names, const StoredGraph& stored) const {
    query.source = stored.actor(source_, exact_);
    query.action = names.action(action_);
    query.target = stored.actor(target_, exact_);
}

graph::Query make_query(const PatternOptions& pattern, const FilterOptions& filter, const Names& names,
                        const StoredGraph& stored) {
    graph::Query query;
    pattern.apply(query, names, stored);
    filter.apply(query);
    return query;
}

}  // namespace entente::cli
