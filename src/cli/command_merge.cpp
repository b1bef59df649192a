#include <algorithm>
#include <cstdint>
#include <fstream>
#include <future>
#include <iostream>
#include <numeric>
#include <optional>
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

/// What a line turned out to be: a relation, a problem, or, if blank, neither.
struct Line {
    std::optional<core::Relation> relation;
    std::string problem;
};

Line read_line(const std::string& line) {
    if (base::trim(line).empty()) return {};
    try {
        return {core::relation_from_json(line), ""};
    } catch (const std::invalid_argument& problem) {
        return {std::nullopt, problem.what()};
    }
}

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
        sort();
        complete_articles();
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
        constexpr std::size_t at_once = 16384;
        std::vector<std::string> lines;
        std::size_t first = 1;
        for (std::string line; std::getline(in, line);) {
            lines.push_back(std::move(line));
            if (lines.size() < at_once) continue;
            take(lines, name, first);
            first += lines.size();
            lines.clear();
        }
        take(lines, name, first);
    }

    /// Reads lines on all cores; what comes of them stays in their order.
    void take(const std::vector<std::string>& lines, const std::string& name, std::size_t first) {
        std::vector<Line> read(lines.size());
        const std::size_t workers = std::max(1U, std::thread::hardware_concurrency());
        std::vector<std::future<void>> parts;
        for (std::size_t worker = 0; worker < workers; ++worker) {
            parts.push_back(std::async(std::launch::async, [&, worker] {
                for (std::size_t i = worker; i < lines.size(); i += workers) read[i] = read_line(lines[i]);
            }));
        }
        for (std::future<void>& part : parts) part.get();
        for (std::size_t i = 0; i < read.size(); ++i) {
            if (read[i].relation) relations_.push_back(std::move(*read[i].relation));
            if (!read[i].problem.empty()) diagnostics_.error({name, first + i}, read[i].problem);
        }
    }

    /// Sorted so that the order in which the parts come does not show in the file. Relations are large: their places
    /// are sorted, and then each is moved once.
    void sort() {
        std::vector<std::uint32_t> order(relations_.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t k) {
            const core::Relation& a = relations_[i];
            const core::Relation& b = relations_[k];
            const auto places = [](const core::Relation& x) { return std::tie(x.article, x.sentence.span, x.id); };
            return places(a) != places(b) ? places(a) < places(b) : a < b;
        });
        for (std::uint32_t begin = 0; begin < order.size(); ++begin) {
            if (order[begin] == begin) continue;
            core::Relation displaced = std::move(relations_[begin]);
            std::uint32_t at = begin;
            for (; order[at] != begin; at = std::exchange(order[at], at)) {
                relations_[at] = std::move(relations_[order[at]]);
            }
            relations_[at] = std::move(displaced);
            order[at] = at;
        }
    }

    /// The records of articles from graph files, and of all others as far as their relations tell, in one order.
    void complete_articles() {
        if (articles_.empty()) return;
        for (const core::Relation& relation : relations_) {
            if (articles_.back().id == relation.article) continue;
            articles_.push_back({relation.article, "", "", relation.url, {}, relation.published, relation.language, 0});
        }
        std::sort(articles_.begin(), articles_.end());
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
