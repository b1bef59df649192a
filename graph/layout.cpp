#include "graph/layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "graph/analysis.hpp"
#include "graph/cell_grid.hpp"
#include "graph/links.hpp"

namespace entente::graph {

namespace {

// Only + - × ÷ and square roots are used, which every machine rounds alike: no sine and no exponential.
constexpr double spacing = 56;    // between neighbours
constexpr double disc_gap = 64;   // between communities
constexpr double density = 0.57;  // of a sunflower: radius ≈ 0.57 · spacing · sqrt(n)

/// Points that fill a disc evenly from the centre outwards, like the seeds of a sunflower.
class Sunflower {
public:
    explicit Sunflower(double step) : step_(step) {}

    Position next() {
        const double radius = step_ * std::sqrt(static_cast<double>(index_++) + 0.5);
        const Position point{radius * cosine_, radius * sine_};
        constexpr double golden_cosine = -0.73736887807831985;  // of the golden angle, 137.5°
        constexpr double golden_sine = 0.67549029426152363;
        const double turned = cosine_ * golden_cosine - sine_ * golden_sine;
        sine_ = sine_ * golden_cosine + cosine_ * golden_sine;
        cosine_ = turned;
        return point;
    }

private:
    double step_;
    std::size_t index_ = 0;
    double cosine_ = 1;
    double sine_ = 0;
};

struct Disc {
    std::vector<std::size_t> members;  // most connected first
    double radius = 0;
    Position centre;
};

std::vector<Disc> make_discs(const KnowledgeGraph& graph, const std::vector<std::size_t>& communities) {
    std::vector<Disc> discs;
    for (std::size_t v = 0; v < communities.size(); ++v) {
        if (communities[v] >= discs.size()) discs.resize(communities[v] + 1);
        discs[communities[v]].members.push_back(v);
    }
    const std::vector<std::size_t> degrees = degree(graph);
    for (Disc& disc : discs) {
        std::stable_sort(disc.members.begin(), disc.members.end(),
                         [&](auto a, auto b) { return degrees[a] > degrees[b]; });
        disc.radius = density * spacing * std::sqrt(static_cast<double>(disc.members.size()));
    }
    return discs;
}

/// A spring for each link inside one disc, by position among the members.
struct Spring {
    std::size_t a, b;
    double pull;
};

/// Adds to each force what pushes its point away from the others: all of them. @return how many pairs were looked at.
std::size_t push_exactly(const std::vector<Position>& points, std::vector<Position>& force) {
    constexpr double gravity = 2;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            const double dx = points[i].x - points[j].x;
            const double dy = points[i].y - points[j].y;
            const double push = spacing * spacing / std::max(dx * dx + dy * dy, 1.0);
            force[i].x += dx * push;
            force[i].y += dy * push;
            force[j].x -= dx * push;
            force[j].y -= dy * push;
        }
        // An even disc pushes outwards with 1 / density² times the distance from its centre; springs do the rest.
        force[i].x -= gravity * points[i].x;
        force[i].y -= gravity * points[i].y;
    }
    return points.size() * points.size() / 2;
}

/// The same for many points: those near by one by one, all others as the even disc that they make together.
std::size_t push_nearly(const std::vector<Position>& points, std::vector<Position>& force) {
    constexpr double reach = 2 * spacing;
    constexpr double outwards = 1 / (density * density) - 2;  // as above, with gravity
    const CellGrid grid(points, reach);
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        grid.near(points[i], reach, [&](std::uint32_t j) {
            const double dx = points[i].x - points[j].x;
            const double dy = points[i].y - points[j].y;
            ++pairs;
            const double square = dx * dx + dy * dy;
            if (square > reach * reach) return;
            const double push = spacing * spacing / std::max(square, 1.0);
            force[i].x += dx * push;
            force[i].y += dy * push;
        });
        force[i].x += outwards * points[i].x;
        force[i].y += outwards * points[i].y;
    }
    return pairs;
}

void pull(const std::vector<Spring>& springs, const std::vector<Position>& points, std::vector<Position>& force) {
    for (const Spring& spring : springs) {
        const double dx = points[spring.a].x - points[spring.b].x;
        const double dy = points[spring.a].y - points[spring.b].y;
        const double strength = spring.pull * std::sqrt(dx * dx + dy * dy) / spacing;
        force[spring.a].x -= dx * strength;
        force[spring.a].y -= dy * strength;
        force[spring.b].x += dx * strength;
        force[spring.b].y += dy * strength;
    }
}

/// Fruchterman and Reingold's method (1991) from the sunflower, cooling down; the disc is a soft wall. Ends when as
/// many pairs were looked at as are the disc's share of what all discs of a graph with `actor_count` actors may cost
/// together, some tenths of a second: pairs are counted, not time, so that every machine stops at the same place.
void relax(std::vector<Position>& points, const std::vector<Spring>& springs, double radius, std::size_t actor_count) {
    constexpr double most_pairs = 1.2e7;
    constexpr int most_rounds = 300;
    constexpr std::size_t few = 150;
    const double share = most_pairs * static_cast<double>(points.size()) / static_cast<double>(actor_count);
    const double warmth = std::max(spacing, radius / 4);  // a large disc is to be crossed in few rounds
    double spent = 0;
    std::vector<Position> force(points.size());
    for (int round = 0; round < most_rounds && spent < share; ++round) {
        const double reach = warmth * (1 - std::max(spent / share, static_cast<double>(round) / most_rounds));
        std::fill(force.begin(), force.end(), Position{});
        spent +=
            static_cast<double>((points.size() <= few ? push_exactly : push_nearly)(points, force) + springs.size());
        pull(springs, points, force);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double length = std::sqrt(force[i].x * force[i].x + force[i].y * force[i].y);
            const double step = length > reach ? reach / length : 1.0;
            points[i].x += force[i].x * step;
            points[i].y += force[i].y * step;
            const double away = std::sqrt(points[i].x * points[i].x + points[i].y * points[i].y);
            if (away <= radius) continue;
            points[i].x *= radius / away;
            points[i].y *= radius / away;
        }
    }
}

std::vector<Position> arrange_members(const Disc& disc, const std::vector<Spring>& springs, std::size_t actor_count) {
    std::vector<Position> points;
    Sunflower sunflower(density * spacing);
    for (std::size_t i = 0; i < disc.members.size(); ++i) points.push_back(sunflower.next());
    if (points.size() == 1) points[0] = {};
    relax(points, springs, disc.radius, actor_count);
    return points;
}

/// Where the discs already placed stand, in cells as wide as the widest disc.
class Plan {
public:
    explicit Plan(double cell) : cell_(cell) {}

    [[nodiscard]] bool is_free(const std::vector<Disc>& discs, const Position& at, double radius) const {
        const auto [column, row] = cell_of(at);
        for (long x = column - 1; x <= column + 1; ++x) {
            for (long y = row - 1; y <= row + 1; ++y) {
                const auto found = cells_.find({x, y});
                if (found == cells_.end()) continue;
                for (const std::size_t other : found->second) {
                    const double dx = discs[other].centre.x - at.x;
                    const double dy = discs[other].centre.y - at.y;
                    const double apart = discs[other].radius + radius + disc_gap;
                    if (dx * dx + dy * dy < apart * apart) return false;
                }
            }
        }
        return true;
    }

    void occupy(std::size_t disc, const Position& at) { cells_[cell_of(at)].push_back(disc); }

private:
    [[nodiscard]] std::pair<long, long> cell_of(const Position& at) const {
        return {static_cast<long>(std::floor(at.x / cell_)), static_cast<long>(std::floor(at.y / cell_))};
    }

    double cell_;
    std::map<std::pair<long, long>, std::vector<std::size_t>> cells_;
};

using DiscLinks = std::vector<std::map<std::size_t, double>>;

/// The middle of the discs already placed to which this one has links; the centre of the picture if there are none.
Position wanted_place(const std::vector<Disc>& discs, const std::map<std::size_t, double>& near, std::size_t placed) {
    Position sum;
    double weight = 0;
    for (const auto& [other, pull] : near) {
        if (other >= placed) break;
        sum.x += pull * discs[other].centre.x;
        sum.y += pull * discs[other].centre.y;
        weight += pull;
    }
    return weight == 0 ? Position{} : Position{sum.x / weight, sum.y / weight};
}

/// Places the discs, largest first, each as near as it can to those it has links with.
void place_discs(std::vector<Disc>& discs, const DiscLinks& near) {
    if (discs.empty()) return;
    Plan plan(2 * discs.front().radius + disc_gap);
    Sunflower outwards(disc_gap / 2);  // goes on from one unconnected disc to the next: they only get smaller
    for (std::size_t i = 0; i < discs.size(); ++i) {
        const Position wanted = wanted_place(discs, near[i], i);
        const bool drifts = wanted == Position{} && i > 0;
        Sunflower around(disc_gap / 2);
        Position at = wanted;
        while (!plan.is_free(discs, at, discs[i].radius)) {
            const Position offset = drifts ? outwards.next() : around.next();
            at = {wanted.x + offset.x, wanted.y + offset.y};
        }
        discs[i].centre = at;
        plan.occupy(i, at);
    }
}

double rounded(double value) {
    return std::round(value * 100) / 100 + 0.0;
}

}  // namespace

std::vector<Position> layout(const KnowledgeGraph& graph, const std::vector<std::size_t>& communities) {
    std::vector<Disc> discs = make_discs(graph, communities);
    std::vector<std::size_t> place(communities.size());
    for (const Disc& disc : discs) {
        for (std::size_t i = 0; i < disc.members.size(); ++i) place[disc.members[i]] = i;
    }
    std::vector<std::vector<Spring>> springs(discs.size());
    DiscLinks near(discs.size());
    for (const Link& link : links(graph)) {
        const std::size_t a = communities[link.a];
        const std::size_t b = communities[link.b];
        const auto weight = static_cast<double>(link.weight);
        // Doubling the evidence must not halve the distance: strong links would swallow the rest.
        if (a == b) {
            springs[a].push_back({place[link.a], place[link.b], std::sqrt(std::sqrt(weight))});
        } else {
            near[a][b] += weight;
            near[b][a] += weight;
        }
    }
    place_discs(discs, near);
    std::vector<Position> positions(communities.size());
    for (std::size_t d = 0; d < discs.size(); ++d) {
        const std::vector<Position> points = arrange_members(discs[d], springs[d], communities.size());
        for (std::size_t i = 0; i < points.size(); ++i) {
            positions[discs[d].members[i]] = {rounded(discs[d].centre.x + points[i].x),
                                              rounded(discs[d].centre.y + points[i].y)};
        }
    }
    return positions;
}

}  // namespace entente::graph
