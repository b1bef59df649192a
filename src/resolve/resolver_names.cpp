// Whom the Resolver takes a name for: namesakes, last names, titles, people whom only the article knows.
#include <algorithm>
#include <array>
#include <limits>

#include "resolve/resolver.hpp"

namespace entente::resolve {

namespace {

using core::ActorKind;
using core::Participant;
using extract::Mention;
using extract::RoleMatch;
using language::NameEntry;
using language::NameKind;
using language::NameMatch;
using language::phrase_key;
using language::RoleWord;
using syntax::Deprel;
using syntax::Upos;

/// Those whom the news means when it names nobody's first name.
constexpr std::array<std::string_view, 13> highest_offices{
    "president", "prime-minister", "leader", "head-of-state", "supreme-leader", "chancellor",       "king",
    "queen",     "emperor",        "emir",   "sultan",        "pope",           "secretary-general"};

constexpr long never = std::numeric_limits<long>::max();

bool is_highest(const std::string& office) {
    return std::find(highest_offices.begin(), highest_offices.end(), office) != highest_offices.end();
}

/// Offices whose holders are named without a word about their country; who holds another is known where that is named.
bool is_prominent(const std::string& office) {
    constexpr std::array<std::string_view, 9> prominent{
        "foreign-minister",  "secretary-of-state",   "defence-minister",
        "vice-president",    "high-representative",  "finance-minister",
        "interior-minister", "commission-president", "national-security-adviser"};
    return is_highest(office) || std::find(prominent.begin(), prominent.end(), office) != prominent.end();
}

/// "Trump", "Lula": a person's name of one word is no more certain than a last name.
bool is_short_name(const NameEntry& entry) {
    return entry.kind == NameKind::name && entry.actor->kind == ActorKind::person &&
           entry.form.find(' ') == std::string::npos;
}

/// The only element, or null.
const NameEntry* only(const std::vector<const NameEntry*>& entries) {
    return entries.size() == 1 ? entries.front() : nullptr;
}

}  // namespace

void Resolver::introduce_known() {
    // Full names introduce last names for the whole article: a headline may use them before the text does.
    for (const auto& reading : readings_) {
        for (const NameMatch& name : reading->names) {
            const NameEntry* entry = name.of_kind(NameKind::name);
            if (entry == nullptr || entry->actor->kind != ActorKind::person || is_short_name(*entry)) continue;
            const auto chosen = choose(name);
            if (chosen) memory_.introduce(phrase_key(entry->form), *chosen);
        }
    }
}

void Resolver::introduce_unknown() {
    // Those whom the article describes first: elsewhere it may name them without a word about them.
    for (const bool described : {true, false}) {
        for (std::size_t s = 0; s < readings_.size(); ++s) {
            for (std::size_t i = 0; i < readings_[s]->tree.size(); ++i) {
                const Phrase phrase{s, i};
                if (!readings_[s]->tree.is(i, {Upos::noun, Upos::propn})) continue;
                const Mention& mention = readings_[s]->mentions.at(i);
                if (mention.proper_name.find(' ') == std::string::npos) continue;
                const bool said = mention.role || !mention.appositions.empty();
                if (said != described) continue;
                // What nobody describes is somebody if it begins as people's names do: no Red Hat, no World War.
                const std::string_view given =
                    std::string_view(mention.proper_name).substr(0, mention.proper_name.find(' '));
                if (!described && !readings_[s]->pack.names.is_given_name(phrase_key(given))) continue;
                const Participants found =
                    mention.role ? from_role(phrase, mention) : from_proper_name(phrase, mention);
                for (const Participant& actor : found) {
                    if (actor.name == mention.proper_name) memory_.introduce(phrase_key(mention.proper_name), actor);
                }
            }
        }
    }
}

bool Resolver::may_name(const Phrase& phrase) const {
    const auto& read = reading(phrase);
    if (read.tree.is(phrase.token, {Upos::noun, Upos::propn})) return true;
    // Parsers take names of a foreign look for anything; what they depend on tells more.
    const bool argument = read.tree.is(phrase.token, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::obj, Deprel::iobj,
                                                      Deprel::obl, Deprel::nmod, Deprel::conj});
    return argument && (read.mentions.name_at(phrase.token) != nullptr || read.mentions.role_at(phrase.token)) &&
           !read.tree.is(phrase.token, {Upos::pron, Upos::det});
}

const NameEntry* Resolver::only_officer(const std::vector<const NameEntry*>& namesakes,
                                        const std::function<bool(const std::string& office)>& fits) const {
    std::vector<const NameEntry*> officers;
    std::copy_if(namesakes.begin(), namesakes.end(), std::back_inserter(officers), [&](const NameEntry* entry) {
        const ontology::Office* held = ontology_.office_at(entry->actor->id, published_);
        return held != nullptr && fits(held->office);
    });
    return only(officers);
}

const NameEntry* Resolver::titled(const std::vector<const NameEntry*>& namesakes,
                                  const std::optional<RoleMatch>& title) const {
    if (!title) return nullptr;
    const std::string& code = title->word->role->code;
    return only_officer(namesakes, [&](const std::string& office) { return office == code; });
}

const NameEntry* Resolver::most_likely(const std::vector<const NameEntry*>& namesakes,
                                       const std::optional<RoleMatch>& title) const {
    if (namesakes.size() < 2) return only(namesakes);
    if (const NameEntry* officer = titled(namesakes, title)) return officer;
    std::vector<const NameEntry*> known;
    std::copy_if(namesakes.begin(), namesakes.end(), std::back_inserter(known),
                 [&](const NameEntry* entry) { return memory_.knows(entry->actor->id); });
    if (known.size() == 1) return known.front();
    const NameEntry* officer = only_officer(namesakes, [](const std::string&) { return true; });
    return officer != nullptr ? officer : only_officer(namesakes, is_highest);
}

std::optional<Participant> Resolver::of_last_name(const NameMatch& name, const std::optional<RoleMatch>& title) const {
    std::vector<const NameEntry*> namesakes;
    const NameEntry* known_by_it = nullptr;
    for (const NameEntry* entry : name.entries) {
        if (is_short_name(*entry)) known_by_it = entry;
        if (entry->kind == NameKind::surname || is_short_name(*entry)) namesakes.push_back(entry);
    }
    if (namesakes.empty()) return std::nullopt;
    // "President Bush" beside his father, "Gaddafi" beside his son: title and fame say more than who is introduced.
    const NameEntry* best = titled(namesakes, title);
    if (best == nullptr && known_by_it != nullptr) best = only_officer({known_by_it}, is_highest);
    if (best == nullptr) {
        if (auto introduced = memory_.named(phrase_key(namesakes.front()->form))) return introduced;
        best = most_likely(namesakes, title);
    }
    if (known_by_it != nullptr && best == nullptr) best = known_by_it;
    if (best == nullptr) return std::nullopt;
    // It takes an introduction, an office held now, or an article about the country of the only one of that name.
    // One that is a first name as well ("Charles") needs the country in any case.
    const ontology::Office* office = ontology_.office_at(best->actor->id, published_);
    const bool prominent = office != nullptr && is_prominent(office->office) && !is_given_name(best->form);
    const bool expected = is_short_name(*best) || memory_.knows(best->actor->id) ||
                          focus_.mentions(best->actor->country) || prominent || titled({best}, title) != nullptr;
    return expected ? std::optional(maker_.of_actor(*best->actor)) : std::nullopt;
}

std::optional<Participant> Resolver::named_officer(const Participant& state, const std::string& office) const {
    std::optional<Participant> holder;
    for (const std::string& person : memory_.introduced()) {
        const ontology::Office* held = ontology_.office_at(person, published_);
        const bool fits = held != nullptr && held->principal == state.id &&
                          (held->office == office || (office == "leader" && is_highest(held->office)));
        if (!fits) continue;
        if (holder) return std::nullopt;
        holder = maker_.of_actor(*ontology_.actor(person));
    }
    return holder;
}

bool Resolver::is_expected(const NameEntry& entry) const {
    return memory_.knows(entry.actor->id) || only_officer({&entry}, is_highest) != nullptr;
}

bool Resolver::is_given_name(std::string_view form) const {
    return std::any_of(readings_.begin(), readings_.end(), [key = phrase_key(form)](const auto& reading) {
        return reading->pack.names.is_given_name(key);
    });
}

std::optional<Participant> Resolver::choose(const NameMatch& name, const std::optional<RoleMatch>& title) const {
    // A full name or a place's name is certain; a last name needs an introduction or an office held now.
    for (const NameKind kind :
         {NameKind::name, NameKind::seat, NameKind::capital, NameKind::demonym, NameKind::adjective}) {
        std::vector<const NameEntry*> bearers;
        for (const NameEntry* entry : name.entries) {
            if (entry->kind == kind && (!is_short_name(*entry) || is_expected(*entry))) bearers.push_back(entry);
        }
        // "Hollande" is the president while there is one; but alone he is no surer than by his last name.
        if (std::all_of(bearers.begin(), bearers.end(), [](const NameEntry* entry) { return is_short_name(*entry); }))
            continue;
        if (const NameEntry* likely = most_likely(bearers, title)) return maker_.of_actor(*likely->actor);
        // Of several none of whom is in office, the one whose time is nearest.
        const auto distance = [&](const NameEntry* entry) {
            return ontology_.days_from_office(entry->actor->id, published_).value_or(never);
        };
        const auto best = std::min_element(bearers.begin(), bearers.end(),
                                           [&](const auto* a, const auto* b) { return distance(a) < distance(b); });
        return maker_.of_actor(*(*best)->actor);
    }
    return of_last_name(name, title);
}

std::optional<std::string> Resolver::side_of_title(const Phrase& phrase, const Mention& mention,
                                                   const Participant& person) const {
    // The title says for whom a person acts where no office is known: "Turkish Foreign Minister X".
    const bool officer = mention.role && mention.role->word->kind == RoleWord::Kind::person &&
                         mention.role->word->role->suffix.empty() && person.kind == ActorKind::person;
    if (!officer || ontology_.office_at(person.id, published_) != nullptr) return std::nullopt;
    // "President Rabbani", though the table has him out of office: of his own country. Leaders may lead a party.
    const std::string& code = mention.role->word->role->code;
    if (mention.nationality.empty() && is_highest(code) && code != "leader" && mention.owners.empty())
        return person.country;
    if (mention.nationality.empty()) return std::nullopt;
    for (const Participant& side : from_modifier({phrase.sentence, mention.nationality.front()})) {
        if (side.kind == ActorKind::state) return side.principal;
    }
    return std::nullopt;
}

}  // namespace entente::resolve
