#include "extract/mention.hpp"

#include <doctest/doctest.h>

#include "extract/trees.hpp"

using namespace entente;
using namespace entente::extract;

namespace {

std::string actor(const language::NameMatch* name) {
    return name == nullptr ? "none" : name->entries.front()->actor->id;
}

std::string role(const Mention& mention) {
    return mention.role ? mention.role->word->role->code : "none";
}

std::string words(const Example& example, const Mention& mention) {
    std::vector<std::string> forms;
    for (std::size_t i = mention.first; i <= mention.last; ++i) forms.push_back(example.sentence[i].form);
    return base::join(forms, " ");
}

}  // namespace

TEST_CASE("a name is its own mention") {
    const Example example("en", R"(
        Russia Russia PROPN 2 nsubj
        waits wait VERB 0 root VerbForm=Fin)");
    const Mention mention = example.reading.mentions.at(0);
    CHECK(actor(mention.head_name) == "RUS");
    CHECK(mention.pronoun == nullptr);
    CHECK(role(mention) == "none");
    CHECK(words(example, mention) == "Russia");
}

TEST_CASE("a title before a name belongs to the mention, whatever the tree makes of it") {
    const std::string flat = R"(
        US US PROPN 2 compound
        Secretary Secretary PROPN 8 nsubj
        of of ADP 4 case
        State State PROPN 2 nmod
        John John PROPN 2 appos
        Kerry Kerry PROPN 5 flat
        has have AUX 8 aux
        left leave VERB 0 root Tense=Past|VerbForm=Part)";
    const Example example("en", flat);
    const Mention mention = example.reading.mentions.at(example.at("Secretary"));
    CHECK(actor(mention.head_name) == "john-kerry");
    CHECK(role(mention) == "secretary-of-state");
    CHECK(words(example, mention) == "US Secretary of State John Kerry");
    CHECK(example.reading.mentions.is_inner(example.at("State")));
    CHECK(example.reading.mentions.is_inner(example.at("John")));
}

TEST_CASE("a role word, with its nationality, says who is meant") {
    const Example english("en", R"(
        the the DET 3 det Definite=Def|PronType=Art
        Syrian Syrian ADJ 3 amod
        police police NOUN 4 nsubj
        advanced advance VERB 0 root VerbForm=Fin)");
    const Mention police = english.reading.mentions.at(english.at("police"));
    CHECK(role(police) == "COP");
    REQUIRE(police.nationality.size() == 1);
    CHECK(english.sentence[police.nationality[0]].form == "Syrian");
    CHECK(police.definite);
    CHECK_FALSE(police.plural);
    CHECK(words(english, police) == "the Syrian police");
    const Example french("fr", R"(
        les le DET 2 det Definite=Def|Number=Plur|PronType=Art
        rebelles rebelle NOUN 4 nsubj Number=Plur
        syriens syrien ADJ 2 amod
        avancent avancer VERB 0 root VerbForm=Fin)");
    const Mention rebels = french.reading.mentions.at(french.at("rebelles"));
    CHECK(role(rebels) == "REB");
    CHECK(rebels.plural);
    REQUIRE(rebels.nationality.size() == 1);
}

TEST_CASE("role words of several words are the longest that fit") {
    const Example example("en", R"(
        the the DET 4 det Definite=Def|PronType=Art
        Greek Greek ADJ 4 amod
        foreign foreign ADJ 4 amod
        minister minister NOUN 5 nsubj
        resigned resign VERB 0 root VerbForm=Fin)");
    const auto& match = example.reading.mentions.role_at(example.at("minister"));
    REQUIRE(match.has_value());
    CHECK(match->word->role->code == "foreign-minister");
    CHECK(match->first == example.at("foreign"));
}

TEST_CASE("owners are read from genitives and of-phrases") {
    const Example example("fr", R"(
        le le DET 2 det Definite=Def|PronType=Art
        gouvernement gouvernement NOUN 5 nsubj
        de de ADP 4 case
        Bachar Bachar PROPN 2 nmod
        tient tenir VERB 0 root VerbForm=Fin)");
    const Mention mention = example.reading.mentions.at(example.at("gouvernement"));
    REQUIRE(mention.owners.size() == 1);
    CHECK(mention.owners[0] == example.at("Bachar"));
}

TEST_CASE("a pronoun is read as one") {
    const Example example("en", R"(
        They they PRON 2 nsubj PronType=Prs
        met meet VERB 0 root VerbForm=Fin)");
    const Mention mention = example.reading.mentions.at(0);
    REQUIRE(mention.pronoun != nullptr);
    CHECK(mention.pronoun->number == language::Pronoun::Number::plural);
    CHECK(mention.head_name == nullptr);
}

TEST_CASE("a name that nobody knows is kept as written") {
    const Example example("en", R"(
        Ezra Ezra PROPN 3 nsubj
        Quillmarsh Quillmarsh PROPN 1 flat
        left leave VERB 0 root VerbForm=Fin)");
    const Mention mention = example.reading.mentions.at(0);
    CHECK(mention.head_name == nullptr);
    CHECK(mention.proper_name == "Ezra Quillmarsh");
    CHECK(mention.name_words == 2);
}

TEST_CASE("names in a list are found as written, even if the tree nests them") {
    const Example example("fr", R"(
        ministres ministre NOUN 0 root Number=Plur
        de de ADP 4 case
        la le DET 4 det Definite=Def|PronType=Art
        Russie Russie PROPN 1 nmod
        , , PUNCT 8 punct
        de de ADP 8 case
        l' le DET 8 det Definite=Def|PronType=Art
        Iran Iran PROPN 4 nmod
        et et CCONJ 12 cc
        de de ADP 12 case
        la le DET 12 det Definite=Def|PronType=Art
        Turquie Turquie PROPN 8 nmod)");
    const auto listed = example.reading.mentions.listed_with(example.at("Russie"));
    REQUIRE(listed.size() == 2);
    CHECK(listed[0] == example.at("Iran"));
    CHECK(listed[1] == example.at("Turquie"));
}

TEST_CASE("a common noun is nobody") {
    const Example example("en", R"(
        The the DET 2 det Definite=Def|PronType=Art
        umbrella umbrella NOUN 3 nsubj
        fell fall VERB 0 root VerbForm=Fin)");
    const Mention mention = example.reading.mentions.at(1);
    CHECK(mention.head_name == nullptr);
    CHECK_FALSE(mention.role.has_value());
    CHECK(mention.proper_name.empty());
}

TEST_CASE("a word for people is the title of a person that the recogniser sees behind it") {
    syntax::Sentence sentence = tree_of(R"(
        French French ADJ 2 amod Degree=Pos
        journalist journalist NOUN 5 nsubj Number=Sing
        Paul Paul PROPN 2 appos
        Renardot Renardot PROPN 3 flat
        left leave VERB 0 root VerbForm=Fin)");
    const auto named_with = [&](std::vector<syntax::NamedSpan> named) {
        sentence.named = std::move(named);
        const Reading reading(sentence, language::shipped_pack("en"));
        return reading.mentions.at(1).proper_name;
    };
    CHECK(named_with({{2, 3, syntax::NamedKind::person}}) == "Paul Renardot");
    CHECK(named_with({{2, 3, syntax::NamedKind::organisation}}).empty());
    CHECK(named_with({}).empty());
}

TEST_CASE("an unknown name ends where the recogniser sees the person's name end") {
    syntax::Sentence sentence = tree_of(R"(
        Osman Osman PROPN 5 nsubj
        al al X 1 flat
        - - PUNCT 4 punct
        Tarrani Tarrani PROPN 1 flat
        left leave VERB 0 root VerbForm=Fin)");
    const auto name_with = [&](std::vector<syntax::NamedSpan> named) {
        sentence.named = std::move(named);
        const Reading reading(sentence, language::shipped_pack("en"));
        return reading.mentions.at(0).proper_name;
    };
    CHECK(name_with({{0, 3, syntax::NamedKind::person}}) == "Osman al - Tarrani");
    CHECK(name_with({}) == "Osman");
}

TEST_CASE("a known last name inside of a place's or organisation's name is nobody's") {
    syntax::Sentence sentence = tree_of(R"(
        Merkel Merkel PROPN 2 compound
        foundation foundation NOUN 3 nsubj
        pays pay VERB 0 root VerbForm=Fin)");
    const auto known = [&](std::vector<syntax::NamedSpan> named) {
        sentence.named = std::move(named);
        const Reading reading(sentence, language::shipped_pack("en"));
        return reading.mentions.name_at(0) != nullptr;
    };
    CHECK(known({}));
    CHECK(known({{0, 0, syntax::NamedKind::person}}));
    CHECK_FALSE(known({{0, 1, syntax::NamedKind::organisation}}));
}
