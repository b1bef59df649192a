#include "graph/layout.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace entente;
using graph::Position;

namespace {

double least_room(const std::vector<Position>& places, const std::vector<double>& radii) {
    double least = 1e9;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            const double distance = std::hypot(places[i].x - places[j].x, places[i].y - places[j].y);
            least = std::min(least, distance - radii[i] - radii[j]);
        }
    }
    return least;
}

}  // namespace

TEST_CASE("circles that overlap are moved apart, large ones least") {
    std::vector<Position> places;
    std::vector<double> radii;
    for (int i = 0; i < 400; ++i) {
        places.push_back({static_cast<double>(i % 20) * 25, static_cast<double>(i / 20) * 25});
        radii.push_back(i % 37 == 0 ? 40 : 8);
    }
    const std::vector<Position> before = places;
    graph::separate(places, radii);
    CHECK(least_room(places, radii) > 0);
    double large = 0;
    double small = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double way = std::hypot(places[i].x - before[i].x, places[i].y - before[i].y);
        (radii[i] > 8 ? large : small) += way / (radii[i] > 8 ? 11.0 : 389.0);
    }
    CHECK(large < small);
}

TEST_CASE("circles that do not overlap stay, and those in one place part") {
    std::vector<Position> places{{0, 0}, {100, 0}, {-50, 70}};
    const std::vector<Position> before = places;
    graph::separate(places, {20, 20, 20});
    CHECK(places == before);
    places = {{5, 5}, {5, 5}, {5, 5}};
    graph::separate(places, {10, 10, 10});
    CHECK(least_room(places, {10, 10, 10}) > 0);
    places.clear();
    graph::separate(places, {});
    CHECK(places.empty());
}
