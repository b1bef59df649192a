#include "extract/mend.hpp"

#include <doctest/doctest.h>

#include "extract/trees.hpp"

namespace entente::extract {
namespace {

TEST_CASE("the words of a preposition that the parser took apart are joined before their phrase") {
    const Example example("fr",
                          "Oslo Oslo PROPN 2 nsubj\n"
                          "proteste protester VERB 0 root VerbForm=Fin\n"
                          "auprès auprès ADV 2 advmod\n"
                          "de de ADP 5 case\n"
                          "Minsk Minsk PROPN 3 obl");
    CHECK(example.verb("proteste") == "auprès:Minsk subj:Oslo");
}

TEST_CASE("verbs that form their perfect with the auxiliary of passives stay active") {
    const Example example("fr",
                          "Oslo Oslo PROPN 3 nsubj:pass\n"
                          "est être AUX 3 aux:pass\n"
                          "parvenu parvenir VERB 0 root Tense=Past|VerbForm=Part\n"
                          "avec avec ADP 5 case\n"
                          "Minsk Minsk PROPN 3 obl");
    CHECK(example.verb("parvenu") == "avec:Minsk subj:Oslo");
}

TEST_CASE("who is seen to suffer something suffers it") {
    const Example example("fr",
                          "Oslo Oslo PROPN 4 nsubj\n"
                          "se soi PRON 4 expl\n"
                          "est être AUX 4 aux\n"
                          "vu voir VERB 0 root Tense=Past|VerbForm=Part\n"
                          "expulser expulser VERB 4 xcomp VerbForm=Inf\n"
                          "par par ADP 7 case\n"
                          "Minsk Minsk PROPN 5 obl");
    CHECK(example.verb("expulser") == "obj:Oslo par:Minsk subj:Minsk");
}

TEST_CASE("an agent belongs to the passive before it, unless an event stands between") {
    const std::string before =
        "Oslo Oslo PROPN 3 nsubj:pass\n"
        "est être AUX 3 aux:pass\n"
        "exclue exclure VERB 0 root Tense=Past|VerbForm=Part\n"
        "de de ADP 5 case\n";
    const std::string behind =
        "par par ADP 7 case\n"
        "Minsk Minsk PROPN 5 nmod";
    CHECK(Example("fr", before + "ligue ligue NOUN 3 obl\n" + behind).verb("exclue") ==
          "de:ligue obj:Oslo par:Minsk subj:Minsk");
    CHECK(Example("fr", before + "négociation négociation NOUN 3 obl\n" + behind).verb("exclue") ==
          "de:négociation obj:Oslo");
}

TEST_CASE("between joins its phrase with the one that the parser gave to the event") {
    const Example example("fr",
                          "combats combat NOUN 6 nsubj Number=Plur\n"
                          "entre entre ADP 3 case\n"
                          "Oslo Oslo PROPN 1 nmod\n"
                          "et et CCONJ 5 cc\n"
                          "Minsk Minsk PROPN 1 conj\n"
                          "continuent continuer VERB 0 root VerbForm=Fin");
    CHECK(example.reading.tree.head(example.at("Minsk")) == example.at("Oslo"));
}

TEST_CASE("a tree that is right stays as it is") {
    const Example example("fr",
                          "Oslo Oslo PROPN 3 nsubj:pass\n"
                          "est être AUX 3 aux:pass\n"
                          "attaquée attaquer VERB 0 root Tense=Past|VerbForm=Part\n"
                          "par par ADP 5 case\n"
                          "Minsk Minsk PROPN 3 obl:agent");
    const syntax::Sentence mended_again = mended(example.sentence, language::shipped_pack("fr"));
    for (std::size_t i = 0; i < example.sentence.size(); ++i) {
        CHECK(mended_again[i].head == example.sentence[i].head);
        CHECK(mended_again[i].deprel == example.sentence[i].deprel);
    }
}

}  // namespace
}  // namespace entente::extract
