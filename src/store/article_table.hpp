#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "store/database.hpp"
#include "store/graph_file.hpp"

namespace entente::store {

/// The rows of the table `articles`.
class ArticleTable {
public:
    using Row = std::pair<std::int64_t, ArticleRecord>;  ///< number and content

    explicit ArticleTable(Database& database);

    [[nodiscard]] std::optional<Row> find(std::string_view id);
    /// In the order of insertion.
    [[nodiscard]] std::vector<ArticleRecord> all() const;
    std::int64_t insert(const ArticleRecord& article);
    void update(std::int64_t number, const ArticleRecord& article);
    void remove(std::int64_t number);
    struct Merged {
        std::int64_t number = 0;
        bool is_new = false;
    };
    /// Completes the row of this id, or makes it.
    Merged merge(const ArticleRecord& article);

private:
    Database& database_;
    std::optional<Statement> find_;  // prepared when first used
    std::optional<Statement> insert_;
};

/// What two records say together of one article, whichever comes first; a record without hash is known from relation
/// lines only, and gives way. Two different hashes become `merged`, which no article has: to add it replaces both.
[[nodiscard]] ArticleRecord combined(const ArticleRecord& a, const ArticleRecord& b);

}  // namespace entente::store
