#include "cli/chains.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace entente::cli {

namespace {

using Ids = std::set<std::string>;

/// What is reached from one end, step by step.
struct Side {
    std::vector<Ids> layers;  ///< the actors so many steps away
    Ids seen;
    std::map<std::string, Ids> near;  ///< with whom those of all layers but the last are connected

    explicit Side(const Ids& begin) : layers{begin}, seen(begin) {}

    void advance(const store::GraphFile& file) {
        Ids next;
        for (const std::string& actor : layers.back()) {
            Ids& around = near[actor] = file.neighbours(actor);
            for (const std::string& other : around) {
                if (!seen.contains(other)) next.insert(other);
            }
        }
        seen.insert(next.begin(), next.end());
        layers.push_back(std::move(next));
    }

    /// Of each layer those from whom `goal`, in the last layer, is reached by a shortest chain.
    [[nodiscard]] std::vector<Ids> leading_to(const Ids& goal) const {
        std::vector<Ids> chosen(layers.size());
        chosen.back() = goal;
        for (std::size_t i = layers.size() - 1; i-- > 0;) {
            for (const std::string& actor : layers[i]) {
                const Ids& around = near.at(actor);
                const auto leads = [&](const std::string& id) { return around.contains(id); };
                if (std::any_of(chosen[i + 1].begin(), chosen[i + 1].end(), leads)) chosen[i].insert(actor);
            }
        }
        return chosen;
    }
};

Ids common(const Ids& a, const Ids& b) {
    Ids both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
    return both;
}

/// All actors on the shortest chains, by their distance from the first; empty if there is no chain.
std::vector<Ids> shortest_layers(const store::GraphFile& file, const Ids& from, const Ids& to) {
    Side first(from);
    Side second(to);
    while (!first.layers.back().empty() && !second.layers.back().empty()) {
        const bool first_is_smaller = first.layers.back().size() <= second.layers.back().size();
        (first_is_smaller ? first : second).advance(file);
        const Ids met = common(first.layers.back(), second.layers.back());
        if (met.empty()) continue;
        std::vector<Ids> layers = first.leading_to(met);
        std::vector<Ids> rest = second.leading_to(met);
        rest.pop_back();
        std::move(rest.rbegin(), rest.rend(), std::back_inserter(layers));
        return layers;
    }
    return {};
}

/// Who stands where in a graph's order of actors.
template <typename Find>
std::vector<std::size_t> indices_of(const std::vector<std::string>& ids, Find find) {
    std::vector<std::size_t> indices;
    for (const std::string& id : ids) {
        if (const auto index = find(id)) indices.push_back(*index);
    }
    return indices;
}

/// The best chains between any two of both sets.
std::vector<graph::Chain> best_chains(const graph::Network& network, const std::vector<std::size_t>& from,
                                      const std::vector<std::size_t>& to, const graph::PathOptions& options) {
    std::vector<graph::Chain> all;
    for (const std::size_t a : from) {
        for (const std::size_t b : to) {
            for (graph::Chain& chain : graph::shortest_paths(network, a, b, options)) all.push_back(std::move(chain));
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const graph::Chain& a, const graph::Chain& b) { return a.size() < b.size(); });
    if (all.size() > options.count) all.resize(options.count);
    return all;
}

Chains chains_in(graph::KnowledgeGraph graph, const std::vector<std::string>& from, const std::vector<std::string>& to,
                 const graph::PathOptions& options) {
    const auto find = [&](const std::string& id) { return graph.find_actor(id); };
    std::vector<graph::Chain> chains = best_chains(graph, indices_of(from, find), indices_of(to, find), options);
    return {std::move(graph), std::move(chains)};
}

/// All relations between neighbouring layers.
graph::KnowledgeGraph relations_between(const StoredGraph& stored, const std::vector<Ids>& layers) {
    graph::KnowledgeGraph graph;
    for (std::size_t i = 0; i + 1 < layers.size(); ++i) {
        graph::Query query;
        query.source = {layers[i], true};
        query.target = {layers[i + 1], true};
        graph.merge(stored.load(query));
        std::swap(query.source, query.target);
        graph.merge(stored.load(query));
    }
    return graph;
}

/// The chains of the whole network, with the relations between those who stand in them.
graph::KnowledgeGraph relations_of_network(const StoredGraph& stored, const std::vector<std::string>& from,
                                           const std::vector<std::string>& to, const graph::PathOptions& options) {
    const NamedNetwork named = stored.network();
    const auto find = [&](const std::string& id) -> std::optional<std::size_t> {
        const auto place =
            std::lower_bound(named.actors.begin(), named.actors.end(), id,
                             [](const auto& actor, const std::string& sought) { return actor.id < sought; });
        if (place == named.actors.end() || place->id != id) return std::nullopt;
        return static_cast<std::size_t>(place - named.actors.begin());
    };
    graph::KnowledgeGraph graph;
    for (const graph::Chain& chain :
         best_chains(named.network, indices_of(from, find), indices_of(to, find), options)) {
        for (const graph::Step& step : chain) {
            const graph::NetworkEdge& edge = named.network.edges[step.edge];
            graph.merge(relations_between(stored, {{named.actors[edge.source].id}, {named.actors[edge.target].id}}));
        }
    }
    return graph;
}

}  // namespace

Chains find_chains(const StoredGraph& stored, const std::vector<std::string>& from, const std::vector<std::string>& to,
                   const graph::PathOptions& options, const graph::Query& query, bool whole_file) {
    if (!whole_file) return chains_in(stored.load(query), from, to, options);
    if (!options.directed && !options.by_evidence) {
        const Ids begin(from.begin(), from.end());
        const Ids end(to.begin(), to.end());
        const std::vector<Ids> layers = shortest_layers(stored.file(), begin, end);
        Chains found = chains_in(relations_between(stored, layers), from, to, options);
        // Longer chains than the shortest may have been asked for too.
        if (layers.empty() || found.chains.size() >= options.count) return found;
    }
    return chains_in(relations_of_network(stored, from, to, options), from, to, options);
}

}  // namespace entente::cli
