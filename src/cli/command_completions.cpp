#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/command_list.hpp"
#include "cli/manual.hpp"

namespace entente::cli {

namespace {

/// What shells need to complete commands and options.
class CompletionsCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("SHELL", shell_, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
    }

    int run() override {
        std::cout << completion_script(shell_);
        return exit_done;
    }

private:
    std::string shell_;
};

}  // namespace

const CommandRow completions_command{"completions", "Writes what a shell needs to complete commands and options",
                                     "  entente completions bash >~/.local/share/bash-completion/completions/entente\n"
                                     "  entente completions zsh >~/.zfunc/_entente\n"
                                     "  entente completions fish >~/.config/fish/completions/entente.fish\n",
                                     [] { return std::unique_ptr<Command>(std::make_unique<CompletionsCommand>()); }};

}  // namespace entente::cli
