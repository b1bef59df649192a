#include "graph/network_sum.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "core/gist.hpp"

namespace entente::graph {

namespace {

auto edge_of(const NetworkTie& tie) {
    return std::tuple(tie.source, tie.target, tie.action, tie.polarity, tie.status);
}

/// Sorted by source, by counting: there are many more ties than actors.
std::vector<NetworkTie> sorted_by_source(std::size_t actor_count, const std::vector<NetworkTie>& ties,
                                         std::vector<std::size_t>& begin) {
    begin.assign(actor_count + 1, 0);
    for (const NetworkTie& tie : ties) ++begin[tie.source + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
    std::vector<NetworkTie> sorted(ties.size());
    for (const NetworkTie& tie : ties) sorted[next[tie.source]++] = tie;
    return sorted;
}

NetworkEdge sum_edge(const NetworkTie* begin, const NetworkTie* end) {
    NetworkEdge edge{begin->source, begin->target, 1, false, begin->polarity == core::Polarity::negative};
    bool one_article = true;
    for (const NetworkTie* tie = begin; tie != end; ++tie) {
        edge.symmetric = edge.symmetric || tie->symmetric;
        one_article = one_article && tie->article == begin->article;
    }
    if (one_article) return edge;
    std::vector<core::Telling> tellings;
    for (const NetworkTie* tie = begin; tie != end; ++tie) tellings.push_back({tie->article, tie->gist});
    edge.weight = static_cast<std::uint32_t>(core::count_independent(std::move(tellings)));
    return edge;
}

}  // namespace

Network sum_network(std::size_t actor_count, std::vector<NetworkTie> ties) {
    for (NetworkTie& tie : ties) {
        if (tie.symmetric && tie.target < tie.source) std::swap(tie.source, tie.target);
    }
    std::vector<std::size_t> begin_of;
    ties = sorted_by_source(actor_count, ties, begin_of);
    Network network;
    network.actor_count = actor_count;
    for (std::size_t actor = 0; actor < actor_count; ++actor) {
        NetworkTie* const begin = ties.data() + begin_of[actor];
        NetworkTie* const end = ties.data() + begin_of[actor + 1];
        std::sort(begin, end, [](const NetworkTie& a, const NetworkTie& b) { return edge_of(a) < edge_of(b); });
        for (const NetworkTie* first = begin; first != end;) {
            const NetworkTie* last = first;
            while (last != end && edge_of(*last) == edge_of(*first)) ++last;
            network.edges.push_back(sum_edge(first, last));
            first = last;
        }
    }
    return network;
}

}  // namespace entente::graph
