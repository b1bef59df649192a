#include <initializer_list>
#include <string_view>

#include "core/gist.hpp"
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

auto row_of(const core::Participant& actor) {
    return std::tie(actor.id, actor.label, actor.kind, actor.principal, actor.country, actor.name);
}

auto row_of(const core::ActionRef& action) {
    return std::tie(action.id, action.type, action.mode, action.cameo);
}

std::size_t mixed(std::initializer_list<std::string_view> texts) {
    std::size_t all = 0;
    for (const std::string_view text : texts) all = all * 31 + std::hash<std::string_view>{}(text);
    return all;
}

}  // namespace

RelationWriter::RelationWriter(Database& database)
    : database_(database),
      insert_sentence_(database,
                       "INSERT INTO sentences (article, ordinal, begin, \"end\", text) VALUES (?1, ?2, ?3, ?4, ?5)"),
      find_actor_(database,
                  "SELECT number FROM actors WHERE id = ?1 AND label = ?2 AND kind = ?3 AND principal = ?4 AND "
                  "country IS ?5 AND name IS ?6"),
      find_action_(database, "SELECT number FROM actions WHERE id = ?1 AND type = ?2 AND mode IS ?3 AND cameo = ?4"),
      insert_actor_(database,
                    "INSERT INTO actors (id, label, kind, principal, country, name) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      insert_action_(database, "INSERT INTO actions (id, type, mode, cameo) VALUES (?1, ?2, ?3, ?4)"),
      insert_mention_(
          database,
          "INSERT INTO mentions (article, actor, language, begin, \"end\", text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      insert_relation_(
          database,
          "INSERT INTO relations (article, source_actor, target_actor, action, symmetric, polarity, status, gist, "
          "sentence, source, target, id, action_begin, action_end, action_text, language, attribution_id, "
          "attribution_label, attribution_text, date, date_begin, date_end, date_text, place_label, place_country, "
          "rule) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
          "?20, ?21, ?22, ?23, ?24, ?25, ?26)") {}

void RelationWriter::forget() {
    actors_.clear();
    actions_.clear();
    article_ = 0;
}

void RelationWriter::begin_new(std::int64_t article) {
    article_ = article;
    relations_.clear();
    sentences_.clear();
    mentions_.clear();
}

void RelationWriter::enter(std::int64_t article) {
    if (article == article_) return;
    begin_new(article);
    Statement relations(database_, "SELECT id FROM relations WHERE article = ?1");
    relations.bind(article);
    while (relations.step()) relations_.insert(relations.text(0));
    Statement sentences(database_, "SELECT number, ordinal, begin, \"end\", text FROM sentences WHERE article = ?1");
    sentences.bind(article);
    while (sentences.step()) {
        const auto gist = static_cast<std::int64_t>(core::gist(sentences.text_view(4)));
        sentences_[{sentences.size(1), {sentences.size(2), sentences.size(3)}, sentences.text(4)}] = {
            sentences.integer(0), gist};
    }
    Statement mentions(database_,
                       "SELECT number, actor, begin, \"end\", language, text FROM mentions WHERE article = ?1");
    mentions.bind(article);
    while (mentions.step()) {
        const core::Span span{mentions.size(2), mentions.size(3)};
        mentions_[{mentions.integer(1), span, mentions.text(4), mentions.text(5)}] = mentions.integer(0);
    }
}

RelationWriter::Sentence RelationWriter::sentence(const core::SentenceRef& sentence) {
    const auto [place, is_new] = sentences_.try_emplace(sentence);
    if (is_new) {
        insert_sentence_.bind(article_, sentence.number, sentence.span.begin, sentence.span.end, sentence.text).run();
        place->second = {database_.last_row(), static_cast<std::int64_t>(core::gist(sentence.text))};
    }
    return place->second;
}

std::size_t RelationWriter::SameRow::operator()(const core::Participant& actor) const {
    return mixed({actor.id, actor.principal, actor.name ? std::string_view(*actor.name) : std::string_view()});
}
std::size_t RelationWriter::SameRow::operator()(const core::ActionRef& action) const {
    return mixed({action.id, action.cameo});
}
bool RelationWriter::SameRow::operator()(const core::Participant& a, const core::Participant& b) const {
    return row_of(a) == row_of(b);
}
bool RelationWriter::SameRow::operator()(const core::ActionRef& a, const core::ActionRef& b) const {
    return row_of(a) == row_of(b);
}

std::int64_t RelationWriter::actor(const core::Participant& participant) {
    if (const auto known = actors_.find(participant); known != actors_.end()) return known->second;
    const auto& [id, label, kind, principal, country, name, span, text] = participant;
    std::int64_t number = 0;
    find_actor_.bind(id, label, core::to_string(kind), principal, country, name);
    if (find_actor_.step()) {
        number = find_actor_.integer(0);
        find_actor_.reset();
    } else {
        insert_actor_.bind(id, label, core::to_string(kind), principal, country, name).run();
        number = database_.last_row();
    }
    actors_.emplace(core::Participant{id, label, kind, principal, country, name, {}, {}}, number);
    return number;
}

std::int64_t RelationWriter::action(const core::ActionRef& action) {
    if (const auto known = actions_.find(action); known != actions_.end()) return known->second;
    const auto& [id, type, mode, cameo, span, text] = action;
    std::int64_t number = 0;
    find_action_.bind(id, core::to_string(type), mode, cameo);
    if (find_action_.step()) {
        number = find_action_.integer(0);
        find_action_.reset();
    } else {
        insert_action_.bind(id, core::to_string(type), mode, cameo).run();
        number = database_.last_row();
    }
    actions_.emplace(core::ActionRef{id, type, mode, cameo, {}, {}}, number);
    return number;
}

RelationWriter::Mentioned RelationWriter::mention(const core::Participant& participant, const std::string& language) {
    const std::int64_t who = actor(participant);
    const auto [place, is_new] = mentions_.try_emplace({who, participant.span, language, participant.text}, 0);
    if (is_new) {
        insert_mention_.bind(article_, who, language, participant.span.begin, participant.span.end, participant.text)
            .run();
        place->second = database_.last_row();
    }
    return {place->second, who};
}

bool RelationWriter::has(std::int64_t article, const std::string& relation_id) {
    enter(article);
    return relations_.contains(relation_id);
}

void RelationWriter::add(std::int64_t article, const core::Relation& relation) {
    enter(article);
    relations_.insert(relation.id);
    const Sentence in_sentence = sentence(relation.sentence);
    const Mentioned source = mention(relation.source, relation.language);
    const Mentioned target = mention(relation.target, relation.language);
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
        .bind(article, source.actor, target.actor, what, std::int64_t{relation.symmetric ? 1 : 0},
              core::to_string(relation.polarity), core::to_string(relation.status), in_sentence.gist,
              in_sentence.number, source.number, target.number, relation.id, relation.action.span.begin,
              relation.action.span.end, relation.action.text, relation.language, attribution_id, attribution_label,
              attribution_text, date, date_begin, date_end, date_text, place_label, place_country, relation.rule)
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
        "DELETE FROM actors WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM relations WHERE source_actor = ?1) "
        "AND NOT EXISTS (SELECT 1 FROM relations WHERE target_actor = ?1)");
    for (const std::int64_t number : actors) drop_actor.bind(number).run();
    Statement drop_action(
        database_, "DELETE FROM actions WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM relations WHERE action = ?1)");
    for (const std::int64_t number : actions) drop_action.bind(number).run();
    actors_.clear();
    actions_.clear();
}

}  // namespace entente::store
