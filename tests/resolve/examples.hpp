#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "language/language_pack.hpp"
#include "resolve/resolver.hpp"
#include "syntax/conllu.hpp"

namespace entente::resolve {

/// A hand-parsed English article: sentences of lines `form lemma UPOS head deprel [feats]`, an empty line between, with
/// one space between words. One paragraph.
struct Example {
    explicit Example(const std::string& lines) : document(read(lines)), paragraphs{{0, document.size()}} {
        for (const syntax::Sentence& sentence : sentences) {
            readings.push_back(std::make_unique<extract::Reading>(sentence, pack()));
        }
    }

    [[nodiscard]] static const ontology::Ontology& ontology() {
        static const ontology::Ontology tables(data() / "ontology");
        return tables;
    }
    [[nodiscard]] static const language::LanguagePack& pack() {
        static const language::LanguagePack english = language::LanguagePack::load(data() / "lang" / "en", ontology());
        return english;
    }

    /// The first token with this form.
    [[nodiscard]] Phrase at(const std::string& form) const {
        for (std::size_t s = 0; s < sentences.size(); ++s) {
            for (std::size_t t = 0; t < sentences[s].size(); ++t) {
                if (sentences[s][t].form == form) return {s, t};
            }
        }
        throw std::out_of_range(form);
    }
    [[nodiscard]] core::Span span(const std::string& form) const {
        const Phrase phrase = at(form);
        return sentences[phrase.sentence][phrase.token].span;
    }
    [[nodiscard]] Quotations quotations() const { return {document, paragraphs, readings}; }

    std::vector<syntax::Sentence> sentences;
    text::CodePoints document;
    std::vector<core::Span> paragraphs;
    Readings readings;

private:
    static std::filesystem::path data() { return std::filesystem::path(ENTENTE_SOURCE_DIR) / "data"; }

    text::CodePoints read(const std::string& lines) {
        std::string conllu;
        int id = 0;
        for (const std::string& line : base::split(lines, '\n')) {
            const std::vector<std::string> cells = base::split_list(line, ' ');
            if (cells.empty()) {
                if (id > 0) conllu += "\n";
                id = 0;
                continue;
            }
            const std::string feats = cells.size() > 5 ? cells[5] : "_";
            conllu += std::to_string(++id) + "\t" + cells[0] + "\t" + cells[1] + "\t" + cells[2] + "\t_\t" + feats +
                      "\t" + cells[3] + "\t" + cells[4] + "\t_\t_\n";
        }
        sentences = syntax::read_conllu(conllu + "\n", "example");
        std::string text;
        for (syntax::Sentence& sentence : sentences) {
            sentence.language = "en";
            if (!text.empty()) text += " ";
            syntax::lay_out(sentence, text::code_point_count(text));
            text += syntax::surface_text(sentence);
        }
        return text::CodePoints(text);
    }
};

}  // namespace entente::resolve
