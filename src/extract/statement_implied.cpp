// Participants that a clause does not name with its predicate: whoever the place, the event or another clause implies.
#include <algorithm>

#include "extract/statement.hpp"

namespace entente::extract {

using language::ActionEntry;
using language::phrase_key;
using syntax::Deprel;
using syntax::Upos;

bool StatementFinder::is_assault_noun(std::size_t token) const {
    const auto* entries = pack_.actions.nouns().find(phrase_key(tree_[token].lemma));
    return entries != nullptr && std::any_of(entries->begin(), entries->end(), [](const ActionEntry& entry) {
               return entry.action->type == core::EventType::assault;
           });
}

std::vector<std::size_t> StatementFinder::places_of(std::size_t predicate) const {
    std::vector<std::size_t> places;
    const auto add = [&](std::size_t governor, std::initializer_list<Deprel> relations) {
        for (const std::size_t phrase : tree_.children(governor, relations)) {
            if (pack_.prepositions.has_use(arguments_.preposition(phrase), "locative")) places.push_back(phrase);
        }
    };
    for (std::optional<std::size_t> at = predicate; at; at = arguments_.supporting_verb(*at)) {
        add(*at, {Deprel::obl, Deprel::nmod});
        // "Protests continued in Beirut.", with the verb taken for a participle of the noun
        for (const std::size_t verb : tree_.children(*at, {Deprel::acl})) add(verb, {Deprel::obl});
        // "lifted a curfew in the capital": the place may hang on the object.
        for (const std::size_t object : tree_.children(*at, {Deprel::obj})) add(object, {Deprel::nmod});
    }
    return places;
}

void StatementFinder::add_implied(const ActionEntry& entry, Statement& statement) const {
    std::vector<std::size_t> sources;
    for (const SlotFilling& filling : statement.sources) {
        sources.insert(sources.end(), filling.heads.begin(), filling.heads.end());
    }
    // "was arrested in Cairo": by those who govern there.
    if (sources.empty() && contains(entry.frame.source, place_slot)) {
        statement.sources.push_back({std::string(place_slot), places_of(statement.predicate)});
    }
    const auto imply = [&](const std::vector<std::string>& slots, std::vector<SlotFilling>& fillings) {
        for (const std::string& slot : slots) {
            const bool implied = slot == people_slot || slot == own_slot;
            // "Palestinian prisoners rioted in an Israeli jail": against those who govern there.
            const auto places = implied && (slot == people_slot || !sources.empty()) ? places_of(statement.predicate)
                                                                                     : std::vector<std::size_t>{};
            const std::string_view at = slot == people_slot ? people_place_slot : place_slot;
            if (!places.empty()) fillings.push_back({std::string(at), places});
            if (implied && !sources.empty()) fillings.push_back({slot, sources});
        }
    };
    imply(entry.frame.source, statement.sources);
    // Whoever the place implies as the source may have a government of his own too.
    for (const SlotFilling& filling : statement.sources) {
        if (filling.slot == people_place_slot && sources.empty() && contains(entry.frame.target, own_slot)) {
            statement.targets.push_back({std::string(place_slot), filling.heads});
        }
    }
    imply(entry.frame.target, statement.targets);
}

std::vector<std::size_t> StatementFinder::victims_of(std::size_t event) const {
    // "an attack that killed 12 people in Kabul", "the bombing which wounded a general"
    std::vector<std::size_t> victims;
    if (!is_assault_noun(event)) return victims;
    for (const std::size_t clause : tree_.children(event, {Deprel::acl_relcl, Deprel::acl})) {
        const Arguments harmed = arguments_.of_verb(clause);
        for (const bool place : {false, true}) {
            for (const Argument& argument : harmed.all()) {
                const bool wanted =
                    place ? pack_.prepositions.has_use(argument.slot, "locative") : argument.slot == "obj";
                if (wanted && argument.token != event) victims.push_back(argument.token);
            }
        }
    }
    return victims;
}

bool StatementFinder::has_agent(std::size_t noun) const {
    const auto phrases = tree_.children(noun, {Deprel::nmod});
    return std::any_of(phrases.begin(), phrases.end(), [&](std::size_t phrase) {
        return pack_.prepositions.has_use(arguments_.preposition(phrase), "agent");
    });
}

std::vector<std::size_t> StatementFinder::events_behind(std::size_t predicate) const {
    // "are killed and 77 more are reported missing in a series of Israeli airstrikes": wherever the tree hangs it, the
    // event that kills follows in the clause, after a preposition.
    std::vector<std::size_t> events;
    for (std::size_t i = predicate + 1; i < tree_.size(); ++i) {
        const bool harmed = arguments_.is_passive(i) || !tree_.has_child(i, {Deprel::nsubj});
        if (tree_.is(i, {Upos::verb}) && tree_[i].has("VerbForm", "Fin") && !harmed) break;
        if (!tree_.is(i, {Upos::noun}) || !is_assault_noun(i)) continue;
        std::size_t first = i;
        while (first > predicate + 1 &&
               tree_.is(first - 1, {Upos::det, Upos::adj, Upos::noun, Upos::propn, Upos::num, Upos::cconj})) {
            --first;
        }
        if (first <= predicate + 1 || !tree_.is(first - 1, {Upos::adp})) continue;
        for (std::size_t part = i + 1; part-- > first;) {
            if (tree_.is(part, {Upos::noun})) events.push_back(part);
        }
        break;
    }
    return events;
}

void StatementFinder::add_event_slots(Statement& statement) const {
    const bool assault = statement.action->type == core::EventType::assault;
    if (!assault && statement.action->type != core::EventType::coerce) return;
    std::vector<SlotFilling> events;
    SlotFilling place{std::string(place_slot), {}};
    const auto add_phrase = [&](std::size_t phrase) {
        const std::string preposition = arguments_.preposition(phrase);
        const bool around = pack_.prepositions.has_use(preposition, "locative") ||
                            pack_.prepositions.has_use(preposition, "setting") ||
                            pack_.prepositions.has_use(preposition, "agent");
        // "arrested for the murder of": no murderer arrests.
        if (!assault && !around) return;
        // "killed in Russian missile and drone strikes": who strikes kills.
        const auto parts = tree_.conjuncts(phrase);
        const bool strikes = std::any_of(parts.begin(), parts.end(), [&](std::size_t p) { return is_assault_noun(p); });
        if (strikes) {
            // Whose the "Russian missile and drone strikes" are, the first says; of "fire and raids by …" the last.
            for (const bool agent : {true, false}) {
                for (const std::size_t part : parts) {
                    if (has_agent(part) == agent) events.push_back({"event", {part}});
                }
            }
        } else if (pack_.prepositions.has_use(preposition, "locative")) {
            place.heads.push_back(phrase);
        }
    };
    for (const std::size_t phrase : tree_.children(statement.predicate, {Deprel::obl, Deprel::nmod})) {
        add_phrase(phrase);
    }
    // "Two people were killed and six injured in a strike": what is said last holds of both.
    for (const std::size_t verb : tree_.children(statement.predicate, {Deprel::conj})) {
        if (!events.empty() || !place.heads.empty() || !tree_.is(verb, {Upos::verb})) break;
        for (const std::size_t phrase : tree_.children(verb, {Deprel::obl})) add_phrase(phrase);
    }
    if (events.empty() && assault && !statement.nominal) {
        for (const std::size_t phrase : events_behind(statement.predicate)) add_phrase(phrase);
    }
    statement.sources.insert(statement.sources.end(), events.begin(), events.end());
    // Where things are hit and nobody is named, the country they stand in is.
    const bool hits = assault && (statement.nominal || !statement.targets.empty());
    if (!place.heads.empty() && hits) statement.targets.push_back(std::move(place));
}

void StatementFinder::add_clause(std::size_t noun, Statement& statement) const {
    const auto verb = tree_.head(noun);
    const bool aside = verb && tree_.is(noun, {Deprel::obl, Deprel::nmod}) && tree_.is(*verb, {Upos::verb});
    if (!aside) return;
    // "At the request of Kabul, Islamabad freed …": whoever does it was asked.
    if (statement.action->type == core::EventType::request && statement.targets.empty()) {
        if (const auto doer = arguments_.agent(*verb)) statement.targets.push_back({"clause", coordinated(*doer)});
    }
    // "Twenty soldiers died in a clash with Chinese troops", "… and six gunmen are killed in a shootout"
    const bool assault = statement.action->type == core::EventType::assault && statement.action->symmetric;
    const bool setting = pack_.prepositions.has_use(arguments_.preposition(noun), "locative") ||
                         pack_.prepositions.has_use(arguments_.preposition(noun), "setting");
    const auto harmed = assault && setting ? arguments_.surface_subject(*verb) : std::nullopt;
    if (!harmed || tree_.is(*harmed, {Upos::pron})) return;
    statement.sources.push_back({"clause", coordinated(*harmed)});
    statement.pairs.push_back({"clause", coordinated(*harmed)});
}

}  // namespace entente::extract
