#include "extract/arguments.hpp"

#include <doctest/doctest.h>

#include "extract/trees.hpp"

using namespace entente;
using namespace entente::extract;

TEST_CASE("an active clause gives subject, object and what stands with prepositions") {
    const Example example("en", R"(
        Russia Russia PROPN 2 nsubj
        sent send VERB 0 root Tense=Past|VerbForm=Fin
        weapons weapon NOUN 2 obj
        to to ADP 5 case
        Syria Syria PROPN 2 obl)");
    CHECK(example.verb("sent") == "obj:weapons subj:Russia to:Syria");
    CHECK_FALSE(example.reading.arguments.is_passive(example.at("sent")));
    CHECK(example.form(example.reading.arguments.agent(example.at("sent"))) == "Russia");
}

TEST_CASE("a passive is turned round") {
    const Example example("en", R"(
        Syria Syria PROPN 3 nsubj:pass
        was be AUX 3 aux:pass
        bombed bomb VERB 0 root Tense=Past|VerbForm=Part
        by by ADP 5 case
        Russia Russia PROPN 3 obl)");
    CHECK(example.verb("bombed").find("subj:Russia") != std::string::npos);
    CHECK(example.verb("bombed").find("obj:Syria") != std::string::npos);
    CHECK(example.verb("bombed").find("subj:Syria") == std::string::npos);
    CHECK(example.form(example.reading.arguments.agent(example.at("bombed"))) == "Russia");
    CHECK(example.form(example.reading.arguments.surface_subject(example.at("bombed"))) == "Syria");
}

TEST_CASE("a passive without an agent has no subject") {
    const Example example("fr", R"(
        Le le DET 2 det Definite=Def|PronType=Art
        ministre ministre NOUN 5 nsubj:pass
        a avoir AUX 5 aux:tense
        été être AUX 5 aux:pass
        arrêté arrêter VERB 0 root Tense=Past|VerbForm=Part)");
    CHECK(example.verb("arrêté") == "obj:ministre");
    CHECK_FALSE(example.reading.arguments.agent(example.at("arrêté")).has_value());
}

TEST_CASE("a relative pronoun stands for what it refers to") {
    const Example example("en", R"(
        rebels rebel NOUN 0 root Number=Plur
        who who PRON 3 nsubj PronType=Rel
        attacked attack VERB 1 acl:relcl VerbForm=Fin
        the the DET 5 det Definite=Def|PronType=Art
        army army NOUN 3 obj)");
    CHECK(example.verb("attacked") == "obj:army subj:rebels");
}

TEST_CASE("a French relative clause as well, as object") {
    const Example example("fr", R"(
        L' le DET 2 det Definite=Def|PronType=Art
        accord accord NOUN 0 root
        que que PRON 6 obj PronType=Rel
        Moscou Moscou PROPN 6 nsubj
        a avoir AUX 6 aux:tense
        signé signer VERB 2 acl:relcl Tense=Past|VerbForm=Part
        avec avec ADP 8 case
        Paris Paris PROPN 6 obl:arg)");
    CHECK(example.verb("signé") == "avec:Paris obj:accord subj:Moscou");
}

TEST_CASE("the antecedent is the object that a relative clause without a pronoun lacks") {
    const Example example("en", R"(
        envoys envoy NOUN 0 root Number=Plur
        Russia Russia PROPN 3 nsubj
        received receive VERB 1 acl:relcl VerbForm=Fin)");
    CHECK(example.verb("received") == "obj:envoys subj:Russia");
}

TEST_CASE("an infinitive takes its subject from the governing verb, or from that verb's object") {
    const Example own("en", R"(
        Turkey Turkey PROPN 2 nsubj
        refused refuse VERB 0 root VerbForm=Fin
        to to PART 4 mark
        meet meet VERB 2 xcomp VerbForm=Inf
        Assad Assad PROPN 4 obj)");
    CHECK(own.verb("meet") == "obj:Assad subj:Turkey");
    const Example others("en", R"(
        Turkey Turkey PROPN 2 nsubj
        urged urge VERB 0 root VerbForm=Fin
        Russia Russia PROPN 2 obj
        to to PART 5 mark
        stop stop VERB 2 xcomp VerbForm=Inf
        raids raid NOUN 5 obj)");
    CHECK(others.verb("stop") == "obj:raids subj:Russia");
}

TEST_CASE("verbs that keep their subject do so with an object before the infinitive") {
    const Example example("en", R"(
        Turkey Turkey PROPN 2 nsubj
        promised promise VERB 0 root VerbForm=Fin
        Russia Russia PROPN 2 iobj
        to to PART 5 mark
        withdraw withdraw VERB 2 xcomp VerbForm=Inf)");
    CHECK(example.form(example.reading.arguments.agent(example.at("withdraw"))) == "Turkey");
}

TEST_CASE("coordinated verbs share their subject") {
    const Example example("fr", R"(
        Ankara Ankara PROPN 2 nsubj
        condamne condamner VERB 0 root VerbForm=Fin
        et et CCONJ 4 cc
        menace menacer VERB 2 conj VerbForm=Fin
        Damas Damas PROPN 4 obj)");
    CHECK(example.verb("menace") == "obj:Damas subj:Ankara");
}

TEST_CASE("coordinated verbs share an object that is written with the last") {
    const Example example("en", R"(
        Police police NOUN 2 nsubj
        beat beat VERB 0 root VerbForm=Fin
        and and CCONJ 4 cc
        arrested arrest VERB 2 conj VerbForm=Fin
        protesters protester NOUN 4 obj)");
    CHECK(example.verb("beat") == "obj:protesters subj:Police");
    CHECK(example.verb("arrested") == "obj:protesters subj:Police");
}

TEST_CASE("a participle belongs to its noun") {
    const Example passive("en", R"(
        rebels rebel NOUN 0 root Number=Plur
        trained train VERB 1 acl Tense=Past|VerbForm=Part
        by by ADP 4 case
        Jordan Jordan PROPN 2 obl)");
    CHECK(passive.reading.arguments.is_passive(passive.at("trained")));
    CHECK(passive.verb("trained").find("subj:Jordan") != std::string::npos);
    CHECK(passive.verb("trained").find("obj:rebels") != std::string::npos);
    const Example active("en", R"(
        rebels rebel NOUN 0 root Number=Plur
        fighting fight VERB 1 acl VerbForm=Part|Tense=Pres
        the the DET 4 det Definite=Def|PronType=Art
        army army NOUN 2 obj)");
    CHECK(active.verb("fighting") == "obj:army subj:rebels");
}

TEST_CASE("a French reflexive verb is a verb of its own, and its pronoun no object") {
    const Example example("fr", R"(
        Kerry Kerry PROPN 4 nsubj
        s' se PRON 4 expl:comp Reflex=Yes
        est être AUX 4 aux:tense
        entretenu entretenir VERB 0 root Tense=Past|VerbForm=Part
        avec avec ADP 6 case
        Lavrov Lavrov PROPN 4 obl:arg)");
    const std::size_t verb = example.at("entretenu");
    CHECK(example.reading.arguments.is_reflexive(verb));
    CHECK_FALSE(example.reading.arguments.is_passive(verb));
    CHECK(example.reading.arguments.verb_keys(verb) == std::vector<std::string>{"se entretenir"});
    CHECK(example.verb("entretenu") == "avec:Lavrov subj:Kerry");
}

TEST_CASE("a particle belongs to the verb's key") {
    const Example example("en", R"(
        Moscow Moscow PROPN 2 nsubj
        called call VERB 0 root VerbForm=Fin
        off off ADP 2 compound:prt
        talks talk NOUN 2 obj)");
    CHECK(example.reading.arguments.verb_keys(example.at("called")).front() == "call off");
}

TEST_CASE("several words of a preposition are one, in its canonical spelling") {
    const Example example("fr", R"(
        Paris Paris PROPN 2 nsubj
        vote voter VERB 0 root VerbForm=Fin
        des un DET 4 det
        sanctions sanction NOUN 2 obj
        à à ADP 8 case
        l' le DET 5 fixed
        encontre encontre NOUN 5 fixed
        Moscou Moscou PROPN 2 obl:mod)");
    CHECK(example.reading.arguments.preposition(example.at("Moscou")) == "à l'encontre");
    const Example whole("fr", R"(
        frappes frappe NOUN 0 root
        contre contre ADP 3 case
        Daech Daech PROPN 1 nmod)");
    CHECK(whole.reading.arguments.preposition(whole.at("Daech")) == "contre");
    CHECK(whole.reading.arguments.preposition(whole.at("frappes")).empty());
}

TEST_CASE("the participants of an event noun are its owner, adjective, compound and phrases") {
    const Example adjective("en", R"(
        the the DET 3 det Definite=Def|PronType=Art
        Russian Russian ADJ 3 amod
        attack attack NOUN 0 root
        on on ADP 6 case
        the the DET 6 det Definite=Def|PronType=Art
        rebels rebel NOUN 3 nmod)");
    CHECK(adjective.noun("attack") == "adj:Russian on:rebels");
    const Example owner("en", R"(
        Russia Russia PROPN 3 nmod:poss
        's 's PART 1 case
        talks talk NOUN 0 root
        with with ADP 5 case
        Turkey Turkey PROPN 3 nmod)");
    CHECK(owner.noun("talks") == "poss:Russia with:Turkey");
    const Example compound("en", R"(
        UN UN PROPN 2 compound
        sanctions sanction NOUN 0 root)");
    CHECK(compound.noun("sanctions") == "comp:UN");
}

TEST_CASE("what stands with a light verb is given to its noun") {
    const Example example("fr", R"(
        Moscou Moscou PROPN 2 nsubj
        mène mener VERB 0 root VerbForm=Fin
        des un DET 4 det
        négociations négociation NOUN 2 obj
        avec avec ADP 6 case
        Ankara Ankara PROPN 2 obl:mod)");
    CHECK(example.reading.arguments.supporting_verb(example.at("négociations")) == example.at("mène"));
    CHECK(example.noun("négociations") == "avec:Ankara subj:Moscou");
}

TEST_CASE("a verb that is not light does not lend its subject") {
    const Example example("en", R"(
        Moscow Moscow PROPN 2 nsubj
        filmed film VERB 0 root VerbForm=Fin
        talks talk NOUN 2 obj
        with with ADP 5 case
        Ankara Ankara PROPN 3 nmod)");
    CHECK_FALSE(example.reading.arguments.supporting_verb(example.at("talks")).has_value());
    CHECK(example.noun("talks") == "with:Ankara");
}

TEST_CASE("words that only measure are seen through") {
    const Example example("en", R"(
        Hundreds hundred NOUN 4 nsubj Number=Plur
        of of ADP 3 case
        rebels rebel NOUN 1 nmod
        fled flee VERB 0 root VerbForm=Fin)");
    CHECK(example.form(example.reading.arguments.surface_subject(example.at("fled"))) == "rebels");
}

TEST_CASE("the agent before a hyphenated participle is its subject") {
    syntax::Sentence sentence = tree_of(R"(
        Turkey Turkey PROPN 3 compound
        - - PUNCT 3 punct
        backed back VERB 4 amod Tense=Past|VerbForm=Part
        rebels rebel NOUN 0 root)");
    sentence.tokens[0].space_after = sentence.tokens[1].space_after = false;
    const Reading reading(sentence, language::shipped_pack("en"));
    const Arguments arguments = reading.arguments.of_verb(2);
    CHECK(arguments.in("subj") == std::vector<std::size_t>{0});
    CHECK(arguments.in("obj") == std::vector<std::size_t>{3});
}

TEST_CASE("the same argument is kept once") {
    Arguments arguments;
    arguments.add("subj", 3);
    arguments.add("subj", 3);
    arguments.add("subj", 4);
    CHECK(arguments.in("subj") == std::vector<std::size_t>{3, 4});
    CHECK_FALSE(arguments.has("obj"));
}

TEST_CASE("an endless chain of verbs without a subject ends") {
    std::string lines = "go go VERB 0 root\n";
    for (int i = 1; i < 30; ++i) lines += "go go VERB " + std::to_string(i) + " xcomp VerbForm=Inf\n";
    const Example example("en", lines);
    CHECK_FALSE(example.reading.arguments.surface_subject(29).has_value());
}
