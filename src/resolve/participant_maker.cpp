#include "resolve/participant_maker.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "text/unicode.hpp"

namespace entente::resolve {

namespace {

using core::ActorKind;
using core::Participant;
using extract::Mention;
using language::RoleWord;

constexpr const char* unknown_country = "UNK";

/// Whether the group is a people (Kurds, the West), not a movement with a name of its own (Gilets jaunes): the ids of
/// peoples are written in capitals, as they are principals.
bool is_people(const ontology::Actor& actor) {
    const bool capitals = std::none_of(actor.id.begin(), actor.id.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return actor.kind == ActorKind::group && capitals;
}

/// An id of letters, digits and hyphens: `Maria Zakharova` -> maria-zakharova.
std::string slug(std::string_view name) {
    std::string id;
    for (const char c : text::fold(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

}  // namespace

void add_distinct(std::vector<Participant>& all, std::vector<Participant> more) {
    for (Participant& participant : more) {
        const bool known =
            std::any_of(all.begin(), all.end(), [&](const Participant& p) { return p.id == participant.id; });
        if (!known) all.push_back(std::move(participant));
    }
}

Participant ParticipantMaker::of_actor(const ontology::Actor& actor) const {
    Participant participant;
    participant.id = actor.id;
    participant.label = actor.labels.at("en");
    participant.kind = actor.kind;
    participant.principal = ontology_.principal_at(actor, published_);
    if (!actor.country.empty()) participant.country = actor.country;
    const bool collective = actor.kind == ActorKind::state || is_people(actor);
    const bool named = !collective && ontology_.actor(actor.id) != nullptr;
    if (named) participant.name = participant.label;
    return participant;
}

Participant ParticipantMaker::of_principal(const std::string& principal) const {
    return of_actor(ontology_.principal_actor(principal));
}

Participant ParticipantMaker::of_role(const Mention& mention, const Participant* owner,
                                      const std::optional<std::string>& country) const {
    const RoleWord& word = *mention.role->word;
    if (owner != nullptr && owner->kind != ActorKind::state) {
        // The family of a minister is not the government.
        if (owner->kind == ActorKind::person && owner->country && owner->principal == *owner->country &&
            word.kind != RoleWord::Kind::person && word.role->suffix == "CVL")
            return of_principal(*owner->country + "-CVL");
        // The government of a person is his (the Assad regime); a party or cartel of that name is the named one.
        const bool government = owner->kind == ActorKind::person && owner->principal == owner->country &&
                                word.kind == RoleWord::Kind::organ && word.role->code == "GOV";
        const bool ruling = word.role->code == "GOV" && owner->principal.ends_with("-PTY");
        const bool itself = owner->kind != ActorKind::person && word.kind == RoleWord::Kind::organ &&
                            (!word.role->suffix.empty() || ruling) && owner->name;
        if (government || itself) return *owner;
        // The spokesman of an organisation, the troops of a rebel group: they act for it.
        Participant side = of_principal(owner->principal);
        if (side.id == owner->id || word.kind != RoleWord::Kind::organ) side = *owner;
        if (side.kind == ActorKind::person) side = of_principal(owner->principal);
        return side;
    }
    const std::string code = country.value_or(unknown_country);
    const std::string& suffix = word.role->suffix;
    Participant actor = of_principal(suffix.empty() ? code : code + "-" + suffix);
    const ontology::Actor* state = ontology_.actor(code);
    if (!word.name.empty() && state != nullptr && !state->adjective.empty()) {
        actor.name = base::replace_all(base::replace_all(word.name, "{adjective}", state->adjective), "{country}",
                                       state->labels.at("en"));
        actor.label = *actor.name;
        actor.id = slug(*actor.name);
        actor.kind = ActorKind::organisation;
    }
    return actor;
}

Participant ParticipantMaker::side_in_country(const Participant& owner, const RoleWord& role) const {
    const bool part_of_country = owner.country && owner.kind != ActorKind::state &&
                                 (owner.principal == *owner.country ||
                                  (owner.kind == ActorKind::group && owner.principal == *owner.country + "-CVL"));
    return part_of_country && !role.role->suffix.empty() ? of_principal(*owner.country) : owner;
}

Participant ParticipantMaker::new_actor(const std::string& name, const Mention& mention,
                                        const Participant& described_as) const {
    Participant actor = described_as;
    actor.id = slug(name);
    if (actor.id.empty()) actor.id = "actor-" + std::to_string(mention.head);
    // The same name and country is the same actor in every article; elsewhere it is a namesake's.
    if (actor.country) {
        actor.id += "." + *actor.country;
    } else if (ontology_.actor(actor.id) != nullptr) {
        actor.id += std::string(".") + unknown_country;
    }
    actor.label = name;
    actor.name = name;
    const bool person = (mention.role && mention.role->word->kind == RoleWord::Kind::person) ||
                        (mention.named != nullptr && mention.named->kind == syntax::NamedKind::person);
    actor.kind = person ? ActorKind::person : mention.role ? ActorKind::organisation : ActorKind::person;
    return actor;
}

}  // namespace entente::resolve
