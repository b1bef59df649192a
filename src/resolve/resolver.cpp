#include "resolve/resolver.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace entente::resolve {

namespace {

using core::ActorKind;
using core::Participant;
using extract::Mention;
using extract::Reading;
using language::NameEntry;
using language::NameKind;
using language::NameMatch;
using language::phrase_key;
using language::Pronoun;
using language::RoleWord;
using syntax::Deprel;
using syntax::Upos;

void append(std::vector<Participant>& all, std::vector<Participant> more) {
    for (Participant& participant : more) {
        const bool known =
            std::any_of(all.begin(), all.end(), [&](const Participant& p) { return p.id == participant.id; });
        if (!known) all.push_back(std::move(participant));
    }
}

bool is_main_subject(const syntax::Tree& tree, std::size_t token) {
    const auto head = tree.head(token);
    return tree.is(token, {Deprel::nsubj, Deprel::nsubj_pass}) && head && !tree.head(*head);
}

/// "23 % des Français", "thousands of Russians": some of the people, not the state.
bool is_measured(const Reading& reading, std::size_t token) {
    const auto measure = reading.tree.head(token);
    return measure && reading.tree.is(token, {Deprel::nmod, Deprel::obl}) &&
           (reading.tree.is(*measure, {Upos::num, Upos::sym, Upos::adv}) ||
            reading.pack.cues.is(language::CueKind::transparent_noun, phrase_key(reading.tree[*measure].lemma)));
}

bool is_people(NameKind kind) {
    return kind == NameKind::demonym || kind == NameKind::adjective;
}

}  // namespace

Resolver::Resolver(const ontology::Ontology& ontology, const text::CodePoints& document, const Readings& readings,
                   const Quotations& quotations, const std::optional<core::Date>& published)
    : ontology_(ontology),
      document_(document),
      readings_(readings),
      quotations_(quotations),
      published_(published),
      maker_(ontology, published),
      focus_(readings) {
    // Full names introduce last names for the whole article: a headline may use them before the text does.
    for (const auto& reading : readings_) {
        for (const NameMatch& name : reading->names) {
            const NameEntry* entry = name.of_kind(NameKind::name);
            if (entry != nullptr && entry->actor->kind == ActorKind::person && name.entries.size() == 1) {
                memory_.introduce(phrase_key(entry->form), maker_.of_actor(*entry->actor));
            }
        }
    }
    for (std::size_t s = 0; s < readings_.size(); ++s) {
        for (std::size_t i = 0; i < readings_[s]->tree.size(); ++i) {
            const Phrase phrase{s, i};
            if (!readings_[s]->tree.is(i, {Upos::noun, Upos::propn})) continue;
            const Mention mention = readings_[s]->mentions.at(i);
            if (mention.proper_name.find(' ') == std::string::npos || !mention.role) continue;
            for (const Participant& actor : from_role(phrase, mention)) {
                if (actor.name == mention.proper_name) memory_.introduce(phrase_key(mention.proper_name), actor);
            }
        }
    }
}

void Resolver::place(const Phrase& phrase, std::size_t first, std::size_t last, Participants& participants) const {
    const auto& tree = reading(phrase).tree;
    const core::Span span = core::cover(tree[first].span, tree[last].span);
    for (Participant& participant : participants) {
        participant.span = span;
        participant.text = document_.slice(span);
    }
}

std::optional<Participant> Resolver::choose(const NameMatch& name) const {
    // A full name or a place's name is certain; a last name needs an introduction or an office held now.
    for (const NameKind kind :
         {NameKind::name, NameKind::seat, NameKind::capital, NameKind::demonym, NameKind::adjective}) {
        const NameEntry* best = nullptr;
        for (const NameEntry* entry : name.entries) {
            if (entry->kind != kind) continue;
            const bool in_office = ontology_.office_at(entry->actor->id, published_) != nullptr;
            if (best == nullptr || in_office) best = entry;
        }
        if (best != nullptr) return maker_.of_actor(*best->actor);
    }
    const NameEntry* surname = name.of_kind(NameKind::surname);
    if (surname == nullptr) return std::nullopt;
    if (auto introduced = memory_.named(phrase_key(surname->form))) return introduced;
    const NameEntry* only = nullptr;
    for (const NameEntry* entry : name.entries) {
        if (entry->kind != NameKind::surname) continue;
        if (ontology_.office_at(entry->actor->id, published_) == nullptr) continue;
        if (only != nullptr) return std::nullopt;
        only = entry;
    }
    return only == nullptr ? std::nullopt : std::optional(maker_.of_actor(*only->actor));
}

std::vector<Participant> Resolver::actors(const Phrase& phrase) const {
    if (std::find(asking_.begin(), asking_.end(), phrase) != asking_.end()) return {};
    asking_.push_back(phrase);
    const Mention mention = reading(phrase).mentions.at(phrase.token);
    Participants found;
    if (mention.pronoun != nullptr) {
        found = from_pronoun(phrase, mention);
    } else {
        found = from_pair(phrase, mention);
        if (found.empty()) found = from_name(phrase, mention);
        if (found.empty()) found = from_role(phrase, mention);
        if (found.empty()) found = from_proper_name(phrase, mention);
        if (found.empty()) found = from_apposition(phrase, mention);
        if (found.empty()) found = from_measure(phrase, mention);
        if (found.empty()) found = compound_nationalities(phrase);
    }
    place(phrase, mention.first, mention.last, found);
    asking_.pop_back();
    return found;
}

std::vector<Participant> Resolver::actors_or_owners(const Phrase& phrase, bool by_place) const {
    Participants found = actors(phrase);
    if (!found.empty() || !reading(phrase).tree.is(phrase.token, {Upos::noun, Upos::propn, Upos::num})) return found;
    const Mention mention = reading(phrase).mentions.at(phrase.token);
    found = owners(phrase, mention);
    if (found.empty() && by_place) {
        for (const std::size_t place : mention.locations) append(found, states_at({phrase.sentence, place}));
    }
    return found;
}

std::vector<Participant> Resolver::states_at(const Phrase& place) const {
    // "in Kyiv, Ukraine": the country stands beside the town or behind it.
    const Mention mention = reading(place).mentions.at(place.token);
    Participants found = actors(place);
    for (const std::size_t further : mention.locations) append(found, actors({place.sentence, further}));
    for (const std::size_t further : mention.owners) append(found, actors({place.sentence, further}));
    for (const std::size_t further : mention.appositions) append(found, actors({place.sentence, further}));
    found.erase(std::remove_if(found.begin(), found.end(),
                               [](const Participant& p) { return p.kind == ActorKind::person || !p.country; }),
                found.end());
    if (found.size() > 1) found.resize(1);
    for (Participant& state : found) {
        // A region or town stands for the country it is in.
        if (state.id != *state.country) state = maker_.of_principal(*state.country);
    }
    this->place(place, mention.first, mention.last, found);
    const ontology::Place* known = reading(place).place_at(place.token);
    if (found.empty() && known != nullptr && ontology_.actor(known->country) != nullptr) {
        found = {maker_.of_actor(*ontology_.actor(known->country))};
        this->place(place, mention.first, mention.last, found);
    }
    return found;
}

std::vector<Participant> Resolver::from_pronoun(const Phrase& phrase, const Mention& mention) const {
    const auto& tree = reading(phrase).tree;
    const Pronoun& pronoun = *mention.pronoun;
    if (pronoun.person == 2) return {};
    if (pronoun.person == 1) {
        const auto speaker = quotations_.speaker(tree[phrase.token].span);
        if (!speaker) return {};
        Participants found = actors(*speaker);
        if (pronoun.number == Pronoun::Number::plural) {
            // "we" is the speaker's side.
            for (Participant& actor : found) actor = maker_.of_principal(actor.principal);
        }
        return found;
    }
    // A possessive belongs to the subject of its clause before anybody else.
    if (pronoun.kind == Pronoun::Kind::possessive) {
        for (auto at = tree.head(phrase.token); at; at = tree.head(*at)) {
            if (!tree.is(*at, {Upos::verb, Upos::aux})) continue;
            const auto subject = reading(phrase).arguments.surface_subject(*at);
            if (!subject || *subject == phrase.token || tree.dominates(*subject, phrase.token)) continue;
            if (tree.is(*subject, {Upos::pron})) break;
            Participants found = actors({phrase.sentence, *subject});
            if (!found.empty())
                return found.size() == 1 || pronoun.number != Pronoun::Number::singular ? found : Participants{};
        }
    }
    const std::string gender =
        pronoun.kind == Pronoun::Kind::possessive ? "" : std::string(tree[phrase.token].feature("Gender"));
    const auto antecedent = memory_.antecedent(phrase, pronoun, gender);
    return antecedent ? Participants{*antecedent} : Participants{};
}

std::vector<Participant> Resolver::from_pair(const Phrase& phrase, const Mention& mention) const {
    // "les deux puissances", "both sides", "les parties": whoever was last seen to deal with each other.
    const auto& read = reading(phrase);
    if (!mention.plural || mention.head_name != nullptr || !mention.nationality.empty() || !mention.owners.empty())
        return {};
    if (!read.pack.cues.is(language::CueKind::pair_noun, phrase_key(read.tree[phrase.token].lemma))) return {};
    return memory_.pair();
}

std::vector<Participant> Resolver::from_name(const Phrase& phrase, const Mention& mention) const {
    if (mention.head_name == nullptr) return {};
    const auto& tree = reading(phrase).tree;
    auto chosen = choose(*mention.head_name);
    if (!chosen) return {};
    const bool people = is_people(mention.head_name->entries.front()->kind);
    // "three Russians" are people of the country, "the Russians" stand for it.
    if (people && tree.is(phrase.token, {Upos::noun, Upos::propn}) &&
        (mention.counted || is_measured(reading(phrase), phrase.token)) && chosen->country) {
        return {maker_.of_principal(*chosen->country + "-CVL")};
    }
    // The title says for whom a person acts where no office is known: "Turkish Foreign Minister X".
    const bool officer = mention.role && mention.role->word->role->suffix.empty() && chosen->kind == ActorKind::person;
    if (officer && ontology_.office_at(chosen->id, published_) == nullptr && !mention.nationality.empty()) {
        for (const Participant& side : from_modifier({phrase.sentence, mention.nationality.front()})) {
            if (side.kind == ActorKind::state) chosen->principal = side.principal;
        }
    }
    return {*chosen};
}

std::vector<Participant> Resolver::described(const Phrase& phrase, const Mention& mention) const {
    const std::string& role = mention.role->word->role->code;
    Participants found;
    Participants sides;
    for (const std::size_t token : mention.nationality) append(sides, from_modifier({phrase.sentence, token}));
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
                append(sides, std::move(owners));
            }
            for (const std::size_t token : read.mentions.listed_with(owner))
                append(sides, actors({phrase.sentence, token}));
        }
    }
    for (const Participant& side : sides) {
        const std::optional<std::string> country = side.country ? side.country : std::optional(side.id);
        append(found, {maker_.of_role(mention, &side, country)});
    }
    if (!found.empty()) return found;
    const bool official = mention.role->word->kind == RoleWord::Kind::person;
    if (official) {
        // "the minister": somebody already described so, or nobody.
        const auto known = memory_.described_as(phrase_key(mention.role->word->word));
        if (known && mention.definite) return {*known};
        if (mention.proper_name.empty()) return {};
    }
    for (const std::size_t location : mention.locations) {
        for (const Participant& state : states_at({phrase.sentence, location}))
            return {maker_.of_role(mention, nullptr, state.id)};
    }
    // Media and companies of no named country are anybody's.
    const std::string& suffix = mention.role->word->role->suffix;
    const bool foreign = suffix == "MED" || suffix == "BUS";
    return {maker_.of_role(mention, nullptr, foreign ? std::nullopt : focus_.country_for(role))};
}

std::vector<Participant> Resolver::from_role(const Phrase& phrase, const Mention& mention) const {
    if (!mention.role) return {};
    // A person named with the title is that person.
    for (const NameMatch* name : mention.names) {
        auto chosen = choose(*name);
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
        auto chosen = name == nullptr ? std::nullopt : choose(*name);
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
    // Two or more capitalised words that nobody introduced: taken for a person of unknown side.
    const auto& tree = reading(phrase).tree;
    const bool flat = tree.is(phrase.token, {Deprel::flat}) || tree.has_child(phrase.token, {Deprel::flat});
    if (!flat || mention.name_words < 2) return {};
    return {maker_.new_actor(mention.proper_name, mention, maker_.of_principal("UNK-CVL"))};
}

std::vector<Participant> Resolver::from_apposition(const Phrase& phrase, const Mention& mention) const {
    for (const std::size_t apposition : mention.appositions) {
        Participants found = actors({phrase.sentence, apposition});
        if (!found.empty()) return found;
    }
    // "other nations, including Turkey, Saudi Arabia and Iran": those that are named.
    Participants members;
    const auto& read = reading(phrase);
    for (const std::size_t first : mention.members) {
        for (const std::size_t member : read.tree.conjuncts(first)) append(members, actors({phrase.sentence, member}));
        for (const std::size_t member : read.mentions.listed_with(first))
            append(members, actors({phrase.sentence, member}));
    }
    return members;
}

std::vector<Participant> Resolver::from_measure(const Phrase& phrase, const Mention& mention) const {
    // "hundreds of rebels", "un groupe de combattants": the noun only measures what follows it.
    const auto& word = reading(phrase).tree[phrase.token];
    if (!reading(phrase).pack.cues.is(language::CueKind::transparent_noun, phrase_key(word.lemma))) return {};
    Participants found;
    for (const std::size_t owner : mention.owners) append(found, actors({phrase.sentence, owner}));
    return found;
}

std::vector<Participant> Resolver::compound_nationalities(const Phrase& modifier) const {
    // "russo-américain", "US-Russian", "US-led": each half may name a side.
    const auto& token = reading(modifier).tree[modifier.token];
    if (token.form.find('-') == std::string::npos) return {};
    Participants found;
    for (const std::string& half : base::split_list(token.form, '-')) {
        for (const NameEntry* entry : reading(modifier).pack.names.lookup_cased(half)) {
            if (entry->actor->kind == ActorKind::person) continue;
            append(found, {maker_.of_actor(*entry->actor)});
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
        append(found, from_modifier({phrase.sentence, token}));
    }
    if (!found.empty()) return found;
    for (const auto& tokens : {mention.agents, mention.owners}) {
        for (const std::size_t token : tokens) {
            append(found, actors_or_owners({phrase.sentence, token}));
            if (!found.empty()) return found;
        }
    }
    // "rebel positions", "tirs rebelles": a role as modifier.
    const auto& tree = reading(phrase).tree;
    for (const std::size_t child : tree.children(phrase.token, {Deprel::amod, Deprel::compound})) {
        if (reading(phrase).mentions.role_at(child)) append(found, actors({phrase.sentence, child}));
    }
    return found;
}

void Resolver::remember(std::size_t sentence) {
    const Reading& reading = *readings_[sentence];
    for (std::size_t i = 0; i < reading.tree.size(); ++i) {
        const bool nominal = reading.tree.is(i, {Upos::noun, Upos::propn}) &&
                             !reading.tree.is(i, {Deprel::compound, Deprel::fixed, Deprel::appos});
        if (!nominal || reading.mentions.is_inner(i)) continue;
        const Phrase phrase{sentence, i};
        const Mention mention = reading.mentions.at(i);
        const Participants found = actors(phrase);
        if (found.empty()) continue;
        Remembered mention_of{found.front(),
                              phrase,
                              reading.tree.is(i, {Deprel::nsubj, Deprel::nsubj_pass}),
                              is_main_subject(reading.tree, i),
                              mention.plural && found.size() == 1,
                              std::string(reading.tree[i].feature("Gender")),
                              mention.role ? phrase_key(mention.role->word->word) : ""};
        memory_.remember(std::move(mention_of));
    }
}

std::vector<ShownMention> Resolver::mentions() {
    std::vector<ShownMention> shown;
    for (std::size_t s = 0; s < readings_.size(); ++s) {
        remember(s);
        const auto& tree = readings_[s]->tree;
        for (std::size_t i = 0; i < tree.size(); ++i) {
            if (!tree.is(i, {Upos::noun, Upos::propn, Upos::pron}) || readings_[s]->mentions.is_inner(i)) continue;
            const Mention mention = readings_[s]->mentions.at(i);
            const char* how = mention.pronoun != nullptr     ? "pronoun"
                              : mention.head_name != nullptr ? "name"
                              : mention.role                 ? "role"
                              : !mention.proper_name.empty() ? "proper name"
                                                             : nullptr;
            if (how == nullptr) continue;
            const core::Span span = core::cover(tree[mention.first].span, tree[mention.last].span);
            std::vector<std::string> ids;
            for (const Participant& actor : actors({s, i})) ids.push_back(actor.id);
            shown.push_back({span, std::string(document_.slice(span)), base::join(ids, "+"), how});
        }
    }
    return shown;
}

}  // namespace entente::resolve
