#include <unordered_map>

#include "store/relation_rows.hpp"

namespace entente::store {

namespace {

// CROSS JOIN keeps SQLite from choosing another order of tables, which would make it sort everything.
constexpr std::string_view selection = R"sql(
SELECT relations.id, articles.id, articles.url, articles.published, relations.language,
       sentences.ordinal, sentences.begin, sentences."end", sentences.text,
       source.actor, source.begin, source."end", source.text,
       target.actor, target.begin, target."end", target.text,
       relations.action, action_begin, action_end, action_text,
       symmetric, polarity, status, attribution_id, attribution_label, attribution_text,
       date, date_begin, date_end, date_text, place_label, place_country, rule
FROM articles
CROSS JOIN relations ON relations.article = articles.number
CROSS JOIN sentences ON sentences.number = relations.sentence
CROSS JOIN mentions AS source ON source.number = relations.source
CROSS JOIN mentions AS target ON target.number = relations.target
)sql";

/// Reads a vocabulary word, or says that the file is damaged.
template <typename Parse>
auto parsed(const Database& database, const std::string& text, Parse parse) {
    const auto value = parse(text);
    if (!value) database.fail("is damaged: `" + text + "` is no value that may stand there");
    return *value;
}

/// Actors and actions are few and recur: each is read once, without mention and span.
class Cast {
public:
    explicit Cast(Database& database)
        : database_(database),
          read_actor_(database, "SELECT id, label, kind, principal, country, name FROM actors WHERE number = ?1"),
          read_action_(database, "SELECT id, type, mode, cameo FROM actions WHERE number = ?1") {}

    core::Participant participant(const Statement& row, int column) {
        const std::int64_t number = row.integer(column);
        const auto [place, is_new] = actors_.try_emplace(number);
        if (is_new) {
            find(read_actor_, number);
            const auto kind = parsed(database_, read_actor_.text(2), core::parse_actor_kind);
            place->second = {read_actor_.text(0),          read_actor_.text(1),          kind, read_actor_.text(3),
                             read_actor_.optional_text(4), read_actor_.optional_text(5), {},   {}};
        }
        return with_words(place->second, row, column);
    }

    core::ActionRef action(const Statement& row, int column) {
        const std::int64_t number = row.integer(column);
        const auto [place, is_new] = actions_.try_emplace(number);
        if (is_new) {
            find(read_action_, number);
            const auto type = parsed(database_, read_action_.text(1), core::parse_event_type);
            place->second = {read_action_.text(0), type, read_action_.optional_text(2), read_action_.text(3), {}, {}};
        }
        return with_words(place->second, row, column);
    }

private:
    void find(Statement& statement, std::int64_t number) {
        if (!statement.bind(number).step()) {
            database_.fail("is damaged: a relation names an actor or action that is not there");
        }
    }

    template <typename Part>
    static Part with_words(Part part, const Statement& row, int column) {
        part.span = {row.size(column + 1), row.size(column + 2)};
        part.text = row.text(column + 3);
        return part;
    }

    Database& database_;
    Statement read_actor_;
    Statement read_action_;
    std::unordered_map<std::int64_t, core::Participant> actors_;
    std::unordered_map<std::int64_t, core::ActionRef> actions_;
};

core::Relation relation_from(const Database& database, const Statement& row, Cast& cast) {
    core::Relation relation;
    relation.id = row.text(0);
    relation.article = row.text(1);
    relation.url = row.optional_text(2);
    if (!row.is_null(3)) relation.published = parsed(database, row.text(3), core::parse_date);
    relation.language = row.text(4);
    relation.sentence = {row.size(5), {row.size(6), row.size(7)}, row.text(8)};
    relation.source = cast.participant(row, 9);
    relation.target = cast.participant(row, 13);
    relation.action = cast.action(row, 17);
    relation.symmetric = row.integer(21) != 0;
    relation.polarity = parsed(database, row.text(22), core::parse_polarity);
    relation.status = parsed(database, row.text(23), core::parse_status);
    if (!row.is_null(25)) relation.attribution = core::Attribution{row.optional_text(24), row.text(25), row.text(26)};
    if (!row.is_null(27)) {
        relation.date = core::DateMention{
            parsed(database, row.text(27), core::parse_date), {row.size(28), row.size(29)}, row.text(30)};
    }
    if (!row.is_null(31)) relation.place = core::Place{row.text(31), row.optional_text(32)};
    relation.rule = row.text(33);
    return relation;
}

}  // namespace

void read_relations(Database& database, std::optional<std::string_view> article,
                    const std::function<void(const core::Relation&)>& sink) {
    Cast cast(database);
    std::string sql(selection);
    if (article) sql += "WHERE articles.id = ?1 ";
    Statement row(database, sql + "ORDER BY articles.number, relations.number");
    if (article) row.bind(*article);
    while (row.step()) sink(relation_from(database, row, cast));
}

}  // namespace entente::store
