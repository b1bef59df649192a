#pragma once

#include <cstddef>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace entente::graph {

struct Position {
    double x = 0;
    double y = 0;

    friend auto operator<=>(const Position&, const Position&) = default;
};

/// A place in the plane for each actor (same order as actors()), the same on every machine.
///
/// Each community gets a disc of its own, the discs of related communities lie near each other, and inside a disc
/// related actors lie near each other. Units are Gephi's: neighbours are some 40 apart, the centre is (0, 0).
[[nodiscard]] std::vector<Position> layout(const KnowledgeGraph& graph, const std::vector<std::size_t>& communities);

/// Moves apart what would overlap if each place were a circle of its radius, small circles more than large ones, and
/// leaves everything else where it is. With tens of thousands of circles some overlaps of small ones may remain.
void separate(std::vector<Position>& places, const std::vector<double>& radii);

}  // namespace entente::graph
