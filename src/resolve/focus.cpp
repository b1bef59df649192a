#include "resolve/focus.hpp"

#include <algorithm>

namespace entente::resolve {

namespace {

using core::EventType;
using extract::Mention;
using extract::Reading;
using language::NameMatch;
using language::phrase_key;
using syntax::Deprel;
using syntax::Upos;

// What speaks for a country, in namings of it: its war or crisis, rebels or opponents called its own, a place in it
// where something happens, other people of it.
constexpr int own_turmoil = 12;
constexpr int own_opponents = 9;
constexpr int scene = 6;
constexpr int own_people = 3;
constexpr int host_country = 3;

const ontology::Actor* state_of(const NameMatch* name) {
    if (name == nullptr) return nullptr;
    for (const language::NameEntry* entry : name->entries) {
        if (entry->actor->kind == core::ActorKind::state) return entry->actor;
    }
    return nullptr;
}

/// Rebels, opponents and civilians are somebody's own; media and companies act in other people's affairs.
bool is_domestic(const ontology::Role& role) {
    return role.suffix == "REB" || role.suffix == "OPP" || role.suffix == "CVL";
}

/// Who stands against his own government, wherever he is named; tourists and witnesses may be abroad.
bool is_opponent(const ontology::Role& role) {
    return is_domestic(role) && (role.suffix != "CVL" || role.code == "protester");
}

/// Whether the word is a meeting, a talk, an agreement: something that both sides do.
bool is_meeting(const Reading& reading, std::size_t token) {
    const std::string key = phrase_key(reading.tree[token].lemma);
    const auto* entries =
        reading.tree.is(token, {Upos::verb}) ? reading.pack.actions.verb(key) : reading.pack.actions.nouns().find(key);
    if (entries == nullptr) return false;
    const ontology::Action& action = *entries->front().action;
    return action.symmetric && (action.type == EventType::consult || action.type == EventType::agree);
}

bool is_located(const Reading& reading, std::size_t first, std::size_t last) {
    const auto& prepositions = reading.pack.prepositions;
    return prepositions.has_use(reading.arguments.preposition(first), "locative") ||
           prepositions.has_use(reading.arguments.preposition(last), "locative");
}

}  // namespace

bool is_host(const Reading& reading, const NameMatch& place) {
    const auto& tree = reading.tree;
    const bool country = place.of_kind(language::NameKind::name) != nullptr;
    std::optional<std::size_t> governor = place.first;
    while (governor && *governor >= place.first && *governor <= place.last) governor = tree.head(*governor);
    for (; governor; governor = tree.head(*governor)) {
        if (country && reading.mentions.role_at(*governor)) return false;  // "talks with the rebels in Syria"
        if (is_meeting(reading, *governor)) return true;
        if (!tree.is(*governor, {Upos::verb, Upos::aux})) continue;
        for (const std::size_t object : tree.children(*governor, {Deprel::obj, Deprel::nsubj, Deprel::nsubj_pass})) {
            if (is_meeting(reading, object)) return true;
        }
        return false;
    }
    return false;
}

Focus::Focus(const std::vector<std::unique_ptr<Reading>>& readings) {
    for (std::size_t i = 0; i < readings.size(); ++i) read(*readings[i], i);
}

void Focus::read(const Reading& reading, std::size_t sentence) {
    read_names(reading, sentence);
    read_places(reading);
    read_roles(reading);
    read_events(reading);
}

void Focus::read_names(const Reading& reading, std::size_t sentence) {
    for (const NameMatch& name : reading.names) {
        const std::string& country = name.entries.front()->actor->country;
        const bool surname = name.of_kind(language::NameKind::surname) != nullptr;
        if (!country.empty() && !surname) {
            ++named_[country];
            ++named_in_[sentence][country];
            // "the Trump administration": the role word inside a name tells whose it is.
            for (const std::size_t token : {name.first, name.last}) {
                const std::string key = phrase_key(reading.tree[token].lemma);
                if (name.last > name.first && reading.pack.roles.words().find(key) != nullptr) ++by_word_[key][country];
            }
        }
        // Rebels of a country with a name of their own: the Free Syrian Army.
        const ontology::Actor& actor = *name.entries.front()->actor;
        if (actor.kind == core::ActorKind::armed_group && actor.principal == country + "-REB")
            home_[country] += own_opponents;
        const ontology::Actor* state = state_of(&name);
        if (state == nullptr || !is_located(reading, name.first, name.last)) continue;
        // A country may host talks about another, or be the one at war; a town that does is only the place.
        const bool country_name = name.of_kind(language::NameKind::name) != nullptr;
        home_[state->id] += !is_host(reading, name) ? scene : country_name ? host_country : 0;
    }
}

void Focus::read_places(const Reading& reading) {
    for (const language::PlaceMatch& match : reading.places) {
        const bool capital = reading.mentions.name_at(match.first) != nullptr;  // counted as a name already
        if (!capital && !match.place->country.empty()) home_[match.place->country] += scene;
    }
}

void Focus::read_roles(const Reading& reading) {
    for (std::size_t i = 0; i < reading.tree.size(); ++i) {
        if (!reading.mentions.role_at(i) || !reading.tree.is(i, {Upos::noun, Upos::propn, Upos::adj})) continue;
        const Mention& mention = reading.mentions.at(i);
        if (!mention.role) continue;
        const std::string word = phrase_key(mention.role->word->word);
        std::vector<const NameMatch*> owners = mention.names;
        for (const std::size_t token : mention.owners) owners.push_back(reading.mentions.name_at(token));
        for (const NameMatch* name : owners) {
            if (name != nullptr && !name->entries.front()->actor->country.empty())
                ++by_word_[word][name->entries.front()->actor->country];
        }
        const ontology::Role& role = *mention.role->word->role;
        if (!is_domestic(role)) continue;
        for (const auto& tokens : {mention.nationality, mention.owners}) {
            for (const std::size_t token : tokens) {
                if (const auto* state = state_of(reading.mentions.name_at(token))) {
                    ++by_role_[role.code][state->id];
                    home_[state->id] += is_opponent(role) ? own_opponents : own_people;
                }
            }
        }
    }
}

void Focus::read_events(const Reading& reading) {
    // "Sudan's civil war", "la crise malienne": what befalls a country.
    for (std::size_t i = 0; i < reading.tree.size(); ++i) {
        if (!reading.tree.is(i, {Upos::noun})) continue;
        if (!reading.pack.cues.is(language::CueKind::home_event, phrase_key(reading.tree[i].lemma))) continue;
        const Mention& mention = reading.mentions.at(i);
        for (const auto& tokens : {mention.nationality, mention.owners, mention.locations}) {
            for (const std::size_t token : tokens) {
                if (const auto* state = state_of(reading.mentions.name_at(token))) home_[state->id] += own_turmoil;
            }
        }
    }
}

std::optional<std::string> Focus::leader(const Counts& counts) {
    if (counts.empty()) return std::nullopt;
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto equals =
        std::count_if(counts.begin(), counts.end(), [&](const auto& count) { return count.second == best->second; });
    return equals == 1 && best->second > 0 ? std::optional(best->first) : std::nullopt;
}

std::optional<std::string> Focus::country_of(const std::string& role_word) const {
    const auto found = by_word_.find(role_word);
    if (found == by_word_.end() || found->second.size() != 1) return std::nullopt;
    return found->second.begin()->first;
}

std::optional<std::string> Focus::country_for(const ontology::Role& role, std::size_t sentence) const {
    if (const auto own = by_role_.find(role.code); own != by_role_.end()) {
        if (auto country = leader(own->second)) return country;
    }
    Counts total = named_;
    for (const auto& [country, weight] : home_) total[country] += weight;
    const auto country = leader(total);
    const auto here = named_in_.find(sentence);
    if (!country || role.suffix != "REB" || here == named_in_.end()) return country;
    const auto there = here->second.find(*country);
    const bool elsewhere = there == here->second.end() || total[*country] > there->second;
    return elsewhere ? country : std::nullopt;
}

std::optional<std::string> Focus::only_named_in(std::size_t sentence) const {
    const auto here = named_in_.find(sentence);
    return here == named_in_.end() || named_.size() > 1 ? std::nullopt : leader(here->second);
}

}  // namespace entente::resolve
