#include "pipeline/pipeline.hpp"

#include <memory>

#include "articles/furniture.hpp"
#include "pipeline/stages.hpp"
#include "resolve/quotations.hpp"
#include "resolve/relations.hpp"
#include "resolve/resolver.hpp"
#include "text/paragraphs.hpp"
#include "text/unicode.hpp"

namespace entente::pipeline {

namespace {

/// The article as sentences: read as they are, or cut from its own paragraphs and parsed.
void read_sentences(const articles::Article& article, const Knowledge& knowledge, Stage stage, Analysis& analysis) {
    if (article.form == articles::Form::conllu) {
        analysis.sentences = read_parsed(article, knowledge, analysis.document, analysis.skipped_languages);
        analysis.paragraphs = {{0, text::code_point_count(analysis.document)}};
        for (const syntax::Sentence& sentence : analysis.sentences) analysis.words += sentence.size();
        return;
    }
    analysis.document = article.document();
    const text::CodePoints document(analysis.document);
    analysis.paragraphs = text::split_paragraphs(document);
    if (!article.whole) {
        analysis.paragraphs = articles::without_furniture(document, analysis.paragraphs, knowledge.furniture);
    }
    if (stage == Stage::text) return;
    for (const LanguageParagraph& paragraph :
         recognise_paragraphs(document, analysis.paragraphs, article.language, knowledge, analysis.skipped_languages)) {
        for (syntax::Sentence& sentence : sentences_of(document, paragraph, knowledge)) {
            if (stage >= Stage::syntax) knowledge.parsers.at(paragraph.language).parse(sentence);
            analysis.words += sentence.size();
            analysis.sentences.push_back(std::move(sentence));
        }
    }
}

resolve::Readings read_trees(const std::vector<syntax::Sentence>& sentences, const Knowledge& knowledge) {
    resolve::Readings readings;
    for (const syntax::Sentence& sentence : sentences) {
        const auto pack = knowledge.languages.find(sentence.language);
        if (pack == knowledge.languages.end()) continue;
        readings.push_back(std::make_unique<extract::Reading>(sentence, pack->second));
    }
    return readings;
}

}  // namespace

Analysis analyse(const articles::Article& article, const Knowledge& knowledge, Stage stage) {
    Analysis analysis;
    read_sentences(article, knowledge, stage, analysis);
    if (stage >= Stage::syntax) {
        for (const auto& [language, tagger] : knowledge.names) tagger.mark(analysis.sentences);
    }
    if (stage < Stage::mentions) return analysis;
    const text::CodePoints document(analysis.document);
    const resolve::Readings readings = read_trees(analysis.sentences, knowledge);
    const resolve::Quotations quotations(document, analysis.paragraphs, readings);
    resolve::Resolver resolver(knowledge.ontology, document, readings, quotations, article.published);
    if (stage == Stage::mentions) {
        analysis.mentions = resolver.mentions();
    } else {
        resolve::RelationMaker maker(article, document, readings, quotations, resolver, knowledge.dates);
        analysis.relations = maker.make();
    }
    return analysis;
}

}  // namespace entente::pipeline
