#include <algorithm>

#include "store/relation_rows.hpp"

namespace entente::store {

namespace {

std::vector<std::int64_t> numbers(Database& database, std::string_view sql, std::int64_t parameter) {
    std::vector<std::int64_t> found;
    Statement statement(database, sql);
    statement.bind(parameter);
    while (statement.step()) found.push_back(statement.integer(0));
    return found;
}

void run(Database& database, std::string_view sql, std::int64_t parameter) {
    Statement(database, sql).bind(parameter).run();
}

}  // namespace

RelationWriter::RelationWriter(Database& database)
    : database_(database),
      insert_sentence_(database,
                       "INSERT INTO sentences (article, ordinal, begin, \"end\", text) VALUES (?1, ?2, ?3, ?4, ?5)"),
      insert_actor_(database,
                    "INSERT INTO actors (id, label, kind, principal, country, name) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      insert_action_(database, "INSERT INTO actions (id, type, mode, cameo) VALUES (?1, ?2, ?3, ?4)"),
      insert_mention_(
          database,
          "INSERT INTO mentions (article, actor, language, begin, \"end\", text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      insert_relation_(
          database,
          "INSERT INTO relations (id, article, sentence, source, action, target, action_begin, action_end, "
          "action_text, language, symmetric, polarity, status, attribution_id, attribution_label, "
          "attribution_text, date, date_begin, date_end, date_text, place_label, place_country, rule) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
          "?20, ?21, ?22, ?23)") {}

void RelationWriter::forget() {
    loaded_ = false;
    article_ = 0;
}

void RelationWriter::load_actors_and_actions() {
    if (loaded_) return;
    actors_.clear();
    actions_.clear();
    Statement actors(database_, "SELECT number, id, label, kind, principal, country, name FROM actors");
    while (actors.step()) {
        const auto kind = core::parse_actor_kind(actors.text(3)).value_or(core::ActorKind::unknown);
        actors_[{actors.text(1), actors.text(2), kind, actors.text(4), actors.optional_text(5),
                 actors.optional_text(6)}] = actors.integer(0);
    }
    Statement actions(database_, "SELECT number, id, type, mode, cameo FROM actions");
    while (actions.step()) {
        const auto type = core::parse_event_type(actions.text(2)).value_or(core::EventType::other);
        actions_[{actions.text(1), type, actions.optional_text(3), actions.text(4)}] = actions.integer(0);
    }
    loaded_ = true;
}

void RelationWriter::enter(std::int64_t article) {
    load_actors_and_actions();
    if (article == article_) return;
    article_ = article;
    relations_.clear();
    sentences_.clear();
    mentions_.clear();
    Statement relations(database_, "SELECT id FROM relations WHERE article = ?1");
    relations.bind(article);
    while (relations.step()) relations_.insert(relations.text(0));
    Statement sentences(database_, "SELECT number, ordinal, begin, \"end\", text FROM sentences WHERE article = ?1");
    sentences.bind(article);
    while (sentences.step()) {
        sentences_[{sentences.size(1), {sentences.size(2), sentences.size(3)}, sentences.text(4)}] =
            sentences.integer(0);
    }
    Statement mentions(database_,
                       "SELECT number, actor, begin, \"end\", language, text FROM mentions WHERE article = ?1");
    mentions.bind(article);
    while (mentions.step()) {
        const core::Span span{mentions.size(2), mentions.size(3)};
        mentions_[{mentions.integer(1), span, mentions.text(4), mentions.text(5)}] = mentions.integer(0);
    }
}

std::int64_t RelationWriter::sentence(const core::SentenceRef& sentence) {
    const auto [place, is_new] = sentences_.try_emplace(sentence, 0);
    if (is_new) {
        insert_sentence_.bind(article_, sentence.number, sentence.span.begin, sentence.span.end, sentence.text).run();
        place->second = database_.last_row();
    }
    return place->second;
}

std::int64_t RelationWriter::actor(const core::Participant& participant) {
    const auto& [id, label, kind, principal, country, name, span, text] = participant;
    const auto [place, is_new] = actors_.try_emplace({id, label, kind, principal, country, name}, 0);
    if (is_new) {
        insert_actor_.bind(id, label, core::to_string(kind), principal, country, name).run();
        place->second = database_.last_row();
    }
    return place->second;
}

std::int64_t RelationWriter::action(const core::ActionRef& action) {
    const auto [place, is_new] = actions_.try_emplace({action.id, action.type, action.mode, action.cameo}, 0);
    if (is_new) {
        insert_action_.bind(action.id, core::to_string(action.type), action.mode, action.cameo).run();
        place->second = database_.last_row();
    }
    return place->second;
}

std::int64_t RelationWriter::mention(const core::Participant& participant, const std::string& language) {
    const std::int64_t who = actor(participant);
    const auto [place, is_new] = mentions_.try_emplace({who, participant.span, language, participant.text}, 0);
    if (is_new) {
        insert_mention_.bind(article_, who, language, participant.span.begin, participant.span.end, participant.text)
            .run();
        place->second = database_.last_row();
    }
    return place->second;
}

bool RelationWriter::has(std::int64_t article, const std::string& relation_id) {
    enter(article);
    return relations_.contains(relation_id);
}

void RelationWriter::add(std::int64_t article, const core::Relation& relation) {
    enter(article);
    relations_.insert(relation.id);
    const std::int64_t in_sentence = sentence(relation.sentence);
    const std::int64_t source = mention(relation.source, relation.language);
    const std::int64_t target = mention(relation.target, relation.language);
    const std::int64_t what = action(relation.action);
    std::optional<std::string> attribution_id, attribution_label, attribution_text;
    if (const auto& attribution = relation.attribution) {
        attribution_id = attribution->id;
        attribution_label = attribution->label;
        attribution_text = attribution->text;
    }
    std::optional<std::string> date, date_text, place_label, place_country;
    std::optional<std::size_t> date_begin, date_end;
    if (relation.date) {
        date = core::to_string(relation.date->value);
        date_begin = relation.date->span.begin;
        date_end = relation.date->span.end;
        date_text = relation.date->text;
    }
    if (relation.place) {
        place_label = relation.place->label;
        place_country = relation.place->country;
    }
    insert_relation_
        .bind(relation.id, article, in_sentence, source, what, target, relation.action.span.begin,
              relation.action.span.end, relation.action.text, relation.language,
              std::int64_t{relation.symmetric ? 1 : 0}, core::to_string(relation.polarity),
              core::to_string(relation.status), attribution_id, attribution_label, attribution_text, date, date_begin,
              date_end, date_text, place_label, place_country, relation.rule)
        .run();
}

void RelationWriter::clear(std::int64_t article) {
    const auto actors =
        numbers(database_, "SELECT DISTINCT actor FROM mentions WHERE article = ?1 ORDER BY 1", article);
    const auto actions =
        numbers(database_, "SELECT DISTINCT action FROM relations WHERE article = ?1 ORDER BY 1", article);
    run(database_, "DELETE FROM relations WHERE article = ?1", article);
    run(database_, "DELETE FROM mentions WHERE article = ?1", article);
    run(database_, "DELETE FROM sentences WHERE article = ?1", article);
    drop_unused(actors, actions);
    article_ = 0;
}

void RelationWriter::remove(std::int64_t article, std::string_view relation_id) {
    const auto actors =
        numbers(database_, "SELECT DISTINCT actor FROM mentions WHERE article = ?1 ORDER BY 1", article);
    const auto actions =
        numbers(database_, "SELECT DISTINCT action FROM relations WHERE article = ?1 ORDER BY 1", article);
    Statement(database_, "DELETE FROM relations WHERE article = ?1 AND id = ?2").bind(article, relation_id).run();
    run(database_,
        "DELETE FROM mentions WHERE article = ?1 AND number NOT IN (SELECT source FROM relations WHERE article = ?1 "
        "UNION SELECT target FROM relations WHERE article = ?1)",
        article);
    run(database_,
        "DELETE FROM sentences WHERE article = ?1 AND number NOT IN (SELECT sentence FROM relations WHERE article = "
        "?1)",
        article);
    drop_unused(actors, actions);
    article_ = 0;
}

void RelationWriter::drop_unused(const std::vector<std::int64_t>& actors, const std::vector<std::int64_t>& actions) {
    Statement drop_actor(
        database_,
        "DELETE FROM actors WHERE number = ?1 AND number NOT IN (SELECT actor FROM mentions WHERE actor = ?1)");
    for (const std::int64_t number : actors) drop_actor.bind(number).run();
    Statement drop_action(
        database_,
        "DELETE FROM actions WHERE number = ?1 AND number NOT IN (SELECT action FROM relations WHERE action = ?1)");
    for (const std::int64_t number : actions) drop_action.bind(number).run();
    loaded_ = false;
}

}  // namespace entente::store
