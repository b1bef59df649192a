#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "store/article_table.hpp"
#include "store/database.hpp"
#include "store/graph_file.hpp"
#include "store/identities.hpp"
#include "store/relation_rows.hpp"
#include "store/schema.hpp"

namespace entente::store {

/// What is behind a GraphFile; for graph_file.cpp and graph_file_actors.cpp alone.
struct GraphFile::Hidden {
    Hidden(const std::filesystem::path& path, Database::Access access) : database(path, access), articles(database) {
        database.run("PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
    }

    /// Read when first asked for.
    const Identities& identities();
    std::size_t actor_count();
    bool remove_decision(const std::string& actor, const std::string& other);

    Database database;
    ArticleTable articles;
    std::optional<Identities> known_identities;
    std::optional<RelationWriter> writer;  // after the database: its statements must be closed first
    bool lacks_indexes = false;            ///< a new file gets them at the end of its first batch, sorted at once
    bool in_batch = false;

    void complete_schema() {
        if (!lacks_indexes) return;
        create_late_indexes(database);
        lacks_indexes = false;
    }

    core::Relation find_relation(const std::string& article, const std::string& id);
    bool merge(std::int64_t article, const core::Relation& relation);

    /// All or nothing; the writer must not remember rows that were rolled back.
    template <typename Change>
    auto change(Change work) {
        if (!writer) database.fail("was opened for reading only");
        try {
            Savepoint savepoint(database);
            auto answer = work();
            if (!in_batch) complete_schema();
            savepoint.keep();
            return answer;
        } catch (...) {
            writer->forget();
            known_identities.reset();
            throw;
        }
    }
};

}  // namespace entente::store
