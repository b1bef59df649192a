#pragma once

#include <compare>
#include <cstddef>
#include <vector>

#include "graph/network.hpp"

namespace entente::graph {

/// One step of a chain: along an edge, or against its direction.
struct Step {
    std::size_t edge = 0;  ///< index into the edges
    bool forward = true;

    friend auto operator<=>(const Step&, const Step&) = default;
};

using Chain = std::vector<Step>;

struct PathOptions {
    std::size_t count = 1;     ///< the best so many chains
    bool directed = false;     ///< only along the direction of edges; symmetric ones lead both ways
    bool by_evidence = false;  ///< many strong links rather than few weak ones: the sum of 1 / weight decides
};

/// The shortest chains between two actors, best first, none passing an actor twice: the fewest links, and of equally
/// short ones those with the most evidence. All edges between two actors are one link, shown by its strongest edge and
/// weighed by their sum. Empty if there is no chain or if both are the same.
[[nodiscard]] std::vector<Chain> shortest_paths(const Network& network, std::size_t from, std::size_t to,
                                                const PathOptions& options = {});

}  // namespace entente::graph
