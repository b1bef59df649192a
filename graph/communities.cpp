#include <algorithm>
#include <map>
#include <numeric>

#include "graph/analysis.hpp"
#include "graph/links.hpp"

namespace entente::graph {

namespace {

/// One level of the Louvain method (Blondel et al. 2008): vertices are communities of the level below.
struct Level {
    Neighbourhoods near;
    std::vector<double> inside;  // weight within each vertex, both ends counted
    std::vector<double> degree;  // with `inside`
    double total = 0;            // sum of degrees
};

Level make_level(Neighbourhoods near, std::vector<double> inside) {
    Level level{std::move(near), std::move(inside), {}, 0};
    level.degree = level.inside;
    for (std::size_t v = 0; v < level.degree.size(); ++v) {
        for (std::size_t i = level.near.begin[v]; i < level.near.begin[v + 1]; ++i) {
            level.degree[v] += level.near.ends[i].weight;
        }
        level.total += level.degree[v];
    }
    return level;
}

/// Numbers the values anew from 0 in the order in which they appear.
std::size_t renumber(std::vector<std::size_t>& values) {
    constexpr std::size_t unseen = static_cast<std::size_t>(-1);
    std::vector<std::size_t> number(values.size(), unseen);
    std::size_t count = 0;
    for (std::size_t& value : values) {
        if (number[value] == unseen) number[value] = count++;
        value = number[value];
    }
    return count;
}

/// Moves vertices, in order, to the neighbouring community that gains most modularity, until nothing is gained or, in a
/// large graph, next to nothing: fewer than one vertex in a thousand moves.
/// Of equal gains the own community wins, then the smallest number: chance has no part in it.
std::vector<std::size_t> move_vertices(const Level& level) {
    constexpr int most_passes = 50;
    constexpr double least_gain = 1e-9;
    const std::size_t count = level.degree.size();
    std::vector<std::size_t> community(count);
    std::iota(community.begin(), community.end(), std::size_t{0});
    std::vector<double> degree_of = level.degree;
    std::vector<double> weight_to(count, 0);
    std::vector<std::size_t> candidates;
    std::size_t moves = count;
    for (int pass = 0; moves > count / 1000 && pass < most_passes; ++pass) {
        moves = 0;
        for (std::size_t v = 0; v < count; ++v) {
            candidates.assign(1, community[v]);
            for (std::size_t i = level.near.begin[v]; i < level.near.begin[v + 1]; ++i) {
                const auto& end = level.near.ends[i];
                if (weight_to[community[end.actor]] == 0) candidates.push_back(community[end.actor]);
                weight_to[community[end.actor]] += end.weight;
            }
            degree_of[community[v]] -= level.degree[v];
            const auto gain = [&](std::size_t c) {
                return weight_to[c] - degree_of[c] * level.degree[v] / level.total;
            };
            std::size_t best = community[v];
            std::sort(candidates.begin() + 1, candidates.end());
            for (const std::size_t c : candidates) {
                if (gain(c) > gain(best) + least_gain) best = c;
            }
            if (best != community[v]) ++moves;
            community[v] = best;
            degree_of[best] += level.degree[v];
            for (const std::size_t c : candidates) weight_to[c] = 0;
        }
    }
    return community;
}

/// The level in which each community is one vertex.
Level contract(const Level& level, const std::vector<std::size_t>& community, std::size_t count) {
    std::vector<double> inside(count, 0);
    std::map<std::pair<std::size_t, std::size_t>, double> between;
    for (std::size_t v = 0; v < community.size(); ++v) {
        inside[community[v]] += level.inside[v];
        for (std::size_t i = level.near.begin[v]; i < level.near.begin[v + 1]; ++i) {
            const auto& end = level.near.ends[i];
            const std::size_t other = community[end.actor];
            if (other == community[v]) {
                inside[other] += end.weight;
            } else {
                between[{community[v], other}] += end.weight;
            }
        }
    }
    Neighbourhoods near{std::vector<std::size_t>(count + 1, 0), {}};
    for (const auto& [ends, weight] : between) {
        ++near.begin[ends.first + 1];
        near.ends.push_back({ends.second, weight});
    }
    std::partial_sum(near.begin.begin(), near.begin.end(), near.begin.begin());
    return make_level(std::move(near), std::move(inside));
}

/// Numbers communities by size; equal ones keep the order of their first actor.
void sort_by_size(std::vector<std::size_t>& community, std::size_t count) {
    std::vector<std::size_t> size(count, 0);
    for (const std::size_t c : community) ++size[c];
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return size[a] > size[b]; });
    std::vector<std::size_t> number(count);
    for (std::size_t i = 0; i < count; ++i) number[order[i]] = i;
    for (std::size_t& c : community) c = number[c];
}

}  // namespace

std::vector<std::size_t> communities(const Network& network) {
    const std::size_t actor_count = network.actor_count;
    std::vector<std::size_t> community(actor_count);
    std::iota(community.begin(), community.end(), std::size_t{0});
    std::size_t count = actor_count;
    Level level = make_level(neighbourhoods(actor_count, links(network)), std::vector<double>(actor_count, 0));
    while (level.total > 0) {
        std::vector<std::size_t> moved = move_vertices(level);
        const std::size_t fewer = renumber(moved);
        if (fewer == count) break;
        for (std::size_t& c : community) c = moved[c];
        count = fewer;
        level = contract(level, moved, count);
    }
    count = renumber(community);
    sort_by_size(community, count);
    return community;
}

}  // namespace entente::graph
