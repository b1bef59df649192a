#include <algorithm>
#include <deque>
#include <fstream>
#include <future>
#include <iostream>
#include <set>
#include <thread>
#include <tuple>
#include <utility>

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

/// Lines in, relations and problems out.
struct Chunk {
    std::vector<std::string> lines;
    std::size_t first = 1;  ///< number of the first line
    std::vector<core::Relation> relations;
    std::vector<std::pair<std::size_t, std::string>> problems;  ///< by line

    void parse() {
        relations.reserve(lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (base::trim(lines[i]).empty()) continue;
            try {
                relations.push_back(core::relation_from_json(lines[i]));
            } catch (const std::invalid_argument& problem) {
                problems.emplace_back(first + i, problem.what());
            }
        }
        lines = {};
    }
};

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
        const std::vector<const core::Relation*> relations = sorted();
        complete_articles(relations);
        const store::Holdings holdings = write(output.temporary(), relations);
        output.commit();
        say_holdings(output_, holdings);
        return unreadable_ ? exit_error : exit_done;
    }

private:
    void read(const std::string& input) {
        if (input == "-") return read_lines(std::cin, input);
        if (input.ends_with(".ent")) {
            const auto file = store::GraphFile::open(input, store::GraphFile::Access::read);
            file.for_each_stored_relation([this](const core::Relation& relation) { take(relation); });
            const auto articles = file.articles();
            articles_.insert(articles_.end(), articles.begin(), articles.end());
            const auto decisions = file.decisions();
            decisions_.insert(decisions.begin(), decisions.end());
            return;
        }
        std::ifstream file(input, std::ios::binary);
        if (const auto reader = exporters::reader_of_path(input); reader != nullptr && file) {
            return reader(
                input, [this](const core::Relation& relation) { take(relation); }, diagnostics_);
        }
        if (file) return read_lines(file, input);
        unreadable_ = true;
        diagnostics_.error({input, 0}, "cannot be read");
    }

    /// Parses chunks on all cores while the next is read; what comes of them stays in their order.
    void read_lines(std::istream& in, const std::string& name) {
        constexpr std::size_t at_once = 4096;
        const std::size_t workers = std::max(1U, std::thread::hardware_concurrency());
        std::deque<std::future<Chunk>> parsing;
        Chunk chunk;
        const auto parse = [&] {
            const std::size_t next = chunk.first + chunk.lines.size();
            if (parsing.size() > workers) {
                take(parsing.front().get(), name);
                parsing.pop_front();
            }
            parsing.push_back(std::async(
                std::launch::async,
                [](Chunk part) {
                    part.parse();
                    return part;
                },
                std::move(chunk)));
            chunk = Chunk();
            chunk.first = next;
        };
        for (std::string line; std::getline(in, line);) {
            chunk.lines.push_back(std::move(line));
            if (chunk.lines.size() == at_once) parse();
        }
        if (!chunk.lines.empty()) parse();
        for (; !parsing.empty(); parsing.pop_front()) take(parsing.front().get(), name);
    }

    void take(Chunk chunk, const std::string& name) {
        for (const auto& [line, problem] : chunk.problems) diagnostics_.error({name, line}, problem);
        if (!chunk.relations.empty()) relations_.push_back(std::move(chunk.relations));
    }

    void take(const core::Relation& relation) {
        constexpr std::size_t at_once = 4096;
        if (relations_.empty() || relations_.back().size() == relations_.back().capacity()) {
            relations_.emplace_back().reserve(at_once);
        }
        relations_.back().push_back(relation);
    }

    /// All relations, so that the order in which the parts come does not show in the file.
    [[nodiscard]] std::vector<const core::Relation*> sorted() const {
        std::vector<const core::Relation*> order;
        for (const std::vector<core::Relation>& part : relations_) {
            for (const core::Relation& relation : part) order.push_back(&relation);
        }
        std::sort(order.begin(), order.end(), [](const core::Relation* a, const core::Relation* b) {
            const auto places = [](const core::Relation& x) { return std::tie(x.article, x.sentence.span, x.id); };
            return places(*a) != places(*b) ? places(*a) < places(*b) : *a < *b;
        });
        return order;
    }

    /// The records of articles from graph files, and of all others as far as their relations tell, in one order.
    void complete_articles(const std::vector<const core::Relation*>& relations) {
        if (articles_.empty()) return;
        for (const core::Relation* relation : relations) {
            if (articles_.back().id == relation->article) continue;
            articles_.push_back(
                {relation->article, "", "", relation->url, {}, relation->published, relation->language, 0});
        }
        std::sort(articles_.begin(), articles_.end());
    }

    store::Holdings write(const std::filesystem::path& path,
                          const std::vector<const core::Relation*>& relations) const {
        store::GraphFile file = store::GraphFile::create(path);
        file.begin();
        file.set_meta("program", "entente " + std::string(version));
        for (const store::ArticleRecord& article : articles_) file.merge_article(article);
        file.merge_relations(relations);
        for (const store::ActorDecision& decision : decisions_) file.add_decision(decision);
        file.commit();
        return file.holdings();
    }

    std::vector<std::string> inputs_;
    std::string output_;
    bool overwrite_ = false;
    bool strict_ = false;
    bool unreadable_ = false;
    std::vector<std::vector<core::Relation>> relations_;  ///< in parts, so that none is moved when more come
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
