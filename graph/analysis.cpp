#include "graph/analysis.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>

#include "graph/links.hpp"

namespace entente::graph {

namespace {

struct Flow {
    double weight = 0;
};
using FlowGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Flow>;

struct LinkIndex {
    std::size_t link = 0;
};
using LinkGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, LinkIndex>;

FlowGraph flow_graph(const KnowledgeGraph& graph) {
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    std::vector<Flow> flows;
    const auto add = [&](std::size_t from, std::size_t to, std::size_t weight) {
        ends.emplace_back(from, to);
        flows.push_back({static_cast<double>(weight)});
    };
    for (const RelationEdge& edge : graph.edges()) {
        if (edge.polarity == core::Polarity::negative || edge.source == edge.target) continue;
        add(edge.source, edge.target, edge.weight);
        if (edge.symmetric) add(edge.target, edge.source, edge.weight);
    }
    return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), flows.begin(), graph.actors().size()};
}

LinkGraph link_graph(std::size_t actor_count, const std::vector<Link>& all) {
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    std::vector<LinkIndex> indices;
    for (std::size_t i = 0; i < all.size(); ++i) {
        ends.emplace_back(all[i].a, all[i].b);
        ends.emplace_back(all[i].b, all[i].a);
        indices.insert(indices.end(), 2, LinkIndex{i});
    }
    return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), indices.begin(), actor_count};
}

/// The length of a chain: its steps first, then how weak its links are.
struct Length {
    std::size_t steps = 0;
    double weakness = 0;

    friend auto operator<=>(const Length&, const Length&) = default;
    friend Length operator+(const Length& a, const Length& b) { return {a.steps + b.steps, a.weakness + b.weakness}; }
};

/// The predecessor of each actor on its shortest chain from `from`; itself if there is none.
std::vector<std::size_t> predecessors(std::size_t actor_count, const std::vector<Link>& all, std::size_t from) {
    const LinkGraph network = link_graph(actor_count, all);
    std::vector<std::size_t> before(actor_count);
    std::vector<Length> lengths(actor_count);
    const auto length_of = boost::make_function_property_map<LinkGraph::edge_descriptor, Length>(
        [&](const LinkGraph::edge_descriptor& edge) {
            return Length{1, 1.0 / static_cast<double>(all[network[edge].link].weight)};
        });
    const auto index = get(boost::vertex_index, network);
    const Length infinite{std::numeric_limits<std::size_t>::max() / 2, 0};
    boost::dijkstra_shortest_paths(network, from,
                                   boost::predecessor_map(boost::make_iterator_property_map(before.begin(), index))
                                       .distance_map(boost::make_iterator_property_map(lengths.begin(), index))
                                       .weight_map(length_of)
                                       .distance_compare(std::less<Length>())
                                       .distance_combine(std::plus<Length>())
                                       .distance_inf(infinite)
                                       .distance_zero(Length{}));
    return before;
}

}  // namespace

// Boost's page_rank knows neither weights nor actors without outgoing relations, through whom rank would leak away.
std::vector<double> pagerank(const KnowledgeGraph& graph, double damping) {
    constexpr int most_rounds = 100;
    constexpr double precise_enough = 1e-10;
    const FlowGraph network = flow_graph(graph);
    const std::size_t count = num_vertices(network);
    const double share = 1.0 / static_cast<double>(count);
    std::vector<double> outflow(count, 0);
    for (std::size_t v = 0; v < count; ++v) {
        for (auto [edge, end] = out_edges(v, network); edge != end; ++edge) outflow[v] += network[*edge].weight;
    }
    std::vector<double> rank(count, share);
    double change = 1;
    for (int round = 0; round < most_rounds && change > precise_enough; ++round) {
        std::vector<double> next(count, 0);
        double stranded = 0;
        for (std::size_t v = 0; v < count; ++v) {
            if (outflow[v] == 0) stranded += rank[v];
            for (auto [edge, end] = out_edges(v, network); edge != end; ++edge) {
                next[target(*edge, network)] += rank[v] * network[*edge].weight / outflow[v];
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

std::vector<double> betweenness(const KnowledgeGraph& graph) {
    using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
    Network network(graph.actors().size());
    for (const Link& link : links(graph)) add_edge(link.a, link.b, network);
    std::vector<double> values(num_vertices(network), 0);
    const auto map = boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, network));
    boost::brandes_betweenness_centrality(network, map);
    if (values.size() > 2) boost::relative_betweenness_centrality(network, map);
    return values;
}

std::vector<std::size_t> degree(const KnowledgeGraph& graph) {
    std::vector<std::size_t> degrees(graph.actors().size(), 0);
    for (const RelationEdge& edge : graph.edges()) {
        degrees[edge.source] += edge.weight;
        if (edge.target != edge.source) degrees[edge.target] += edge.weight;
    }
    return degrees;
}

std::vector<Step> shortest_path(const KnowledgeGraph& graph, std::size_t from, std::size_t to) {
    const std::vector<Link> all = links(graph);
    const std::vector<std::size_t> before = predecessors(graph.actors().size(), all, from);
    std::vector<Step> steps;
    for (std::size_t at = to; at != from; at = before[at]) {
        if (before[at] == at) return {};
        const auto [a, b] = std::minmax(at, before[at]);
        const auto link = std::lower_bound(all.begin(), all.end(), std::pair(a, b),
                                           [](const Link& x, const auto& ends) { return std::pair(x.a, x.b) < ends; });
        steps.push_back({link->strongest_edge, graph.edges()[link->strongest_edge].target == at});
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

}  // namespace entente::graph
