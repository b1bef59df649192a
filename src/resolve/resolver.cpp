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
using syntax::Deprel;
using syntax::Upos;

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
    introduce_known();
    introduce_unknown();
}

void Resolver::place(const Phrase& phrase, std::size_t first, std::size_t last, Participants& participants) const {
    const auto& tree = reading(phrase).tree;
    const core::Span span = core::cover(tree[first].span, tree[last].span);
    for (Participant& participant : participants) {
        participant.span = span;
        participant.text = document_.slice(span);
    }
}

std::vector<Participant> Resolver::actors(const Phrase& phrase) const {
    if (std::find(asking_.begin(), asking_.end(), phrase) != asking_.end()) return {};
    asking_.push_back(phrase);
    const Mention& mention = reading(phrase).mentions.at(phrase.token);
    Participants found;
    if (mention.pronoun != nullptr) {
        found = from_pronoun(phrase, mention);
    } else {
        found = from_pair(phrase, mention);
        if (found.empty()) found = from_name(phrase, mention);
        // "other nations, including Turkey and Iran": those who are named.
        const bool listed = !mention.members.empty() && mention.nationality.empty() && mention.owners.empty();
        if (found.empty() && listed) found = from_apposition(phrase, mention);
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
    const Mention& mention = reading(phrase).mentions.at(phrase.token);
    found = owners(phrase, mention);
    if (found.empty() && by_place) {
        // "shelled Kharkiv", "the port of Misrata", "a depot in Idlib"
        found = states_at(phrase);
        for (const auto& places : {mention.owners, mention.locations}) {
            for (const std::size_t place : places) {
                if (found.empty()) add_distinct(found, states_at({phrase.sentence, place}));
            }
        }
    }
    return found;
}

std::vector<Participant> Resolver::states_at(const Phrase& place) const {
    // "in Kyiv, Ukraine": the country stands beside the town or behind it.
    const Mention& mention = reading(place).mentions.at(place.token);
    Participants found = actors(place);
    for (const std::size_t further : mention.locations) add_distinct(found, actors({place.sentence, further}));
    for (const std::size_t further : mention.owners) add_distinct(found, actors({place.sentence, further}));
    for (const std::size_t further : mention.appositions) add_distinct(found, actors({place.sentence, further}));
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

std::vector<Participant> Resolver::on_side(const std::vector<Participant>& actors, const std::string& suffix) const {
    Participants sides;
    for (const Participant& actor : actors) {
        if (!actor.country) continue;
        Participant side = maker_.of_principal(suffix.empty() ? *actor.country : *actor.country + "-" + suffix);
        side.span = actor.span;
        side.text = actor.text;
        add_distinct(sides, {side});
    }
    return sides;
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
            // "The ministry … his government": what is no person has nothing of his.
            const bool thing = std::any_of(found.begin(), found.end(), [](const Participant& p) {
                return p.kind == ActorKind::organisation || p.kind == ActorKind::company || p.kind == ActorKind::medium;
            });
            if (thing && pronoun.gender == Pronoun::Gender::person) break;
            if (!found.empty())
                return found.size() == 1 || pronoun.number != Pronoun::Number::singular ? found : Participants{};
        }
    }
    const std::string gender =
        pronoun.kind == Pronoun::Kind::possessive ? "" : std::string(tree[phrase.token].feature("Gender"));
    return memory_.antecedent(phrase, pronoun, gender, acting_on(phrase));
}

std::vector<Participant> Resolver::acting_on(const Phrase& phrase) const {
    // "Ankara rejected the plan of Athens, accusing it of …": whoever accuses does not accuse himself.
    const auto& tree = reading(phrase).tree;
    const auto verb = tree.head(phrase.token);
    const bool object = tree.is(phrase.token, {Deprel::obj, Deprel::iobj, Deprel::obl});
    if (!verb || !object || !tree.is(*verb, {Upos::verb})) return {};
    const auto subject = reading(phrase).arguments.surface_subject(*verb);
    return subject && *subject != phrase.token ? actors({phrase.sentence, *subject}) : Participants{};
}

std::vector<Participant> Resolver::from_pair(const Phrase& phrase, const Mention& mention) const {
    // "les deux puissances", "both sides", "les parties": whoever was last seen to deal with each other.
    const auto& read = reading(phrase);
    const bool told = mention.head_name != nullptr || !mention.nationality.empty() || !mention.owners.empty() ||
                      !mention.members.empty() || !mention.appositions.empty();
    if (!mention.plural || told) return {};
    if (!read.pack.cues.is(language::CueKind::pair_noun, phrase_key(read.tree[phrase.token].lemma))) return {};
    return memory_.pair();
}

std::vector<Participant> Resolver::from_name(const Phrase& phrase, const Mention& mention) const {
    if (mention.head_name == nullptr) return {};
    const auto& tree = reading(phrase).tree;
    auto chosen = choose(*mention.head_name, mention.role);
    // "Franco-German talks": the first half counts only before its hyphen.
    const NameEntry* half = mention.head_name->of_kind(NameKind::combining);
    const std::size_t behind = mention.head_name->last + 1;
    if (half != nullptr && behind < tree.size() && tree[behind].form == "-") chosen = maker_.of_actor(*half->actor);
    if (!chosen) return {};
    const bool people = is_people(mention.head_name->entries.front()->kind);
    // "three Russians" are people of the country, "the Russians" stand for it.
    if (people && tree.is(phrase.token, {Upos::noun, Upos::propn}) &&
        (mention.counted || is_measured(reading(phrase), phrase.token)) && chosen->country) {
        return {maker_.of_principal(*chosen->country + "-CVL")};
    }
    if (const auto side = side_of_title(phrase, mention, *chosen)) chosen->principal = *side;
    // "Chinese and Indian troops": where the second half is a name, the first is another's.
    const std::size_t first = mention.head_name->first;
    const bool pair = first >= 2 && tree.is(first, {Upos::adj}) && tree.is(first - 1, {Upos::cconj}) &&
                      tree.is(first - 2, {Upos::adj}) && reading(phrase).mentions.name_at(first - 2) != nullptr;
    Participants found = pair ? from_modifier({phrase.sentence, first - 2}) : Participants{};
    add_distinct(found, {*chosen});
    return found;
}

void Resolver::remember(std::size_t sentence) {
    const Reading& reading = *readings_[sentence];
    for (std::size_t i = 0; i < reading.tree.size(); ++i) {
        const bool nominal =
            may_name({sentence, i}) && !reading.tree.is(i, {Deprel::compound, Deprel::fixed, Deprel::appos});
        if (!nominal || reading.mentions.is_inner(i)) continue;
        const Phrase phrase{sentence, i};
        const Mention& mention = reading.mentions.at(i);
        const Participants found = actors(phrase);
        if (found.empty()) continue;
        const bool official =
            mention.role && mention.role->word->kind == language::RoleWord::Kind::person && !mention.plural;
        Participants others;
        for (const std::size_t other : reading.tree.conjuncts(i)) {
            if (other != i && reading.tree.is(other, {Upos::noun, Upos::propn}))
                add_distinct(others, actors({sentence, other}));
        }
        Remembered mention_of{found.front(),
                              std::move(others),
                              phrase,
                              reading.tree.is(i, {Deprel::nsubj, Deprel::nsubj_pass}),
                              is_main_subject(reading.tree, i),
                              mention.plural && found.size() == 1,
                              official || found.front().kind == ActorKind::person,
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
            const bool nominal = tree.is(i, {Upos::pron}) || may_name({s, i});
            if (!nominal || readings_[s]->mentions.is_inner(i)) continue;
            const Mention& mention = readings_[s]->mentions.at(i);
            const char* how = mention.pronoun != nullptr     ? "pronoun"
                              : mention.head_name != nullptr ? "name"
                              : mention.role                 ? "role"
                              : !mention.proper_name.empty() ? "proper name"
                                                             : nullptr;
            if (how == nullptr) continue;
            const core::Span span = core::cover(tree[mention.first].span, tree[mention.last].span);
            std::vector<std::string> ids;
            std::vector<std::string> principals;
            for (const Participant& actor : actors({s, i})) {
                ids.push_back(actor.id);
                principals.push_back(actor.principal);
            }
            shown.push_back(
                {span, std::string(document_.slice(span)), base::join(ids, "+"), how, base::join(principals, "+")});
        }
    }
    return shown;
}

}  // namespace entente::resolve
