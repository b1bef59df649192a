#include "base/tsv.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "base/strings.hpp"

namespace entente::base {

const std::string& TsvRow::operator[](std::string_view column) const {
    const auto found = std::find(columns_->begin(), columns_->end(), column);
    if (found == columns_->end()) fail("the table has no column '" + std::string(column) + "'");
    return cells_[static_cast<std::size_t>(found - columns_->begin())];
}

const std::string& TsvRow::required(std::string_view column) const {
    const std::string& cell = (*this)[column];
    if (cell.empty()) fail("column '" + std::string(column) + "' is empty");
    return cell;
}

std::vector<std::string> TsvRow::list(std::string_view column) const {
    return split_list((*this)[column], '|');
}

TsvFile::TsvFile(const std::filesystem::path& path, const std::vector<std::string>& columns) {
    const std::string bytes = read_file(path);
    std::size_t number = 0;
    for (const std::string& line : split(bytes, '\n')) {
        ++number;
        if (trim(line).empty() || line.front() == '#') continue;
        const Location location{path.string(), number};
        std::vector<std::string> cells = split(line, '\t');
        for (std::string& cell : cells) cell = std::string(trim(cell));
        if (columns_.empty()) {
            columns_ = std::move(cells);
            for (const std::string& column : columns) {
                if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) {
                    throw DataError(location, "the table lacks the column '" + column + "'");
                }
            }
            continue;
        }
        // Empty cells at the end of a line may be left out.
        while (cells.size() > columns_.size() && cells.back().empty()) cells.pop_back();
        if (cells.size() > columns_.size()) {
            throw DataError(location, "has " + std::to_string(cells.size()) + " cells where the table has " +
                                          std::to_string(columns_.size()) + " columns");
        }
        cells.resize(columns_.size());
        rows_.emplace_back(columns_, std::move(cells), location);
    }
    if (columns_.empty()) throw DataError({path.string(), 0}, "the table is empty");
}

}  // namespace entente::base
