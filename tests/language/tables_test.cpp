// The function words, roles and action words of a language.

#include <string>

#include <doctest/doctest.h>

#include "language/words.hpp"

using namespace entente;
using namespace entente::language;

namespace {

const LanguagePack& en() {
    return shipped_pack("en");
}
const LanguagePack& fr() {
    return shipped_pack("fr");
}

bool means(const std::vector<ActionEntry>* entries, const std::string& action) {
    if (entries == nullptr) return false;
    return std::any_of(entries->begin(), entries->end(),
                       [&](const ActionEntry& entry) { return entry.action->id == action; });
}

const RoleWord* role(const LanguagePack& pack, const std::string& word) {
    const auto* words = pack.roles.words().find(phrase_key(word));
    return words == nullptr ? nullptr : &words->front();
}

}  // namespace

TEST_CASE("phrases are compared folded, without full stops, an apostrophe joined to what follows") {
    CHECK(phrase_key("Quai d'Orsay") == "quai d'orsay");
    CHECK(phrase_key("Quai d’ Orsay") == "quai d'orsay");
    CHECK(phrase_key("É.-U.") == "e u");
    CHECK(phrase_key("  États-Unis ") == "etats unis");
    CHECK(phrase_key("...").empty());
    std::string key = "quai d'";
    append_word(key, "orsay");
    append_word(key, "");
    append_word(key, "paris");
    CHECK(key == "quai d'orsay paris");
}

TEST_CASE("verbs of two languages mean the same actions") {
    CHECK(means(en().actions.verb("negotiate"), "negotiate"));
    CHECK(means(fr().actions.verb("negocier"), "negotiate"));
    CHECK(means(fr().actions.verb("se entretenir"), "talk"));
    CHECK(means(en().actions.nouns().find("dialogue"), "talk"));
    CHECK(en().actions.verb("entretenir") == nullptr);
    CHECK(en().actions.verb("") == nullptr);
}

TEST_CASE("an entry names the line that it stands in") {
    const auto* entries = en().actions.verb("negotiate");
    REQUIRE(entries != nullptr);
    CHECK(entries->front().location.starts_with("en/verbs.tsv:"));
}

TEST_CASE("roles tell institutions, those who act for them, and people") {
    REQUIRE(role(en(), "army") != nullptr);
    CHECK(role(en(), "army")->kind == RoleWord::Kind::organ);
    CHECK(role(en(), "army")->role->suffix.empty());
    REQUIRE(role(en(), "foreign minister") != nullptr);
    CHECK(role(en(), "foreign minister")->kind == RoleWord::Kind::person);
    REQUIRE(role(fr(), "rebelle") != nullptr);
    CHECK(role(fr(), "rebelle")->kind == RoleWord::Kind::people);
    CHECK(role(fr(), "rebelle")->role->suffix == "REB");
    CHECK(role(en(), "umbrella") == nullptr);
}

TEST_CASE("prepositions have one spelling and say what else they are for") {
    CHECK(en().prepositions.canonical("together with") == "with");
    CHECK(fr().prepositions.canonical("à l'encontre de") == fr().prepositions.canonical("contre"));
    // Contractions and articles inside a preposition do not matter.
    for (const char* spelling : {"au cours de", "au cours des", "à le cours de la", "à le cours d'"}) {
        CHECK_MESSAGE(fr().prepositions.canonical(spelling) == fr().prepositions.canonical("pendant"), spelling);
        CHECK(fr().prepositions.knows(spelling));
    }
    CHECK_FALSE(fr().prepositions.knows("pendant"));
    CHECK_FALSE(fr().prepositions.knows("au cours"));
    CHECK(en().prepositions.canonical("notwithstandinglike") == "notwithstandinglike");
    CHECK(en().prepositions.has_use("by", "agent"));
    CHECK(fr().prepositions.has_use("par", "agent"));
    CHECK_FALSE(en().prepositions.has_use("with", "agent"));
    CHECK(en().prepositions.dative() == "to");
}

TEST_CASE("cues are found by kind") {
    CHECK(en().cues.is(CueKind::negation, "not"));
    CHECK_FALSE(en().cues.is(CueKind::speech, "not"));
    CHECK(fr().cues.is(CueKind::speech, "declarer"));
    const Cue* refusing = en().cues.find(CueKind::operator_, "refuse");
    REQUIRE(refusing != nullptr);
    CHECK(refusing->effect == Cue::Effect::action);
    CHECK(refusing->action->id == "refuse");
    CHECK(en().cues.find(CueKind::operator_, "umbrella") == nullptr);
    bool conditional = false;
    for (const auto& [feature, cue] : fr().cues.features()) {
        conditional = conditional || (feature == "Mood=Cnd" && cue.effect != Cue::Effect::none);
    }
    CHECK(conditional);
}

TEST_CASE("pronouns are told apart by kind, person and number") {
    const Pronoun* they = en().pronouns.find("They", Pronoun::Kind::personal);
    REQUIRE(they != nullptr);
    CHECK(they->number == Pronoun::Number::plural);
    CHECK(they->person == 3);
    REQUIRE(en().pronouns.find("her", Pronoun::Kind::possessive) != nullptr);
    CHECK(en().pronouns.find("her", Pronoun::Kind::relative) == nullptr);
    CHECK(fr().pronouns.find("qui", Pronoun::Kind::relative) != nullptr);
    CHECK(fr().pronouns.find("s'", Pronoun::Kind::reflexive) != nullptr);
    CHECK(en().pronouns.find("it", Pronoun::Kind::personal)->gender == Pronoun::Gender::thing);
    CHECK(en().pronouns.find("table", Pronoun::Kind::personal) == nullptr);
}

TEST_CASE("places are found by their names in a sentence") {
    const syntax::Sentence sentence = sentence_of("in Geneva and in geneva");
    const auto places = en().places.find(sentence);
    REQUIRE(places.size() == 1);
    CHECK(places[0].first == 1);
    CHECK(places[0].place->country == "CHE");
    const syntax::Sentence french = sentence_of("à Genève");
    REQUIRE(fr().places.find(french).size() == 1);
    CHECK(fr().places.find(french)[0].place == places[0].place);
}
