#include <iostream>
#include <map>

#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "base/strings.hpp"
#include "cli/command_list.hpp"
#include "cli/merge_proposals.hpp"
#include "cli/stored_graph.hpp"
#include "cli/table.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

/// All actors of a graph; those who may be one; what was decided about them.
class ActorsCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        auto* suggest = app.add_flag("--suggest-merges", suggest_,
                                     "pairs that may be one, with reasons: a table for `entente apply`");
        app.add_flag("--decisions", decisions_, "what was decided about pairs, as such a table")->excludes(suggest);
        app.add_option("--limit", limit_, "at most so many lines")->group("Output")->type_name("N");
        table_.declare(app);
    }

    int run() override {
        const auto data = pipeline::find_data();
        const Names names(data);
        const StoredGraph stored(file_, names);
        if (suggest_) return show_proposals(proposed_merges(stored.file(), names, data, limit_));
        return decisions_ ? show_decisions(stored) : show_actors(stored);
    }

private:
    int show_proposals(const std::vector<ProposedMerge>& proposals) const {
        const Terminal terminal = Terminal::detect();
        if (table_.form(terminal) == TableForm::text) {
            for (std::size_t i = 0; i < proposals.size(); ++i) {
                if (i > 0) std::cout << "\n";
                write_text(proposals[i], terminal.colour);
            }
        } else {
            write_rows(proposals);
        }
        if (!proposals.empty()) return exit_done;
        say("no two actors of " + file_ + " look like one");
        return exit_nothing_found;
    }

    static void write_text(const ProposedMerge& proposal, bool colour) {
        const auto named = [](const ProposedActor& actor) { return actor.label + " (" + actor.id + ")"; };
        const std::string title = named(proposal.actor) + " = " + named(proposal.other) + "?";
        std::cout << coloured(one_line(title), Colour::bold, colour) << "\n";
        std::cout << "  " << proposal.score << ": " << base::join(proposal.reasons, "; ") << "\n";
        for (const ProposedActor* actor : {&proposal.actor, &proposal.other}) {
            std::cout << coloured("  " + one_line(actor->id), Colour::dim, colour) << ", "
                      << counted(actor->relations, "relation", "relations") << "; "
                      << one_line(actor->article + ": " + actor->sentence) << "\n";
        }
    }

    void write_rows(const std::vector<ProposedMerge>& proposals) const {
        Table table;
        table.columns = {{"verdict"},         {"actor"},         {"other"},          {"score"},
                         {"actor_label"},     {"other_label"},   {"reasons"},        {"actor_relations"},
                         {"other_relations"}, {"actor_article"}, {"actor_sentence"}, {"other_article"},
                         {"other_sentence"}};
        for (const auto& [actor, other, score, reasons] : proposals) {
            table.rows.push_back({std::string("undecided"), actor.id, other.id, std::int64_t{score}, actor.label,
                                  other.label, reasons, cell(actor.relations), cell(other.relations), actor.article,
                                  actor.sentence, other.article, other.sentence});
        }
        table_.print(table);
    }

    int show_decisions(const StoredGraph& stored) const {
        const store::Identities& identities = stored.file().identities();
        const auto& without_effect = identities.contradicted();
        Table table;
        table.columns = {{"verdict"}, {"actor"}, {"other"}, {"read_as"}, {"effect"}};
        for (const store::ActorDecision& decision : stored.file().decisions()) {
            const bool works =
                std::find(without_effect.begin(), without_effect.end(), decision) == without_effect.end();
            table.rows.push_back({std::string(decision.same ? "same" : "different"), decision.actor, decision.other,
                                  decision.same ? cell(identities.read_as(decision.other)) : Cell(), works});
        }
        table_.print(table);
        if (!table.rows.empty()) return exit_done;
        say("nothing was decided about the actors of " + file_);
        return exit_nothing_found;
    }

    int show_actors(const StoredGraph& stored) const {
        const NamedNetwork named = stored.network();
        std::vector<std::size_t> edges(named.actors.size(), 0);
        for (const graph::NetworkEdge& edge : named.network.edges) {
            ++edges[edge.source];
            if (edge.target != edge.source) ++edges[edge.target];
        }
        Table table;
        table.columns = {{"id"}, {"label", Column::Kind::shown, true}, {"kind"}, {"principal"}, {"country"}, {"edges"}};
        for (std::size_t i = 0; i < named.actors.size(); ++i) {
            if (limit_ > 0 && table.rows.size() == limit_) break;
            const graph::ActorNode& actor = named.actors[i];
            table.rows.push_back({actor.id, actor.label, std::string(core::to_string(actor.kind)), actor.principal,
                                  cell(actor.country), cell(edges[i])});
        }
        table_.print(table);
        return table.rows.empty() ? exit_nothing_found : exit_done;
    }

    std::string file_;
    bool suggest_ = false;
    bool decisions_ = false;
    std::size_t limit_ = 0;
    TableOptions table_;
};

}  // namespace

const CommandRow actors_command{"actors", "Lists actors, or pairs of them that may be one",
                                "  entente actors news.ent\n"
                                "  entente actors news.ent --suggest-merges\n"
                                "  entente actors news.ent --suggest-merges --tsv >decisions.tsv\n"
                                "  entente actors news.ent --decisions\n"
                                "\n"
                                "Put `same` or `different` in the first column, then: entente apply news.ent "
                                "decisions.tsv\n",
                                [] { return std::unique_ptr<Command>(std::make_unique<ActorsCommand>()); }};

}  // namespace entente::cli
