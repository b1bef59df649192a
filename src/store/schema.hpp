#pragma once

#include <cstdint>
#include <filesystem>

#include "store/database.hpp"

namespace entente::store {

/// Stands in each graph file, as PRAGMA application_id: "Entn".
constexpr std::uint32_t application_id = 0x456E746E;
/// Stands in each graph file, as PRAGMA user_version. Docs: docs/graph-file.md.
constexpr std::uint32_t schema_version = 2;

/// Makes the tables in an empty database, without the indexes that are made faster when the first rows are there.
void create_schema(Database& database);
void create_late_indexes(Database& database);
[[nodiscard]] bool lacks_late_indexes(Database& database);

/// Brings a file of an older version up to date, in one transaction.
void upgrade_schema(Database& database);

/// Reads the head of a file, without SQLite, so that what is not ours is never touched; answers its version.
/// @throws base::DataError if it is missing, foreign, of a newer version, or shorter than it says.
std::uint32_t check_head(const std::filesystem::path& path);

/// @throws base::DataError if a table is missing.
void check_tables(Database& database);

/// Whether an unfinished batch of a killed run waits to be rolled back.
[[nodiscard]] bool has_journal(const std::filesystem::path& path);

}  // namespace entente::store
