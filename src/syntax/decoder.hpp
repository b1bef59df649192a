#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente::syntax {

/// The tree with the greatest sum of arc scores among those in which exactly one word hangs on the root
/// (Chu-Liu-Edmonds; the root's arcs are lowered so far that only one of them pays). `scores` has words x (words + 1)
/// finite values as Network::arc_scores gives them; a word's score for itself is ignored. Returns each word's head as a
/// column: 0 the root, j + 1 word j. Of equal choices the leftmost is taken. Quadratic time, more only where cycles
/// nest.
[[nodiscard]] std::vector<std::size_t> best_tree(std::span<const float> scores, std::size_t words);

}  // namespace entente::syntax
