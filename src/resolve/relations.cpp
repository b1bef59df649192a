#include "resolve/relations.hpp"

#include <algorithm>
#include <set>

namespace entente::resolve {

namespace {

using core::EventType;
using core::Participant;
using extract::SlotFilling;
using extract::Statement;

}  // namespace

RelationMaker::Reach RelationMaker::target_reach(EventType type) {
    switch (type) {
        // To meet Russia's demand is not to meet Russia …
        case EventType::consult:
        case EventType::agree:
        case EventType::cooperate:
        case EventType::retreat: return Reach::actors;
        // … but to bomb a depot in Syria is to attack Syria, …
        case EventType::assault: return Reach::places;
        // … and to condemn Russia's attack is to condemn Russia.
        default: return Reach::owners;
    }
}

std::vector<core::Relation> RelationMaker::make() {
    std::vector<core::Relation> relations;
    std::set<std::string> known;
    for (std::size_t sentence = 0; sentence < readings_.size(); ++sentence) {
        resolver_.remember(sentence);
        for (const auto& readings : readings_[sentence]->statements.find()) {
            for (const Statement& statement : readings) {
                auto found = of_statement(statement, sentence);
                if (found.empty()) continue;
                for (core::Relation& relation : found) {
                    if (known.insert(relation.id).second) relations.push_back(std::move(relation));
                }
                break;
            }
        }
    }
    return relations;
}

std::vector<Participant> RelationMaker::first_filled(const std::vector<SlotFilling>& fillings, std::size_t sentence,
                                                     Reach reach) const {
    for (const SlotFilling& filling : fillings) {
        Participants found;
        for (const std::size_t head : filling.heads) {
            const Phrase phrase{sentence, head};
            Participants actors = reach == Reach::actors ? resolver_.actors(phrase)
                                                         : resolver_.actors_or_owners(phrase, reach == Reach::places);
            if (filling.slot == extract::place_slot) actors = resolver_.states_at(phrase);
            for (Participant& actor : actors) {
                const bool known = std::any_of(found.begin(), found.end(), [&](const auto& p) { return p.id == actor.id; });
                if (!known) found.push_back(std::move(actor));
            }
        }
        if (!found.empty()) return found;
    }
    return {};
}

bool RelationMaker::holds(const Statement& statement, std::size_t sentence) const {
    using Test = language::Condition::Test;
    for (const language::Condition& condition : statement.entry->where) {
        if (condition.test != Test::actor && condition.test != Test::person && condition.test != Test::state) continue;
        std::vector<SlotFilling> fillings;
        for (const auto* list : {&statement.sources, &statement.targets}) {
            std::copy_if(list->begin(), list->end(), std::back_inserter(fillings),
                         [&](const SlotFilling& filling) { return filling.slot == condition.slot; });
        }
        const Participants found = first_filled(fillings, sentence, Reach::actors);
        const bool fits = std::any_of(found.begin(), found.end(), [&](const Participant& actor) {
            if (condition.test == Test::person) return actor.kind == core::ActorKind::person;
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
    const Participants targets = first_filled(statement.targets, sentence, target_reach(statement.action->type));
    for (const Participant& source : sources) {
        for (const Participant& target : targets) pairs.emplace_back(source, target);
    }
    const bool among = pairs.empty() || statement.nominal;
    if (!among) return pairs;
    for (const SlotFilling& filling : statement.pairs) {
        const Participants members = first_filled({filling}, sentence, Reach::actors);
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t j = i + 1; j < members.size(); ++j) pairs.emplace_back(members[i], members[j]);
        }
        if (members.size() > 1) break;
    }
    return pairs;
}

std::optional<core::Attribution> RelationMaker::attribution(const Statement& statement, std::size_t sentence) const {
    const auto& tree = readings_[sentence]->tree;
    std::optional<Phrase> speaker;
    if (statement.modality.speaker) {
        speaker = Phrase{sentence, *statement.modality.speaker};
    } else {
        speaker = quotations_.speaker(tree[statement.predicate].span);
    }
    if (!speaker) return std::nullopt;
    const auto& said = *readings_[speaker->sentence];
    const extract::Mention mention = said.mentions.at(speaker->token);
    const core::Span span = core::cover(said.tree[mention.first].span, said.tree[mention.last].span);
    core::Attribution attribution{std::nullopt, std::string(document_.slice(span)), std::string(document_.slice(span))};
    const Participants actors = resolver_.actors(*speaker);
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
    relation.action = {statement.action->id, statement.action->type, statement.action->mode, statement.action->cameo, shown,
                       std::string(document_.slice(shown))};
    relation.symmetric = statement.action->symmetric;
    relation.polarity = statement.modality.polarity;
    relation.status = statement.modality.status;
    relation.attribution = attribution(statement, sentence);
    relation.rule = statement.entry->location + " " + statement.entry->frame.name;
    return relation;
}

bool RelationMaker::is_sound(const core::Relation& relation) const {
    const Participant& source = relation.source;
    const Participant& target = relation.target;
    if (source.id == target.id) return false;
    // What members of one side do among themselves counts only where both are named.
    if (source.principal == target.principal && !(source.name && target.name)) return false;
    const auto verified = [&](const core::Span& span, const std::string& text) {
        return !span.empty() && span.end <= document_.size() && document_.slice(span) == text;
    };
    return verified(source.span, source.text) && verified(target.span, target.text) &&
           verified(relation.action.span, relation.action.text) && verified(relation.sentence.span, relation.sentence.text);
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
        relation.id = core::relation_id(relation);
        if (is_sound(relation)) relations.push_back(std::move(relation));
    }
    return relations;
}

}  // namespace entente::resolve
