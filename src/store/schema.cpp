#include "store/schema.hpp"

#include <array>
#include <fstream>
#include <string>

#include "base/errors.hpp"
#include "core/gist.hpp"

namespace entente::store {

namespace {

// Rows are numbered in the order of insertion, never at random: the same calls give the same bytes. relations.id has no
// index: it is a hash, and each batch would rewrite most of such an index. An id belongs to one article anyway.
// What a scan of all relations needs stands first in their rows; what an actor does is found by its number.
constexpr std::string_view tables = R"sql(
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT,
    source TEXT,
    published TEXT,
    language TEXT NOT NULL,
    words INTEGER NOT NULL
);

CREATE TABLE sentences (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    ordinal INTEGER NOT NULL,
    begin INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX sentences_article ON sentences (article);

CREATE TABLE actors (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    principal TEXT NOT NULL,
    country TEXT,
    name TEXT
);
CREATE INDEX actors_id ON actors (id);

CREATE TABLE actions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    cameo TEXT NOT NULL
);

CREATE TABLE mentions (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    actor INTEGER NOT NULL REFERENCES actors,
    language TEXT NOT NULL,
    begin INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX mentions_article ON mentions (article);

CREATE TABLE actor_decisions (
    actor TEXT NOT NULL,
    other TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
    PRIMARY KEY (actor, other)
) WITHOUT ROWID;
)sql";

constexpr std::string_view relation_table = R"sql(
CREATE TABLE relations (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    source_actor INTEGER NOT NULL REFERENCES actors,
    target_actor INTEGER NOT NULL REFERENCES actors,
    action INTEGER NOT NULL REFERENCES actions,
    symmetric INTEGER NOT NULL,
    polarity TEXT NOT NULL,
    status TEXT NOT NULL,
    gist INTEGER NOT NULL,
    sentence INTEGER NOT NULL REFERENCES sentences,
    source INTEGER NOT NULL REFERENCES mentions,
    target INTEGER NOT NULL REFERENCES mentions,
    id TEXT NOT NULL,
    action_begin INTEGER NOT NULL,
    action_end INTEGER NOT NULL,
    action_text TEXT NOT NULL,
    language TEXT NOT NULL,
    attribution_id TEXT,
    attribution_label TEXT,
    attribution_text TEXT,
    date TEXT,
    date_begin INTEGER,
    date_end INTEGER,
    date_text TEXT,
    place_label TEXT,
    place_country TEXT,
    rule TEXT NOT NULL
);
CREATE INDEX relations_article ON relations (article);
)sql";

// Rows come in the order of articles: an index by anything else is written all over while it grows. Those by one actor
// name the other too, so that neighbours are found without the rows.
constexpr std::string_view late_indexes = R"sql(
CREATE INDEX relations_source ON relations (source_actor, target_actor);
CREATE INDEX relations_target ON relations (target_actor, source_actor);
CREATE INDEX relations_action ON relations (action);
CREATE INDEX actors_principal ON actors (principal);
)sql";

constexpr std::string_view views = R"sql(
CREATE VIEW aliases AS
    SELECT actors.id AS actor, mentions.text AS text, mentions.language AS language, count(*) AS mentions
    FROM mentions JOIN actors ON actors.number = mentions.actor
    GROUP BY actors.id, mentions.text, mentions.language;

CREATE VIEW edges AS
    SELECT CASE WHEN symmetric AND target.id < source.id THEN target.id ELSE source.id END AS source,
           actions.id AS action, actions.type AS type, actions.cameo AS cameo, polarity, status,
           CASE WHEN symmetric AND target.id < source.id THEN source.id ELSE target.id END AS target,
           max(symmetric) AS symmetric, count(DISTINCT relations.article) AS articles, count(*) AS mentions,
           min(coalesce(relations.date, articles.published)) AS first_seen,
           max(coalesce(relations.date, articles.published)) AS last_seen
    FROM relations
    JOIN articles ON articles.number = relations.article
    JOIN actions ON actions.number = relations.action
    JOIN actors AS source ON source.number = source_actor
    JOIN actors AS target ON target.number = target_actor
    GROUP BY 1, 2, 5, 6, 7;
)sql";

// What a file of format 1 lacks. Its columns are the same but for the numbers of the actors and the fingerprint.
constexpr std::string_view from_format_1 = R"sql(
DROP VIEW edges;
DROP VIEW aliases;
DROP INDEX mentions_actor;
DROP INDEX relations_article;
DROP INDEX relations_action;
ALTER TABLE relations RENAME TO former_relations;
)sql";

constexpr std::string_view take_over_relations = R"sql(
INSERT INTO relations
    SELECT former.number, former.article, source.actor, target.actor, former.action, symmetric, polarity, status,
           gist_of(sentences.text), former.sentence, former.source, former.target, former.id, action_begin, action_end,
           action_text, former.language, attribution_id, attribution_label, attribution_text, date, date_begin,
           date_end, date_text, place_label, place_country, rule
    FROM former_relations AS former
    JOIN sentences ON sentences.number = former.sentence
    JOIN mentions AS source ON source.number = former.source
    JOIN mentions AS target ON target.number = former.target
    ORDER BY former.number;
DROP TABLE former_relations;
)sql";

constexpr std::size_t head_size = 100;  // sqlite.org/fileformat2.html, "The Database Header"
constexpr std::size_t page_size_at = 16;
constexpr std::size_t page_count_at = 28;
constexpr std::size_t user_version_at = 60;
constexpr std::size_t application_id_at = 68;

std::uint32_t big_endian(const std::array<char, head_size>& head, std::size_t at, std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value = value << 8 | static_cast<unsigned char>(head[at + i]);
    return value;
}

}  // namespace

void create_schema(Database& database) {
    database.run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE");
    database.run("BEGIN; PRAGMA application_id = " + std::to_string(application_id) +
                 "; PRAGMA user_version = " + std::to_string(schema_version));
    for (const std::string_view part : {tables, relation_table, views}) database.run(std::string(part));
    database.run("COMMIT");
}

void create_late_indexes(Database& database) {
    database.run(std::string(late_indexes));
}

bool lacks_late_indexes(Database& database) {
    Statement count(database, "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name = 'relations_source'");
    return count.step() && count.integer(0) == 0;
}

void upgrade_schema(Database& database) {
    Statement version(database, "PRAGMA user_version");
    const bool current = version.step() && version.integer(0) == schema_version;
    version.reset();
    if (current) return;
    database.begin();
    // Another run may have done it in the meantime.
    if (version.step() && version.integer(0) == 1) {
        version.reset();
        database.define_text_function(
            "gist_of", [](std::string_view sentence) { return static_cast<std::int64_t>(core::gist(sentence)); });
        for (const std::string_view part : {from_format_1, relation_table, take_over_relations, late_indexes, views}) {
            database.run(std::string(part));
        }
        database.run("PRAGMA user_version = " + std::to_string(schema_version));
    }
    version.reset();
    database.run("COMMIT");
}

bool has_journal(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(path.string() + "-journal", ignored);
}

std::uint32_t check_head(const std::filesystem::path& path) {
    const auto fail = [&](const std::string& reason) { throw base::DataError({path.string(), 0}, reason); };
    std::error_code problem;
    if (!std::filesystem::exists(path, problem)) fail("no such file; `entente build` makes one");
    if (!std::filesystem::is_regular_file(path, problem)) fail("is not a file");
    std::ifstream file(path, std::ios::binary);
    if (!file) fail("cannot be read");
    std::array<char, head_size> head{};
    file.read(head.data(), head_size);
    constexpr std::string_view magic("SQLite format 3\0", 16);
    const bool ours = file && std::string_view(head.data(), magic.size()) == magic &&
                      big_endian(head, application_id_at, 4) == application_id;
    if (!ours) fail("is not a graph file of Entente");
    const std::uint32_t version = big_endian(head, user_version_at, 4);
    if (version > schema_version) {
        fail("was written by a newer version of Entente (file format " + std::to_string(version) +
             ", this program knows up to " + std::to_string(schema_version) + "); use that version");
    }
    const std::uint32_t page_size = big_endian(head, page_size_at, 2);
    const std::uintmax_t promised = std::uintmax_t{page_size == 1 ? 65536 : page_size} *  // 1 stands for 65536
                                    big_endian(head, page_count_at, 4);
    // While an unfinished batch waits to be rolled back, the length says nothing.
    if (!has_journal(path) && std::filesystem::file_size(path) != promised) {
        fail("is damaged: " + std::to_string(std::filesystem::file_size(path)) + " bytes instead of " +
             std::to_string(promised) + "; restore it from a copy or build it anew");
    }
    return version;
}

void check_tables(Database& database) {
    Statement count(database,
                    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('meta', 'articles', "
                    "'sentences', 'actors', 'actions', 'mentions', 'relations', 'actor_decisions')");
    count.step();
    if (count.integer(0) != 8) database.fail("is damaged: tables are missing; restore it from a copy or build it anew");
}

}  // namespace entente::store
