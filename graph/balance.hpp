#pragma once

#include <cstddef>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace entente::graph {

/// What a number of relations amounts to between conflict and cooperation. Relations that are denied are left out.
struct Balance {
    std::size_t cooperation = 0;  ///< weight of verbal and material cooperation
    std::size_t conflict = 0;     ///< weight of verbal and material conflict
    std::size_t total = 0;        ///< with what is neither
    double goldstein_sum = 0;     ///< of each action's Goldstein value times its weight

    void add(core::EventType type, std::size_t weight);
    void add(const Balance& other);
    /// The mean Goldstein value, from -10 (conflict) to 8.3 (cooperation); 0 for nothing.
    [[nodiscard]] double mean() const { return total == 0 ? 0 : goldstein_sum / static_cast<double>(total); }
};

/// Who does how much to whom.
struct Matrix {
    std::vector<std::size_t> actors;  ///< indices into KnowledgeGraph::actors(), the most active first
    /// cells[i][j]: what actors[i] does to actors[j]; symmetric relations count both ways.
    std::vector<std::vector<Balance>> cells;
};

/// The matrix of the `count` actors who do and suffer most, relations with oneself aside.
[[nodiscard]] Matrix who_to_whom(const KnowledgeGraph& graph, std::size_t count);

}  // namespace entente::graph
