#include "store/graph_file.hpp"

#include <stdexcept>
#include <tuple>

#include "base/errors.hpp"
#include "store/graph_file_hidden.hpp"

namespace entente::store {

namespace {

std::size_t count(Database& database, std::string_view sql) {
    Statement statement(database, sql);
    return statement.step() ? statement.size(0) : 0;
}

/// Rolling back what a killed run left behind is writing, even for a reader, and so is a newer schema.
Database::Access needed_access(const std::filesystem::path& path, GraphFile::Access access, std::uint32_t version) {
    const bool writes = access == GraphFile::Access::write || has_journal(path) || version < schema_version;
    return writes ? Database::Access::write : Database::Access::read;
}

/// Up to this size a file is read whole before anything is added to it; beyond, that would take longer than to add.
constexpr std::uintmax_t quickly_checked = 64 << 20;

}  // namespace

GraphFile::GraphFile(std::unique_ptr<Hidden> hidden) : hidden_(std::move(hidden)) {}
GraphFile::GraphFile(GraphFile&&) noexcept = default;
GraphFile& GraphFile::operator=(GraphFile&&) noexcept = default;
GraphFile::~GraphFile() = default;

GraphFile GraphFile::create(const std::filesystem::path& path) {
    std::error_code problem;
    const bool there = std::filesystem::exists(path, problem);
    if (there && (!std::filesystem::is_regular_file(path, problem) || std::filesystem::file_size(path, problem) > 0)) {
        throw base::UsageError(path.string() + " exists already");
    }
    auto hidden = std::make_unique<Hidden>(path, Database::Access::create);
    create_schema(hidden->database);
    hidden->lacks_indexes = true;
    hidden->writer.emplace(hidden->database);
    return GraphFile(std::move(hidden));
}

GraphFile GraphFile::open(const std::filesystem::path& path, Access access) {
    const std::uint32_t version = check_head(path);
    auto hidden = std::make_unique<Hidden>(path, needed_access(path, access, version));
    check_tables(hidden->database);
    GraphFile file(std::move(hidden));
    // Adding to a damaged file would make things worse.
    const bool writes = access == Access::write || version < schema_version;
    if (writes && std::filesystem::file_size(path) <= quickly_checked) file.check();
    if (version < schema_version) upgrade_schema(file.hidden_->database);
    if (access == Access::write) {
        file.hidden_->writer.emplace(file.hidden_->database);
        // A new file whose first batch did not end has none yet.
        file.hidden_->lacks_indexes = lacks_late_indexes(file.hidden_->database);
    }
    return file;
}

void GraphFile::begin() {
    if (!hidden_->writer) hidden_->database.fail("was opened for reading only");
    hidden_->database.begin();
    hidden_->in_batch = true;
}

void GraphFile::commit() {
    hidden_->complete_schema();
    hidden_->database.run("COMMIT");
    hidden_->in_batch = false;
}

Added GraphFile::add_article(const ArticleRecord& article, const std::vector<core::Relation>& relations) {
    for (const core::Relation& relation : relations) {
        if (relation.article != article.id || relation.id.empty()) {
            throw std::invalid_argument("article " + article.id +
                                        " was given a relation of another article or without id");
        }
    }
    return hidden_->change([&] {
        RelationWriter& writer = *hidden_->writer;
        const auto former = hidden_->articles.find(article.id);
        if (former && former->second.hash == article.hash) return Added::unchanged;
        if (former) {
            hidden_->complete_schema();
            writer.clear(former->first);
            hidden_->articles.update(former->first, article);
        }
        const std::int64_t number = former ? former->first : hidden_->articles.insert(article);
        if (!former) writer.begin_new(number);
        for (const core::Relation& relation : relations) {
            if (!writer.has(number, relation.id)) writer.add(number, relation);
        }
        return former ? Added::replaced : Added::added;
    });
}

core::Relation GraphFile::Hidden::find_relation(const std::string& article, const std::string& id) {
    core::Relation found;
    const auto take = [&](const core::Relation& relation) {
        if (relation.id == id) found = relation;
    };
    read_relations(database, {.article = article, .one = {}, .other = {}, .actions = {}}, Identities(), take);
    return found;
}

bool GraphFile::Hidden::merge(std::int64_t article, const core::Relation& relation) {
    if (relation.id.empty()) {
        core::Relation named = relation;
        named.id = core::relation_id(named);
        return merge(article, named);
    }
    if (!writer->has(article, relation.id)) {
        writer->add(article, relation);
        return true;
    }
    const core::Relation former = find_relation(relation.article, relation.id);
    core::Relation candidate = relation;
    candidate.url = former.url;  // these are the article's
    candidate.published = former.published;
    if (candidate < former) {
        complete_schema();
        writer->remove(article, relation.id);
        writer->add(article, candidate);
    }
    return false;
}

std::size_t GraphFile::merge_relations(const std::vector<core::Relation>& relations) {
    std::vector<const core::Relation*> places;
    places.reserve(relations.size());
    for (const core::Relation& relation : relations) places.push_back(&relation);
    return merge_relations(places);
}

std::size_t GraphFile::merge_relations(const std::vector<const core::Relation*>& relations) {
    return hidden_->change([&] {
        std::size_t added = 0;
        const core::Relation* last = nullptr;
        std::int64_t number = 0;
        const auto about = [](const core::Relation& relation) {
            return std::tie(relation.article, relation.url, relation.published, relation.language);
        };
        for (const core::Relation* relation : relations) {
            if (last == nullptr || about(*relation) != about(*last)) {
                const auto [row, is_new] = hidden_->articles.merge(
                    {relation->article, "", "", relation->url, {}, relation->published, relation->language, 0});
                if (is_new) hidden_->writer->begin_new(row);
                number = row;
            }
            last = relation;
            if (hidden_->merge(number, *relation)) ++added;
        }
        return added;
    });
}

void GraphFile::merge_article(const ArticleRecord& article) {
    hidden_->change([&] { return hidden_->articles.merge(article).number; });
}

bool GraphFile::remove_article(std::string_view id) {
    return hidden_->change([&] {
        const auto row = hidden_->articles.find(id);
        if (!row) return false;
        hidden_->complete_schema();
        hidden_->writer->clear(row->first);
        hidden_->articles.remove(row->first);
        return true;
    });
}

bool GraphFile::has_article(std::string_view id) const {
    return hidden_->articles.find(id).has_value();
}

bool GraphFile::is_current(std::string_view id, std::string_view hash) const {
    const auto row = hidden_->articles.find(id);
    return row && row->second.hash == hash;
}

std::vector<ArticleRecord> GraphFile::articles() const {
    return hidden_->articles.all();
}

void GraphFile::for_each_relation(const std::function<void(const core::Relation&)>& sink) const {
    read_relations(hidden_->database, {}, hidden_->identities(), sink);
}

void GraphFile::for_each_stored_relation(const std::function<void(const core::Relation&)>& sink) const {
    read_relations(hidden_->database, {}, Identities(), sink);
}

void GraphFile::for_each_relation(const Selection& selection,
                                  const std::function<void(const core::Relation&)>& sink) const {
    read_relations(hidden_->database, selection, hidden_->identities(), sink);
}

void GraphFile::for_each_tie(const std::function<void(const Tie&)>& sink) const {
    read_ties(hidden_->database, sink);
}

std::vector<core::ActionRef> GraphFile::actions() const {
    std::vector<core::ActionRef> all;
    Statement row(hidden_->database, "SELECT id, type, mode, cameo FROM actions ORDER BY id, number");
    while (row.step()) {
        const auto type = core::parse_event_type(row.text_view(1));
        if (!type) hidden_->database.fail("is damaged: an action has no type");
        all.push_back({row.text(0), *type, row.optional_text(2), row.text(3), {}, {}});
    }
    return all;
}

std::map<std::int64_t, std::string> GraphFile::action_rows() const {
    std::map<std::int64_t, std::string> rows;
    Statement row(hidden_->database, "SELECT number, id FROM actions");
    while (row.step()) rows[row.integer(0)] = row.text(1);
    return rows;
}

std::vector<core::Relation> GraphFile::relations_of(std::string_view article) const {
    std::vector<core::Relation> found;
    read_relations(hidden_->database, {.article = std::string(article), .one = {}, .other = {}, .actions = {}},
                   hidden_->identities(), [&](const core::Relation& relation) { found.push_back(relation); });
    return found;
}

Holdings GraphFile::holdings() const {
    Database& database = hidden_->database;
    return {count(database, "SELECT count(*) FROM articles"), hidden_->actor_count(),
            count(database, "SELECT count(*) FROM relations")};
}

Counts GraphFile::counts() const {
    Database& database = hidden_->database;
    Counts counts;
    counts.articles = count(database, "SELECT count(*) FROM articles");
    counts.words = count(database, "SELECT coalesce(sum(words), 0) FROM articles");
    counts.relations = count(database, "SELECT count(*) FROM relations");
    counts.mentions = count(database, "SELECT count(*) FROM mentions");
    counts.actors = hidden_->actor_count();
    counts.actions = count(database, "SELECT count(DISTINCT id) FROM actions");
    Statement languages(database, "SELECT language, count(*) FROM relations GROUP BY language");
    while (languages.step()) counts.relations_by_language[languages.text(0)] = languages.size(1);
    return counts;
}

void GraphFile::set_meta(const std::string& key, const std::string& value) {
    hidden_->change([&] {
        Statement(hidden_->database,
                  "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2")
            .bind(key, value)
            .run();
        return true;
    });
}

std::map<std::string, std::string> GraphFile::meta() const {
    std::map<std::string, std::string> all;
    Statement row(hidden_->database, "SELECT key, value FROM meta");
    while (row.step()) all[row.text(0)] = row.text(1);
    return all;
}

void GraphFile::check() const {
    Statement check(hidden_->database, "PRAGMA quick_check(1)");
    if (check.step() && check.text(0) != "ok") {
        hidden_->database.fail("is damaged (" + check.text(0) + "); restore it from a copy or build it anew");
    }
}

}  // namespace entente::store
