#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.hpp"

namespace entente::base {

/// One line of a table: its cells, found by column name.
class TsvRow {
public:
    TsvRow(const std::vector<std::string>& columns, std::vector<std::string> cells, Location location)
        : columns_(&columns), cells_(std::move(cells)), location_(std::move(location)) {}

    /// The cell under `column`. @throws DataError if the table has no such column.
    [[nodiscard]] const std::string& operator[](std::string_view column) const;
    /// The cell, which must not be empty. @throws DataError naming file and line.
    [[nodiscard]] const std::string& required(std::string_view column) const;
    /// The `|`-separated alternatives in the cell; none if it is empty.
    [[nodiscard]] std::vector<std::string> list(std::string_view column) const;
    [[nodiscard]] const Location& location() const { return location_; }
    /// @throws DataError naming this line.
    [[noreturn]] void fail(const std::string& reason) const { throw DataError(location_, reason); }

private:
    const std::vector<std::string>* columns_;
    std::vector<std::string> cells_;
    Location location_;
};

/// A table of language or world knowledge: tab-separated UTF-8, column names first, `#` begins a comment line.
class TsvFile {
public:
    /// @throws DataError if the file cannot be read, lacks one of `columns`, or has a line of another number of cells.
    TsvFile(const std::filesystem::path& path, const std::vector<std::string>& columns);
    TsvFile(const TsvFile&) = delete;
    TsvFile& operator=(const TsvFile&) = delete;

    [[nodiscard]] auto begin() const { return rows_.begin(); }
    [[nodiscard]] auto end() const { return rows_.end(); }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }

private:
    std::vector<std::string> columns_;
    std::vector<TsvRow> rows_;
};

}  // namespace entente::base
