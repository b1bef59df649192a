#include "pipeline/stages.hpp"

#include "syntax/conllu.hpp"
#include "text/language_recogniser.hpp"
#include "text/tokenizer.hpp"

namespace entente::pipeline {

std::vector<LanguageParagraph> recognise_paragraphs(const text::CodePoints& document,
                                                    const std::vector<core::Span>& paragraphs,
                                                    const std::optional<std::string>& forced, const Knowledge& knowledge,
                                                    std::vector<std::string>& skipped) {
    std::vector<std::optional<std::string>> recognised;
    for (const core::Span& span : paragraphs) {
        recognised.push_back(forced ? forced : text::recognise_language(document.slice(span)));
    }
    // A headline or a short line speaks the language of what follows it, or else of what came before.
    for (std::size_t i = recognised.size(); i-- > 1;) {
        if (!recognised[i - 1]) recognised[i - 1] = recognised[i];
    }
    for (std::size_t i = 1; i < recognised.size(); ++i) {
        if (!recognised[i]) recognised[i] = recognised[i - 1];
    }
    std::vector<LanguageParagraph> known;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const std::string language = recognised[i].value_or("und");
        if (knowledge.languages.contains(language)) {
            known.push_back({paragraphs[i], language});
        } else {
            skipped.push_back(language);
        }
    }
    return known;
}

std::vector<syntax::Sentence> sentences_of(const text::CodePoints& document, const LanguageParagraph& paragraph,
                                           const Knowledge& knowledge) {
    const text::TokenRules& rules = knowledge.languages.at(paragraph.language).tokens;
    std::vector<syntax::Sentence> sentences;
    for (const core::Span& span : text::split_sentences(document, paragraph.span, rules)) {
        syntax::Sentence sentence;
        sentence.span = span;
        sentence.language = paragraph.language;
        for (const text::SurfaceToken& surface : text::tokenize(document, span, rules)) {
            const std::size_t first = sentence.tokens.size();
            for (const text::SurfaceWord& word : surface.words) {
                syntax::Token token;
                token.form = word.form;
                token.span = word.span;
                token.space_after = false;
                sentence.tokens.push_back(std::move(token));
            }
            sentence.tokens.back().space_after = surface.space_after;
            if (surface.multiword) {
                sentence.multiwords.push_back(
                    {first, sentence.tokens.size() - 1, surface.form, surface.span, surface.space_after, ""});
            }
        }
        if (!sentence.tokens.empty()) sentences.push_back(std::move(sentence));
    }
    return sentences;
}

std::vector<syntax::Sentence> read_parsed(const articles::Article& article, std::string& document) {
    std::vector<syntax::Sentence> sentences = syntax::read_conllu(article.text, article.file);
    document.clear();
    std::size_t at = 0;  // in code points
    for (syntax::Sentence& sentence : sentences) {
        if (sentence.language.empty()) sentence.language = article.language.value_or("en");
        const std::string text = syntax::surface_text(sentence);
        syntax::lay_out(sentence, at);
        document += text + "\n";
        at += text::code_point_count(text) + 1;
    }
    return sentences;
}

}  // namespace entente::pipeline
