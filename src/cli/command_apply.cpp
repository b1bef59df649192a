#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>

#include "base/strings.hpp"
#include "cli/command_list.hpp"
#include "cli/decision_effect.hpp"
#include "cli/decision_file.hpp"
#include "cli/names.hpp"
#include "cli/table.hpp"
#include "pipeline/knowledge.hpp"

namespace entente::cli {

namespace {

std::string change_of(const DecisionEffect& effect) {
    const std::string noun = effect.edge ? "edges " : "actors ";
    switch (effect.kind) {
        case DecisionEffect::Kind::joins: return noun + (effect.edge ? "merge" : "join");
        case DecisionEffect::Kind::parts: return noun + "part";
        default: return effect.edge ? "edge moves" : "actor is renamed";
    }
}

/// One effect a line: tables would cut what matters.
void write_text(const std::vector<DecisionEffect>& effects) {
    for (const DecisionEffect& effect : effects) {
        std::cout << change_of(effect) << ": " << one_line(base::join(effect.before, " + ")) << "  =>  "
                  << one_line(base::join(effect.after, " + "));
        if (effect.edge) std::cout << "  (" << counted(effect.articles_after, "article", "articles") << ")";
        std::cout << "\n";
    }
}

Table effect_table(const std::vector<DecisionEffect>& effects) {
    Table table;
    table.columns = {{"change"},
                     {"before", Column::Kind::shown, true},
                     {"after", Column::Kind::shown, true},
                     {"articles_before"},
                     {"articles_after"}};
    for (const DecisionEffect& effect : effects) {
        table.rows.push_back({change_of(effect), effect.before, effect.after,
                              effect.edge ? cell(effect.articles_before) : Cell(),
                              effect.edge ? cell(effect.articles_after) : Cell()});
    }
    return table;
}

/// Decisions about actors into a graph file.
class ApplyCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        app.add_option("DECISIONS", decisions_, "a table with the columns verdict, actor and other")
            ->required()
            ->type_name("decisions.tsv");
        app.add_flag("--dry-run", dry_run_, "only show what would change");
        table_.declare(app);
    }

    int run() override {
        const auto access = dry_run_ ? store::GraphFile::Access::read : store::GraphFile::Access::write;
        store::GraphFile file = store::GraphFile::open(file_, access);
        const std::vector<store::ActorDecision> before = file.decisions();
        const std::vector<store::ActorDecision> after = decisions_with(before, decisions_);
        say_unknown(file, after);
        const std::vector<DecisionEffect> effects = effect_of(file, after);
        if (!dry_run_) write(file, before, after);
        if (table_.form(Terminal::detect()) == TableForm::text) {
            write_text(effects);
        } else {
            table_.print(effect_table(effects));
        }
        const auto same = static_cast<std::size_t>(
            std::count_if(after.begin(), after.end(), [](const auto& decision) { return decision.same; }));
        say(file_ + (dry_run_ ? " would hold " : " holds ") + counted(after.size(), "decision", "decisions") + ": " +
            grouped(same) + " same, " + grouped(after.size() - same) + " different; " +
            (effects.empty() ? "the graph stays as it is" : summary_of(effects)));
        return exit_done;
    }

private:
    static std::string summary_of(const std::vector<DecisionEffect>& effects) {
        std::size_t before[2] = {0, 0};
        std::size_t after[2] = {0, 0};
        for (const DecisionEffect& effect : effects) {
            before[effect.edge ? 1 : 0] += effect.before.size();
            after[effect.edge ? 1 : 0] += effect.after.size();
        }
        return counted(before[0], "actor", "actors") + " become " + grouped(after[0]) + ", " +
               counted(before[1], "edge", "edges") + " become " + grouped(after[1]);
    }

    /// Decisions may be older than a graph, or come before an article: this is no error, but may be a slip.
    void say_unknown(const store::GraphFile& file, const std::vector<store::ActorDecision>& decisions) const {
        const Names names(pipeline::find_data());
        std::set<std::string> there;
        file.for_each_stored_actor([&](const std::string& id) { there.insert(id); });
        std::set<std::string> missing;
        for (const store::ActorDecision& decision : decisions) {
            for (const std::string& id : {decision.actor, decision.other}) {
                const bool known = there.contains(id) || names.ontology().actor(id) != nullptr;
                if (!known && missing.insert(id).second) say("note: nobody in " + file_ + " has the id `" + id + "`");
            }
        }
    }

    static void write(store::GraphFile& file, const std::vector<store::ActorDecision>& before,
                      const std::vector<store::ActorDecision>& after) {
        file.begin();
        for (const store::ActorDecision& decision : before) {
            if (!std::binary_search(after.begin(), after.end(), decision)) {
                file.remove_decision(decision.actor, decision.other);
            }
        }
        for (const store::ActorDecision& decision : after) {
            if (!std::binary_search(before.begin(), before.end(), decision)) file.add_decision(decision);
        }
        file.commit();
    }

    std::string file_;
    std::string decisions_;
    bool dry_run_ = false;
    TableOptions table_;
};

}  // namespace

const CommandRow apply_command{
    "apply", "Puts decisions about who is who into a graph file",
    "  entente apply news.ent decisions.tsv --dry-run\n"
    "  entente apply news.ent decisions.tsv\n"
    "\n"
    "A line says that two actors are the same (the second is read as the first), different,\n"
    "or undecided, which takes an earlier decision back.\n",
    [] { return std::unique_ptr<Command>(std::make_unique<ApplyCommand>()); }};

}  // namespace entente::cli
