#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/terminal.hpp"

namespace CLI {
class App;
}

namespace entente::cli {

/// A value of a table: nothing, text, a number, yes or no, or a list.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>>;

/// A cell for an optional text.
[[nodiscard]] Cell cell(const std::optional<std::string>& text);
/// A cell for a count.
[[nodiscard]] inline Cell cell(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

/// A column: its name, and how it behaves where there is little room.
struct Column {
    /// `shown` columns are there in every form, `data` ones not in text and Markdown, `people` ones only there.
    enum class Kind { shown, data, people };
    std::string name;
    Kind kind = Kind::shown;
    bool wide = false;  ///< takes what room is left, and is cut there
};

/// An answer as rows, printed in whatever form was asked for.
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  ///< as many cells each as there are columns
};

enum class TableForm { automatic, text, tsv, csv, json, jsonl, markdown };

/// The options `--json`, `--tsv`…: how a table is printed.
class TableOptions {
public:
    void declare(CLI::App& app);
    /// The form to print: what was asked for, else text on a terminal and TSV in a pipe.
    [[nodiscard]] TableForm form(const Terminal& terminal) const;
    /// Prints to standard output.
    void print(const Table& table) const;

private:
    TableForm form_ = TableForm::automatic;
};

/// Writes a table. Text is fitted to the terminal's width, without columns in which nothing stands; TSV and CSV begin
/// with the column names; TSV cells hold no tabs or line ends; lists are joined by `|`; JSON is an array of objects,
/// JSON lines one object a line.
void write_table(const Table& table, TableForm form, const Terminal& terminal, std::ostream& out);

}  // namespace entente::cli
