#include <iostream>

#include <CLI/CLI.hpp>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "cli/command_list.hpp"
#include "cli/manual.hpp"
#include "cli/suggestion.hpp"
#include "cli/terminal.hpp"

namespace entente::cli {

namespace {

/// Manual pages.
class ManCommand : public Command {
public:
    void declare(CLI::App& app) override {
        app.add_option("COMMAND", name_, "the command to explain; without one, the program");
        app.add_option("-o,--output", folder_, "write the pages of all commands into this folder")
            ->group("Output")
            ->type_name("FOLDER");
    }

    int run() override {
        if (!folder_.empty()) {
            write_all();
        } else {
            std::cout << (name_.empty() ? man_overview() : man_page(chosen()));
        }
        return exit_done;
    }

private:
    const CommandRow& chosen() const {
        std::vector<std::string> names;
        for (const CommandRow& row : commands()) {
            if (row.name == name_) return row;
            names.emplace_back(row.name);
        }
        throw base::UsageError("there is no command `" + name_ + "`" + suggestion(name_, names));
    }

    void write_all() const {
        std::error_code problem;
        std::filesystem::create_directories(folder_, problem);
        const auto write = [&](const std::string& name, const std::string& page) {
            base::AtomicFile file(std::filesystem::path(folder_) / (name + ".1"), true);
            file.write(page);
            file.commit();
        };
        write("entente", man_overview());
        for (const CommandRow& row : commands()) write("entente-" + std::string(row.name), man_page(row));
    }

    std::string name_;
    std::string folder_;
};

}  // namespace

const CommandRow man_command{"man", "Writes manual pages",
                             "  entente man query | man -l -\n"
                             "  entente man --output ~/.local/share/man/man1\n",
                             [] { return std::unique_ptr<Command>(std::make_unique<ManCommand>()); }};

}  // namespace entente::cli
