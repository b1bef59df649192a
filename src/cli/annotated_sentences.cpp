#include "cli/annotated_sentences.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "cli/terminal.hpp"
#include "syntax/conllu.hpp"
#include "text/unicode.hpp"

namespace entente::cli {

namespace {

/// Adds a comment unless there is one of that name.
void complete(std::vector<std::string>& comments, const std::string& name, const std::string& value) {
    const bool there = std::any_of(comments.begin(), comments.end(), [&](const std::string& comment) {
        return comment.starts_with(name + " ") || comment.starts_with(name + "=");
    });
    if (!there) comments.push_back(name + " = " + value);
}

/// The words of a multiword token as written, where they are its letters cut apart (`Russia’s`, not `du`).
void restore_words(syntax::Sentence& sentence, const syntax::MultiwordToken& range, const text::CodePoints& document) {
    std::string words;
    for (std::size_t i = range.first; i <= range.last; ++i) words += sentence.tokens[i].form;
    if (words != text::normalise(document.slice(range.span))) return;
    if (text::code_point_count(words) != range.span.size()) return;
    std::size_t at = range.span.begin;
    for (std::size_t i = range.first; i <= range.last; ++i) {
        const std::size_t end = at + text::code_point_count(sentence.tokens[i].form);
        sentence.tokens[i].form = one_line(document.slice({at, end}));
        at = end;
    }
}

/// The pipeline's forms are normalised; CoNLL-U shows what is written.
void restore_written_forms(syntax::Sentence& sentence, const text::CodePoints& document) {
    std::vector<bool> inside(sentence.size(), false);
    for (syntax::MultiwordToken& range : sentence.multiwords) {
        range.form = one_line(document.slice(range.span));
        restore_words(sentence, range, document);
        for (std::size_t i = range.first; i <= range.last; ++i) inside[i] = true;
    }
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        syntax::Token& token = sentence.tokens[i];
        if (!inside[i] && !token.span.empty()) token.form = one_line(document.slice(token.span));
    }
}

/// MISC without an item of that name.
std::string without(const std::string& misc, std::string_view name) {
    std::vector<std::string> kept;
    for (const std::string& item : base::split_list(misc, '|')) {
        if (!item.starts_with(name)) kept.push_back(item);
    }
    return base::join(kept, "|");
}

}  // namespace

void write_names(syntax::Sentence& sentence) {
    for (syntax::Token& token : sentence.tokens) {
        if (token.misc.find("NER=") != std::string::npos) token.misc = without(token.misc, "NER=");
    }
    for (const syntax::NamedSpan& span : sentence.named) {
        for (std::size_t i = span.first; i <= span.last; ++i) {
            std::string& misc = sentence.tokens[i].misc;
            if (!misc.empty()) misc += '|';
            misc.append(i == span.first ? "NER=B-" : "NER=I-").append(to_string(span.kind));
        }
    }
}

std::string annotated_sentences(const articles::Article& article, const pipeline::Analysis& analysis) {
    const text::CodePoints document(analysis.document);
    std::string text;
    std::size_t number = 0;
    for (syntax::Sentence sentence : analysis.sentences) {
        ++number;
        restore_written_forms(sentence, document);
        if (number == 1) complete(sentence.comments, "newdoc id", article.id);
        complete(sentence.comments, "sent_id", article.id + "-" + std::to_string(number));
        complete(sentence.comments, "lang", sentence.language);
        complete(sentence.comments, "text", one_line(document.slice(sentence.span)));
        // What came as CoNLL-U goes out as it came.
        if (article.form != articles::Form::conllu) write_names(sentence);
        text += syntax::to_conllu(sentence);
    }
    return text;
}

}  // namespace entente::cli
