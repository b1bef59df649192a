#include "graph/paths.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>

namespace entente::graph {

namespace {

/// What leads from one actor to another.
struct Link {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t weight = 0;  ///< sum over the edges
    Step strongest;
    std::size_t strength = 0;  ///< weight of the strongest edge
};

using LinkGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Link>;

std::vector<Link> links_of(const Network& network, bool directed) {
    std::vector<Link> links;
    for (std::size_t i = 0; i < network.edges.size(); ++i) {
        const NetworkEdge& edge = network.edges[i];
        if (edge.source == edge.target) continue;
        links.push_back({edge.source, edge.target, edge.weight, {i, true}, edge.weight});
        if (directed && !edge.symmetric) continue;
        links.push_back({edge.target, edge.source, edge.weight, {i, false}, edge.weight});
    }
    std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
        return std::tie(a.from, a.to, b.strength, a.strongest) < std::tie(b.from, b.to, a.strength, b.strongest);
    });
    std::size_t last = 0;
    for (std::size_t i = 1; i < links.size(); ++i) {
        if (links[i].from == links[last].from && links[i].to == links[last].to) {
            links[last].weight += links[i].weight;
        } else {
            links[++last] = links[i];
        }
    }
    if (!links.empty()) links.resize(last + 1);
    return links;
}

/// With `backward` each link leads the other way, so that a search from the goal finds the distance to it.
LinkGraph link_graph(const std::vector<Link>& links, std::size_t actor_count, bool backward) {
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    ends.reserve(links.size());
    for (const Link& link : links) ends.emplace_back(backward ? link.to : link.from, backward ? link.from : link.to);
    return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), links.begin(), actor_count};
}

/// The length of a chain: its links first, then how weak they are.
struct Length {
    std::size_t links = 0;
    double weakness = 0;

    friend auto operator<=>(const Length&, const Length&) = default;
    friend Length operator+(const Length& a, const Length& b) { return {a.links + b.links, a.weakness + b.weakness}; }
};

constexpr Length unreachable{std::numeric_limits<std::size_t>::max() / 2, 0};

Length length_of(const Link& link, bool by_evidence) {
    return {by_evidence ? std::size_t{0} : 1, 1.0 / static_cast<double>(link.weight)};
}

/// The length of the shortest chain from each actor to `goal`.
std::vector<Length> distances(const LinkGraph& backward, std::size_t goal, bool by_evidence) {
    std::vector<Length> lengths(num_vertices(backward));
    const auto weights = boost::make_function_property_map<LinkGraph::edge_descriptor, Length>(
        [&](const LinkGraph::edge_descriptor& edge) { return length_of(backward[edge], by_evidence); });
    const auto index = get(boost::vertex_index, backward);
    boost::dijkstra_shortest_paths(backward, goal,
                                   boost::distance_map(boost::make_iterator_property_map(lengths.begin(), index))
                                       .weight_map(weights)
                                       .distance_compare(std::less<Length>())
                                       .distance_combine(std::plus<Length>())
                                       .distance_inf(unreachable)
                                       .distance_zero(Length{}));
    return lengths;
}

/// The beginning of a chain.
struct Begun {
    Length promised;  ///< how long it must become at least, which is how long it can become
    Length length;
    std::vector<std::size_t> actors;
    Chain steps;

    friend bool operator>(const Begun& a, const Begun& b) {
        return std::tie(b.promised, b.actors) < std::tie(a.promised, a.actors);
    }
};

}  // namespace

// Best-first search: with the true distances as the estimate, chains are completed in the order of their length.
std::vector<Chain> shortest_paths(const Network& network, std::size_t from, std::size_t to,
                                  const PathOptions& options) {
    std::vector<Chain> found;
    if (from == to || from >= network.actor_count || to >= network.actor_count) return found;
    const std::vector<Link> links = links_of(network, options.directed);
    const std::vector<Length> left = distances(link_graph(links, network.actor_count, true), to, options.by_evidence);
    const LinkGraph forward = link_graph(links, network.actor_count, false);
    std::priority_queue<Begun, std::vector<Begun>, std::greater<>> open;
    if (left[from] < unreachable) open.push({left[from], {}, {from}, {}});
    while (!open.empty() && found.size() < options.count) {
        const Begun best = open.top();
        open.pop();
        const std::size_t at = best.actors.back();
        if (at == to) {
            found.push_back(best.steps);
            continue;
        }
        for (auto [edge, end] = out_edges(at, forward); edge != end; ++edge) {
            const Link& link = forward[*edge];
            const bool visited = std::find(best.actors.begin(), best.actors.end(), link.to) != best.actors.end();
            if (visited || !(left[link.to] < unreachable)) continue;
            Begun next = best;
            next.length = best.length + length_of(link, options.by_evidence);
            next.promised = next.length + left[link.to];
            next.actors.push_back(link.to);
            next.steps.push_back(link.strongest);
            open.push(std::move(next));
        }
    }
    return found;
}

}  // namespace entente::graph
