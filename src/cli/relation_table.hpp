#pragma once

#include "cli/table.hpp"
#include "core/relation.hpp"
#include "graph/query.hpp"

namespace entente::cli {

/// The edges of an answer, one a row, with how much evidence each has and the best of it.
[[nodiscard]] Table edge_table(const graph::QueryResult& result);

/// The columns of single relations with their evidence, and one relation as a row of them.
[[nodiscard]] std::vector<Column> relation_columns();
[[nodiscard]] std::vector<Cell> relation_row(const core::Relation& relation);

}  // namespace entente::cli
