#include "resolve/resolver.hpp"

#include <doctest/doctest.h>

#include "resolve/examples.hpp"

using namespace entente;
using namespace entente::resolve;

namespace {

/// Who is meant by the phrases with these heads, asked for in text order: `principal/name` joined by `+`.
std::vector<std::string> meant(const Example& example, const std::vector<std::string>& forms,
                               const char* date = "2016-12-02") {
    const Quotations quotations = example.quotations();
    Resolver resolver(Example::ontology(), example.document, example.readings, quotations, core::parse_date(date));
    std::vector<std::string> answers;
    std::size_t remembered = 0;
    for (const std::string& form : forms) {
        const Phrase phrase = example.at(form);
        for (; remembered < phrase.sentence; ++remembered) resolver.remember(remembered);
        std::vector<std::string> actors;
        for (const core::Participant& actor : resolver.actors(phrase)) {
            CHECK(example.document.slice(actor.span) == actor.text);
            actors.push_back(actor.principal + (actor.name ? "/" + *actor.name : ""));
        }
        answers.push_back(base::join(actors, "+"));
    }
    return answers;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("states are meant by their names and capitals") {
    const Example example(R"(
        Moscow Moscow PROPN 2 nsubj
        thanked thank VERB 0 root VerbForm=Fin
        Syria Syria PROPN 2 obj
    )");
    CHECK(meant(example, {"Moscow", "Syria"}) == Strings{"RUS", "SYR"});
}

TEST_CASE("a person acts for the office held when the article appeared") {
    const Example example(R"(
        John John PROPN 3 nsubj
        Kerry Kerry PROPN 1 flat
        left leave VERB 0 root VerbForm=Fin
    )");
    CHECK(meant(example, {"John"}, "2016-12-02") == Strings{"USA/John Kerry"});
    CHECK(meant(example, {"John"}, "2003-12-02") == Strings{"USA-PTY/John Kerry"});
}

TEST_CASE("a title chooses among those of one last name") {
    const Example example(R"(
        President President PROPN 2 compound
        Bush Bush PROPN 3 nsubj
        left leave VERB 0 root VerbForm=Fin
    )");
    CHECK(meant(example, {"Bush"}, "2003-02-20") == Strings{"USA/George W. Bush"});
    CHECK(meant(example, {"Bush"}, "1990-08-08") == Strings{"USA/George H. W. Bush"});
}

TEST_CASE("of two with the same full name the one in office is meant, else the one whose time is nearer") {
    const Example example(R"(
        George George PROPN 3 nsubj
        Bush Bush PROPN 1 flat
        left leave VERB 0 root VerbForm=Fin
    )");
    CHECK(meant(example, {"George"}, "1992-06-17") == Strings{"USA/George H. W. Bush"});
    CHECK(meant(example, {"George"}, "2001-09-21") == Strings{"USA/George W. Bush"});
    CHECK(meant(example, {"George"}, "2015-05-01") == Strings{"USA-PTY/George W. Bush"});
}

TEST_CASE("whom the article introduces is meant by the last name from then on") {
    const Example example(R"(
        Hafez Hafez PROPN 5 nsubj
        al al PROPN 1 flat
        - - PUNCT 4 punct
        Assad Assad PROPN 1 flat
        waited wait VERB 0 root VerbForm=Fin

        Then then ADV 3 advmod
        Assad Assad PROPN 3 nsubj
        left leave VERB 0 root VerbForm=Fin
    )");
    const Quotations quotations = example.quotations();
    Resolver resolver(Example::ontology(), example.document, example.readings, quotations,
                      core::parse_date("1996-01-20"));
    const auto found = resolver.actors({1, 1});
    REQUIRE(found.size() == 1);
    CHECK(found.front().id == "hafez-al-assad");
}

TEST_CASE("somebody unknown is one actor by name and country") {
    const Example example(R"(
        Turkish Turkish ADJ 3 amod
        Minister minister PROPN 3 compound
        Ezra Ezra PROPN 5 nsubj
        Quillmarsh Quillmarsh PROPN 3 flat
        left leave VERB 0 root VerbForm=Fin

        Quillmarsh Quillmarsh PROPN 2 nsubj
        slept sleep VERB 0 root VerbForm=Fin
    )");
    const Quotations quotations = example.quotations();
    Resolver resolver(Example::ontology(), example.document, example.readings, quotations, std::nullopt);
    for (const Phrase phrase : {Phrase{0, 2}, Phrase{1, 0}}) {
        const auto found = resolver.actors(phrase);
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == "ezra-quillmarsh.TUR");
        CHECK(found.front().principal == "TUR");
        CHECK(found.front().kind == core::ActorKind::person);
    }
}

TEST_CASE("people of a region are people of its country, and a minister's family is not the government") {
    const Example example(R"(
        Tibetan Tibetan ADJ 2 amod
        monks monk NOUN 3 nsubj Number=Plur
        met meet VERB 0 root VerbForm=Fin
        Lavrov Lavrov PROPN 6 nmod:poss
        's 's PART 4 case
        family family NOUN 3 obj
    )");
    CHECK(meant(example, {"monks"}) == Strings{"CHN-CVL"});
    CHECK(meant(example, {"family"}) != Strings{"RUS"});
}

TEST_CASE("a nationality and a role make an actor") {
    const Example example(R"(
        Syrian Syrian ADJ 2 amod
        rebels rebel NOUN 3 nsubj Number=Plur
        met meet VERB 0 root VerbForm=Fin
        Turkish Turkish ADJ 5 amod
        officials official NOUN 3 obj Number=Plur
    )");
    CHECK(meant(example, {"rebels", "officials"}) == Strings{"SYR-REB", "TUR"});
}

TEST_CASE("a group without a nationality takes the country that the article is about") {
    const Example example(R"(
        Fighting fighting NOUN 2 nsubj
        continues continue VERB 0 root VerbForm=Fin
        in in ADP 4 case
        Chad Chad PROPN 2 obl

        The the DET 2 det Definite=Def|PronType=Art
        rebels rebel NOUN 3 nsubj Number=Plur
        fled flee VERB 0 root VerbForm=Fin
    )");
    CHECK(meant(example, {"rebels"}) == Strings{"TCD-REB"});
}

TEST_CASE("a pronoun means the subject before it") {
    const Example example(R"(
        Turkey Turkey PROPN 2 nsubj
        waited wait VERB 0 root VerbForm=Fin

        It it PRON 2 nsubj PronType=Prs
        left leave VERB 0 root VerbForm=Fin
    )");
    CHECK(meant(example, {"It"}) == Strings{"TUR"});
}

TEST_CASE("things, and words that nobody is named by, are nobody") {
    const Example example(R"(
        The the DET 2 det Definite=Def|PronType=Art
        umbrella umbrella NOUN 3 nsubj
        fell fall VERB 0 root VerbForm=Fin

        It it PRON 2 nsubj PronType=Prs
        rained rain VERB 0 root VerbForm=Fin
    )");
    CHECK(meant(example, {"umbrella", "It"}) == Strings{"", ""});
}

TEST_CASE("several nationalities before one word are several actors") {
    const Example example(R"(
        Russian Russian ADJ 4 amod
        and and CCONJ 3 cc
        Turkish Turkish ADJ 1 conj
        diplomats diplomat NOUN 5 nsubj Number=Plur
        met meet VERB 0 root VerbForm=Fin
    )");
    CHECK(meant(example, {"diplomats"}) == Strings{"RUS+TUR"});
}

TEST_CASE("every phrase that could be an actor is shown, resolved or not") {
    const Example example(R"(
        Moscow Moscow PROPN 2 nsubj
        thanked thank VERB 0 root VerbForm=Fin
        Ezra Ezra PROPN 2 obj
        Quillmarsh Quillmarsh PROPN 3 flat
    )");
    const Quotations quotations = example.quotations();
    Resolver resolver(Example::ontology(), example.document, example.readings, quotations, std::nullopt);
    const auto mentions = resolver.mentions();
    REQUIRE(mentions.size() == 2);
    CHECK(mentions[0].text == "Moscow");
    CHECK(mentions[0].actor == "RUS");
    CHECK(mentions[0].how == "name");
    CHECK(mentions[1].text == "Ezra Quillmarsh");
}

TEST_CASE("a country is in focus by what is said of its people, else by where things happen") {
    const ontology::Role& rebels = *Example::ontology().role("REB");
    const Example own(R"(
        Malian Malian ADJ 2 amod
        rebels rebel NOUN 3 nsubj Number=Plur
        fled flee VERB 0 root VerbForm=Fin
        to to ADP 5 case
        Algeria Algeria PROPN 3 obl
    )");
    CHECK(Focus(own.readings).country_for(rebels, 0) == "MLI");
    const Example place(R"(
        Rebels rebel NOUN 2 nsubj Number=Plur
        fled flee VERB 0 root VerbForm=Fin
        in in ADP 4 case
        Chad Chad PROPN 2 obl
    )");
    CHECK(Focus(place.readings).country_for(rebels, 0) == "TCD");
    const Example nowhere("Rebels rebel NOUN 2 nsubj\nfled flee VERB 0 root VerbForm=Fin\n");
    CHECK_FALSE(Focus(nowhere.readings).country_for(rebels, 0).has_value());
}

TEST_CASE("a town where people meet is not whose rebels they are") {
    const Example host(R"(
        Norway Norway PROPN 2 nsubj
        met meet VERB 0 root VerbForm=Fin
        rebels rebel NOUN 2 obj Number=Plur
        in in ADP 5 case
        Oslo Oslo PROPN 2 obl
    )");
    CHECK_FALSE(Focus(host.readings).country_for(*Example::ontology().role("REB"), 0).has_value());
}
