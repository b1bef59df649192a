#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <tuple>

#include <CLI/CLI.hpp>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/strings.hpp"
#include "cli/command_list.hpp"
#include "cli/graph_writer.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"
#include "core/relation_json.hpp"
#include "exporters/import.hpp"
#include "store/graph_file.hpp"

namespace entente::cli {

namespace {

/// Relations made elsewhere into one graph file.
class MergeCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("RELATIONS", inputs_,
                       "relation lines (`-`: standard input), graph files (*.ent), or exports (*.jsonld, *.graphml)")
            ->required();
        app.add_option("-o,--output", output_, "the graph file to write")
            ->required()
            ->group("Output")
            ->type_name("news.ent");
        app.add_flag("--overwrite", overwrite_, "replace the file if it is there")->group("Output");
        app.add_flag("--strict", strict_, "write nothing if any line is wrong")->group("Input");
    }

    int run() override {
        base::AtomicFile output(output_, overwrite_);
        for (const std::string& input : inputs_) read(input);
        const std::size_t errors = diagnostics_.count(base::Severity::error);
        if (errors > 0 && (strict_ || relations_.empty())) {
            say(output_ + " is not written");
            return exit_error;
        }
        // The order in which the parts come must not show in the file.
        for (const core::Relation& relation : relations_) {
            if (!articles_.empty() && articles_.back().id == relation.article) continue;
            articles_.push_back({relation.article, "", "", relation.url, {}, relation.published, relation.language, 0});
        }
        std::sort(articles_.begin(), articles_.end());
        std::sort(relations_.begin(), relations_.end(), [](const core::Relation& a, const core::Relation& b) {
            return std::tie(a.article, a.sentence.span, a.id) < std::tie(b.article, b.sentence.span, b.id);
        });
        const store::Holdings holdings = write(output.temporary());
        output.commit();
        say_holdings(output_, holdings);
        return unreadable_ ? exit_error : exit_done;
    }

private:
    void read(const std::string& input) {
        if (input == "-") return read_lines(std::cin, input);
        if (input.ends_with(".ent")) {
            const auto file = store::GraphFile::open(input, store::GraphFile::Access::read);
            file.for_each_relation([this](const core::Relation& relation) { relations_.push_back(relation); });
            const auto articles = file.articles();
            articles_.insert(articles_.end(), articles.begin(), articles.end());
            const auto decisions = file.decisions();
            decisions_.insert(decisions.begin(), decisions.end());
            return;
        }
        std::ifstream file(input, std::ios::binary);
        if (const auto reader = exporters::reader_of_path(input); reader != nullptr && file) {
            return reader(
                input, [this](const core::Relation& relation) { relations_.push_back(relation); }, diagnostics_);
        }
        if (file) return read_lines(file, input);
        unreadable_ = true;
        diagnostics_.error({input, 0}, "cannot be read");
    }

    void read_lines(std::istream& in, const std::string& name) {
        std::string line;
        for (std::size_t number = 1; std::getline(in, line); ++number) {
            if (base::trim(line).empty()) continue;
            try {
                relations_.push_back(core::relation_from_json(line));
            } catch (const std::invalid_argument& problem) {
                diagnostics_.error({name, number}, problem.what());
            }
        }
    }

    store::Holdings write(const std::filesystem::path& path) const {
        store::GraphFile file = store::GraphFile::create(path);
        file.begin();
        file.set_meta("program", "entente " + std::string(version));
        for (const store::ArticleRecord& article : articles_) file.merge_article(article);
        file.merge_relations(relations_);
        for (const store::ActorDecision& decision : decisions_) file.add_decision(decision);
        file.commit();
        return file.holdings();
    }

    std::vector<std::string> inputs_;
    std::string output_;
    bool overwrite_ = false;
    bool strict_ = false;
    bool unreadable_ = false;
    std::vector<core::Relation> relations_;
    std::vector<store::ArticleRecord> articles_;
    std::set<store::ActorDecision> decisions_;
    base::Diagnostics diagnostics_{
        [](const base::Message& message) { say("error: " + message.location.text() + ": " + message.text); }};
};

}  // namespace

const CommandRow merge_command{"merge", "Makes a graph file from relation lines",
                               "  entente merge part1.jsonl part2.jsonl -o news.ent\n"
                               "  cat parts/*.jsonl | entente merge - -o news.ent\n"
                               "\n"
                               "The order and the grouping of the parts do not matter; a relation counts once.\n",
                               [] { return std::unique_ptr<Command>(std::make_unique<MergeCommand>()); }};

}  // namespace entente::cli
