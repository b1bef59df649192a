#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "store/graph_file.hpp"

namespace entente::cli {

/// Vertices or edges that become others.
struct DecisionEffect {
    enum class Kind { joins, parts, moves };
    bool edge = false;  ///< else actors
    Kind kind = Kind::joins;
    std::vector<std::string> before;
    std::vector<std::string> after;
    std::size_t articles_before = 0;  ///< of an edge: the sum over all of them
    std::size_t articles_after = 0;
};

/// What changes in the graph if these become the decisions: actors first, in the order of their ids.
/// Afterwards the file is read as if they were. @throws DataError
[[nodiscard]] std::vector<DecisionEffect> effect_of(store::GraphFile& file,
                                                    const std::vector<store::ActorDecision>& decisions);

}  // namespace entente::cli
