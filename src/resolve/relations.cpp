#include "resolve/relations.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace entente::resolve {

namespace {

using core::EventType;
using core::Participant;
using extract::SlotFilling;
using extract::Statement;

/// The suffix of a principal that stands for the people of a country.
constexpr const char* civilians = "CVL";

/// Of a larger group no pairs are made: sixty-six edges from one summit would drown the rest of a graph.
constexpr std::size_t most_members = 5;

/// "will continue to strike": what has begun is no threat any more.
bool goes_on(const extract::Reading& reading, std::size_t predicate) {
    const auto governor = reading.tree.head(predicate);
    const bool infinitive = governor && reading.tree.is(predicate, {syntax::Deprel::xcomp, syntax::Deprel::obj});
    const auto* cue = infinitive ? reading.arguments.verb_cue(*governor, language::CueKind::operator_) : nullptr;
    return cue != nullptr && cue->effect == language::Cue::Effect::actual;
}

}  // namespace

RelationMaker::Reach RelationMaker::target_reach(EventType type) {
    switch (type) {
        // To meet Russia's demand is not to meet Russia …
        case EventType::consult:
        case EventType::agree:
        case EventType::cooperate: return Reach::actors;
        // … but to bomb a depot in Syria is to attack Syria, …
        case EventType::assault:
        case EventType::coerce:
        case EventType::sanction:
        case EventType::mobilize:
        case EventType::aid: return Reach::places;
        // … to pull out of Kherson is to leave Ukraine, though to leave talks in Geneva is not to leave Switzerland, …
        case EventType::retreat: return Reach::towns;
        // … and to condemn Russia's attack is to condemn Russia.
        default: return Reach::owners;
    }
}

std::vector<core::Relation> RelationMaker::make() {
    std::vector<core::Relation> relations;
    for (std::size_t sentence = 0; sentence < readings_.size(); ++sentence) {
        resolver_.remember(sentence);
        for (core::Relation& relation : without_implied(of_sentence(sentence))) {
            const bool sides =
                relation.source.kind != core::ActorKind::person || relation.target.kind != core::ActorKind::person;
            if (relation.symmetric && sides) {
                resolver_.remember_pair(resolver_.participant(relation.source.principal),
                                        resolver_.participant(relation.target.principal));
            }
            relations.push_back(std::move(relation));
        }
    }
    return relations;
}

std::vector<core::Relation> RelationMaker::of_sentence(std::size_t sentence) const {
    std::vector<core::Relation> relations;
    std::vector<std::size_t> predicates;  // of each relation
    const auto& tree = readings_[sentence]->tree;
    // "seal a deal" is one agreement, though both the verb and the noun say so.
    const auto repeats = [&](const core::Relation& relation, std::size_t predicate) {
        for (std::size_t i = 0; i < relations.size(); ++i) {
            const core::Relation& other = relations[i];
            const bool near = tree.head(predicate) == predicates[i] || tree.head(predicates[i]) == predicate ||
                              predicate == predicates[i];
            const bool same = other.source.id == relation.source.id && other.target.id == relation.target.id;
            const bool turned =
                relation.symmetric && other.source.id == relation.target.id && other.target.id == relation.source.id;
            if (near && (same || turned) && other.action.type == relation.action.type) return true;
        }
        return false;
    };
    // "agreed to meet Russia": the meeting has been said to be agreed; the agreement need not be said again.
    const auto is_said = [&](const core::Relation& relation) {
        return std::any_of(relations.begin(), relations.end(), [&](const core::Relation& other) {
            return other.action.type == relation.action.type &&
                   (other.source.id == relation.source.id || other.target.id == relation.source.id);
        });
    };
    std::map<std::size_t, EventType> consumed;  // event nouns that belong to a verb, and what the verb makes of them
    for (const auto& readings : readings_[sentence]->statements.find()) {
        for (const Statement& statement : readings) {
            // "sign an agreement" may say twice that something is agreed; "break relations" says nothing of relations.
            // "rejected the blame": a verb that says something more exact is no mere refusal.
            const bool exact = std::find(predicates.begin(), predicates.end(), statement.predicate) != predicates.end();
            const bool said = !statement.targets.empty() && statement.targets.front().slot == "subj";
            if (statement.general && exact && !said) continue;
            const auto owner = consumed.find(statement.predicate);
            if (owner != consumed.end() && owner->second != statement.action->type) continue;
            auto found = of_statement(statement, sentence);
            if (statement.general) found.erase(std::remove_if(found.begin(), found.end(), is_said), found.end());
            for (core::Relation& relation : found) {
                if (repeats(relation, statement.predicate)) continue;
                relations.push_back(std::move(relation));
                predicates.push_back(statement.predicate);
            }
            for (const std::size_t noun : statement.consumed) consumed.emplace(noun, statement.action->type);
            if (!found.empty()) break;
        }
    }
    return relations;
}

std::vector<core::Relation> RelationMaker::without_implied(std::vector<core::Relation> relations) {
    // "marched to protest against the president": the march against the own government is the protest against him.
    const auto implied = [&](const core::Relation& relation) {
        return relation.target.span == relation.source.span &&
               std::any_of(relations.begin(), relations.end(), [&](const core::Relation& other) {
                   return other.target.span != other.source.span && other.action.type == relation.action.type &&
                          other.source.principal == relation.source.principal;
               });
    };
    std::vector<core::Relation> kept;
    std::copy_if(relations.begin(), relations.end(), std::back_inserter(kept),
                 [&](const core::Relation& relation) { return !implied(relation); });
    return kept;
}

std::vector<Participant> RelationMaker::actors_in(const std::string& slot, const Phrase& phrase, Reach reach) const {
    if (slot == extract::place_slot) return resolver_.states_at(phrase);
    const bool people = slot == extract::people_slot;
    if (slot == extract::people_place_slot) return resolver_.on_side(resolver_.states_at(phrase), civilians);
    if (people || slot == extract::own_slot) {
        return resolver_.on_side(resolver_.actors_or_owners(phrase), people ? civilians : "");
    }
    if (reach == Reach::actors) return resolver_.actors(phrase);
    Participants found = resolver_.actors_or_owners(phrase, reach == Reach::places);
    const bool town = reach == Reach::towns && readings_[phrase.sentence]->place_at(phrase.token) != nullptr;
    return found.empty() && town ? resolver_.states_at(phrase) : found;
}

std::vector<Participant> RelationMaker::first_filled(const std::vector<SlotFilling>& fillings, std::size_t sentence,
                                                     Reach reach) const {
    for (const SlotFilling& filling : fillings) {
        Participants found;
        for (const std::size_t head : filling.heads) {
            const Phrase phrase{sentence, head};
            Participants actors = actors_in(filling.slot, phrase, reach);
            for (Participant& actor : actors) {
                const bool known =
                    std::any_of(found.begin(), found.end(), [&](const auto& p) { return p.id == actor.id; });
                if (!known) found.push_back(std::move(actor));
            }
        }
        if (!found.empty()) return found;
    }
    return {};
}

std::vector<Participant> RelationMaker::first_other(const std::vector<SlotFilling>& fillings,
                                                    const Participants& sources, std::size_t sentence,
                                                    Reach reach) const {
    const auto own = [&](const Participant& actor) {
        return std::any_of(sources.begin(), sources.end(),
                           [&](const Participant& s) { return s.principal == actor.principal; });
    };
    for (const SlotFilling& filling : fillings) {
        if (reach == Reach::places && filling.slot != extract::complement_slot) continue;
        Participants found = first_filled({filling}, sentence, reach);
        found.erase(std::remove_if(found.begin(), found.end(), own), found.end());
        if (!found.empty()) return found;
    }
    return {};
}

bool RelationMaker::names_official(const std::vector<SlotFilling>& fillings, std::size_t sentence) const {
    for (const SlotFilling& filling : fillings) {
        for (const std::size_t head : filling.heads) {
            const extract::Mention& mention = readings_[sentence]->mentions.at(head);
            if (mention.role && mention.role->word->kind == language::RoleWord::Kind::person) return true;
        }
    }
    return false;
}

bool RelationMaker::holds(const Statement& statement, std::size_t sentence) const {
    using Test = language::Condition::Test;
    if (statement.entry == nullptr) return true;
    for (const language::Condition& condition : statement.entry->where) {
        if (condition.test != Test::actor && condition.test != Test::person && condition.test != Test::state) continue;
        std::vector<SlotFilling> fillings;
        for (const auto* list : {&statement.sources, &statement.targets}) {
            std::copy_if(list->begin(), list->end(), std::back_inserter(fillings),
                         [&](const SlotFilling& filling) { return filling.slot == condition.slot; });
        }
        // To praise the decision of an actor is to praise the actor; to hit his car is not to hit him.
        const Reach wide = target_reach(statement.action->type);
        const bool owners =
            condition.test == Test::actor && wide == Reach::owners && statement.action->type != EventType::coerce;
        const Participants found = first_filled(fillings, sentence, owners ? wide : Reach::actors);
        const bool official = condition.test == Test::person && names_official(fillings, sentence);
        const bool fits = std::any_of(found.begin(), found.end(), [&](const Participant& actor) {
            if (condition.test == Test::person) return official || actor.kind == core::ActorKind::person;
            if (condition.test == Test::state) return actor.kind == core::ActorKind::state;
            return true;
        });
        if (!fits) return false;
    }
    return true;
}

RelationMaker::Pairs RelationMaker::pairs_of(const Statement& statement, std::size_t sentence) const {
    Pairs pairs;
    Participants sources = first_filled(statement.sources, sentence, Reach::owners);
    if (statement.modality.action != nullptr && statement.modality.actor) {
        Participants agreeing = resolver_.actors_or_owners({sentence, *statement.modality.actor});
        if (!agreeing.empty()) sources = std::move(agreeing);
    }
    Participants targets;
    if (statement.general) {
        for (const Reach reach : {Reach::actors, Reach::owners, Reach::places}) {
            const bool wide = reach == Reach::actors || !statement.nominal;
            if (targets.empty() && wide) targets = first_other(statement.targets, sources, sentence, reach);
        }
    } else {
        targets = first_filled(statement.targets, sentence, target_reach(statement.action->type));
    }
    for (const Participant& source : sources) {
        for (const Participant& target : targets) pairs.emplace_back(source, target);
    }
    const bool among = pairs.empty() || statement.nominal;
    if (!among) return pairs;
    for (const SlotFilling& filling : statement.pairs) {
        const Participants members = first_filled({filling}, sentence, Reach::actors);
        if (members.size() > most_members) continue;
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t j = i + 1; j < members.size(); ++j) {
                pairs.emplace_back(members[i], members[j]);
                // "accuse each other" is two accusations.
                if (!statement.action->symmetric) pairs.emplace_back(members[j], members[i]);
            }
        }
        if (members.size() > 1) break;
    }
    return pairs;
}

std::optional<Phrase> RelationMaker::speaker(const Statement& statement, std::size_t sentence) const {
    if (statement.modality.speaker) return Phrase{sentence, *statement.modality.speaker};
    return quotations_.speaker(readings_[sentence]->tree[statement.predicate].span);
}

void RelationMaker::announce(const Statement& statement, std::size_t sentence, core::Relation& relation) const {
    // "Russia says it will strike Ukraine": whoever announces his own attack threatens with it.
    const auto& reading = *readings_[sentence];
    const language::Cue* cue = reading.pack.cues.find(language::CueKind::announced,
                                                      language::phrase_key(core::to_string(relation.action.type)));
    // After a verb of saying the conditional is the future of the past: "a annoncé qu'il attaquerait".
    const bool later =
        relation.status == core::Status::possible || reading.tree[statement.predicate].has("Mood", "Cnd");
    const bool ahead = later && relation.polarity == core::Polarity::affirmative;
    const auto said_by = speaker(statement, sentence);
    if (cue == nullptr || cue->action == nullptr || !ahead || !said_by) return;
    if (goes_on(reading, statement.predicate)) return;
    const Participants speakers = resolver_.actors(*said_by);
    const bool own = std::any_of(speakers.begin(), speakers.end(), [&](const Participant& actor) {
        return actor.principal == relation.source.principal;
    });
    if (!own) return;
    relation.action.id = cue->action->id;
    relation.action.type = cue->action->type;
    relation.action.mode = cue->action->mode;
    relation.action.cameo = cue->action->cameo;
    relation.symmetric = false;
    relation.status = core::Status::actual;
    relation.rule += " " + cue->location;
    // "The minister says that Israel will strike": the threat is his.
    const bool named = speakers.size() == 1 && speakers.front().name && said_by->sentence == sentence;
    if (named && !relation.source.name) relation.source = speakers.front();
}

void RelationMaker::judge_speaker(const Statement& statement, std::size_t sentence, core::Relation& relation) const {
    if (statement.modality.speaker || relation.status != core::Status::actual) return;
    // What somebody is quoted with is his claim, unless he speaks of himself: "We call on Iran …".
    const auto said_by = speaker(statement, sentence);
    if (!said_by) return;
    for (const Participant& actor : resolver_.actors(*said_by)) {
        if (actor.principal == relation.source.principal) return;
    }
    relation.status = core::Status::reported;
}

std::optional<core::Attribution> RelationMaker::attribution(const Statement& statement, std::size_t sentence) const {
    const auto speaker = this->speaker(statement, sentence);
    if (!speaker) return std::nullopt;
    const auto& said = *readings_[speaker->sentence];
    const extract::Mention& mention = said.mentions.at(speaker->token);
    const core::Span span = core::cover(said.tree[mention.first].span, said.tree[mention.last].span);
    core::Attribution attribution{std::nullopt, std::string(document_.slice(span)), std::string(document_.slice(span))};
    // "the same sources": whom they speak for is not to be guessed.
    const bool told = mention.head_name != nullptr || mention.pronoun != nullptr || !mention.proper_name.empty() ||
                      !mention.nationality.empty() || !mention.owners.empty();
    const Participants actors = told ? resolver_.actors(*speaker) : Participants{};
    if (!actors.empty()) {
        attribution.id = actors.front().id;
        attribution.label = actors.front().label;
    }
    return attribution;
}

core::Relation RelationMaker::describe(const Statement& statement, std::size_t sentence) const {
    const auto& reading = *readings_[sentence];
    const auto& tree = reading.tree;
    core::Relation relation;
    relation.article = article_.id;
    relation.url = article_.url;
    relation.published = article_.published;
    relation.language = reading.pack.code;
    const core::Span whole = tree.sentence().span;
    relation.sentence = {sentence + 1, whole, std::string(document_.slice(whole))};
    const core::Span shown = core::cover(tree[statement.shown_first].span, tree[statement.shown_last].span);
    relation.action = {statement.action->id,
                       statement.action->type,
                       statement.action->mode,
                       statement.action->cameo,
                       shown,
                       std::string(document_.slice(shown))};
    // Who agrees to meet somebody agrees alone; two who agree to meet agree with each other.
    const bool alone = statement.modality.action != nullptr && !statement.targets.empty();
    relation.symmetric = statement.action->symmetric && !alone;
    relation.polarity = statement.modality.polarity;
    relation.status = statement.modality.status;
    relation.attribution = attribution(statement, sentence);
    relation.date = circumstances_.date(reading, statement.predicate);
    relation.place = circumstances_.place(reading, statement.predicate, relation.action.type == EventType::assault);
    relation.rule = statement.rule;
    return relation;
}

void RelationMaker::act_abroad(core::Relation& relation) const {
    // Parliaments and courts are a side of their own only against their own government.
    for (auto [own, other] :
         {std::pair{&relation.source, &relation.target}, std::pair{&relation.target, &relation.source}}) {
        const bool organ = own->principal.ends_with("-LEG") || own->principal.ends_with("-JUD");
        if (!organ || !own->country || own->country == other->country) continue;
        own->principal = *own->country;
        if (own->name) continue;
        const Participant state = resolver_.participant(*own->country);
        own->id = state.id;
        own->label = state.label;
        own->kind = state.kind;
    }
}

bool RelationMaker::is_sound(const core::Relation& relation) const {
    const Participant& source = relation.source;
    const Participant& target = relation.target;
    if (source.id == target.id) return false;
    // A group whose country nobody tells ("several people") is no actor to draw a line to.
    for (const Participant* actor : {&source, &target}) {
        if (!actor->name && !actor->country && actor->principal.starts_with("UNK")) return false;
    }
    // Nobody backs the rebels against himself: whose they are was guessed wrongly.
    const bool backing = relation.action.type == EventType::support || relation.action.type == EventType::aid;
    if (backing && target.principal.ends_with("-REB") && target.principal.starts_with(source.principal)) return false;
    // What members of one side do among themselves counts only where both are named.
    if (source.principal == target.principal && !(source.name && target.name)) return false;
    const auto verified = [&](const core::Span& span, const std::string& text) {
        return !span.empty() && span.end <= document_.size() && document_.slice(span) == text;
    };
    return verified(source.span, source.text) && verified(target.span, target.text) &&
           verified(relation.action.span, relation.action.text) &&
           verified(relation.sentence.span, relation.sentence.text);
}

std::vector<core::Relation> RelationMaker::of_statement(const Statement& statement, std::size_t sentence) const {
    std::vector<core::Relation> relations;
    if (!holds(statement, sentence)) return relations;
    const Pairs pairs = pairs_of(statement, sentence);
    if (pairs.empty()) return relations;
    const core::Relation described = describe(statement, sentence);
    for (const auto& [source, target] : pairs) {
        core::Relation relation = described;
        relation.source = source;
        relation.target = target;
        act_abroad(relation);
        // "Turkish police detained 25 journalists": those whom a government arrests are its own people, unless their
        // country is named.
        const bool nobody = relation.target.principal.starts_with("UNK-") && !relation.target.name;
        if (nobody && relation.action.type == EventType::coerce && source.country) {
            const std::string side = *source.country + relation.target.principal.substr(3);
            Participant own = resolver_.participant(side);
            own.span = relation.target.span;
            own.text = relation.target.text;
            relation.target = std::move(own);
        }
        // "s'en prendre aux États-Unis": whom one speaks to is no place.
        const bool spoken = core::quad_of(relation.action.type) == core::Quad::verbal_conflict;
        if (relation.place && spoken && relation.place->label == target.label) relation.place.reset();
        announce(statement, sentence, relation);
        judge_speaker(statement, sentence, relation);
        relation.id = core::relation_id(relation);
        if (is_sound(relation)) relations.push_back(std::move(relation));
    }
    return relations;
}

}  // namespace entente::resolve
