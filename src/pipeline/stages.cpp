#include "pipeline/stages.hpp"

#include "syntax/conllu.hpp"
#include "text/language_recogniser.hpp"
#include "text/tokenizer.hpp"

namespace entente::pipeline {

text::KnownLanguages known_languages(const Knowledge& knowledge) {
    text::KnownLanguages known;
    for (const auto& [code, pack] : knowledge.languages) known.emplace(code, &pack.tokens);
    return known;
}

std::vector<LanguageParagraph> recognise_paragraphs(const text::CodePoints& document,
                                                    const std::vector<core::Span>& paragraphs,
                                                    const std::optional<std::string>& forced,
                                                    const Knowledge& knowledge, std::vector<std::string>& skipped) {
    const text::KnownLanguages known = known_languages(knowledge);
    std::vector<std::optional<std::string>> recognised;
    for (const core::Span& span : paragraphs) {
        recognised.push_back(forced ? forced : text::recognise_language(document.slice(span), known));
    }
    // A headline or a short line speaks the language of what follows it, or else of what came before.
    for (std::size_t i = recognised.size(); i-- > 1;) {
        if (!recognised[i - 1]) recognised[i - 1] = recognised[i];
    }
    for (std::size_t i = 1; i < recognised.size(); ++i) {
        if (!recognised[i]) recognised[i] = recognised[i - 1];
    }
    std::vector<LanguageParagraph> spoken;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const std::string language = recognised[i].value_or("und");
        if (knowledge.languages.contains(language)) {
            spoken.push_back({paragraphs[i], language});
        } else {
            skipped.push_back(language);
        }
    }
    return spoken;
}

namespace {

/// The longest topic before a colon in code points: "Syria: ", "Guerre au Mali : ".
constexpr std::size_t longest_topic = 25;

/// Headlines, lines without a full stop, name their topic before a colon ("Alep : vers un accord"). It is no part of
/// the clause and misleads the parser, so that it becomes a sentence of its own.
std::vector<core::Span> without_topic(const text::CodePoints& document, const core::Span& sentence) {
    if (document[sentence.end - 1] == U'.') return {sentence};
    for (std::size_t i = sentence.begin; i + 2 < sentence.end && i - sentence.begin < longest_topic; ++i) {
        const bool colon = document[i] == U':' && document[i + 1] == U' ';
        if (!colon || i == sentence.begin) continue;
        const char32_t next = document[i + 2];
        if (next == U'«' || next == U'“' || next == U'"') break;  // not a topic: somebody speaks
        return {{sentence.begin, i + 1}, {i + 2, sentence.end}};
    }
    return {sentence};
}

}  // namespace

std::vector<syntax::Sentence> sentences_of(const text::CodePoints& document, const LanguageParagraph& paragraph,
                                           const Knowledge& knowledge) {
    const text::TokenRules& rules = knowledge.languages.at(paragraph.language).tokens;
    std::vector<core::Span> spans;
    for (const core::Span& span : text::split_sentences(document, paragraph.span, rules)) {
        for (const core::Span& part : without_topic(document, span)) spans.push_back(part);
    }
    std::vector<syntax::Sentence> sentences;
    for (const core::Span& span : spans) {
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

std::vector<syntax::Sentence> read_parsed(const articles::Article& article, const Knowledge& knowledge,
                                          std::string& document, std::vector<std::string>& skipped) {
    const text::KnownLanguages known = known_languages(knowledge);
    std::optional<std::string> language = article.language;
    std::vector<syntax::Sentence> sentences;
    document.clear();
    std::size_t at = 0;  // in code points
    for (syntax::Sentence& sentence : syntax::read_conllu(article.text, article.file)) {
        const std::string text = syntax::surface_text(sentence);
        syntax::lay_out(sentence, at);
        document += text + "\n";
        at += text::code_point_count(text) + 1;
        for (syntax::Token& token : sentence.tokens) {
            if (std::string form = text::normalise(token.form); !form.empty()) token.form = std::move(form);
        }
        // What is not said is recognised, and a sentence too short to tell goes on in the language before it.
        if (!sentence.language.empty()) language = sentence.language;
        if (!language) language = text::recognise_language(text, known);
        sentence.language = language.value_or("und");
        if (!knowledge.languages.contains(sentence.language)) {
            skipped.push_back(sentence.language);
            continue;
        }
        if (!syntax::is_tree(sentence)) knowledge.parsers.at(sentence.language).parse(sentence);
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

}  // namespace entente::pipeline
