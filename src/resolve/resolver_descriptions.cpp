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
    const bool one = mention.role->word->kind == RoleWord::Kind::person && !mention.plural;
    for (const Participant& side : sides) {
        // "the Turkish president" is whom the article names as such.
        if (auto holder = one && mention.proper_name.empty() ? named_officer(side, role) : std::nullopt) {
            add_distinct(found, {*holder});
            continue;
        }
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
    if (const auto state = state_beside(phrase, mention)) return {maker_.of_role(mention, nullptr, *state)};
    for (const std::size_t location : mention.locations) {
        const NameMatch* town = reading(phrase).mentions.name_at(location);
        if (town != nullptr && is_host(reading(phrase), *town)) continue;
        for (const Participant& state : states_at({phrase.sentence, location}))
            return {maker_.of_role(mention, nullptr, state.id)};
    }
    // Media, companies and weapons of no named country are anybody's.
    const std::string& suffix = mention.role->word->role->suffix;
    const bool foreign = suffix == "MED" || suffix == "BUS" || role == "weapon";
    auto country = focus_.country_of(phrase_key(mention.role->word->word));
    if (!country) country = focus_.country_for(*mention.role->word->role, phrase.sentence);
    if (!country && suffix == "REB") country = country_of_own_war(phrase.sentence);
    return {maker_.of_role(mention, nullptr, foreign ? std::nullopt : country)};
}

std::optional<std::string> Resolver::country_of_own_war(std::size_t sentence) const {
    // "The Colombian army attacked the rebels": where armed groups abound they are whose army fights them; Denmark's
    // enemies may be anybody's.
    constexpr int many = 4;
    const auto country = focus_.only_named_in(sentence);
    if (!country) return std::nullopt;
    const std::string rebels = *country + "-REB";
    const auto groups = std::count_if(ontology_.actors().begin(), ontology_.actors().end(), [&](const auto& known) {
        return known.second.kind == ActorKind::armed_group && known.second.principal == rebels;
    });
    return groups >= many ? country : std::nullopt;
}

std::optional<std::string> Resolver::state_beside(const Phrase& phrase, const Mention& mention) const {
    // "the Sudanese government and the rebels", "au peuple et au gouvernement haïtiens": both are of the same country.
    // Armies and diplomats may stand beside strangers, unless one adjective is before both: "Polish troops and
    // doctors".
    const auto& read = reading(phrase);
    for (const std::size_t other : read.tree.conjuncts(read.tree.first_conjunct(phrase.token))) {
        if (other == phrase.token || !read.mentions.role_at(other)) continue;
        const Mention& beside = read.mentions.at(other);
        if (!beside.role) continue;
        const ontology::Role& role = *beside.role->word->role;
        const bool inside = !role.suffix.empty() || role.code == "GOV" || role.code == "COP";
        if (!inside && (mention.definite || other > phrase.token)) continue;
        Participants states;
        for (const std::size_t token : beside.nationality)
            add_distinct(states, from_modifier({phrase.sentence, token}));
        for (const std::size_t token : beside.owners) add_distinct(states, actors({phrase.sentence, token}));
        if (states.size() == 1 && states.front().kind == ActorKind::state) return states.front().id;
    }
    return std::nullopt;
}

std::vector<Participant> Resolver::named_beside(const Phrase& phrase, const Mention& mention) const {
    // "le groupe terroriste Daech", "le ministre, Sergueï Lavrov": the name beside the role is who it is. Parsers often
    // put it beside the place before it: "the mayor of London, Sadiq Khan", "la formation de gauche Podemos".
    const auto& read = reading(phrase);
    std::vector<std::size_t> beside = mention.appositions;
    for (const std::size_t owner : mention.owners) {
        const auto further = read.tree.children(owner, {Deprel::appos});
        beside.insert(beside.end(), further.begin(), further.end());
    }
    Participants people;
    for (const std::size_t apposition : beside) {
        const NameMatch* name = read.mentions.name_at(apposition);
        auto chosen = name == nullptr ? std::nullopt : choose(*name, mention.role);
        if (!chosen || chosen->kind == ActorKind::state) continue;
        const RoleWord& word = *mention.role->word;
        const bool person = chosen->kind == ActorKind::person;
        // "le gouvernement Ayrault" is his.
        const bool his = person && word.role->code == "GOV" && chosen->principal == chosen->country;
        switch (word.kind) {
            case RoleWord::Kind::person:
                if (person) return {*chosen};
                break;
            case RoleWord::Kind::organ:
                if (!person || his) return {*chosen};
                break;
            case RoleWord::Kind::people:
                if (!person) return {*chosen};
                // "opposition politicians X and Y"
                for (const std::size_t named : read.tree.conjuncts(apposition))
                    add_distinct(people, actors({phrase.sentence, named}));
        }
    }
    return people;
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
    if (Participants named = named_beside(phrase, mention); !named.empty()) return named;
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
        const Mention& beside = reading(phrase).mentions.at(apposition);
        if (!beside.role) continue;
        const Participants sides = described({phrase.sentence, apposition}, beside);
        if (sides.size() == 1) return {maker_.new_actor(mention.proper_name, beside, sides.front())};
    }
    if (auto member = member_of(phrase, mention)) return {*member};
    // "le ministre turc de l'Énergie, Kemal Aydoğmuş": or what it stands beside.
    const auto& read = reading(phrase);
    const auto head = read.tree.head(phrase.token);
    if (head && read.tree.is(phrase.token, {Deprel::appos}) && read.mentions.role_at(*head)) {
        const Mention& described_so = read.mentions.at(*head);
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

std::optional<Participant> Resolver::member_of(const Phrase& phrase, const Mention& mention) const {
    // "X, a member of the Hamas military wing", "Y, head of trade at the Revolutionary Guards": he acts for them.
    for (const std::size_t apposition : mention.appositions) {
        const Phrase beside{phrase.sentence, apposition};
        if (!reading(beside).tree.is(apposition, {Upos::noun})) continue;
        Participants sides;
        for (const std::size_t below : reading(beside).tree.subtree(apposition)) {
            const NameMatch* name = reading(beside).mentions.name_at(below);
            if (name == nullptr || name->first != below || below < apposition) continue;
            if (auto side = choose(*name); side && side->kind != ActorKind::state && side->kind != ActorKind::person)
                add_distinct(sides, {*side});
        }
        if (sides.size() != 1) continue;
        return maker_.new_actor(mention.proper_name, mention, maker_.of_principal(sides.front().principal));
    }
    return std::nullopt;
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
