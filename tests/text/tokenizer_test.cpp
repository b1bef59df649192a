#include "text/tokenizer.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "base/errors.hpp"

using namespace entente;

namespace {

const text::TokenRules& rules_of(const std::string& language) {
    static const text::TokenRules english(ENTENTE_SOURCE_DIR "/data/lang/en/tokens.tsv");
    static const text::TokenRules french(ENTENTE_SOURCE_DIR "/data/lang/fr/tokens.tsv");
    return language == "en" ? english : french;
}

/// Tokens divided by spaces; the words of a multiword token joined by `+`.
std::string cut(const std::string& sentence, const std::string& language) {
    const text::CodePoints document(sentence);
    std::string result;
    for (const auto& token : text::tokenize(document, {0, document.size()}, rules_of(language))) {
        if (!result.empty()) result += ' ';
        for (std::size_t i = 0; i < token.words.size(); ++i) result += (i > 0 ? "+" : "") + token.words[i].form;
    }
    return result;
}

std::string english(const std::string& sentence) {
    return cut(sentence, "en");
}
std::string french(const std::string& sentence) {
    return cut(sentence, "fr");
}

void check_cover(const std::string& sentence, const std::string& language) {
    CAPTURE(sentence);
    const text::CodePoints document(sentence);
    std::size_t at = 0;
    for (const auto& token : text::tokenize(document, {0, document.size()}, rules_of(language))) {
        CHECK(token.span.begin >= at);
        CHECK(token.span.end > token.span.begin);
        for (std::size_t i = at; i < token.span.begin; ++i)
            CHECK((document[i] == U' ' || document[i] == U'\u00A0' || document[i] == U'\u200B'));
        CHECK(!token.form.empty());
        if (!text::normalise(document.slice(token.span)).empty()) {
            CHECK(token.form == text::normalise(document.slice(token.span)));
        }
        CHECK_FALSE(token.words.empty());
        for (const auto& word : token.words) CHECK(token.span.contains(word.span));
        const bool space = token.span.end >= document.size() || document[token.span.end] == U' ' ||
                           document[token.span.end] == U'\u00A0' || document[token.span.end] == U'\u200B';
        CHECK(token.space_after == space);
        at = token.span.end;
    }
    for (std::size_t i = at; i < document.size(); ++i) CHECK(document[i] == U' ');
}

}  // namespace

TEST_CASE("French contractions are two words in one token") {
    CHECK(french("Il va au marché du port.") == "Il va à+le marché de+le port .");
    CHECK(french("Aux armes, auquel il tient") == "À+les armes , à+lequel il tient");
    CHECK(french("la liste desquelles") == "la liste de+lesquelles");
}

TEST_CASE("des is a contraction behind nouns and an article elsewhere") {
    CHECK(french("le ministre des Finances") == "le ministre de+les Finances");
    CHECK(french("Des avions décollent.") == "Des avions décollent .");
    CHECK(french("avec des alliés") == "avec des alliés");
}

TEST_CASE("elided words are tokens of their own") {
    CHECK(french("L’homme qu’il n'aime pas s'en va jusqu'à l'île") ==
          "L' homme qu' il n' aime pas s' en va jusqu' à l' île");
    CHECK(french("aujourd'hui d'aujourd’hui quelqu'un") == "aujourd'hui d' aujourd'hui quelqu'un");
    CHECK(french("c'est-à-dire") == "c'est-à-dire");
}

TEST_CASE("pronouns behind the verb are cut off with their hyphen") {
    CHECK(french("a-t-il dit, est-ce que vas-y") == "a -t-il dit , est -ce que vas -y");
    CHECK(french("peut-être un rendez-vous à Saint-Denis avec celui-ci") ==
          "peut-être un rendez-vous à Saint-Denis avec celui-ci");
}

TEST_CASE("French numbers keep their groups together") {
    CHECK(french("10 000 soldats, 2,5 % et 1er") == "10 000 soldats , 2,5 % et 1er");
    const text::CodePoints document("plus de 1 250 000 euros en 2017 500 fois");
    const auto tokens = text::tokenize(document, {0, document.size()}, rules_of("fr"));
    REQUIRE(tokens.size() == 8);
    CHECK(tokens[2].form == "1 250 000");
    CHECK(tokens[5].form == "2017");
}

TEST_CASE("English contractions and possessives are two words in one token") {
    CHECK(english("don't can’t won't I'm they've cannot gonna") == "do+n't ca+n't wo+n't I+'m they+'ve can+not gon+na");
    CHECK(english("Russia’s plan and the states' rights") == "Russia+'s plan and the states+' rights");
    CHECK(english("the 'three states' agreed") == "the ' three states ' agreed");
}

TEST_CASE("the words of a contraction have their own letters where these can be told apart") {
    const text::CodePoints document("don't");
    const auto tokens = text::tokenize(document, {0, 5}, rules_of("en"));
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].multiword);
    CHECK(tokens[0].words[0].span == core::Span{0, 2});
    CHECK(tokens[0].words[1].span == core::Span{2, 5});
}

TEST_CASE("the words of an undone contraction share its span") {
    const text::CodePoints document("du");
    const auto tokens = text::tokenize(document, {0, 2}, rules_of("fr"));
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].words[0].span == core::Span{0, 2});
    CHECK(tokens[0].words[1].span == core::Span{0, 2});
}

TEST_CASE("English hyphens are cut but for prefixes and numbers in code") {
    CHECK(english("US-backed anti-government well-known co-operation") ==
          "US - backed anti-government well - known co-operation");
    CHECK(english("call 555-0199 in 2015-16") == "call 555-0199 in 2015 - 16");
    CHECK(french("al-Assad et contre-offensive") == "al-Assad et contre-offensive");
}

TEST_CASE("full stops belong to abbreviations and acronyms, not to the last word") {
    CHECK(english("Mr. Lee left the U.S. on Sept. 4.") == "Mr. Lee left the U.S. on Sept. 4 .");
    CHECK(english("He chose plan B.") == "He chose plan B .");
    CHECK(french("M. Roy et J.-P. Ba, etc.") == "M. Roy et J.-P. Ba , etc.");
    CHECK(english("US troops left...") == "US troops left ...");
}

TEST_CASE("amounts, times and dates are cut where the treebanks cut them") {
    CHECK(english("$1,500 at 10:30pm, 5% of 3.5bn on 11/09/2001") ==
          "$ 1,500 at 10:30 pm , 5 % of 3.5 bn on 11/09/2001");
    CHECK(french("à 14h, 30km et 23/12/2006") == "à 14 h , 30 km et 23/12/2006");
    CHECK(english("and/or AT&T -0.5") == "and / or AT&T -0.5");
}

TEST_CASE("addresses, handles and hashtags are whole") {
    CHECK(english("see https://example.org/a?b=1, write to jo.b@example.org.") ==
          "see https://example.org/a?b=1 , write to jo.b@example.org .");
    CHECK(english("(@jo_b #peace)") == "( @jo_b #peace )");
    CHECK(english("www.example.org.") == "www.example.org .");
}

TEST_CASE("quotes and brackets are tokens, straightened in the form") {
    CHECK(french("«Oui», dit l’un [d’eux].") == "« Oui » , dit l' un [ d' eux ] .");
    CHECK(english("“Yes”—(no)") == "\" Yes \" — ( no )");
}

TEST_CASE("every token is the document's slice and together they cover the sentence") {
    for (const char* sentence :
         {"", "L’État-major, a-t-il dit: «10 000 hommes…» (d'ici au 1er).", "e\u0301te\u0301 du\u00A0port\u200B !",
          "don't—stop U.S.-led 'n' $5 ?!?! ... -- ''", "\u00AD", "👍🏽 ok 北京 العربية", "'''", "-", ".",
          "l'", "l' ami", "d'd'd'", "n't", "-t-il", "( ( (", "a'b'c-d-e's'"}) {
        check_cover(sentence, "en");
        check_cover(sentence, "fr");
    }
}

TEST_CASE("a soft hyphen inside a word does not cut it") {
    CHECK(french("négo\u00ADcier") == "négocier");
}

TEST_CASE("damaged rules are refused with their line") {
    const std::filesystem::path path = std::filesystem::temp_directory_path() / "entente_tokens_test.tsv";
    const auto refuses = [&](const std::string& row) {
        std::ofstream(path) << "kind\tform\tvalue\n" << row << "\n";
        try {
            const text::TokenRules rules(path);
        } catch (const base::DataError& problem) {
            return problem.location().line == 2;
        }
        return false;
    };
    CHECK(refuses("abbreviation\tMr\ttitle"));
    CHECK(refuses("abbreviation\tMr.\tsometimes"));
    CHECK(refuses("contraction\tdu\tde"));
    CHECK(refuses("suffix\t-il\tword"));
    CHECK(refuses("weight\tdes after de\t3"));
    CHECK(refuses("setting\thyphen\tglue"));
    CHECK(refuses("rule\tx\ty"));
    std::filesystem::remove(path);
    CHECK_THROWS_AS(text::TokenRules("no/such/file.tsv"), base::DataError);
}
