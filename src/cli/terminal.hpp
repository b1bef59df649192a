#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::cli {

/// Whether somebody is looking, and how wide the window is.
struct Terminal {
    bool out = false;         ///< standard output is a terminal
    bool err = false;         ///< standard error is a terminal
    bool colour = false;      ///< standard output may be coloured: a terminal, and no NO_COLOR
    std::size_t width = 100;  ///< $COLUMNS, else the window's, else 100

    [[nodiscard]] static Terminal detect();
};

enum class Colour { bold, dim, red, green, yellow, cyan };

/// `text` between the codes of a colour; unchanged if `on` is false.
[[nodiscard]] std::string coloured(std::string_view text, Colour colour, bool on);

/// `text` cut to so many columns, with an ellipsis where something is missing.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);

/// `text` with control characters, tabs and line ends as spaces: safe for a terminal and for a cell of a table.
[[nodiscard]] std::string one_line(std::string_view text);

/// A number with thousands separated: `12,345`.
[[nodiscard]] std::string grouped(std::size_t number);

/// A number of things: `1 article`, `2,000 articles`.
[[nodiscard]] std::string counted(std::size_t number, const std::string& one, const std::string& many);

/// One line of talk on standard error, begun with the program's name.
void say(std::string_view text);

}  // namespace entente::cli
