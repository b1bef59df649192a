#include "graph/cell_grid.hpp"

#include <bit>
#include <numeric>

namespace entente::graph {

CellGrid::CellGrid(const std::vector<Position>& points, double width)
    : width_(width),
      mask_(static_cast<std::uint32_t>(std::bit_ceil(2 * points.size() + 1)) - 1),
      begin_(mask_ + 2),
      entries_(points.size()) {
    std::vector<Entry> cells(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        cells[i] = {cell(points[i].x), cell(points[i].y), i};
        ++begin_[bucket_of(cells[i].column, cells[i].row) + 1];
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (const Entry& entry : cells) entries_[next[bucket_of(entry.column, entry.row)]++] = entry;
}

}  // namespace entente::graph
