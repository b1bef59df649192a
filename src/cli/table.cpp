#include "cli/table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <numeric>

#include <CLI/CLI.hpp>

#include "base/json.hpp"
#include "base/strings.hpp"
#include "text/unicode.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 8;
constexpr std::size_t narrowest_wide = 24;

std::string number_text(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 4);
    return {buffer.data(), end.ptr};
}

std::string plain(const Cell& value) {
    struct {
        std::string operator()(std::monostate) const { return ""; }
        std::string operator()(const std::string& text) const { return one_line(text); }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return number_text(number); }
        std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
        std::string operator()(const std::vector<std::string>& list) const { return one_line(base::join(list, "|")); }
    } as_text;
    return std::visit(as_text, value);
}

bool is_number(const Cell& value) {
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
}

/// The numbers of the columns that a form has which leaves out those of one kind.
std::vector<std::size_t> columns_without(const Table& table, Column::Kind left_out) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].kind != left_out) columns.push_back(i);
    }
    return columns;
}

bool is_blank(const Table& table, std::size_t column) {
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [&](const std::vector<Cell>& row) { return plain(row[column]).empty(); });
}

/// Takes what is too much from the wide columns, then from the widest.
void fit(std::vector<std::size_t>& widths, const std::vector<bool>& wide, std::size_t room) {
    const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), (widths.size() - 1) * gap); };
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (!wide[i] || total() <= room) continue;
        const std::size_t others = total() - widths[i];
        widths[i] = std::min(widths[i], std::max(narrowest_wide, room > others ? room - others : 0));
    }
    while (total() > room) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= narrowest) break;
        --*widest;
    }
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::size_t taken = text::display_width(text);
    const std::string space(width > taken ? width - taken : 0, ' ');
    return right ? space + text : text + space;
}

std::string trimmed_end(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

void write_text(const Table& table, const Terminal& terminal, std::ostream& out) {
    if (table.rows.empty()) return;
    std::vector<std::size_t> shown = columns_without(table, Column::Kind::data);
    std::erase_if(shown, [&](std::size_t column) { return is_blank(table, column); });
    std::vector<std::vector<std::string>> lines(table.rows.size());
    std::vector<std::size_t> widths;
    std::vector<bool> right;
    std::vector<bool> wide;
    for (const std::size_t column : shown) {
        std::size_t width = text::display_width(table.columns[column].name);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            lines[row].push_back(plain(table.rows[row][column]));
            width = std::max(width, text::display_width(lines[row].back()));
        }
        widths.push_back(width);
        wide.push_back(table.columns[column].wide);
        right.push_back(is_number(table.rows.front()[column]));
    }
    fit(widths, wide, terminal.width);
    const auto write_line = [&](const auto& text_of) {
        std::string line;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            if (i > 0) line += std::string(gap, ' ');
            line += padded(cut_to_width(text_of(i), widths[i]), widths[i], right[i]);
        }
        return trimmed_end(line);
    };
    const std::string head = write_line([&](std::size_t i) { return table.columns[shown[i]].name; });
    out << coloured(head, Colour::bold, terminal.colour) << "\n";
    for (const auto& cells : lines) out << write_line([&](std::size_t i) { return cells[i]; }) << "\n";
}

/// RFC 4180: quoted where it must be.
std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    return "\"" + base::replace_all(text, "\"", "\"\"") + "\"";
}

void write_separated(const Table& table, bool csv, std::ostream& out) {
    const std::vector<std::size_t> columns = columns_without(table, Column::Kind::people);
    const auto write_line = [&](const auto& text_of) {
        std::vector<std::string> cells;
        for (const std::size_t column : columns) cells.push_back(csv ? csv_cell(text_of(column)) : text_of(column));
        out << base::join(cells, csv ? "," : "\t") << "\n";
    };
    write_line([&](std::size_t column) { return table.columns[column].name; });
    for (const auto& row : table.rows) write_line([&](std::size_t column) { return plain(row[column]); });
}

void write_markdown(const Table& table, std::ostream& out) {
    const std::vector<std::size_t> shown = columns_without(table, Column::Kind::data);
    out << "|";
    for (const std::size_t column : shown) out << " " << table.columns[column].name << " |";
    out << "\n|";
    for (const std::size_t column : shown) {
        out << (!table.rows.empty() && is_number(table.rows.front()[column]) ? " ---: |" : " --- |");
    }
    out << "\n";
    for (const auto& row : table.rows) {
        out << "|";
        for (const std::size_t column : shown) out << " " << base::replace_all(plain(row[column]), "|", "\\|") << " |";
        out << "\n";
    }
}

void write_value(const Cell& value, base::JsonWriter& json) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        json.string(*text);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        json.integer(*integer);
    } else if (const auto* number = std::get_if<double>(&value)) {
        json.number(*number);
    } else if (const auto* yes = std::get_if<bool>(&value)) {
        json.boolean(*yes);
    } else if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
        json.begin_array();
        for (const std::string& item : *list) json.string(item);
        json.end_array();
    } else {
        json.null();
    }
}

void write_object(const Table& table, const std::vector<Cell>& row, base::JsonWriter& json) {
    json.begin_object();
    for (const std::size_t column : columns_without(table, Column::Kind::people)) {
        json.key(table.columns[column].name);
        write_value(row[column], json);
    }
    json.end_object();
}

void write_json(const Table& table, std::ostream& out) {
    base::JsonWriter json(base::JsonWriter::Layout::indented);
    json.begin_array();
    for (const auto& row : table.rows) write_object(table, row, json);
    json.end_array();
    out << json.text() << "\n";
}

void write_json_lines(const Table& table, std::ostream& out) {
    base::JsonWriter json;
    for (const auto& row : table.rows) {
        write_object(table, row, json);
        out << json.take() << "\n";
    }
}

}  // namespace

Cell cell(const std::optional<std::string>& text) {
    return text ? Cell(*text) : Cell();
}

void TableOptions::declare(CLI::App& app) {
    const auto add = [&](const std::string& flag, TableForm form, const std::string& help) {
        app.add_flag_callback(
               flag, [this, form] { form_ = form; }, help)
            ->group("Output");
    };
    add("--table", TableForm::text, "aligned columns, fitted to the width (on a terminal the default)");
    add("--tsv", TableForm::tsv, "tab-separated, column names first (in a pipe the default)");
    add("--csv", TableForm::csv, "comma-separated");
    add("--json", TableForm::json, "one JSON array");
    add("--jsonl", TableForm::jsonl, "one JSON object a line");
    add("--markdown", TableForm::markdown, "a Markdown table");
}

TableForm TableOptions::form(const Terminal& terminal) const {
    if (form_ != TableForm::automatic) return form_;
    return terminal.out ? TableForm::text : TableForm::tsv;
}

void TableOptions::print(const Table& table) const {
    const Terminal terminal = Terminal::detect();
    write_table(table, form(terminal), terminal, std::cout);
}

void write_table(const Table& table, TableForm form, const Terminal& terminal, std::ostream& out) {
    switch (form) {
        case TableForm::automatic:
        case TableForm::text: write_text(table, terminal, out); break;
        case TableForm::tsv: write_separated(table, false, out); break;
        case TableForm::csv: write_separated(table, true, out); break;
        case TableForm::json: write_json(table, out); break;
        case TableForm::jsonl: write_json_lines(table, out); break;
        case TableForm::markdown: write_markdown(table, out); break;
    }
}

}  // namespace entente::cli
