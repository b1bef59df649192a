#include "resolve/memory.hpp"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::resolve;
using language::Pronoun;

namespace {

core::Participant actor(const std::string& id, core::ActorKind kind = core::ActorKind::state) {
    return {id, id, kind, id, std::nullopt, std::nullopt, {0, 1}, id};
}

constexpr Pronoun he{Pronoun::Kind::personal, 3, Pronoun::Number::singular, Pronoun::Gender::person};
constexpr Pronoun it{Pronoun::Kind::personal, 3, Pronoun::Number::singular, Pronoun::Gender::thing};
constexpr Pronoun they{Pronoun::Kind::personal, 3, Pronoun::Number::plural, Pronoun::Gender::either};

std::string id(const std::optional<core::Participant>& found) {
    return found ? found->id : "none";
}

std::string id(const std::vector<core::Participant>& found) {
    std::string ids;
    for (const core::Participant& actor : found) ids += (ids.empty() ? "" : "+") + actor.id;
    return ids.empty() ? "none" : ids;
}

Remembered mention(const core::Participant& who, Phrase phrase, bool subject, bool plural = false) {
    return {who, {}, phrase, subject, subject, plural, who.kind == core::ActorKind::person, "", ""};
}

}  // namespace

TEST_CASE("a pronoun takes the subject of the sentence before rather than another mention") {
    Memory memory;
    memory.remember(mention(actor("kerry", core::ActorKind::person), {0, 0}, true));
    memory.remember(mention(actor("lavrov", core::ActorKind::person), {0, 2}, false));
    CHECK(id(memory.antecedent({1, 0}, he, "", {})) == "kerry");
}

TEST_CASE("number and kind must agree") {
    Memory memory;
    memory.remember(mention(actor("TUR"), {0, 0}, true));
    CHECK(id(memory.antecedent({1, 0}, it, "", {})) == "TUR");
    CHECK(id(memory.antecedent({1, 0}, he, "", {})) == "none");
    CHECK(id(memory.antecedent({1, 0}, they, "", {})) == "none");
    memory.remember(mention(actor("SYR-REB", core::ActorKind::armed_group), {0, 3}, true, true));
    CHECK(id(memory.antecedent({1, 0}, they, "", {})) == "SYR-REB");
}

TEST_CASE("gender must agree where both are known") {
    Memory memory;
    Remembered merkel = mention(actor("merkel", core::ActorKind::person), {0, 0}, true);
    merkel.gender = "Fem";
    memory.remember(merkel);
    CHECK(id(memory.antecedent({1, 0}, he, "Masc", {})) == "none");
    CHECK(id(memory.antecedent({1, 0}, he, "Fem", {})) == "merkel");
    CHECK(id(memory.antecedent({1, 0}, he, "", {})) == "merkel");
}

TEST_CASE("nobody is remembered longer than one sentence, nor before he is mentioned") {
    Memory memory;
    memory.remember(mention(actor("TUR"), {3, 4}, true));
    CHECK(id(memory.antecedent({4, 0}, it, "", {})) == "TUR");
    CHECK(id(memory.antecedent({5, 0}, it, "", {})) == "none");
    CHECK(id(memory.antecedent({3, 2}, it, "", {})) == "none");
    CHECK(id(Memory().antecedent({0, 0}, it, "", {})) == "none");
}

TEST_CASE("a person is known by last name once introduced, unless two share it") {
    Memory memory;
    memory.introduce("ida mortensen", actor("ida-mortensen", core::ActorKind::person));
    CHECK(id(memory.named("ida mortensen")) == "ida-mortensen");
    CHECK(id(memory.named("mortensen")) == "ida-mortensen");
    CHECK(id(memory.named("ida")) == "none");
    memory.introduce("ida mortensen", actor("ida-mortensen", core::ActorKind::person));
    CHECK(id(memory.named("mortensen")) == "ida-mortensen");
    memory.introduce("olaf mortensen", actor("olaf-mortensen", core::ActorKind::person));
    CHECK(id(memory.named("mortensen")) == "none");
    CHECK(id(memory.named("olaf mortensen")) == "olaf-mortensen");
}

TEST_CASE("a role word means the last who was described by it") {
    Memory memory;
    Remembered greek = mention(actor("GRC"), {0, 0}, true);
    greek.role = "minister";
    Remembered turkish = mention(actor("TUR"), {1, 0}, true);
    turkish.role = "minister";
    memory.remember(greek);
    memory.remember(turkish);
    CHECK(id(memory.described_as("minister")) == "TUR");
    CHECK(id(memory.described_as("king")) == "none");
}

TEST_CASE("the last two who dealt with each other are the pair") {
    Memory memory;
    CHECK(memory.pair().empty());
    memory.remember_pair(actor("TUR"), actor("GRC"));
    memory.remember_pair(actor("RUS"), actor("USA"));
    REQUIRE(memory.pair().size() == 2);
    CHECK(memory.pair()[0].id == "RUS");
    CHECK(memory.pair()[1].id == "USA");
}

TEST_CASE("several who are coordinated are they") {
    Memory memory;
    Remembered several = mention(actor("KWT"), {0, 0}, true);
    several.others = {actor("SAU")};
    memory.remember(several);
    CHECK(id(memory.antecedent({0, 9}, they, "", {})) == "KWT+SAU");
    CHECK(id(memory.antecedent({0, 9}, it, "", {})) == "none");
}

TEST_CASE("whoever acts on a pronoun is not meant by it, and an object of the same sentence may be") {
    Memory memory;
    memory.remember(mention(actor("TUR"), {0, 0}, true));
    memory.remember(mention(actor("GRC"), {0, 4}, false));
    CHECK(id(memory.antecedent({0, 9}, it, "", {actor("TUR")})) == "GRC");
    CHECK(id(memory.antecedent({0, 9}, it, "", {})) == "TUR");
    CHECK(id(memory.antecedent({1, 0}, it, "", {actor("TUR")})) == "none");
}
