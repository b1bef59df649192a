#pragma once

#include <cstddef>
#include <vector>

#include "graph/network.hpp"

namespace entente::graph {

/// All that connects two different actors, directions ignored.
struct Link {
    std::size_t a = 0;
    std::size_t b = 0;               ///< always greater than a
    std::size_t weight = 0;          ///< sum over the edges
    std::size_t strongest_edge = 0;  ///< index into edges(); of equals the first
};

/// One link for each connected pair, sorted by (a, b).
[[nodiscard]] std::vector<Link> links(const Network& network);

/// The links of each actor: actor i has those at [begin[i], begin[i + 1]) of `ends`.
struct Neighbourhoods {
    struct End {
        std::size_t actor = 0;
        double weight = 0;
    };

    std::vector<std::size_t> begin;
    std::vector<End> ends;
};

/// Both directions of every link, neighbours ascending.
[[nodiscard]] Neighbourhoods neighbourhoods(std::size_t actor_count, const std::vector<Link>& links);

}  // namespace entente::graph
