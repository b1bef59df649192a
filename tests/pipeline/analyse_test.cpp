// One article through the stages.

#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "articles/reader.hpp"
#include "pipeline/shipped.hpp"
#include "text/unicode.hpp"

using namespace entente;
using namespace entente::pipeline;

namespace {

/// Every span of every relation against the document that it counts in.
void check_spans(const Analysis& analysis) {
    const text::CodePoints document(analysis.document);
    const auto holds = [&](const core::Span& span, const std::string& text) {
        return span.end <= document.size() && !span.empty() && document.slice(span) == text;
    };
    for (const core::Relation& relation : analysis.relations) {
        CAPTURE(shown(relation));
        CHECK(holds(relation.source.span, relation.source.text));
        CHECK(holds(relation.action.span, relation.action.text));
        CHECK(holds(relation.target.span, relation.target.text));
        CHECK(holds(relation.sentence.span, relation.sentence.text));
        CHECK(relation.sentence.span.contains(relation.action.span));
        CHECK(relation.id == core::relation_id(relation));
        CHECK_FALSE(relation.rule.empty());
        if (relation.date) CHECK(holds(relation.date->span, relation.date->text));
    }
}

bool has(const Analysis& analysis, const std::string& relation) {
    return std::any_of(analysis.relations.begin(), analysis.relations.end(),
                       [&](const core::Relation& found) { return shown(found) == relation; });
}

}  // namespace

TEST_CASE("every stage holds what the stages before it hold") {
    const articles::Article article = article_of("Greece accused Turkey of lying. It rained.", "Greece and Turkey");
    const Analysis text = analysed(article, Stage::text);
    CHECK(text.document == article.document());
    CHECK(text.paragraphs.size() == 2);
    CHECK(text.sentences.empty());
    const Analysis sentences = analysed(article, Stage::sentences);
    REQUIRE(sentences.sentences.size() == 3);
    CHECK(sentences.sentences[1].tokens.front().lemma.empty());
    CHECK(sentences.words > 8);
    const Analysis syntax = analysed(article, Stage::syntax);
    CHECK(syntax.sentences[1].tokens[1].lemma == "accuse");
    CHECK(syntax.relations.empty());
    CHECK_FALSE(analysed(article, Stage::mentions).mentions.empty());
    const Analysis relations = analysed(article);
    REQUIRE(relations.relations.size() == 1);
    CHECK(shown(relations.relations[0]) == "GRC accuse TUR");
}

TEST_CASE("a relation says where it stands") {
    const Analysis analysis = analysed(article_of("Greece accused Turkey of lying.", "Un titre"));
    REQUIRE(analysis.relations.size() == 1);
    const core::Relation& relation = analysis.relations[0];
    CHECK(relation.article == "a");
    CHECK(relation.published == core::parse_date("2016-12-02"));
    CHECK(relation.language == "en");
    CHECK(relation.sentence.number == 2);
    CHECK(relation.sentence.span.begin == 10);
    CHECK(relation.source.text == "Greece");
    CHECK(relation.source.span == core::Span{10, 16});
    CHECK(relation.action.text == "accused");
    CHECK(relation.target.text == "Turkey");
    CHECK(relation.rule.starts_with("en/verbs.tsv:"));
}

TEST_CASE("each paragraph is read in its own language") {
    const Analysis analysis =
        analysed(article_of("La Grèce a accusé la Turquie de mentir sur ses intentions en mer Égée.\n\n"
                            "Kenya thanked the United Nations for the grain that it had sent in March.\n"));
    REQUIRE(analysis.relations.size() == 2);
    CHECK(analysis.relations[0].language == "fr");
    CHECK(shown(analysis.relations[0]) == "GRC accuse TUR");
    CHECK(analysis.relations[1].language == "en");
    CHECK(shown(analysis.relations[1]) == "KEN thank UN");
}

TEST_CASE("a short title speaks the language of what follows it") {
    const Analysis analysis = analysed(
        article_of("La Grèce a accusé la Turquie de mentir sur ses intentions.", "Grèce, Turquie"), Stage::sentences);
    REQUIRE_FALSE(analysis.sentences.empty());
    CHECK(analysis.sentences[0].language == "fr");
}

TEST_CASE("paragraphs in languages without data are skipped and counted") {
    const Analysis analysis =
        analysed(article_of("Griechenland hat der Türkei am Montag vorgeworfen, die Verhandlungen zu verzögern.\n\n"
                            "Greece accused Turkey on Monday of delaying the negotiations.\n"));
    CHECK(analysis.skipped_languages == std::vector<std::string>{"de"});
    REQUIRE(analysis.relations.size() == 1);
    CHECK(analysis.relations[0].language == "en");
}

TEST_CASE("a language that the input names is believed") {
    articles::Article article = article_of("Griechenland hat der Türkei vorgeworfen, die Verhandlungen zu verzögern.");
    article.language = "de";
    CHECK(analysed(article).skipped_languages.size() == 1);
    article.language = "en";
    CHECK(analysed(article).skipped_languages.empty());
}

TEST_CASE("an article without words has no relations") {
    for (const char* text : {"", "\n\n\n", " \t ", "...", "12 345", "\u00A0", "\u200B", "—"}) {
        CAPTURE(std::string(text));
        CHECK(analysed(article_of(text)).relations.empty());
        CHECK(analysed(article_of(text, text)).relations.empty());
    }
}

TEST_CASE("spans are right whatever characters stand before") {
    for (const std::string before :
         {"", "𝄞 ", "e\u0301te\u0301 ", "\u00AD", "\u200B", "“ ", "🇬🇷🇹🇷 ", "مصر ", "\t\t", "… "}) {
        CAPTURE(before);
        const std::string title = "𝄞 é " + before;
        const Analysis english = analysed(article_of("Greece accused Turkey of lying about the islands.", title));
        CHECK(has(english, "GRC accuse TUR"));
        check_spans(english);
        const Analysis french =
            analysed(article_of("Lundi, l’Égypte a accusé l’Éthiopie d’avoir menti aux médiateurs.", title));
        CHECK(has(french, "EGY accuse ETH"));
        check_spans(french);
        check_spans(analysed(article_of(before + "Greece accused Turkey of lying about the islands.")));
    }
}

TEST_CASE("decomposed letters, soft hyphens and unusual spaces do not hide a relation") {
    const Analysis analysis =
        analysed(article_of("La\u00A0Gre\u0300ce a accu\u00ADsé\u202Fla Turquie de mentir sur ses intentions.\r\nEt "
                            "voilà pour la journée."));
    CHECK(has(analysis, "GRC accuse TUR"));
    check_spans(analysis);
}

TEST_CASE("nasty texts neither break the analysis nor its spans") {
    std::string words;
    for (int i = 0; i < 600; ++i) words += "Greece and Turkey and ";
    const std::vector<std::string> texts{
        "((((((((((Greece accused Turkey))))))))))",
        "GREECE ACCUSED TURKEY OF LYING",
        "greece accused turkey of lying",
        "«««« Greece “accused” Turkey »»»»",
        "Greece-Turkey-Greece-Turkey--Greece---Turkey talks",
        "Greece's Turkey's Greece's talks with with with Turkey",
        "Accused. Accused! Accused? Turkey. Greece.",
        "He met him. He met him. They met. Who met whom?",
        "Mr. U.S. U.K. E.U. U.N. v. Gov. Sen. met Dr. U.S.",
        std::string(3000, 'a') + " met Greece",
        words + "met.",
        "Greece accused Turkey\x01\x02 of lying",
    };
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 60));
        check_spans(analysed(article_of(text)));
        articles::Article french = article_of(text);
        french.language = "fr";
        check_spans(analysed(french));
    }
}

TEST_CASE("every span of the samples is right") {
    base::Diagnostics diagnostics;
    std::size_t relations = 0;
    articles::Input input;
    input.paths = {std::string(ENTENTE_SOURCE_DIR) + "/samples"};
    articles::read_articles(
        input,
        [&](const articles::Article& article) {
            const Analysis analysis = analysed(article);
            check_spans(analysis);
            relations += analysis.relations.size();
            return true;
        },
        diagnostics);
    CHECK(relations > 20);
    CHECK(diagnostics.count(base::Severity::error) == 0);
}

TEST_CASE("sentences that were parsed elsewhere are taken as they are") {
    articles::Article article = article_of(
        "# lang = en\n"
        "1\tGreece\tGreece\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
        "2\taccused\taccuse\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_\n"
        "3\tTurkey\tTurkey\tPROPN\t_\t_\t2\tobj\t_\tSpaceAfter=No\n"
        "4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
        "# lang = fr\n"
        "1\tParis\tParis\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
        "2\taccuse\taccuser\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_\n"
        "3\tRome\tRome\tPROPN\t_\t_\t2\tobj\t_\t_\n\n");
    article.form = articles::Form::conllu;
    const Analysis analysis = analysed(article);
    REQUIRE(analysis.relations.size() == 2);
    CHECK(shown(analysis.relations[0]) == "GRC accuse TUR");
    CHECK(shown(analysis.relations[1]) == "FRA accuse ITA");
    CHECK(analysis.relations[1].language == "fr");
    CHECK(analysis.document.starts_with("Greece accused Turkey."));
    check_spans(analysis);
}

TEST_CASE("CoNLL-U that names no language and has no trees is recognised and parsed") {
    std::string lines;
    int number = 0;
    for (const char* word : {"La", "Grèce", "a", "accusé", "la", "Turquie", "de", "mensonge", "."}) {
        lines += std::to_string(++number) + "\t" + word + "\t_\t_\t_\t_\t_\t_\t_\t_\n";
    }
    articles::Article article = article_of(lines + "\n");
    article.title.clear();
    article.form = articles::Form::conllu;
    const Analysis analysis = analysed(article);
    CHECK(analysis.words == 9);
    REQUIRE(analysis.relations.size() == 1);
    CHECK(analysis.relations.front().language == "fr");
    CHECK(analysis.relations.front().source.id == "GRC");
    CHECK(analysis.relations.front().target.id == "TUR");
}

TEST_CASE("CoNLL-U in a language without data is counted and left out") {
    articles::Article article = article_of("# lang = xx\n1\tFoo\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
    article.language = "xx";
    article.form = articles::Form::conllu;
    const Analysis analysis = analysed(article);
    CHECK(analysis.sentences.empty());
    CHECK(analysis.skipped_languages == std::vector<std::string>{"xx"});
}

TEST_CASE("CoNLL-U that is damaged is refused by its line") {
    articles::Article article = article_of("1\tGreece\tGreece\tPROPN\t_\t_\t7\tnsubj\t_\t_\n\n");
    article.form = articles::Form::conllu;
    article.file = "x.conllu";
    CHECK_THROWS_AS(static_cast<void>(analysed(article)), base::DataError);
}

TEST_CASE("the same article gives the same relations again") {
    const articles::Article article =
        article_of("Greece accused Turkey of lying. Turkey summoned the Greek ambassador.");
    CHECK(analysed(article).relations == analysed(article).relations);
}
