// What needs the program's knowledge: the tokeniser, queries, the whole pipeline.

#include <optional>

#include "cli/names.hpp"
#include "fuzz/target.hpp"
#include "pipeline/pipeline.hpp"
#include "pipeline/stages.hpp"
#include "syntax/conllu.hpp"
#include "text/characters.hpp"
#include "text/paragraphs.hpp"
#include "text/tokenizer.hpp"
#include "text/unicode.hpp"

using namespace entente;

namespace fuzz {

namespace {

/// Loaded when a target first needs it.
const pipeline::Knowledge& knowledge() {
    static const pipeline::Knowledge loaded = pipeline::Knowledge::load(pipeline::find_data());
    return loaded;
}

const std::vector<std::string> texts = {
    "Moscou : vers un accord ?\n\nM. Dupont n’a pas signé l’accord du 3 mars (voir p. 4). « Nous verrons », dit-il.",
    "Kenya's minister didn't meet the U.S. envoy on Jan. 5, 2024. \"We can't,\" he said...\nTalks re-start at 5 p.m.!",
    "RUSSIA ATTACKS A PORT\n\nThe Russian army bombed Odesa, and Ukraine accused Moscow of killing 12 civilians.",
    "La France et l'Allemagne négocieraient avec l'Iran ; Téhéran a refusé. http://example.org/a?b=c a@b.org 3,5 %"};

std::string as_utf8(const std::string& bytes) {
    return text::is_valid_utf8(bytes) ? bytes : text::from_windows_1252(bytes);
}

class Tokens : public Target {
public:
    [[nodiscard]] std::string name() const override { return "tokens"; }
    [[nodiscard]] std::vector<std::string> seeds() const override { return texts; }
    void run(const std::string& bytes) override {
        (void)text::fold(bytes);
        const text::CodePoints document(as_utf8(bytes));
        for (const std::string& word : {text::fold(document.utf8()), text::normalise(document.utf8())}) {
            require(text::is_valid_utf8(word), "a key is UTF-8");
        }
        (void)text::display_width(document.utf8());
        const std::vector<core::Span> paragraphs = text::split_paragraphs(document);
        std::vector<std::string> skipped;
        (void)pipeline::recognise_paragraphs(document, paragraphs, std::nullopt, knowledge(), skipped);
        for (const auto& [code, pack] : knowledge().languages) {
            for (const core::Span& paragraph : paragraphs) check(document, paragraph, pack.tokens);
        }
    }

private:
    static void check(const text::CodePoints& document, const core::Span& paragraph, const text::TokenRules& rules) {
        std::size_t at = paragraph.begin;
        const auto only_space_until = [&](std::size_t end) {
            for (; at < end; ++at) require(text::is_space(document[at]), "only space stands between tokens");
        };
        for (const core::Span& sentence : text::split_sentences(document, paragraph, rules)) {
            require(sentence.begin >= at && sentence.begin < sentence.end, "sentences are in order and not empty");
            for (const text::SurfaceToken& token : text::tokenize(document, sentence, rules)) {
                require(token.span.begin >= at && token.span.begin < token.span.end, "tokens are in order");
                require(token.span.end <= sentence.end, "tokens stay within their sentence");
                require(!token.words.empty(), "a token has a word");
                only_space_until(token.span.begin);
                at = token.span.end;
            }
        }
        only_space_until(paragraph.end);
    }
};

class Names : public Target {
public:
    [[nodiscard]] std::string name() const override { return "names"; }
    [[nodiscard]] std::vector<std::string> seeds() const override {
        return {"Moscou", "opposition syrienne", "RUS", "john-kerry", "Côte d’Ivoire", "negotiate", "CONSULT", "04",
                "?"};
    }
    void run(const std::string& bytes) override {
        if (!names_) names_.emplace(pipeline::find_data());
        for (const bool exact : {false, true}) {
            try {
                (void)names_->actor(bytes, graph_, exact);
            } catch (const base::UsageError&) {
            }
        }
        try {
            (void)names_->action(bytes);
        } catch (const base::UsageError&) {
        }
        for (const auto& [code, pack] : knowledge().languages) (void)pack.actors_named(bytes);
    }

private:
    std::optional<cli::Names> names_;
    graph::KnowledgeGraph graph_;
};

class Pipeline : public Target {
public:
    [[nodiscard]] std::string name() const override { return "pipeline"; }
    [[nodiscard]] std::vector<std::string> seeds() const override { return texts; }
    void run(const std::string& bytes) override {
        articles::Article article;
        article.id = "fuzz";
        article.text = as_utf8(bytes);
        article.published = core::Date{2024, 3, 4};
        const pipeline::Analysis analysis = pipeline::analyse(article, knowledge(), pipeline::Stage::relations);
        for (const syntax::Sentence& sentence : analysis.sentences) {
            require(syntax::is_tree(sentence), "every parse is a tree");
            require(!syntax::read_conllu(syntax::to_conllu(sentence), "written").empty(), "a tree can be read again");
        }
        const text::CodePoints document(analysis.document);
        for (const core::Relation& relation : analysis.relations) {
            require(document.slice(relation.action.span) == relation.action.text, "spans are slices");
        }
    }
};

}  // namespace

Targets language_targets() {
    Targets targets;
    targets.push_back(std::make_unique<Tokens>());
    targets.push_back(std::make_unique<Names>());
    targets.push_back(std::make_unique<Pipeline>());
    return targets;
}

}  // namespace fuzz
