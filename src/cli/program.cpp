#include "cli/program.hpp"

#include <algorithm>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "cli/command.hpp"
#include "cli/manual.hpp"
#include "cli/suggestion.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"

namespace entente::cli {

namespace {

std::string overview() {
    std::size_t widest = 0;
    for (const CommandRow& row : commands()) widest = std::max(widest, row.name.size());
    std::string text =
        "Entente turns news articles into a graph of who does what to whom.\n\n"
        "Usage: entente COMMAND [OPTIONS] [ARGUMENTS]\n\nCommands:\n";
    for (const CommandRow& row : commands()) {
        text += "  " + std::string(row.name) + std::string(widest - row.name.size() + 2, ' ');
        text += std::string(row.summary) + "\n";
    }
    text +=
        "\n`entente COMMAND --help` explains a command, with examples.\n"
        "Exit codes: 0 done or found, 1 ran well but found nothing, 2 usage, input or output error.\n";
    return text;
}

const CommandRow& find_command(const std::string& name) {
    std::vector<std::string> names;
    for (const CommandRow& row : commands()) {
        if (row.name == name) return row;
        names.emplace_back(row.name);
    }
    throw base::UsageError("there is no command `" + name + "`" +
                           suggestion(name, names, "; `entente --help` lists them"));
}

/// Writes what is still buffered and notices a full disk or a closed pipe.
int finish(int code) {
    std::cout.flush();
    if (std::cout.good()) return code;
    say("error: standard output could not be written");
    return exit_error;
}

int run_command(const CommandRow& row, const std::vector<std::string>& arguments) {
    const std::unique_ptr<Command> command = row.make();
    const std::unique_ptr<CLI::App> app = command_line(row, *command);
    try {
        app->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        std::cout << app->help();
        return finish(exit_done);
    } catch (const CLI::ParseError& problem) {
        throw base::UsageError(std::string(problem.what()) + "; `entente " + std::string(row.name) +
                               " --help` shows what is possible");
    }
    return finish(command->run());
}

int dispatch(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        std::cerr << overview();
        return exit_error;
    }
    const std::string& first = arguments.front();
    if (first == "--version" || first == "-V") {
        std::cout << "entente " << version << "\n";
        return finish(exit_done);
    }
    const bool asks_help = first == "--help" || first == "-h" || first == "help";
    if (asks_help && arguments.size() > 1) return run_command(find_command(arguments[1]), {"--help"});
    if (asks_help) {
        std::cout << overview();
        return finish(exit_done);
    }
    if (first.starts_with('-')) {
        throw base::UsageError("the command comes first: entente COMMAND " + first + "; `entente --help` lists them");
    }
    return run_command(find_command(first), {arguments.begin() + 1, arguments.end()});
}

}  // namespace

int run(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    // The one place that catches broadly: whatever ends a command becomes a message and an exit code.
    try {
        return dispatch({argv + std::min(argc, 1), argv + argc});
    } catch (const std::bad_alloc&) {
        say("error: out of memory");
    } catch (const std::exception& problem) {
        std::cout.flush();
        say("error: " + std::string(problem.what()));
    }
    return exit_error;
}

}  // namespace entente::cli
