#pragma once

#include <memory>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace entente::cli {

/// The exit codes that scripts may rely on.
enum ExitCode { exit_done = 0, exit_nothing_found = 1, exit_error = 2 };

/// One verb of the program. An object serves one call: declare, parse, run.
class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    /// Declares options and arguments, which refer to members of this object.
    virtual void declare(CLI::App& app) = 0;
    /// Does the work. Data goes to standard output, talk to standard error.
    /// @return an ExitCode. @throws base::UsageError, base::DataError.
    [[nodiscard]] virtual int run() = 0;
};

/// A command as the help shows it. Each is defined in its own command_<name>.cpp.
struct CommandRow {
    std::string_view name;
    std::string_view summary;   ///< one line
    std::string_view examples;  ///< lines of `entente …`, shown at the end of its help
    std::unique_ptr<Command> (*make)();
};

/// All commands, in the order in which the help lists them.
[[nodiscard]] std::span<const CommandRow> commands();

}  // namespace entente::cli
