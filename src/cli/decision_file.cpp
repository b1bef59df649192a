#include "cli/decision_file.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/tsv.hpp"

namespace entente::cli {

namespace {

using Pair = std::pair<std::string, std::string>;

Pair pair_of(const std::string& one, const std::string& other) {
    return std::minmax(one, other);
}

/// Nothing: undecided.
std::optional<store::ActorDecision> decision_in(const base::TsvRow& row) {
    const std::string& verdict = row.required("verdict");
    const std::string& actor = row.required("actor");
    const std::string& other = row.required("other");
    if (actor == other) row.fail("`" + actor + "` stands on both sides");
    if (verdict == "undecided") return std::nullopt;
    if (verdict != "same" && verdict != "different") {
        row.fail("the verdict is same, different or undecided, not `" + verdict + "`");
    }
    if (verdict == "different" && other < actor) return store::ActorDecision{other, actor, false};
    return store::ActorDecision{actor, other, verdict == "same"};
}

}  // namespace

std::vector<store::ActorDecision> decisions_with(const std::vector<store::ActorDecision>& earlier,
                                                 const std::filesystem::path& table) {
    const base::TsvFile rows(table, {"verdict", "actor", "other"});
    std::map<Pair, std::optional<store::ActorDecision>> standing;
    for (const store::ActorDecision& decision : earlier) standing[pair_of(decision.actor, decision.other)] = decision;
    std::map<Pair, const base::TsvRow*> lines;
    for (const base::TsvRow& row : rows) {
        const Pair pair = pair_of(row.required("actor"), row.required("other"));
        const auto decision = decision_in(row);
        const auto [line, is_new] = lines.emplace(pair, &row);
        if (!is_new && standing[pair] != decision) {
            row.fail("line " + std::to_string(line->second->location().line) + " says something else about these two");
        }
        standing[pair] = decision;
    }
    std::vector<store::ActorDecision> decisions;
    for (const auto& [pair, decision] : standing) {
        if (decision) decisions.push_back(*decision);
    }
    std::sort(decisions.begin(), decisions.end());
    const store::Identities identities(decisions);
    for (const store::ActorDecision& decision : identities.contradicted()) {
        const std::string problem =
            "`" + decision.actor + "` and `" + decision.other +
            "` cannot be the same: with the other decisions, two who are held different would be one";
        const auto line = lines.find(pair_of(decision.actor, decision.other));
        if (line != lines.end()) line->second->fail(problem);
        throw base::DataError({table.string(), 0}, problem);
    }
    return decisions;
}

}  // namespace entente::cli
