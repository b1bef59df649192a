#include "graph/links.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace entente::graph {

std::vector<Link> links(const Network& network) {
    std::vector<Link> found;
    const auto& edges = network.edges;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto [a, b] = std::minmax(edges[i].source, edges[i].target);
        if (a != b) found.push_back({a, b, edges[i].weight, i});
    }
    std::sort(found.begin(), found.end(), [](const Link& x, const Link& y) {
        return std::tie(x.a, x.b, y.weight, x.strongest_edge) < std::tie(y.a, y.b, x.weight, y.strongest_edge);
    });
    std::size_t last = 0;
    for (std::size_t i = 1; i < found.size(); ++i) {
        if (found[i].a == found[last].a && found[i].b == found[last].b) {
            found[last].weight += found[i].weight;
        } else {
            found[++last] = found[i];
        }
    }
    if (!found.empty()) found.resize(last + 1);
    return found;
}

Neighbourhoods neighbourhoods(std::size_t actor_count, const std::vector<Link>& links) {
    Neighbourhoods all{std::vector<std::size_t>(actor_count + 1, 0),
                       std::vector<Neighbourhoods::End>(2 * links.size())};
    for (const Link& link : links) {
        ++all.begin[link.a + 1];
        ++all.begin[link.b + 1];
    }
    std::partial_sum(all.begin.begin(), all.begin.end(), all.begin.begin());
    std::vector<std::size_t> next(all.begin.begin(), all.begin.end() - 1);
    // Links are sorted by (a, b): the smaller neighbours of an actor come first, then the greater, each ascending.
    for (const Link& link : links) all.ends[next[link.b]++] = {link.a, static_cast<double>(link.weight)};
    for (const Link& link : links) all.ends[next[link.a]++] = {link.b, static_cast<double>(link.weight)};
    return all;
}

}  // namespace entente::graph
