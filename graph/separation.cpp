#include <algorithm>
#include <cmath>
#include <numeric>

#include "graph/cell_grid.hpp"
#include "graph/layout.hpp"

namespace entente::graph {

namespace {

constexpr double gap = 14;           // wanted between two circles, for the edges between them to be seen
constexpr double least_gap = 2;      // enough in the second half of the rounds
constexpr double most_work = 2.5e5;  // circles times rounds

/// Moves two circles apart by what they lack of `apart`, the smaller one more. @return whether they were too near.
bool part(Position& one, Position& other, double radius, double other_radius, double apart) {
    double dx = other.x - one.x;
    const double dy = other.y - one.y;
    const double square = dx * dx + dy * dy;
    if (square >= (apart - 0.01) * (apart - 0.01)) return false;
    double distance = std::sqrt(square);
    if (distance == 0) dx = distance = 1;
    const double mine = radius * radius;
    const double theirs = other_radius * other_radius;
    const double step = (apart - distance) / distance / (mine + theirs);
    one.x -= dx * step * theirs;
    one.y -= dy * step * theirs;
    other.x += dx * step * mine;
    other.y += dy * step * mine;
    return true;
}

}  // namespace

void separate(std::vector<Position>& places, const std::vector<double>& radii) {
    if (places.empty()) return;
    // Large circles look for the smaller ones, within a reach that their own size tells: most of them look near by.
    std::vector<std::uint32_t> order(places.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return radii[a] > radii[b]; });
    std::vector<Position> moved;
    std::vector<double> sizes;
    for (const std::uint32_t i : order) {
        moved.push_back(places[i]);
        sizes.push_back(radii[i]);
    }
    const double cell = 2 * sizes[sizes.size() / 2] + gap;
    const int rounds = static_cast<int>(std::clamp(most_work / static_cast<double>(places.size()), 12.0, 200.0));
    bool again = true;
    for (int round = 0; round < rounds && again; ++round) {
        again = false;
        const double wanted = round < rounds / 2 ? gap : least_gap;
        const CellGrid grid(moved, cell);
        for (std::uint32_t i = 0; i < moved.size(); ++i) {
            grid.near(moved[i], 2 * sizes[i] + wanted, [&](std::uint32_t j) {
                if (j > i && part(moved[i], moved[j], sizes[i], sizes[j], sizes[i] + sizes[j] + wanted)) again = true;
            });
        }
    }
    for (std::uint32_t i = 0; i < moved.size(); ++i) places[order[i]] = moved[i];
}

}  // namespace entente::graph
