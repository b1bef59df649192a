// How the Resolver understands phrases that describe rather than name: roles, titles, appositions, owners.
#include <algorithm>

#include "base/strings.hpp"
#include "resolve/resolver.hpp"

namespace entente::resolve {

namespace {

using core::ActorKind;
using core::Participant;
using extract::Mention;
using language::NameEntry;
using language::NameMatch;
using language::phrase_key;
using language::RoleWord;
using syntax::Deprel;
using syntax::NamedKind;
using syntax::Upos;

}  // namespace

std::vector<Participant> Resolver::described(const Phrase& phrase, const Mention& mention) const {
    const std::string& role = mention.role->word->role->code;
    Participants found;
    Participants sides;
    for (const std::size_t token : mention.nationality) {
        Participants side = from_modifier({phrase.sentence, token});
        // "Tibetan monks", "Rohingya militants": people of a region or of a people are people of its country.
        const NameMatch* name = reading(phrase).mentions.name_at(token);
        const bool people = name != nullptr && (name->of_kind(language::NameKind::adjective) != nullptr ||
                                                name->of_kind(language::NameKind::demonym) != nullptr);
        if (side.size() == 1 && (people || side.front().kind == ActorKind::group))
            side = {maker_.side_in_country(side.front(), *mention.role->word)};
        add_distinct(sides, std::move(side));
    }
    if (sides.empty()) {
        const auto& read = reading(phrase);
        // "ses homologues des villes de Pékin": what follows says more than the possessive.
        std::vector<std::size_t> owning = mention.owners;
        std::stable_partition(owning.begin(), owning.end(), [&](std::size_t token) { return token > phrase.token; });
        for (const std::size_t owner : owning) {
            if (!sides.empty() && owner < phrase.token) break;
            for (const std::size_t token : read.tree.conjuncts(owner)) {
                Participants owners = actors({phrase.sentence, token});
                if (owners.empty()) owners = states_at({phrase.sentence, token});
                add_distinct(sides, std::move(owners));
            }
            for (const std::size_t token : read.mentions.listed_with(owner))
                add_distinct(sides, actors({phrase.sentence, token}));
        }
    }
    for (const Participant& side : sides) {
        const std::optional<std::string> country = side.country ? side.country : std::optional(side.id);
        add_distinct(found, {maker_.of_role(mention, &side, country)});
    }
    if (!found.empty()) return found;
    if (const std::string& only = mention.role->word->role->principal; !only.empty())
        return {maker_.of_principal(only)};
    const bool official = mention.role->word->kind == RoleWord::Kind::person;
    if (official) {
        // "the minister": somebody already described so, or nobody.
        const auto known = memory_.described_as(phrase_key(mention.role->word->word));
        if (known && mention.definite) return {*known};
        if (mention.proper_name.empty()) return {};
    } else if (mention.definite && !mention.plural && mention.proper_name.empty() && mention.locations.empty()) {
        // "the administration" after "the Trump administration"
        const auto known = memory_.described_as(phrase_key(mention.role->word->word));
        if (known && !known->name && known->country) return {*known};
    }
    for (const std::size_t location : mention.locations) {
        for (const Participant& state : states_at({phrase.sentence, location}))
            return {maker_.of_role(mention, nullptr, state.id)};
    }
    // Media, companies and weapons of no named country are anybody's.
    const std::string& suffix = mention.role->word->role->suffix;
    const bool foreign = suffix == "MED" || suffix == "BUS" || role == "weapon";
    auto country = focus_.country_of(phrase_key(mention.role->word->word));
    if (!country) country = focus_.country_for(role);
    return {maker_.of_role(mention, nullptr, foreign ? std::nullopt : country)};
}

std::vector<Participant> Resolver::from_role(const Phrase& phrase, const Mention& mention) const {
    if (!mention.role) return {};
    // A person named with the title is that person.
    for (const NameMatch* name : mention.names) {
        auto chosen = choose(*name, mention.role);
        const bool titled =
            chosen && chosen->kind == ActorKind::person && mention.role->word->kind == RoleWord::Kind::person;
        const auto& tree = reading(phrase).tree;
        const bool owner =
            tree.is(name->first, {Deprel::nmod_poss}) || !reading(phrase).arguments.preposition(name->last).empty();
        if (titled && !owner) return {*chosen};
    }
    // "le groupe terroriste Daech", "le ministre, Sergueï Lavrov": the name beside the role is who it is.
    for (const std::size_t apposition : mention.appositions) {
        const NameMatch* name = reading(phrase).mentions.name_at(apposition);
        auto chosen = name == nullptr ? std::nullopt : choose(*name, mention.role);
        if (!chosen || chosen->kind == ActorKind::state) continue;
        const bool person = mention.role->word->kind == RoleWord::Kind::person;
        if (person == (chosen->kind == ActorKind::person)) return {*chosen};
    }
    Participants found = described(phrase, mention);
    if (!mention.proper_name.empty() && found.size() == 1) {
        if (auto known = memory_.named(phrase_key(mention.proper_name))) return {*known};
        return {maker_.new_actor(mention.proper_name, mention, found.front())};
    }
    return found;
}

std::vector<Participant> Resolver::from_proper_name(const Phrase& phrase, const Mention& mention) const {
    if (mention.proper_name.empty() || reading(phrase).place_at(phrase.token) != nullptr) return {};
    if (auto known = memory_.named(phrase_key(mention.proper_name))) return {*known};
    // "Kenzo Oshima, the UN relief coordinator": what stands beside the name says who it is.
    for (const std::size_t apposition : mention.appositions) {
        const Mention beside = reading(phrase).mentions.at(apposition);
        if (!beside.role) continue;
        const Participants sides = described({phrase.sentence, apposition}, beside);
        if (sides.size() == 1) return {maker_.new_actor(mention.proper_name, beside, sides.front())};
    }
    // "le ministre turc de l'Énergie, Kemal Aydoğmuş": or what it stands beside.
    const auto& read = reading(phrase);
    const auto head = read.tree.head(phrase.token);
    if (head && read.tree.is(phrase.token, {Deprel::appos}) && read.mentions.role_at(*head)) {
        const Mention described_so = read.mentions.at(*head);
        const Participants sides = described({phrase.sentence, *head}, described_so);
        if (sides.size() == 1) return {maker_.new_actor(mention.proper_name, described_so, sides.front())};
    }
    // What the recogniser of names takes for a place, a work or a product acts only if the text says what it is.
    const syntax::NamedSpan* named = mention.named;
    if (named != nullptr && (named->kind == NamedKind::place || named->kind == NamedKind::other)) return {};
    // Two or more capitalised words that nobody introduced: a person, or an organisation, of unknown side.
    const auto& tree = reading(phrase).tree;
    const bool flat = tree.is(phrase.token, {Deprel::flat}) || tree.has_child(phrase.token, {Deprel::flat});
    if (!flat || mention.name_words < 2) return {};
    Participant actor = maker_.new_actor(mention.proper_name, mention, maker_.of_principal("UNK-CVL"));
    if (named != nullptr && named->kind == NamedKind::organisation) actor.kind = ActorKind::organisation;
    return {actor};
}

std::vector<Participant> Resolver::from_apposition(const Phrase& phrase, const Mention& mention) const {
    for (const std::size_t apposition : mention.appositions) {
        Participants found = actors({phrase.sentence, apposition});
        if (!found.empty()) return found;
    }
    // "other nations, including Turkey, Saudi Arabia and Iran": those that are named.
    Participants members;
    const auto& read = reading(phrase);
    if (!mention.nationality.empty() || !mention.owners.empty()) return members;
    for (const std::size_t first : mention.members) {
        for (const std::size_t member : read.tree.conjuncts(first))
            add_distinct(members, actors({phrase.sentence, member}));
        for (const std::size_t member : read.mentions.listed_with(first))
            add_distinct(members, actors({phrase.sentence, member}));
    }
    return members;
}

std::vector<Participant> Resolver::from_measure(const Phrase& phrase, const Mention& mention) const {
    // "hundreds of rebels", "un groupe de combattants": the noun only measures what follows it.
    const auto& word = reading(phrase).tree[phrase.token];
    if (!reading(phrase).pack.cues.is(language::CueKind::transparent_noun, phrase_key(word.lemma))) return {};
    Participants found;
    for (const std::size_t owner : mention.owners) add_distinct(found, actors({phrase.sentence, owner}));
    return found;
}

std::vector<Participant> Resolver::compound_nationalities(const Phrase& modifier) const {
    // "russo-américain", "US-Russian", "US-led": each half may name a side.
    const auto& token = reading(modifier).tree[modifier.token];
    if (token.form.find('-') == std::string::npos) return {};
    Participants found;
    for (const std::string& half : base::split_list(token.form, '-')) {
        // "pro-Russian", "anti-American": whose side somebody is on does not say who he is.
        const bool first = found.empty() && reading(modifier).pack.names.lookup_cased(half).empty();
        if (first) return {};
        for (const NameEntry* entry : reading(modifier).pack.names.lookup_cased(half)) {
            if (entry->actor->kind == ActorKind::person) continue;
            add_distinct(found, {maker_.of_actor(*entry->actor)});
            break;
        }
    }
    return found;
}

std::vector<Participant> Resolver::from_modifier(const Phrase& modifier) const {
    const auto& mentions = reading(modifier).mentions;
    Participants found;
    if (const NameMatch* name = mentions.name_at(modifier.token)) {
        if (auto chosen = choose(*name)) found = {*chosen};
    } else {
        found = compound_nationalities(modifier);
    }
    place(modifier, modifier.token, modifier.token, found);
    return found;
}

std::vector<Participant> Resolver::owners(const Phrase& phrase, const Mention& mention) const {
    Participants found;
    for (const std::size_t token : mention.nationality) {
        add_distinct(found, from_modifier({phrase.sentence, token}));
    }
    if (!found.empty()) return found;
    for (const auto& tokens : {mention.agents, mention.owners}) {
        for (const std::size_t first : tokens) {
            for (const std::size_t token : reading(phrase).tree.conjuncts(first))
                add_distinct(found, actors_or_owners({phrase.sentence, token}));
            if (!found.empty()) return found;
        }
    }
    // "rebel positions", "tirs rebelles": a role as modifier.
    const auto& tree = reading(phrase).tree;
    for (const std::size_t child : tree.children(phrase.token, {Deprel::amod, Deprel::compound})) {
        if (reading(phrase).mentions.role_at(child)) add_distinct(found, actors({phrase.sentence, child}));
        // "the rebel-held town"
        for (const std::size_t holder : tree.children(child, {Deprel::compound})) {
            if (tree.is(child, {Upos::verb}) && reading(phrase).mentions.role_at(holder))
                add_distinct(found, actors({phrase.sentence, holder}));
        }
    }
    return found;
}

}  // namespace entente::resolve
