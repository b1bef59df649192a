#include "resolve/focus.hpp"

#include <algorithm>

namespace entente::resolve {

namespace {

using extract::Mention;
using extract::Reading;
using language::NameMatch;
using syntax::Upos;

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

}  // namespace

Focus::Focus(const std::vector<std::unique_ptr<Reading>>& readings) {
    for (const auto& reading : readings) read(*reading);
}

void Focus::read(const Reading& reading) {
    for (const NameMatch& name : reading.names) {
        const ontology::Actor* state = state_of(&name);
        const std::string& country = name.entries.front()->actor->country;
        const bool surname = name.of_kind(language::NameKind::surname) != nullptr;
        if (!country.empty() && !surname) ++named_[country];
        if (state == nullptr) continue;
        if (reading.pack.prepositions.has_use(reading.arguments.preposition(name.first), "locative") ||
            reading.pack.prepositions.has_use(reading.arguments.preposition(name.last), "locative")) {
            ++located_[state->id];
        }
    }
    for (const language::PlaceMatch& match : reading.places) {
        const bool capital = reading.mentions.name_at(match.first) != nullptr;  // counted as a name already
        if (!capital && !match.place->country.empty()) ++located_[match.place->country];
    }
    for (std::size_t i = 0; i < reading.tree.size(); ++i) {
        if (!reading.tree.is(i, {Upos::noun, Upos::propn, Upos::adj})) continue;
        const Mention mention = reading.mentions.at(i);
        if (!mention.role) continue;
        const std::string word = language::phrase_key(mention.role->word->word);
        std::vector<const NameMatch*> owners = mention.names;
        for (const std::size_t token : mention.owners) owners.push_back(reading.mentions.name_at(token));
        for (const NameMatch* name : owners) {
            if (name != nullptr && !name->entries.front()->actor->country.empty())
                ++by_word_[word][name->entries.front()->actor->country];
        }
        if (!is_domestic(*mention.role->word->role)) continue;
        for (const auto& tokens : {mention.nationality, mention.owners}) {
            for (const std::size_t token : tokens) {
                if (const auto* state = state_of(reading.mentions.name_at(token))) {
                    ++by_role_[mention.role->word->role->code][state->id];
                    ++domestic_[state->id];
                }
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
    return equals == 1 ? std::optional(best->first) : std::nullopt;
}

std::optional<std::string> Focus::country_of(const std::string& role_word) const {
    const auto found = by_word_.find(role_word);
    if (found == by_word_.end() || found->second.size() != 1) return std::nullopt;
    return found->second.begin()->first;
}

bool Focus::mentions(const std::string& country) const {
    return named_.contains(country);
}

std::optional<std::string> Focus::country_for(const std::string& role) const {
    if (const auto own = by_role_.find(role); own != by_role_.end()) {
        if (auto country = leader(own->second)) return country;
    }
    for (const Counts* counts : {&domestic_, &located_, &named_}) {
        if (auto country = leader(*counts)) return country;
    }
    return std::nullopt;
}

}  // namespace entente::resolve
