#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/layout.hpp"

namespace entente::graph {

/// Points by the square cell of the plane in which they lie, to find those near a place without looking at all.
/// Building it is O(n).
class CellGrid {
public:
    CellGrid(const std::vector<Position>& points, double width);

    /// Calls `visit` with the index of each point in the cells that come within `reach` of a place, in one fixed order.
    template <typename Visit>
    void near(const Position& at, double reach, Visit visit) const {
        const std::int32_t right = cell(at.x + reach);
        const std::int32_t top = cell(at.y + reach);
        for (std::int32_t column = cell(at.x - reach); column <= right; ++column) {
            for (std::int32_t row = cell(at.y - reach); row <= top; ++row) {
                const std::size_t bucket = bucket_of(column, row);
                for (std::uint32_t i = begin_[bucket]; i < begin_[bucket + 1]; ++i) {
                    if (entries_[i].column == column && entries_[i].row == row) visit(entries_[i].point);
                }
            }
        }
    }

private:
    struct Entry {
        std::int32_t column, row;
        std::uint32_t point;
    };

    [[nodiscard]] std::int32_t cell(double coordinate) const {
        return static_cast<std::int32_t>(std::floor(coordinate / width_));
    }
    /// Cells far apart may share a bucket: the plane has no edge.
    [[nodiscard]] std::size_t bucket_of(std::int32_t column, std::int32_t row) const {
        const auto mixed =
            static_cast<std::uint32_t>(column) * 0x9E3779B1U + static_cast<std::uint32_t>(row) * 0x85EBCA77U;
        return (mixed ^ (mixed >> 15U)) & mask_;
    }

    double width_;
    std::uint32_t mask_;
    std::vector<std::uint32_t> begin_;  // by bucket, and the end
    std::vector<Entry> entries_;        // by bucket, in it by point
};

}  // namespace entente::graph
