#include <iostream>

#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "base/strings.hpp"
#include "cli/analysis_run.hpp"
#include "cli/annotated_sentences.hpp"
#include "cli/command_list.hpp"
#include "cli/relation_table.hpp"
#include "cli/table.hpp"
#include "text/unicode.hpp"

namespace entente::cli {

namespace {

constexpr auto data = Column::Kind::data;
constexpr auto shown = Column::Kind::shown;

pipeline::Stage stage_named(const std::string& name) {
    if (name == "text") return pipeline::Stage::text;
    if (name == "sentences") return pipeline::Stage::sentences;
    if (name == "syntax") return pipeline::Stage::syntax;
    if (name == "mentions") return pipeline::Stage::mentions;
    if (name == "relations") return pipeline::Stage::relations;
    throw base::UsageError("--stage takes text, sentences, syntax, mentions or relations, not `" + name + "`");
}

std::vector<Column> columns_of(pipeline::Stage stage) {
    switch (stage) {
        case pipeline::Stage::text:
            return {{"article", shown}, {"begin", shown}, {"end", shown}, {"paragraph", shown, true}};
        case pipeline::Stage::sentences:
            return {{"article", shown}, {"number", shown}, {"language", shown},      {"begin", shown},
                    {"end", shown},     {"words", data},   {"sentence", shown, true}};
        case pipeline::Stage::mentions:
            return {{"article", shown}, {"begin", shown},     {"end", shown}, {"text", shown},
                    {"actor", shown},   {"principal", shown}, {"how", shown}, {"named", shown}};
        case pipeline::Stage::syntax: return {};
        case pipeline::Stage::relations: return relation_columns();
    }
    return {};
}

void add_paragraphs(Table& table, const articles::Article& article, const pipeline::Analysis& analysis) {
    const text::CodePoints document(analysis.document);
    for (const core::Span& span : analysis.paragraphs) {
        table.rows.push_back({article.id, cell(span.begin), cell(span.end), std::string(document.slice(span))});
    }
}

void add_sentences(Table& table, const articles::Article& article, const pipeline::Analysis& analysis) {
    const text::CodePoints document(analysis.document);
    std::int64_t number = 0;
    for (const syntax::Sentence& sentence : analysis.sentences) {
        table.rows.push_back({article.id, ++number, sentence.language, cell(sentence.span.begin),
                              cell(sentence.span.end), cell(sentence.size()),
                              std::string(document.slice(sentence.span))});
    }
}

/// The kinds of the names that the recogniser sees in a mention: `PER`, `ORG+LOC`.
std::string kinds_in(const core::Span& mention, const std::vector<syntax::Sentence>& sentences) {
    std::vector<std::string> kinds;
    for (const syntax::Sentence& sentence : sentences) {
        if (sentence.span.end <= mention.begin || mention.end <= sentence.span.begin) continue;
        for (const syntax::NamedSpan& name : sentence.named) {
            const bool apart =
                sentence[name.last].span.end <= mention.begin || mention.end <= sentence[name.first].span.begin;
            if (!apart) kinds.emplace_back(to_string(name.kind));
        }
    }
    return base::join(kinds, "+");
}

void add_mentions(Table& table, const articles::Article& article, const pipeline::Analysis& analysis) {
    for (const auto& mention : analysis.mentions) {
        const Cell actor = mention.actor.empty() ? Cell() : Cell(mention.actor);
        const Cell principal = mention.principal.empty() ? Cell() : Cell(mention.principal);
        table.rows.push_back({article.id, cell(mention.span.begin), cell(mention.span.end), mention.text, actor,
                              principal, mention.how, kinds_in(mention.span, analysis.sentences)});
    }
}

/// Any stage between text and relations, to see into the pipeline.
class ShowCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("--stage", stage_name_, "text, sentences, syntax, mentions or relations")
            ->required()
            ->type_name("STAGE");
        options_.declare(app);
        table_.declare(app);
    }

    int run() override {
        stage_ = stage_named(stage_name_);
        AnalysisRun run(options_);
        const auto knowledge = pipeline::Knowledge::load(pipeline::find_data());
        Table table;
        table.columns = columns_of(stage_);
        run.analyse(knowledge, stage_, [&](const articles::Article& article, const pipeline::Analysis& analysis) {
            add(table, article, analysis);
        });
        if (stage_ != pipeline::Stage::syntax) table_.print(table);
        return run.exit_code();
    }

private:
    void add(Table& table, const articles::Article& article, const pipeline::Analysis& analysis) const {
        switch (stage_) {
            case pipeline::Stage::text: add_paragraphs(table, article, analysis); break;
            case pipeline::Stage::sentences: add_sentences(table, article, analysis); break;
            case pipeline::Stage::syntax: std::cout << annotated_sentences(article, analysis); break;
            case pipeline::Stage::mentions: add_mentions(table, article, analysis); break;
            case pipeline::Stage::relations:
                for (const core::Relation& relation : analysis.relations) table.rows.push_back(relation_row(relation));
                break;
        }
    }

    std::string stage_name_;
    pipeline::Stage stage_ = pipeline::Stage::relations;
    InputOptions options_;
    TableOptions table_;
};

}  // namespace

const CommandRow show_command{
    "show", "Shows any stage of the work on an article",
    "  entente show --stage text article.txt          the paragraphs, without page furniture\n"
    "  entente show --stage sentences article.txt     sentences with language and offsets\n"
    "  entente show --stage syntax article.txt        trees as CoNLL-U\n"
    "  entente show --stage mentions article.txt      who is mentioned where, and who that is\n"
    "  entente show --stage relations article.txt     relations with the rule that made each\n",
    [] { return std::unique_ptr<Command>(std::make_unique<ShowCommand>()); }};

}  // namespace entente::cli
