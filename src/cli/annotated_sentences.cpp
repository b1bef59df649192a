#include "cli/annotated_sentences.hpp"

#include <algorithm>

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

/// The pipeline's forms are normalised; CoNLL-U shows what is written (`l\u2019`, a word broken over two lines).
void restore_written_forms(syntax::Sentence& sentence, const text::CodePoints& document) {
    std::vector<bool> inside(sentence.size(), false);
    for (syntax::MultiwordToken& range : sentence.multiwords) {
        range.form = one_line(document.slice(range.span));
        std::fill(inside.begin() + static_cast<std::ptrdiff_t>(range.first),
                  inside.begin() + static_cast<std::ptrdiff_t>(range.last) + 1, true);
    }
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        syntax::Token& token = sentence.tokens[i];
        if (!inside[i] && !token.span.empty()) token.form = one_line(document.slice(token.span));
    }
}

}  // namespace

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
        text += syntax::to_conllu(sentence);
    }
    return text;
}

}  // namespace entente::cli
