#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/names.hpp"
#include "store/graph_file.hpp"

namespace entente::cli {

/// One of two actors that may be one, as a user needs to see it to decide.
struct ProposedActor {
    std::string id;
    std::string label;
    std::size_t relations = 0;
    std::string article;   ///< the first that tells of it
    std::string sentence;  ///< the first in which it does something
};

struct ProposedMerge {
    ProposedActor actor;  ///< whose id should stay
    ProposedActor other;
    int score = 0;
    std::vector<std::string> reasons;
};

/// The pairs of actors of a graph file that may be one, the best first; none about whom something was decided.
/// @param limit at most so many; 0: all. @throws DataError
[[nodiscard]] std::vector<ProposedMerge> proposed_merges(const store::GraphFile& file, const Names& names,
                                                         const std::filesystem::path& data, std::size_t limit);

}  // namespace entente::cli
