#include "cli/command.hpp"

#include <vector>

#include "cli/command_list.hpp"

namespace entente::cli {

std::span<const CommandRow> commands() {
    static const std::vector<CommandRow> rows{
        build_command,    add_command,      remove_command,      extract_command, merge_command,
        query_command,    actor_command,    why_command,         path_command,    rank_command,
        timeline_command, matrix_command,   communities_command, actors_command,  apply_command,
        diff_command,     export_command,   view_command,        push_command,    info_command,
        show_command,     annotate_command, eval_command,        man_command,     completions_command,
    };
    return rows;
}

}  // namespace entente::cli
