#pragma once

#include "cli/command.hpp"

namespace entente::cli {

extern const CommandRow build_command;
extern const CommandRow add_command;
extern const CommandRow remove_command;
extern const CommandRow extract_command;
extern const CommandRow merge_command;
extern const CommandRow query_command;
extern const CommandRow why_command;
extern const CommandRow actor_command;
extern const CommandRow actors_command;
extern const CommandRow apply_command;
extern const CommandRow path_command;
extern const CommandRow rank_command;
extern const CommandRow timeline_command;
extern const CommandRow matrix_command;
extern const CommandRow communities_command;
extern const CommandRow diff_command;
extern const CommandRow export_command;
extern const CommandRow view_command;
extern const CommandRow push_command;
extern const CommandRow info_command;
extern const CommandRow show_command;
extern const CommandRow annotate_command;
extern const CommandRow eval_command;
extern const CommandRow man_command;
extern const CommandRow completions_command;

}  // namespace entente::cli
