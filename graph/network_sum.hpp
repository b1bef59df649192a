#pragma once

#include <cstdint>
#include <vector>

#include "core/vocabulary.hpp"
#include "graph/network.hpp"

namespace entente::graph {

/// One relation as a network counts it. Actors, actions and articles are any numbers that tell them apart; those of
/// actors begin at 0 and stand in the order of their ids.
struct NetworkTie {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint32_t action = 0;
    std::uint32_t article = 0;
    std::uint64_t gist = 0;  ///< core::gist of its sentence
    bool symmetric = false;
    core::Polarity polarity = core::Polarity::affirmative;
    core::Status status = core::Status::actual;
};

/// The network of a set of relations: the edges and weights that a KnowledgeGraph of the same relations has, in time
/// and memory for millions of them. Edges stand in no promised order.
[[nodiscard]] Network sum_network(std::size_t actor_count, std::vector<NetworkTie> ties);

}  // namespace entente::graph
