#include <iostream>
#include <optional>

#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/strings.hpp"
#include "cli/analysis_run.hpp"
#include "cli/annotated_sentences.hpp"
#include "cli/command_list.hpp"
#include "pipeline/stages.hpp"
#include "syntax/conllu.hpp"
#include "text/language_recogniser.hpp"

namespace entente::cli {

namespace {

/// The language that a sentence's comments give, if they do.
std::optional<std::string> stated_language(const syntax::Sentence& sentence) {
    for (const std::string& comment : sentence.comments) {
        const std::size_t equals = comment.find('=');
        if (equals != std::string::npos && base::trim(comment.substr(0, equals)) == "lang") {
            return std::string(base::trim(std::string_view(comment).substr(equals + 1)));
        }
    }
    return std::nullopt;
}

/// Forgets the annotation, keeps the words.
void strip(syntax::Sentence& sentence) {
    for (syntax::Token& token : sentence.tokens) {
        token.lemma.clear();
        token.xpos.clear();
        token.feats.clear();
        token.deprel_subtype.clear();
        token.deps.clear();
        token.head = -1;
    }
}

/// CoNLL-U of the own tokeniser, tagger and parser.
class AnnotateCommand : public Command {
public:
    void declare(CLI::App& app) override {
        options_.declare(app);
        app.get_option("INPUT")->required(false);
        app.add_option("--keep-tokens", tokens_,
                       "take sentences and words from this file, and replace lemmas, tags, trees and names")
            ->group("Input")
            ->type_name("FILE.conllu");
    }

    int run() override {
        if (options_.input.paths.empty() == tokens_.empty()) {
            throw base::UsageError("give either articles to annotate or --keep-tokens FILE.conllu");
        }
        const auto knowledge = pipeline::Knowledge::load(pipeline::find_data());
        if (!tokens_.empty()) return annotate_tokens(knowledge);
        options_.input.whole = true;
        AnalysisRun run(options_);
        run.analyse(knowledge, pipeline::Stage::syntax,
                    [](const articles::Article& article, const pipeline::Analysis& analysis) {
                        std::cout << annotated_sentences(article, analysis);
                    });
        return run.exit_code();
    }

private:
    int annotate_tokens(const pipeline::Knowledge& knowledge) const {
        const std::string text = base::read_file(tokens_);
        syntax::ConlluReader reader(text, tokens_);
        const text::KnownLanguages known = pipeline::known_languages(knowledge);
        std::optional<std::string> language = options_.input.language;
        while (std::optional<syntax::Sentence> sentence = reader.next()) {
            if (!options_.input.language) {
                if (const auto stated = stated_language(*sentence)) language = stated;
                if (!language) language = text::recognise_language(syntax::surface_text(*sentence), known);
            }
            if (!language) throw base::DataError({tokens_, 0}, "its language is not clear; name it with --lang");
            const auto parser = knowledge.parsers.find(*language);
            if (parser == knowledge.parsers.end()) {
                throw base::UsageError("there is no model for the language `" + *language + "`");
            }
            strip(*sentence);
            parser->second.parse(*sentence);
            sentence->language = *language;
            const auto names = knowledge.names.find(*language);
            if (names != knowledge.names.end()) names->second.mark({&*sentence, 1});
            write_names(*sentence);
            std::cout << syntax::to_conllu(*sentence);
        }
        return exit_done;
    }

    InputOptions options_;
    std::string tokens_;
};

}  // namespace

const CommandRow annotate_command{"annotate",
                                  "Writes articles as CoNLL-U: words, lemmas, tags, dependency trees, names",
                                  "  entente annotate article.txt >article.conllu\n"
                                  "  entente annotate --keep-tokens gold.conllu --lang fr >parsed.conllu\n",
                                  [] { return std::unique_ptr<Command>(std::make_unique<AnnotateCommand>()); }};

}  // namespace entente::cli
