#include "store/identities.hpp"

#include <algorithm>

namespace entente::store {

Identities::Identities(std::vector<ActorDecision> decisions) {
    std::sort(decisions.begin(), decisions.end());
    for (const ActorDecision& decision : decisions) {
        if (decision.same) continue;
        different_.insert(decision);
        different_.insert({decision.other, decision.actor, false});
    }
    std::set<std::string> others;
    for (const ActorDecision& decision : decisions) {
        if (!decision.same || decision.actor == decision.other) continue;
        if (held_apart(decision.actor, decision.other)) {
            contradicted_.push_back(decision);
            continue;
        }
        others.insert(decision.other);
        std::set<std::string> group = all_of(decision.actor);
        group.merge(all_of(decision.other));
        for (const std::string& id : group) groups_.erase(read_as(id));
        const auto first = [&](const std::string& id) { return !others.contains(id); };
        const auto found = std::find_if(group.begin(), group.end(), first);
        const std::string name = found == group.end() ? *group.begin() : *found;
        for (const std::string& id : group) read_as_[id] = name;
        groups_[name] = std::move(group);
    }
    std::erase_if(read_as_, [](const auto& pair) { return pair.first == pair.second; });
}

const std::string& Identities::read_as(const std::string& id) const {
    const auto found = read_as_.find(id);
    return found == read_as_.end() ? id : found->second;
}

std::set<std::string> Identities::all_of(const std::string& id) const {
    const auto found = groups_.find(read_as(id));
    return found == groups_.end() ? std::set<std::string>{id} : found->second;
}

bool Identities::held_apart(const std::string& one, const std::string& other) const {
    const std::set<std::string> others = all_of(other);
    for (const std::string& a : all_of(one)) {
        for (auto held = different_.lower_bound({a, "", false}); held != different_.end() && held->actor == a; ++held) {
            if (others.contains(held->other)) return true;
        }
    }
    return false;
}

}  // namespace entente::store
