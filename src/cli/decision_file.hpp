#pragma once

#include <filesystem>
#include <vector>

#include "store/identities.hpp"

namespace entente::cli {

/// The decisions that stand when those of a table are put over earlier ones; `undecided` takes one back.
///
/// Table: docs/formats.md. @throws base::DataError naming the line that says what no line may say, contradicts another,
/// or, with all the rest, would make one of two who are held different.
[[nodiscard]] std::vector<store::ActorDecision> decisions_with(const std::vector<store::ActorDecision>& earlier,
                                                               const std::filesystem::path& table);

}  // namespace entente::cli
