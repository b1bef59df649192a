#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "graph/analysis.hpp"
#include "graph/links.hpp"

namespace entente::graph {

namespace {

struct Flow {
    double weight = 0;
};
using FlowGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Flow>;

FlowGraph flow_graph(const Network& network) {
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    std::vector<Flow> flows;
    const auto add = [&](std::uint32_t from, std::uint32_t to, std::uint32_t weight) {
        ends.emplace_back(from, to);
        flows.push_back({static_cast<double>(weight)});
    };
    for (const NetworkEdge& edge : network.edges) {
        if (edge.negative || edge.source == edge.target) continue;
        add(edge.source, edge.target, edge.weight);
        if (edge.symmetric) add(edge.target, edge.source, edge.weight);
    }
    return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), flows.begin(), network.actor_count};
}

}  // namespace

// Boost's page_rank knows neither weights nor actors without outgoing relations, through whom rank would leak away.
std::vector<double> pagerank(const Network& network, double damping) {
    constexpr int most_rounds = 100;
    constexpr double precise_enough = 1e-10;
    const FlowGraph flows = flow_graph(network);
    const std::size_t count = num_vertices(flows);
    const double share = 1.0 / static_cast<double>(count);
    std::vector<double> outflow(count, 0);
    for (std::size_t v = 0; v < count; ++v) {
        for (auto [edge, end] = out_edges(v, flows); edge != end; ++edge) outflow[v] += flows[*edge].weight;
    }
    std::vector<double> rank(count, share);
    double change = 1;
    for (int round = 0; round < most_rounds && change > precise_enough; ++round) {
        std::vector<double> next(count, 0);
        double stranded = 0;
        for (std::size_t v = 0; v < count; ++v) {
            if (outflow[v] == 0) stranded += rank[v];
            for (auto [edge, end] = out_edges(v, flows); edge != end; ++edge) {
                next[target(*edge, flows)] += rank[v] * flows[*edge].weight / outflow[v];
            }
        }
        change = 0;
        for (std::size_t v = 0; v < count; ++v) {
            next[v] = damping * (next[v] + stranded * share) + (1 - damping) * share;
            change += std::abs(next[v] - rank[v]);
        }
        rank = std::move(next);
    }
    return rank;
}

std::vector<double> betweenness(const Network& network) {
    using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
    Undirected chains(network.actor_count);
    for (const Link& link : links(network)) add_edge(link.a, link.b, chains);
    std::vector<double> values(network.actor_count, 0);
    const auto map = boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, chains));
    boost::brandes_betweenness_centrality(chains, map);
    if (values.size() > 2) boost::relative_betweenness_centrality(chains, map);
    return values;
}

// Brandes' algorithm (2001) from a part of the actors; Boost's begins at all of them.
std::vector<double> estimated_betweenness(const Network& network, std::size_t samples) {
    const std::size_t count = network.actor_count;
    samples = std::min(samples, count);
    const Neighbourhoods near = neighbourhoods(count, links(network));
    std::vector<double> values(count, 0);
    std::vector<std::uint32_t> distance(count);
    std::vector<double> chains(count);
    std::vector<double> dependency(count);
    std::vector<std::size_t> order;
    constexpr auto far = std::numeric_limits<std::uint32_t>::max();
    for (std::size_t i = 0; i < samples; ++i) {
        const std::size_t from = i * count / samples;
        std::fill(distance.begin(), distance.end(), far);
        std::fill(chains.begin(), chains.end(), 0);
        std::fill(dependency.begin(), dependency.end(), 0);
        distance[from] = 0;
        chains[from] = 1;
        order.assign(1, from);
        for (std::size_t at = 0; at < order.size(); ++at) {
            const std::size_t v = order[at];
            for (std::size_t e = near.begin[v]; e < near.begin[v + 1]; ++e) {
                const std::size_t w = near.ends[e].actor;
                if (distance[w] == far) {
                    distance[w] = distance[v] + 1;
                    order.push_back(w);
                }
                if (distance[w] == distance[v] + 1) chains[w] += chains[v];
            }
        }
        for (std::size_t at = order.size(); at-- > 1;) {
            const std::size_t w = order[at];
            for (std::size_t e = near.begin[w]; e < near.begin[w + 1]; ++e) {
                const std::size_t v = near.ends[e].actor;
                if (distance[v] + 1 == distance[w]) dependency[v] += chains[v] / chains[w] * (1 + dependency[w]);
            }
            values[w] += dependency[w];
        }
    }
    if (count < 3 || samples == 0) return std::vector<double>(count, 0);
    // Each pair is seen from both ends; so many chains could pass, seen from so many samples.
    const double scale = static_cast<double>(count) / static_cast<double>(samples) /
                         (static_cast<double>(count - 1) * static_cast<double>(count - 2));
    for (double& value : values) value *= scale;
    return values;
}

std::vector<Degrees> degrees(const Network& network) {
    std::vector<Degrees> sums(network.actor_count);
    for (const NetworkEdge& edge : network.edges) {
        const auto count = [&](std::uint32_t source, std::uint32_t target) {
            ++sums[source].out;
            ++sums[target].in;
            sums[source].weighted_out += edge.weight;
            sums[target].weighted_in += edge.weight;
        };
        count(edge.source, edge.target);
        if (edge.symmetric && edge.source != edge.target) count(edge.target, edge.source);
    }
    return sums;
}

std::vector<std::size_t> degree(const Network& network) {
    std::vector<std::size_t> sums(network.actor_count, 0);
    for (const NetworkEdge& edge : network.edges) {
        sums[edge.source] += edge.weight;
        if (edge.target != edge.source) sums[edge.target] += edge.weight;
    }
    return sums;
}

}  // namespace entente::graph
