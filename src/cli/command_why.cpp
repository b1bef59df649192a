#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/command_list.hpp"
#include "cli/graph_options.hpp"
#include "cli/marked_sentence.hpp"
#include "cli/relation_table.hpp"
#include "cli/table.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

std::string edge_title(const graph::QueryResult& result, const graph::QueryRow& row) {
    const graph::RelationEdge& edge = result.graph.edges()[row.edge];
    const graph::ActorNode& source = result.graph.actors()[row.reversed ? edge.target : edge.source];
    const graph::ActorNode& target = result.graph.actors()[row.reversed ? edge.source : edge.target];
    std::string title = source.label + " – " + edge.action + " – " + target.label + "   ";
    title += std::string(core::to_string(edge.type)) + " " + edge.cameo;
    if (edge.polarity != core::Polarity::affirmative) title += ", " + std::string(core::to_string(edge.polarity));
    title += ", " + std::string(core::to_string(edge.status));
    title += ", " + counted(edge.weight, "article", "articles");
    return one_line(title);
}

/// What is known beside the words themselves: who says so, when, where.
std::string circumstances(const core::Relation& relation) {
    std::string text;
    if (relation.attribution) text += "says: " + relation.attribution->label + "   ";
    if (relation.date) text += "date: " + core::to_string(relation.date->value) + "   ";
    if (relation.place) text += "place: " + relation.place->label + "   ";
    return one_line(text + "rule: " + relation.rule);
}

void write_evidence(const core::Relation& relation, bool colour) {
    std::string head = "  " + relation.article;
    if (relation.published) head += ", " + core::to_string(*relation.published);
    head += ", " + relation.language + ", sentence " + std::to_string(relation.sentence.number) + ", " +
            std::to_string(relation.sentence.span.begin) + "–" + std::to_string(relation.sentence.span.end);
    if (relation.url) head += "   " + *relation.url;
    std::cout << coloured(one_line(head), Colour::dim, colour) << "\n";
    std::cout << "    " << marked_sentence(relation, colour) << "\n";
    std::cout << coloured("    " + circumstances(relation), Colour::dim, colour) << "\n";
}

/// The sentences behind relations.
class WhyCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        pattern_.declare(app, true);
        filter_.declare(app);
        app.add_option("--limit", limit_, "at most so many sentences a relation")->group("Output")->type_name("N");
        table_.declare(app);
    }

    int run() override {
        const Names names(pipeline::find_data());
        const StoredGraph stored(file_, names);
        const graph::Query query = make_query(pattern_, filter_, names, stored);
        const graph::QueryResult result = graph::answer(stored.load(query), query);
        const Terminal terminal = Terminal::detect();
        if (table_.form(terminal) == TableForm::text) {
            write_text(result, terminal.colour);
        } else {
            write_rows(result);
        }
        if (!result.rows.empty()) return exit_done;
        say("nothing in " + file_ + " says so; `entente query` with `?` in place of a name widens the question");
        return exit_nothing_found;
    }

private:
    std::vector<core::Relation> evidence(const graph::QueryResult& result, const graph::QueryRow& row) const {
        std::vector<core::Relation> relations = result.graph.evidence(result.graph.edges()[row.edge]);
        if (limit_ > 0 && relations.size() > limit_) relations.resize(limit_);
        return relations;
    }

    void write_text(const graph::QueryResult& result, bool colour) const {
        for (std::size_t i = 0; i < result.rows.size(); ++i) {
            if (i > 0) std::cout << "\n";
            std::cout << coloured(edge_title(result, result.rows[i]), Colour::bold, colour) << "\n";
            for (const core::Relation& relation : evidence(result, result.rows[i])) write_evidence(relation, colour);
        }
    }

    void write_rows(const graph::QueryResult& result) const {
        Table table;
        table.columns = relation_columns();
        for (const graph::QueryRow& row : result.rows) {
            for (const core::Relation& relation : evidence(result, row)) table.rows.push_back(relation_row(relation));
        }
        table_.print(table);
    }

    std::string file_;
    PatternOptions pattern_;
    FilterOptions filter_;
    TableOptions table_;
    std::size_t limit_ = 0;
};

}  // namespace

const CommandRow why_command{"why", "Shows the sentences behind a relation",
                             "  entente why news.ent Russia negotiate 'Syrian opposition'\n"
                             "  entente why news.ent Moscou CONSULT '?' --limit 2\n"
                             "  entente why news.ent '?' ASSAULT civilians --jsonl\n"
                             "\n"
                             "In the sentences [brackets] mark the two actors and {braces} the action.\n",
                             [] { return std::unique_ptr<Command>(std::make_unique<WhyCommand>()); }};

}  // namespace entente::cli
