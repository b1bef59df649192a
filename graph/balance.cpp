#include "graph/balance.hpp"

#include <algorithm>
#include <numeric>

namespace entente::graph {

void Balance::add(core::EventType type, std::size_t weight) {
    const core::Quad quad = core::quad_of(type);
    if (quad == core::Quad::verbal_cooperation || quad == core::Quad::material_cooperation) cooperation += weight;
    if (quad == core::Quad::verbal_conflict || quad == core::Quad::material_conflict) conflict += weight;
    total += weight;
    goldstein_sum += core::goldstein_of(type) * static_cast<double>(weight);
}

void Balance::add(const Balance& other) {
    cooperation += other.cooperation;
    conflict += other.conflict;
    total += other.total;
    goldstein_sum += other.goldstein_sum;
}

Matrix who_to_whom(const KnowledgeGraph& graph, std::size_t count) {
    const auto counts = [](const RelationEdge& edge) {
        return edge.polarity == core::Polarity::affirmative && edge.source != edge.target;
    };
    std::vector<std::size_t> activity(graph.actors().size(), 0);
    for (const RelationEdge& edge : graph.edges()) {
        if (!counts(edge)) continue;
        activity[edge.source] += edge.weight;
        activity[edge.target] += edge.weight;
    }
    Matrix matrix;
    matrix.actors.resize(activity.size());
    std::iota(matrix.actors.begin(), matrix.actors.end(), std::size_t{0});
    std::stable_sort(matrix.actors.begin(), matrix.actors.end(),
                     [&](std::size_t a, std::size_t b) { return activity[a] > activity[b]; });
    std::erase_if(matrix.actors, [&](std::size_t actor) { return activity[actor] == 0; });
    matrix.actors.resize(std::min(count, matrix.actors.size()));

    std::vector<std::size_t> place(activity.size(), count);
    for (std::size_t i = 0; i < matrix.actors.size(); ++i) place[matrix.actors[i]] = i;
    matrix.cells.assign(matrix.actors.size(), std::vector<Balance>(matrix.actors.size()));
    for (const RelationEdge& edge : graph.edges()) {
        const std::size_t source = place[edge.source];
        const std::size_t target = place[edge.target];
        if (!counts(edge) || source == count || target == count) continue;
        matrix.cells[source][target].add(edge.type, edge.weight);
        if (edge.symmetric) matrix.cells[target][source].add(edge.type, edge.weight);
    }
    return matrix;
}

}  // namespace entente::graph
