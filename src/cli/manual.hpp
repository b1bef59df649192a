#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace CLI {
class App;
}

namespace entente::cli {

/// The options of a command as the parser wants them, with its help: what --help, man pages and completions are made
/// from. `command` must live as long as the app.
[[nodiscard]] std::unique_ptr<CLI::App> command_line(const CommandRow& row, Command& command);

/// One option or argument of a command.
struct OptionText {
    std::vector<std::string> names;  ///< `-o`, `--output`; of an argument its name
    bool positional = false;
    bool required = false;
    std::string value;                 ///< what stands behind it: `FILE`; empty for a flag
    std::vector<std::string> choices;  ///< the values it takes, where these are few
    std::string description;
    std::string fallback;  ///< what holds if it is not given, where that is a value
    std::string group;
};

/// In the order in which --help shows them.
[[nodiscard]] std::vector<OptionText> options_of(const CommandRow& row);

/// The manual page of one command, and of the program, in the man(7) macros.
[[nodiscard]] std::string man_page(const CommandRow& row);
[[nodiscard]] std::string man_overview();

/// The completion script of a shell: `bash`, `zsh` or `fish`; empty for any other.
[[nodiscard]] std::string completion_script(std::string_view shell);

}  // namespace entente::cli
