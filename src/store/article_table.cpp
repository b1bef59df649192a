#include "store/article_table.hpp"

#include <algorithm>

namespace entente::store {

namespace {

std::optional<std::string> spelled(const std::optional<core::Date>& date) {
    if (!date) return std::nullopt;
    return core::to_string(*date);
}

ArticleTable::Row read(const Statement& row) {
    ArticleRecord article{row.text(1),          row.text(2), row.text(3), row.optional_text(4),
                          row.optional_text(5), {},          row.text(7), row.size(8)};
    if (!row.is_null(6)) article.published = core::parse_date(row.text(6));
    return {row.integer(0), std::move(article)};
}

template <typename Value>
std::optional<Value> least(const std::optional<Value>& a, const std::optional<Value>& b) {
    return a && b ? std::min(*a, *b) : a ? a : b;
}

std::string least_text(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? a + b : std::min(a, b);
}

}  // namespace

ArticleRecord combined(const ArticleRecord& a, const ArticleRecord& b) {
    ArticleRecord both;
    both.id = a.id;
    both.hash = a.hash == b.hash || b.hash.empty() ? a.hash : a.hash.empty() ? b.hash : "merged";
    both.title = least_text(a.title, b.title);
    both.url = least(a.url, b.url);
    both.source = least(a.source, b.source);
    both.published = least(a.published, b.published);
    both.language = a.hash.empty() == b.hash.empty() ? least_text(a.language, b.language)
                    : a.hash.empty()                 ? b.language
                                                     : a.language;
    both.words = std::max(a.words, b.words);
    return both;
}

ArticleTable::ArticleTable(Database& database) : database_(database) {}

std::optional<ArticleTable::Row> ArticleTable::find(std::string_view id) {
    if (!find_) {
        find_.emplace(
            database_,
            "SELECT number, id, hash, title, url, source, published, language, words FROM articles WHERE id = ?1");
    }
    find_->bind(id);
    if (!find_->step()) return std::nullopt;
    Row row = read(*find_);
    find_->reset();
    return row;
}

std::vector<ArticleRecord> ArticleTable::all() const {
    std::vector<ArticleRecord> found;
    Statement row(database_,
                  "SELECT number, id, hash, title, url, source, published, language, words FROM articles "
                  "ORDER BY number");
    while (row.step()) found.push_back(read(row).second);
    return found;
}

std::int64_t ArticleTable::insert(const ArticleRecord& article) {
    if (!insert_) {
        insert_.emplace(database_,
                        "INSERT INTO articles (id, hash, title, url, source, published, language, words) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    }
    const std::optional<std::string> published = spelled(article.published);
    insert_
        ->bind(article.id, article.hash, article.title, article.url, article.source, published, article.language,
               article.words)
        .run();
    return database_.last_row();
}

void ArticleTable::update(std::int64_t number, const ArticleRecord& article) {
    Statement update(database_,
                     "UPDATE articles SET hash = ?2, title = ?3, url = ?4, source = ?5, published = ?6, "
                     "language = ?7, words = ?8 WHERE number = ?1");
    const std::optional<std::string> published = spelled(article.published);
    update
        .bind(number, article.hash, article.title, article.url, article.source, published, article.language,
              article.words)
        .run();
}

void ArticleTable::remove(std::int64_t number) {
    Statement(database_, "DELETE FROM articles WHERE number = ?1").bind(number).run();
}

ArticleTable::Merged ArticleTable::merge(const ArticleRecord& article) {
    const auto row = find(article.id);
    if (!row) return {insert(article), true};
    const ArticleRecord both = combined(row->second, article);
    if (both != row->second) update(row->first, both);
    return {row->first, false};
}

}  // namespace entente::store
