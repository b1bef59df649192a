#include <cmath>
#include <fstream>
#include <iostream>

#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "base/json.hpp"
#include "base/strings.hpp"
#include "cli/analysis_run.hpp"
#include "cli/command_list.hpp"
#include "cli/evaluation.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "core/relation_json.hpp"

namespace entente::cli {

namespace {

std::ifstream open(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw base::DataError({path, 0}, "cannot be read");
    return file;
}

double rounded(double percent) {
    return std::round(percent * 10) / 10;
}

std::string fraction(const Share& share) {
    return std::to_string(share.first) + "/" + std::to_string(share.second);
}

/// Whether the file holds relation lines rather than articles: its first line has two sides.
bool holds_relations(const std::string& path) {
    if (!path.ends_with(".jsonl")) return false;
    auto file = open(path);
    std::string line;
    while (std::getline(file, line) && base::trim(line).empty()) {
    }
    if (base::trim(line).empty()) return true;  // no relations are relations too
    try {
        const base::JsonDocument document(line);
        return document.root()["source"].is_object() && document.root()["target"].is_object();
    } catch (const std::invalid_argument&) {
        return false;
    }
}

/// Annotations and what was extracted, compared.
class EvalCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GOLD", gold_, "annotated relations, one JSON object a line")->required();
        options_.declare(app);
        app.add_option("--articles", articles_, "the annotated articles: what is found in one without any is wrong")
            ->group("Comparison")
            ->type_name("FILE");
        app.add_option("--level", level_, "principal (SYR-REB) or country (SYR)")
            ->group("Comparison")
            ->check(CLI::IsMember({"principal", "country"}))
            ->capture_default_str();
        app.add_flag("--untyped", untyped_, "who to whom: types, polarity and direction do not matter")
            ->group("Comparison");
        app.add_flag("--errors", errors_, "list what was missed and what is wrong instead")->group("Comparison");
        table_.declare(app);
    }

    int run() override {
        auto file = open(gold_);
        const auto gold = read_gold(file, gold_);
        read_inputs();
        if (!articles_.empty()) read_ids(articles_);
        const Figures figures = evaluate(gold, ids_, relations_, {level_ == "country", untyped_});
        table_.print(errors_ ? faults(figures) : summary(figures));
        if (failed_) return exit_error;
        return figures.recall.first == 0 ? exit_nothing_found : exit_done;
    }

private:
    void read_inputs() {
        InputOptions articles = options_;
        articles.input.paths.clear();
        for (const std::string& path : options_.input.paths) {
            if (holds_relations(path)) {
                read_relations(path);
            } else {
                articles.input.paths.push_back(path);
            }
        }
        if (!articles.input.paths.empty()) extract(articles);
    }

    void extract(const InputOptions& articles) {
        AnalysisRun run(articles);
        const auto knowledge = pipeline::Knowledge::load(pipeline::find_data());
        run.analyse(knowledge, pipeline::Stage::relations, [this](const auto& article, pipeline::Analysis analysis) {
            ids_.push_back(article.id);
            for (core::Relation& relation : analysis.relations) relations_.push_back(std::move(relation));
        });
        failed_ = run.exit_code() == exit_error;
    }

    void read_relations(const std::string& path) {
        auto file = open(path);
        std::string line;
        for (std::size_t number = 1; std::getline(file, line); ++number) {
            if (base::trim(line).empty()) continue;
            try {
                relations_.push_back(core::relation_from_json(line));
            } catch (const std::invalid_argument& problem) {
                throw base::DataError({path, number}, problem.what());
            }
        }
    }

    void read_ids(const std::string& path) {
        auto file = open(path);
        std::string line;
        for (std::size_t number = 1; std::getline(file, line); ++number) {
            if (base::trim(line).empty()) continue;
            try {
                const base::JsonDocument document(line);
                const auto id = document.root()["id"].string();
                if (!id) throw std::invalid_argument("the member 'id' is missing");
                ids_.push_back(*id);
            } catch (const std::invalid_argument& problem) {
                throw base::DataError({path, number}, problem.what());
            }
        }
    }

    static Table summary(const Figures& figures) {
        Table table{{{"precision"}, {"recall"}, {"f1"}, {"found"}, {"right"}, {"outside"}}, {{}}};
        auto& row = table.rows.front();
        row = {rounded(figures.precision_percent()), rounded(figures.recall_percent()),
               rounded(figures.f1_percent()),        fraction(figures.recall),
               fraction(figures.precision),          cell(figures.outside)};
        for (const char* attribute : {"status", "name", "date", "place"}) {
            const auto share = figures.attributes.find(attribute);
            table.columns.push_back({attribute});
            row.push_back(fraction(share == figures.attributes.end() ? Share{} : share->second));
        }
        return table;
    }

    static Table faults(const Figures& figures) {
        Table table{{{"fault"},
                     {"document"},
                     {"source"},
                     {"action"},
                     {"type"},
                     {"target"},
                     {"polarity"},
                     {"rule", Column::Kind::data},
                     {"sentence", Column::Kind::shown, true}},
                    {}};
        const auto joined = [](const Answers& answers) { return base::join(answers, "|"); };
        for (const Fault& fault : figures.faults) {
            if (const GoldRelation* gold = fault.missed) {
                table.rows.push_back({"missed", fault.document, joined(gold->source.principals), gold->action,
                                      joined(gold->types), joined(gold->target.principals), joined(gold->polarities),
                                      std::monostate(), gold->sentence});
            } else {
                const core::Relation& wrong = *fault.wrong;
                table.rows.push_back({"wrong", fault.document, wrong.source.principal, wrong.action.id,
                                      std::string(to_string(wrong.action.type)), wrong.target.principal,
                                      std::string(to_string(wrong.polarity)), wrong.rule, wrong.sentence.text});
            }
        }
        return table;
    }

    std::string gold_;
    InputOptions options_;
    std::string articles_;
    std::string level_ = "principal";
    bool untyped_ = false;
    bool errors_ = false;
    bool failed_ = false;
    TableOptions table_;
    std::vector<std::string> ids_;
    std::vector<core::Relation> relations_;
};

}  // namespace

const CommandRow eval_command{"eval", "Compares what is extracted with annotated relations: precision, recall, F1",
                              "  entente eval gold.jsonl relations.jsonl\n"
                              "  entente eval gold.jsonl relations.jsonl --articles articles.jsonl\n"
                              "  entente eval gold.jsonl articles.jsonl             extracts first\n"
                              "  entente eval gold.jsonl articles.jsonl --errors    what was missed, what is wrong\n"
                              "  entente eval gold.jsonl articles.jsonl --level country --untyped\n",
                              [] { return std::unique_ptr<Command>(std::make_unique<EvalCommand>()); }};

}  // namespace entente::cli
