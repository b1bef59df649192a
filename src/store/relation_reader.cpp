#include <unordered_map>

#include "base/strings.hpp"
#include "store/actor_reader.hpp"
#include "store/relation_rows.hpp"

namespace entente::store {

namespace {

// CROSS JOIN keeps SQLite from choosing another order of tables, which would make it sort everything.
constexpr std::string_view by_article = "articles CROSS JOIN relations ON relations.article = articles.number";
constexpr std::string_view by_relation = "relations CROSS JOIN articles ON articles.number = relations.article";
constexpr std::string_view columns = R"sql(
SELECT relations.id, articles.id, articles.url, articles.published, relations.language,
       sentences.ordinal, sentences.begin, sentences."end", sentences.text,
       source.actor, source.begin, source."end", source.text,
       target.actor, target.begin, target."end", target.text,
       relations.action, action_begin, action_end, action_text,
       symmetric, polarity, status, attribution_id, attribution_label, attribution_text,
       date, date_begin, date_end, date_text, place_label, place_country, rule
FROM )sql";

constexpr std::string_view words = R"sql(
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
    Cast(Database& database, const Identities& identities)
        : database_(database),
          read_actor_(database, identities),
          read_action_(database, "SELECT id, type, mode, cameo FROM actions WHERE number = ?1") {}

    core::Participant participant(const Statement& row, int column) {
        const std::int64_t number = row.integer(column);
        const auto [place, is_new] = actors_.try_emplace(number);
        if (is_new) place->second = read_actor_.read(number);
        return with_words(place->second, row, column);
    }

    core::ActionRef action(const Statement& row, int column) {
        const std::int64_t number = row.integer(column);
        const auto [place, is_new] = actions_.try_emplace(number);
        if (is_new) {
            if (!read_action_.bind(number).step()) {
                database_.fail("is damaged: a relation names an action that is not there");
            }
            const auto type = parsed(database_, read_action_.text(1), core::parse_event_type);
            place->second = {read_action_.text(0), type, read_action_.optional_text(2), read_action_.text(3), {}, {}};
        }
        return with_words(place->second, row, column);
    }

private:
    template <typename Part>
    static Part with_words(Part part, const Statement& row, int column) {
        part.span = {row.size(column + 1), row.size(column + 2)};
        part.text = row.text(column + 3);
        return part;
    }

    Database& database_;
    ActorReader read_actor_;
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

/// The rows of actors on one side, in a temporary table of this name.
void note_side(Database& database, const std::string& table, const SideSelection& side, const Identities& identities) {
    database.run("DROP TABLE IF EXISTS temp." + table + "; CREATE TEMP TABLE " + table +
                 " (number INTEGER PRIMARY KEY)");
    Statement insert(database, "INSERT OR IGNORE INTO temp." + table + " SELECT number FROM actors WHERE id = ?1" +
                                   (side.exact ? "" : " UNION SELECT number FROM actors WHERE principal = ?1"));
    for (const std::string& named : side.ids) {
        for (const std::string& id : identities.all_of(named)) insert.bind(id).run();
    }
}

/// The relations between two sides, either of which may be anybody.
std::string between(const std::string& source, const std::string& target) {
    const std::string from = "source_actor IN temp." + source;
    const std::string to = "target_actor IN temp." + target;
    // The plus keeps SQLite from using an index for the second condition.
    return "SELECT number FROM relations WHERE " + (source.empty() ? to : target.empty() ? from : from + " AND +" + to);
}

std::string quoted(const std::set<std::string>& texts) {
    std::vector<std::string> all;
    for (const std::string& text : texts) all.push_back("'" + base::replace_all(text, "'", "''") + "'");
    return base::join(all, ", ");
}

/// The condition for what is selected by actors and actions; empty if that is everything.
std::string chosen_numbers(Database& database, const Selection& selection, const Identities& identities) {
    std::string one = selection.one.ids.empty() ? "" : "one_side";
    std::string other = selection.other.ids.empty() ? "" : "other_side";
    if (!one.empty()) note_side(database, one, selection.one, identities);
    if (!other.empty()) note_side(database, other, selection.other, identities);
    const std::string actions =
        "action IN (SELECT number FROM actions WHERE id IN (" + quoted(selection.actions) + "))";
    if (one.empty() && other.empty()) {
        return selection.actions.empty() ? "" : "SELECT number FROM relations WHERE " + actions;
    }
    const std::string rest = selection.actions.empty() ? "" : " AND +" + actions;
    return between(one, other) + rest + " UNION " + between(other, one) + rest;
}

}  // namespace

void read_relations(Database& database, const Selection& selection, const Identities& identities,
                    const std::function<void(const core::Relation&)>& sink) {
    Cast cast(database, identities);
    const std::string numbers = chosen_numbers(database, selection, identities);
    std::string sql(columns);
    sql += numbers.empty() ? by_article : by_relation;
    sql += words;
    if (!numbers.empty()) sql += "WHERE relations.number IN (" + numbers + ") ";
    if (selection.article) sql += std::string(numbers.empty() ? "WHERE" : "AND") + " articles.id = ?1 ";
    sql += numbers.empty() ? "ORDER BY articles.number, relations.number" : "ORDER BY relations.number";
    Statement row(database, sql);
    if (selection.article) row.bind(*selection.article);
    while (row.step()) {
        core::Relation relation = relation_from(database, row, cast);
        if (relation.attribution && relation.attribution->id && !identities.empty()) {
            relation.attribution->id = identities.read_as(*relation.attribution->id);
        }
        sink(relation);
    }
}

void read_ties(Database& database, const std::function<void(const Tie&)>& sink) {
    Statement row(database,
                  "SELECT source_actor, target_actor, action, article, gist, symmetric, polarity, status FROM "
                  "relations");
    while (row.step()) {
        Tie tie{row.integer(0),
                row.integer(1),
                row.integer(2),
                row.integer(3),
                static_cast<std::uint64_t>(row.integer(4)),
                row.integer(5) != 0};
        tie.negative = row.text_view(6) == core::to_string(core::Polarity::negative);
        const auto status = core::parse_status(row.text_view(7));
        if (!status) database.fail("is damaged: a relation has no status");
        tie.status = static_cast<std::uint8_t>(*status);
        sink(tie);
    }
}

}  // namespace entente::store
