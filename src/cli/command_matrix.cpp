#include <algorithm>
#include <cmath>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/command_list.hpp"
#include "cli/network_source.hpp"
#include "cli/table.hpp"
#include "graph/balance.hpp"
#include "pipeline/knowledge.hpp"
#include "text/unicode.hpp"

namespace entente::cli {

namespace {

/// The heat of a cell: green for cooperation, red for conflict.
Colour heat(double goldstein) {
    if (goldstein > 0.5) return Colour::green;
    return goldstein < -0.5 ? Colour::red : Colour::yellow;
}

std::string signed_text(double value) {
    const long tenths = std::lround(std::abs(value) * 10);
    const char* sign = tenths == 0 ? "" : value < 0 ? "-" : "+";
    return sign + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// Who does how much to whom, and whether it is cooperation or conflict.
class MatrixCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("GRAPH", file_, "a graph file")->required()->type_name("news.ent");
        network_.declare(app);
        app.add_option("--limit", limit_, "so many actors, the most active")
            ->check(CLI::Range(1, 1000))
            ->group("Output")
            ->type_name("N")
            ->capture_default_str();
        app.add_option(
               "--value", value_,
               "in a table: articles; goldstein, the mean from -10 (conflict) to 8.3 (cooperation); cooperation; "
               "or conflict")
            ->check(CLI::IsMember({"articles", "goldstein", "cooperation", "conflict"}))
            ->group("Output")
            ->type_name("VALUE")
            ->capture_default_str();
        table_.declare(app);
    }

    int run() override {
        const Names names(pipeline::find_data());
        const graph::KnowledgeGraph graph = network_.load_graph(StoredGraph(file_, names));
        const graph::Matrix matrix = graph::who_to_whom(graph, limit_);
        const Terminal terminal = Terminal::detect();
        if (table_.form(terminal) == TableForm::text) {
            write_text(graph, matrix, terminal);
        } else {
            table_.print(pairs(graph, matrix));
        }
        if (!matrix.actors.empty()) return exit_done;
        say("nobody in " + file_ + " is left who does something to another");
        return exit_nothing_found;
    }

private:
    std::string text_of(const graph::Balance& balance) const {
        if (balance.total == 0) return "·";
        if (value_ == "goldstein") return signed_text(balance.mean());
        if (value_ == "cooperation") return std::to_string(balance.cooperation);
        if (value_ == "conflict") return std::to_string(balance.conflict);
        return std::to_string(balance.total);
    }

    /// Sources down, targets across, as many as fit the width; a column is headed by its actor's id.
    void write_text(const graph::KnowledgeGraph& graph, const graph::Matrix& matrix, const Terminal& terminal) const {
        constexpr std::size_t widest_label = 24;
        constexpr std::size_t widest_id = 8;
        std::size_t label_width = 0;
        std::vector<std::string> heads;
        std::vector<std::size_t> widths;
        for (std::size_t i = 0; i < matrix.actors.size(); ++i) {
            const graph::ActorNode& actor = graph.actors()[matrix.actors[i]];
            label_width = std::max(label_width, std::min(widest_label, text::display_width(actor.label)));
            heads.push_back(cut_to_width(one_line(actor.id), widest_id));
            widths.push_back(text::display_width(heads.back()));
            for (const auto& row : matrix.cells) {
                widths.back() = std::max(widths.back(), text::display_width(text_of(row[i])));
            }
        }
        std::size_t columns = 0;
        for (std::size_t room = label_width; columns < widths.size(); ++columns) {
            room += 2 + widths[columns];
            if (room > terminal.width) break;
        }
        const auto padded = [](const std::string& text, std::size_t width) {
            return std::string(2 + width - text::display_width(text), ' ') + text;
        };
        std::cout << std::string(label_width, ' ');
        for (std::size_t i = 0; i < columns; ++i) {
            std::cout << coloured(padded(heads[i], widths[i]), Colour::bold, terminal.colour);
        }
        std::cout << "\n";
        for (std::size_t i = 0; i < matrix.actors.size(); ++i) {
            const std::string label = cut_to_width(one_line(graph.actors()[matrix.actors[i]].label), label_width);
            std::cout << label << std::string(label_width - text::display_width(label), ' ');
            for (std::size_t j = 0; j < columns; ++j) {
                const graph::Balance& balance = matrix.cells[i][j];
                const std::string text = padded(text_of(balance), widths[j]);
                std::cout << coloured(text, balance.total == 0 ? Colour::dim : heat(balance.mean()), terminal.colour);
            }
            std::cout << "\n";
        }
        if (columns < widths.size()) {
            say(counted(widths.size() - columns, "column", "columns") + " more than fit; --csv has them all");
        }
    }

    static Table pairs(const graph::KnowledgeGraph& graph, const graph::Matrix& matrix) {
        Table table;
        table.columns = {{"source"},   {"source_id"},   {"target"},   {"target_id"},
                         {"articles"}, {"cooperation"}, {"conflict"}, {"goldstein"}};
        for (std::size_t i = 0; i < matrix.actors.size(); ++i) {
            for (std::size_t j = 0; j < matrix.actors.size(); ++j) {
                const graph::Balance& balance = matrix.cells[i][j];
                if (balance.total == 0) continue;
                const graph::ActorNode& source = graph.actors()[matrix.actors[i]];
                const graph::ActorNode& target = graph.actors()[matrix.actors[j]];
                table.rows.push_back({source.label, source.id, target.label, target.id, cell(balance.total),
                                      cell(balance.cooperation), cell(balance.conflict), balance.mean()});
            }
        }
        return table;
    }

    std::string file_;
    NetworkOptions network_;
    std::size_t limit_ = 15;
    std::string value_ = "articles";
    TableOptions table_;
};

}  // namespace

const CommandRow matrix_command{"matrix", "Shows who does how much to whom, cooperation and conflict",
                                "  entente matrix news.ent --by principal\n"
                                "  entente matrix news.ent --by principal --value goldstein --limit 25\n"
                                "  entente matrix news.ent --since 2024 --csv\n"
                                "\n"
                                "On a terminal green is cooperation and red is conflict.\n",
                                [] { return std::unique_ptr<Command>(std::make_unique<MatrixCommand>()); }};

}  // namespace entente::cli
