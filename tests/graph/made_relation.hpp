#pragma once

#include <string>
#include <string_view>

#include "core/relation.hpp"

/// Relations for tests: the words are made up, but spans and texts agree.
namespace made {

using entente::core::Relation;

inline entente::core::Participant actor(const std::string& id, const std::string& text, std::size_t begin) {
    entente::core::Participant side;
    side.id = id;
    side.label = text;
    side.kind = id.find('-') == std::string::npos ? entente::core::ActorKind::state : entente::core::ActorKind::group;
    side.principal = id;
    side.country = id.substr(0, 3);
    side.span = {begin, begin + text.size()};
    side.text = text;
    return side;
}

/// `<source> <verb> <target> again.` in an English article of December 2016; a first sentence lies before it.
inline Relation relation(const std::string& article, const std::string& source, const std::string& action,
                         const std::string& target, std::size_t sentence = 2) {
    Relation made;
    made.article = article;
    made.published = entente::core::parse_date("2016-12-02");
    made.language = "en";
    const std::size_t begin = 100 * sentence;
    made.source = actor(source, "Mr " + source, begin + 7);
    made.action.id = action;
    made.action.type = entente::core::EventType::consult;
    made.action.cameo = "046";
    made.action.span = {made.source.span.end + 1, made.source.span.end + 1 + action.size()};
    made.action.text = action;
    made.target = actor(target, "Mr " + target, made.action.span.end + 1);
    const std::string text = "Today, " + made.source.text + " " + action + " " + made.target.text + " again.";
    made.sentence = {sentence, {begin, begin + text.size()}, text};
    made.symmetric = action == "negotiate" || action == "meet";
    made.rule = "en:verb.nsubj.obj";
    made.id = entente::core::relation_id(made);
    return made;
}

/// With every optional field filled.
inline Relation full_relation(const std::string& article) {
    Relation made = relation(article, "RUS", "negotiate", "SYR-OPP");
    made.url = "https://example.org/" + article;
    made.language = "fr";
    made.source.name = "Sergueï Témoin";
    made.source.principal = "RUS-GOV";
    made.target.country.reset();
    made.target.kind = entente::core::ActorKind::armed_group;
    made.action.mode = "visit";
    made.polarity = entente::core::Polarity::negative;
    made.status = entente::core::Status::reported;
    made.attribution = entente::core::Attribution{"GBR-MED", "The Daily Example", "selon le journal"};
    made.date = entente::core::DateMention{*entente::core::parse_date("2016-11"), {3, 11}, "novembre"};
    made.place = entente::core::Place{"Alep", "SYR"};
    made.id = entente::core::relation_id(made);
    return made;
}

}  // namespace made
