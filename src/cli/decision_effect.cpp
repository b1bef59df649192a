#include "cli/decision_effect.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "graph/knowledge_graph.hpp"

namespace entente::cli {

namespace {

/// All actors who are, or will be, one with somebody about whom something else is decided than before.
std::set<std::string> concerned(const store::GraphFile& file, const std::vector<store::ActorDecision>& decisions) {
    const store::Identities after(decisions);
    const std::vector<store::ActorDecision> before = file.decisions();
    std::vector<store::ActorDecision> changed;
    std::set_symmetric_difference(before.begin(), before.end(), decisions.begin(), decisions.end(),
                                  std::back_inserter(changed));
    std::set<std::string> ids;
    for (const store::ActorDecision& decision : changed) {
        for (const std::string& id : {decision.actor, decision.other}) {
            ids.merge(file.identities().all_of(id));
            ids.merge(after.all_of(id));
        }
    }
    return ids;
}

graph::KnowledgeGraph graph_around(const store::GraphFile& file, const std::set<std::string>& ids) {
    graph::KnowledgeGraph graph;
    store::Selection selection;
    selection.one = {ids, false};
    file.for_each_relation(selection, [&](const core::Relation& relation) { graph.add(relation); });
    return graph;
}

std::string in_words(const graph::KnowledgeGraph& graph, const graph::RelationEdge& edge) {
    std::string words = graph.actors()[edge.source].id + (edge.symmetric ? " –" : " –") + edge.action +
                        (edge.symmetric ? "– " : "→ ") + graph.actors()[edge.target].id;
    if (edge.polarity == core::Polarity::negative) words += ", not";
    if (edge.status != core::Status::actual) words += ", " + std::string(core::to_string(edge.status));
    return words;
}

/// Which things before and which after have members in common.
class Overlap {
public:
    void add(std::size_t before, std::size_t after) {
        afters_[before].insert(after);
        befores_[after].insert(before);
    }

    /// Calls `report` with each set of things that belong together, in the order of the first.
    template <typename Report>
    void report(Report report) const {
        std::set<std::size_t> seen;
        for (const auto& [before, unused] : afters_) {
            if (seen.contains(before)) continue;
            std::set<std::size_t> all_before{before};
            std::set<std::size_t> all_after;
            for (bool grown = true; grown;) {
                const std::size_t size = all_before.size() + all_after.size();
                for (const std::size_t i : all_before) all_after.insert(afters_.at(i).begin(), afters_.at(i).end());
                for (const std::size_t i : all_after) all_before.insert(befores_.at(i).begin(), befores_.at(i).end());
                grown = all_before.size() + all_after.size() > size;
            }
            seen.insert(all_before.begin(), all_before.end());
            report(all_before, all_after);
        }
    }

private:
    std::map<std::size_t, std::set<std::size_t>> afters_;
    std::map<std::size_t, std::set<std::size_t>> befores_;
};

DecisionEffect::Kind kind_of(std::size_t before, std::size_t after) {
    if (before == after) return DecisionEffect::Kind::moves;
    return before > after ? DecisionEffect::Kind::joins : DecisionEffect::Kind::parts;
}

std::vector<DecisionEffect> effect_on_actors(const store::GraphFile& file, const std::set<std::string>& ids,
                                             const store::Identities& after) {
    std::set<std::string> present;
    file.for_each_stored_actor([&](const std::string& id) {
        if (ids.contains(id)) present.insert(id);
    });
    const std::vector<std::string> names(ids.begin(), ids.end());
    const auto number = [&](const std::string& id) {
        return static_cast<std::size_t>(std::lower_bound(names.begin(), names.end(), id) - names.begin());
    };
    Overlap overlap;
    for (const std::string& id : present) overlap.add(number(file.identities().read_as(id)), number(after.read_as(id)));
    std::vector<DecisionEffect> effects;
    overlap.report([&](const std::set<std::size_t>& was, const std::set<std::size_t>& is) {
        if (was == is) return;
        DecisionEffect effect{false, kind_of(was.size(), is.size()), {}, {}, 0, 0};
        for (const std::size_t i : was) effect.before.push_back(names[i]);
        for (const std::size_t i : is) effect.after.push_back(names[i]);
        effects.push_back(std::move(effect));
    });
    return effects;
}

void effect_on_edges(const graph::KnowledgeGraph& before, const graph::KnowledgeGraph& after,
                     std::vector<DecisionEffect>& effects) {
    std::map<std::string, std::size_t> edge_after;
    for (std::size_t i = 0; i < after.edges().size(); ++i) {
        for (const core::Relation& relation : after.evidence(after.edges()[i])) edge_after[relation.id] = i;
    }
    Overlap overlap;
    for (std::size_t i = 0; i < before.edges().size(); ++i) {
        for (const core::Relation& relation : before.evidence(before.edges()[i])) {
            overlap.add(i, edge_after.at(relation.id));
        }
    }
    overlap.report([&](const std::set<std::size_t>& was, const std::set<std::size_t>& is) {
        DecisionEffect effect{true, kind_of(was.size(), is.size()), {}, {}, 0, 0};
        for (const std::size_t i : was) {
            effect.before.push_back(in_words(before, before.edges()[i]));
            effect.articles_before += before.edges()[i].weight;
        }
        for (const std::size_t i : is) {
            effect.after.push_back(in_words(after, after.edges()[i]));
            effect.articles_after += after.edges()[i].weight;
        }
        if (effect.before != effect.after) effects.push_back(std::move(effect));
    });
}

}  // namespace

std::vector<DecisionEffect> effect_of(store::GraphFile& file, const std::vector<store::ActorDecision>& decisions) {
    const std::set<std::string> ids = concerned(file, decisions);
    if (ids.empty()) return {};
    std::vector<DecisionEffect> effects = effect_on_actors(file, ids, store::Identities(decisions));
    const graph::KnowledgeGraph before = graph_around(file, ids);
    file.suppose(decisions);
    effect_on_edges(before, graph_around(file, ids), effects);
    return effects;
}

}  // namespace entente::cli
