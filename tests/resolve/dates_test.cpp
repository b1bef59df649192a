#include "resolve/dates.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "text/tokenizer.hpp"

using namespace entente;

namespace {

const core::Date friday = {2016, 12, 2, core::DatePrecision::day};

syntax::Sentence sentence_of(const std::string& text, const std::string& language) {
    const text::TokenRules rules(ENTENTE_SOURCE_DIR "/data/lang/" + language + "/tokens.tsv");
    const text::CodePoints document(text);
    syntax::Sentence sentence;
    for (const auto& surface : text::tokenize(document, {0, document.size()}, rules)) {
        for (const auto& word : surface.words) {
            syntax::Token token;
            token.form = word.form;
            token.span = word.span;
            sentence.tokens.push_back(token);
        }
    }
    return sentence;
}

/// The dates found, each as `value=slice`, divided by spaces and semicolons.
std::string dates(const syntax::Sentence& sentence, const std::string& text, const std::string& language,
                  const std::optional<core::Date>& published) {
    const resolve::DateFinder finder(ENTENTE_SOURCE_DIR "/data/lang/" + language + "/dates.tsv");
    const text::CodePoints document(text);
    std::string found;
    for (const auto& date : finder.find(sentence, published)) {
        CHECK(date.span.begin == sentence[date.first].span.begin);
        CHECK(date.span.end == sentence[date.last].span.end);
        found +=
            (found.empty() ? "" : "; ") + core::to_string(date.value) + "=" + std::string(document.slice(date.span));
    }
    return found;
}

std::string english(const std::string& text, const std::optional<core::Date>& published = friday) {
    return dates(sentence_of(text, "en"), text, "en", published);
}
std::string french(const std::string& text, const std::optional<core::Date>& published = friday) {
    return dates(sentence_of(text, "fr"), text, "fr", published);
}

/// The sentence with one verb at its root that governs everything else.
std::string under_verb(const std::string& text, const std::string& language, const std::string& verb,
                       const std::string& feats, const std::string& lemma = "") {
    syntax::Sentence sentence = sentence_of(text, language);
    int root = 0;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i].form == verb) root = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool is_root = static_cast<int>(i) == root;
        sentence.tokens[i].head = is_root ? -1 : root;
        if (is_root)
            sentence.tokens[i].upos = syntax::Upos::verb, sentence.tokens[i].feats = feats,
            sentence.tokens[i].lemma = lemma;
    }
    return dates(sentence, text, language, friday);
}

}  // namespace

TEST_CASE("full dates need no day of publication") {
    CHECK(english("On 2 December 2016 they met.", std::nullopt) == "2016-12-02=2 December 2016");
    CHECK(english("On December 2, 2016 they met.", std::nullopt) == "2016-12-02=December 2, 2016");
    CHECK(english("On Dec. 2nd, 2016 they met.", std::nullopt) == "2016-12-02=Dec. 2nd, 2016");
    CHECK(english("On the 2nd of May 2016", std::nullopt) == "2016-05-02=2nd of May 2016");
    CHECK(french("Le 4 mai 2017, à Astana", std::nullopt) == "2017-05-04=4 mai 2017");
    CHECK(french("Le 1er mai 2017", std::nullopt) == "2017-05-01=1er mai 2017");
    CHECK(french("en décembre 2015", std::nullopt) == "2015-12=décembre 2015");
    CHECK(french("le jeudi 8 décembre 2016", std::nullopt) == "2016-12-08=jeudi 8 décembre 2016");
    CHECK(english("Friday, December 2, 2016", std::nullopt) == "2016-12-02=Friday, December 2, 2016");
}

TEST_CASE("dates in figures follow the habit of the language") {
    CHECK(english("on 2016-12-02", std::nullopt) == "2016-12-02=2016-12-02");
    CHECK(french("le 20/09/2017", std::nullopt) == "2017-09-20=20/09/2017");
    CHECK(french("le 09/11/2001", std::nullopt) == "2001-11-09=09/11/2001");
    CHECK(english("on 09/11/2001", std::nullopt) == "2001-09-11=09/11/2001");
    CHECK(english("on 20/09/2017", std::nullopt) == "2017-09-20=20/09/2017");
    CHECK(english("on 40/09/2017", std::nullopt) == "");
    CHECK(english("call 555-0199 or pay 1,500", std::nullopt) == "");
}

TEST_CASE("days that do not exist are no dates") {
    CHECK(english("on February 30, 2016", std::nullopt) == "");
    CHECK(french("le 31 avril 2016", std::nullopt) == "");
    CHECK(french("le 29 février 2016", std::nullopt) == "2016-02-29=29 février 2016");
}

TEST_CASE("years count where they cannot be numbers of things") {
    CHECK(english("in 2012 they met", std::nullopt) == "2012=2012");
    CHECK(french("depuis 2011, divisée", std::nullopt) == "2011=2011");
    CHECK(english("it cost 2012 euros", std::nullopt) == "");
}

TEST_CASE("without a day of publication relative dates are passed over") {
    CHECK(english("They met on Friday, yesterday, last week and in May.", std::nullopt) == "");
    CHECK(french("Ils se sont vus le 6 mai, hier et vendredi.", std::nullopt) == "");
}

TEST_CASE("days near publication are counted from it") {
    CHECK(english("They met yesterday and meet today.") == "2016-12-01=yesterday; 2016-12-02=today");
    CHECK(french("hier soir, aujourd'hui et demain") ==
          "2016-12-01=hier soir; 2016-12-02=aujourd'hui; 2016-12-03=demain");
    CHECK(english("this morning and last night") == "2016-12-02=this morning; 2016-12-01=last night");
    CHECK(french("ce matin") == "2016-12-02=ce matin");
}

TEST_CASE("a weekday is the last one on or before publication") {
    CHECK(english("They met on Friday.") == "2016-12-02=Friday");
    CHECK(english("They met Thursday night.") == "2016-12-01=Thursday night");
    CHECK(french("Il a reconnu lundi que") == "2016-11-28=lundi");
    CHECK(french("samedi matin") == "2016-11-26=samedi matin");
}

TEST_CASE("last and next move a weekday off the day of publication") {
    CHECK(english("last Friday") == "2016-11-25=last Friday");
    CHECK(english("next Friday") == "2016-12-09=next Friday");
    CHECK(french("lundi dernier") == "2016-11-28=lundi dernier");
    CHECK(french("vendredi prochain") == "2016-12-09=vendredi prochain");
    CHECK(french("ce vendredi") == "2016-12-02=ce vendredi");
}

TEST_CASE("under a verb of the future a weekday lies ahead") {
    CHECK(under_verb("Ils se rencontreront lundi.", "fr", "rencontreront", "Mood=Ind|Tense=Fut|VerbForm=Fin") ==
          "2016-12-05=lundi");
    CHECK(under_verb("They plan talks on Tuesday.", "en", "plan", "Mood=Ind|Tense=Pres|VerbForm=Fin", "plan") ==
          "2016-12-06=Tuesday");
    CHECK(under_verb("They met on Tuesday.", "en", "met", "Mood=Ind|Tense=Past|VerbForm=Fin", "meet") ==
          "2016-11-29=Tuesday");
}

TEST_CASE("a day and month without a year lie close to publication") {
    CHECK(french("le 6 mai") == "2016-05-06=6 mai");
    CHECK(english("on January 19") == "2016-01-19=January 19");
    CHECK(english("on December 20") == "2016-12-20=December 20");
    CHECK(english("on January 19", core::Date{2017, 1, 5}) == "2017-01-19=January 19");
    CHECK(english("on December 20", core::Date{2017, 1, 5}) == "2016-12-20=December 20");
    CHECK(french("le 4 mai dernier", core::Date{2017, 4, 20}) == "2016-05-04=4 mai dernier");
    CHECK(french("ce lundi 28 novembre") == "2016-11-28=ce lundi 28 novembre");
}

TEST_CASE("a month alone is the last one that has begun") {
    CHECK(french("en juillet") == "2016-07=juillet");
    CHECK(english("in March") == "2016-03=March");
    CHECK(french("début mai, puis fin juillet") == "2016-05=début mai; 2016-07=fin juillet");
    CHECK(english("in mid-March and late April") == "2016-03=mid-March; 2016-04=late April");
    CHECK(french("à la mi-avril") == "2016-04=mi-avril");
    CHECK(english("in May", core::Date{2016, 3, 1}) == "2015-05=May");
    CHECK(english("last October", core::Date{2019, 9, 29}) == "2018-10=last October");
}

TEST_CASE("the modal verb and the march are no months") {
    CHECK(english("They may meet. The march ended.") == "");
    CHECK(english("Theresa May met him on Monday.") == "2016-11-28=Monday");
}

TEST_CASE("weeks give their month, months and years themselves") {
    CHECK(english("last week") == "2016-11=last week");
    CHECK(english("this month and last year") == "2016-12=this month; 2015=last year");
    CHECK(french("la semaine dernière, l'année dernière et le mois prochain") ==
          "2016-11=semaine dernière; 2015=année dernière; 2017-01=mois prochain");
    CHECK(french("cette semaine") == "2016-12=cette semaine");
}

TEST_CASE("ago counts back from publication") {
    CHECK(english("two days ago and a month ago") == "2016-11-30=two days ago; 2016-11=a month ago");
    CHECK(french("il y a deux jours") == "2016-11-30=il y a deux jours");
    CHECK(french("il y a trois ans") == "2013=il y a trois ans");
    CHECK(english("10 years ago") == "2006=10 years ago");
}

TEST_CASE("spans of months and names of days are no dates") {
    CHECK(english("the last three months") == "");
    CHECK(english("Black Friday and Bloody Sunday") == "");
    CHECK(english("two days and three weeks") == "");
}

TEST_CASE("an empty sentence has no dates") {
    CHECK(english("") == "");
}

TEST_CASE("damaged date words are refused with their line") {
    const std::filesystem::path path = std::filesystem::temp_directory_path() / "entente_dates_test.tsv";
    const auto refuses = [&](const std::string& row) {
        std::ofstream(path) << "kind\tform\tvalue\n" << row << "\n";
        try {
            const resolve::DateFinder finder(path);
        } catch (const base::DataError& problem) {
            return problem.location().line == 2;
        }
        return false;
    };
    CHECK(refuses("month\tJanuary\t13"));
    CHECK(refuses("month\tJanuary\tone"));
    CHECK(refuses("unit\tday\tdays"));
    CHECK(refuses("season\twinter\t1"));
    CHECK(refuses("figures\tyear-first"));
    std::filesystem::remove(path);
}
