#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/duplicates.hpp"

namespace entente::graph {

/// In what two names are alike.
enum class Likeness {
    same,      ///< Jo Jorgensen, JO JORGENSEN
    spelling,  ///< Choïgou, Shoigu
    acronym,   ///< NTSB, National Transportation Safety Board
    longer,    ///< Spike Cohen, Senator Spike Cohen
    initials,  ///< J. R. Myers, James Robert Myers
    nearly,    ///< Katarzina, Katarzyna
    part,      ///< Kulsoom, Kulsoom Nawaz
};

/// How much a likeness says, of a hundred.
[[nodiscard]] int points(Likeness likeness);
[[nodiscard]] std::string_view in_words(Likeness likeness);

/// The strongest likeness of two names, if any.
[[nodiscard]] std::optional<Likeness> compare(const ComparedName& a, const ComparedName& b);

/// Names that are alike in any way have one of these in common.
[[nodiscard]] std::vector<std::string> block_keys(const ComparedName& name);

}  // namespace entente::graph
