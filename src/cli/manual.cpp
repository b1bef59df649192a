#include "cli/manual.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "base/strings.hpp"
#include "cli/version.hpp"

namespace entente::cli {

namespace {

/// Text as roff shows it: hyphens that are copied, and no line that begins with a request.
std::string roff(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\\') {
            escaped += "\\e";
        } else if (c == '-') {
            escaped += "\\-";
        } else if ((c == '.' || c == '\'') && (escaped.empty() || escaped.back() == '\n')) {
            escaped += std::string("\\&") + c;
        } else {
            escaped += c;
        }
    }
    return escaped;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// `{a,b}` behind the type's name, where the values are few.
std::vector<std::string> choices_in(const std::string& type) {
    const std::size_t open = type.find('{');
    const std::size_t close = type.rfind('}');
    if (open == std::string::npos || close == std::string::npos || close < open) return {};
    return base::split_list(type.substr(open + 1, close - open - 1), ',');
}

OptionText text_of(const CLI::Option& option) {
    OptionText text;
    text.positional = option.get_positional();
    text.required = option.get_required();
    if (text.positional) {
        text.names.push_back(option.get_name(true, false));
    } else {
        for (const std::string& name : option.get_snames()) text.names.push_back("-" + name);
        for (const std::string& name : option.get_lnames()) text.names.push_back("--" + name);
    }
    const std::string type = option.get_items_expected_max() == 0 ? "" : option.get_type_name();
    text.choices = choices_in(type);
    text.value = type.substr(0, type.find(':'));
    text.description = option.get_description();
    text.fallback = option.get_default_str();
    text.group = option.get_group();
    return text;
}

std::string synopsis(const CommandRow& row, const std::vector<OptionText>& options) {
    std::string line = ".B entente " + std::string(row.name) + "\n[\\fIOPTIONS\\fR]";
    for (const OptionText& option : options) {
        if (!option.positional) continue;
        const std::string name = "\\fI" + roff(option.names.front()) + "\\fR";
        line += option.required ? " " + name : " [" + name + "]";
    }
    return line + "\n";
}

std::string entry(const OptionText& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.names) {
        names.push_back((option.positional ? "\\fI" : "\\fB") + roff(name) + "\\fR");
    }
    std::string text = ".TP\n" + base::join(names, ", ");
    if (!option.positional && !option.value.empty()) text += " \\fI" + roff(option.value) + "\\fR";
    text += "\n" + roff(option.description);
    if (!option.choices.empty()) text += "\n(" + roff(base::join(option.choices, ", ")) + ")";
    if (!option.fallback.empty()) text += "\n[" + roff(option.fallback) + "]";
    return text + "\n";
}

std::string head(const std::string& name, std::string_view summary) {
    return ".TH " + upper(roff(name)) + " 1 \"\" \"entente " + roff(version) + "\" \"User Commands\"\n.SH NAME\n" +
           roff(name) + " \\- " + roff(summary) + "\n";
}

constexpr std::string_view exit_status =
    ".SH EXIT STATUS\n0 done or found; 1 ran well but found nothing, or differs; 2 usage, input or output error.\n";

/// What a shell offers behind a command: all options, and the choices of those that have some.
struct Words {
    std::vector<std::string> options;
    std::vector<std::pair<std::string, std::vector<std::string>>> choices;
};

Words words_of(const CommandRow& row) {
    Words words;
    for (const OptionText& option : options_of(row)) {
        if (option.positional) continue;
        for (const std::string& name : option.names) {
            words.options.push_back(name);
            if (!option.choices.empty()) words.choices.emplace_back(name, option.choices);
        }
    }
    return words;
}

std::string command_names() {
    std::vector<std::string> names;
    for (const CommandRow& row : commands()) names.emplace_back(row.name);
    return base::join(names, " ");
}

std::string bash_script() {
    std::string script =
        "# bash completion for entente, made by `entente completions bash`\n"
        "_entente() {\n"
        "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} options=\n"
        "  COMPREPLY=()\n"
        "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
        "    COMPREPLY=($(compgen -W '" +
        command_names() +
        " --help --version' -- \"$current\"))\n"
        "    return\n"
        "  fi\n"
        "  case ${COMP_WORDS[1]}:$previous in\n";
    std::string options;
    for (const CommandRow& row : commands()) {
        const Words words = words_of(row);
        for (const auto& [option, choices] : words.choices) {
            script += "    " + std::string(row.name) + ":" + option + ") COMPREPLY=($(compgen -W '" +
                      base::join(choices, " ") + "' -- \"$current\")); return ;;\n";
        }
        options += "    " + std::string(row.name) + ") options='" + base::join(words.options, " ") + "' ;;\n";
    }
    return script + "  esac\n  case ${COMP_WORDS[1]} in\n    help) options='" + command_names() + "' ;;\n" + options +
           "  esac\n"
           "  case $current in\n"
           "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$current\")) ;;\n"
           "    *) COMPREPLY=($(compgen -f -- \"$current\")) ;;\n"
           "  esac\n"
           "}\n"
           "complete -o filenames -F _entente entente\n";
}

/// In single quotes of a shell.
std::string shell_quoted(const std::string& text) {
    return "'" + base::replace_all(text, "'", "'\\''") + "'";
}

/// What _arguments reads between brackets.
std::string bracketed(std::string text) {
    for (const char* special : {"\\", "[", "]", ":"})
        text = base::replace_all(text, special, std::string("\\") + special);
    return "[" + text + "]";
}

std::string zsh_script() {
    std::string script =
        "#compdef entente\n"
        "# zsh completion for entente, made by `entente completions zsh`\n"
        "_entente() {\n"
        "  local -a commands=(\n";
    for (const CommandRow& row : commands()) {
        script += "    " + shell_quoted(std::string(row.name) + ":" + std::string(row.summary)) + "\n";
    }
    script +=
        "  )\n"
        "  if (( CURRENT == 2 )); then\n"
        "    _describe command commands\n"
        "    return\n"
        "  fi\n"
        "  local command=$words[2]\n"
        "  shift words\n"
        "  (( CURRENT-- ))\n"
        "  case $command in\n";
    for (const CommandRow& row : commands()) {
        script += "    " + std::string(row.name) + ")\n      _arguments -S";
        for (const OptionText& option : options_of(row)) {
            if (option.positional) continue;
            for (const std::string& name : option.names) {
                std::string spec = name + bracketed(option.description);
                if (!option.choices.empty()) spec += ":value:(" + base::join(option.choices, " ") + ")";
                if (option.choices.empty() && !option.value.empty()) spec += ":" + option.value + ":_files";
                script += " \\\n        " + shell_quoted(spec);
            }
        }
        script += " \\\n        '*:file:_files' ;;\n";
    }
    return script + "  esac\n}\n_entente \"$@\"\n";
}

std::string fish_script() {
    std::string script = "# fish completion for entente, made by `entente completions fish`\n";
    for (const CommandRow& row : commands()) {
        script += "complete -c entente -n __fish_use_subcommand -f -a " + std::string(row.name) + " -d " +
                  shell_quoted(std::string(row.summary)) + "\n";
    }
    for (const CommandRow& row : commands()) {
        for (const OptionText& option : options_of(row)) {
            if (option.positional) continue;
            script += "complete -c entente -n '__fish_seen_subcommand_from " + std::string(row.name) + "'";
            for (const std::string& name : option.names) {
                script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            }
            if (!option.value.empty()) script += " -r";
            if (!option.choices.empty()) script += " -f -a " + shell_quoted(base::join(option.choices, " "));
            script += " -d " + shell_quoted(option.description) + "\n";
        }
    }
    return script;
}

}  // namespace

std::unique_ptr<CLI::App> command_line(const CommandRow& row, Command& command) {
    auto app = std::make_unique<CLI::App>(std::string(row.summary) + ".", "entente " + std::string(row.name));
    app->footer("Examples:\n" + std::string(row.examples));
    app->get_formatter()->column_width(32);
    command.declare(*app);
    return app;
}

std::vector<OptionText> options_of(const CommandRow& row) {
    const std::unique_ptr<Command> command = row.make();
    const std::unique_ptr<CLI::App> app = command_line(row, *command);
    std::vector<OptionText> texts;
    for (const CLI::Option* option : app->get_options()) texts.push_back(text_of(*option));
    return texts;
}

std::string man_page(const CommandRow& row) {
    const std::vector<OptionText> options = options_of(row);
    std::string page =
        head("entente-" + std::string(row.name), row.summary) + ".SH SYNOPSIS\n" + synopsis(row, options);
    std::vector<std::string> groups;
    for (const OptionText& option : options) {
        const std::string group = option.positional ? "Arguments" : option.group;
        if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
    }
    std::stable_partition(groups.begin(), groups.end(), [](const std::string& group) { return group == "Arguments"; });
    for (const std::string& group : groups) {
        page += ".SH " + upper(roff(group)) + "\n";
        for (const OptionText& option : options) {
            if ((option.positional ? "Arguments" : option.group) == group) page += entry(option);
        }
    }
    page += ".SH EXAMPLES\n.nf\n" + roff(row.examples) + ".fi\n";
    return page + std::string(exit_status) + ".SH SEE ALSO\n.BR entente (1)\n";
}

std::string man_overview() {
    std::string page = head("entente", "turns news articles into a graph of who does what to whom");
    page += ".SH SYNOPSIS\n.B entente\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]\n.SH COMMANDS\n";
    for (const CommandRow& row : commands()) {
        page += ".TP\n.BR entente\\-" + roff(row.name) + " (1)\n" + roff(row.summary) + "\n";
    }
    page +=
        ".SH ENVIRONMENT\n.TP\n.B ENTENTE_DATA\nthe folder of the program's knowledge, if it does not lie beside "
        "the program\n.TP\n.B NO_COLOR\nif set, no colours\n.TP\n.B COLUMNS\nthe width of tables\n";
    return page + std::string(exit_status);
}

std::string completion_script(std::string_view shell) {
    if (shell == "bash") return bash_script();
    if (shell == "zsh") return zsh_script();
    if (shell == "fish") return fish_script();
    return {};
}

}  // namespace entente::cli
