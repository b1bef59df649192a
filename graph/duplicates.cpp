#include "graph/duplicates.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "graph/name_likeness.hpp"

namespace entente::graph {

namespace {

using Pair = std::pair<std::size_t, std::size_t>;

constexpr int worth_a_look = 50;
constexpr int certain = 100;
/// More than so many of one surname are too many to be compared with each other.
constexpr std::size_t largest_block = 60;

/// Who might be alike: those in one block under any key.
class Blocks {
public:
    void add(const std::string& key, std::size_t actor) { blocks_[key].insert(actor); }

    [[nodiscard]] std::set<Pair> pairs() const {
        std::set<Pair> all;
        for (const auto& [key, block] : blocks_) {
            if (block.size() > largest_block) continue;
            for (auto a = block.begin(); a != block.end(); ++a) {
                for (auto b = std::next(a); b != block.end(); ++b) all.emplace(*a, *b);
            }
        }
        return all;
    }

private:
    std::map<std::string, std::set<std::size_t>> blocks_;
};

std::set<Pair> candidates(const std::vector<Namesake>& actors) {
    Blocks blocks;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        for (const ComparedName& name : actors[i].names) {
            for (const std::string& key : block_keys(name)) blocks.add(key, i);
        }
    }
    return blocks.pairs();
}

std::size_t common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::uint32_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both.size();
}

std::string counted(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

/// Whether a thing of one kind may have been taken for one of the other: names alone rarely tell.
bool may_be_confused(core::ActorKind a, core::ActorKind b) {
    using core::ActorKind;
    const auto vague = [](ActorKind kind) {
        return kind == ActorKind::unknown || kind == ActorKind::person || kind == ActorKind::organisation;
    };
    const auto body = [](ActorKind kind) { return kind != ActorKind::person && kind != ActorKind::state; };
    return a == b || (vague(a) && vague(b)) || (body(a) && body(b));
}

/// Adds up what speaks for and against.
class Weighing {
public:
    Weighing(const std::vector<Namesake>& actors, std::size_t a, std::size_t b)
        : a_(actors[a]), b_(actors[b]), acts_on_(std::binary_search(a_.neighbours.begin(), a_.neighbours.end(), b)) {}

    /// The names must be alike; else the answer is nothing.
    [[nodiscard]] std::optional<MergeProposal> result() {
        std::optional<Likeness> best;
        for (const ComparedName& a : a_.names) {
            for (const ComparedName& b : b_.names) {
                const auto likeness = compare(a, b);
                if (likeness && (!best || points(*best) < points(*likeness))) best = likeness;
            }
        }
        if (!best) return std::nullopt;
        note(points(*best), std::string(in_words(*best)));
        const bool shortened = *best == Likeness::part || *best == Likeness::initials;
        const bool persons = a_.kind == core::ActorKind::person && b_.kind == core::ActorKind::person;
        if (shortened && !persons) return std::nullopt;
        weigh_identity();
        weigh_company(*best != Likeness::same && *best != Likeness::spelling);
        if (proposal_.score < worth_a_look) return std::nullopt;
        proposal_.score = std::min(proposal_.score, certain);
        return std::move(proposal_);
    }

private:
    void note(int points, std::string reason) {
        proposal_.score += points;
        proposal_.reasons.push_back(std::move(reason));
    }

    void weigh_identity() {
        if (a_.country && b_.country) {
            if (a_.country == b_.country) {
                note(15, "same country");
            } else {
                note(-25, "different countries");
            }
        } else if (a_.country || b_.country) {
            note(5, "country of one unknown");
        }
        if (a_.kind == b_.kind) {
            note(5, "same kind");
        } else if (!may_be_confused(a_.kind, b_.kind)) {
            note(-20, "different kinds");
        }
        if (a_.country && a_.principal == b_.principal) note(5, "act for the same");
    }

    void weigh_company(bool other_form) {
        const std::size_t articles = common(a_.articles, b_.articles);
        // A name is often written out once an article and shortened afterwards.
        if (articles > 0) note(other_form ? 10 : 5, "both in " + counted(articles, "article"));
        const std::size_t neighbours = common(a_.neighbours, b_.neighbours);
        constexpr std::size_t many = 3;
        if (neighbours > 0) {
            note(static_cast<int>(5 * std::min(neighbours, many)), counted(neighbours, "neighbour") + " in common");
        }
        if (acts_on_) note(-30, "act on each other");
    }

    const Namesake& a_;
    const Namesake& b_;
    bool acts_on_;
    MergeProposal proposal_;
};

/// Whether the first is the better one to stay.
bool stays(const Namesake& a, const Namesake& b) {
    const auto letters = [](const Namesake& actor) {
        return actor.names.empty() ? std::size_t{0} : actor.names.front().spelling.size();
    };
    const auto rank = [&](const Namesake& actor) {
        return std::tuple(actor.known, actor.country.has_value(), actor.relations, letters(actor));
    };
    return rank(a) != rank(b) ? rank(a) > rank(b) : a.id < b.id;
}

/// As few pairs as tell who might be one: of three namesakes two pairs, both with the one who should stay, if they are
/// alike.
std::vector<MergeProposal> without_implied(const std::vector<MergeProposal>& proposals,
                                           const std::vector<Namesake>& actors) {
    std::map<Pair, std::size_t> place;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        place[std::minmax(proposals[i].actor, proposals[i].other)] = i;
    }
    std::map<std::size_t, std::size_t> stands_for;  // of each but those who stay: a better one
    const auto best = [&](std::size_t actor) {
        for (auto found = stands_for.find(actor); found != stands_for.end(); found = stands_for.find(actor)) {
            actor = found->second;
        }
        return actor;
    };
    std::set<std::size_t> kept;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const std::size_t one = best(proposals[i].actor);
        const std::size_t two = best(proposals[i].other);
        if (one == two) continue;
        const auto direct = place.find(std::minmax(one, two));
        kept.insert(direct == place.end() ? i : direct->second);
        const bool first_stays = stays(actors[one], actors[two]);
        stands_for[first_stays ? two : one] = first_stays ? one : two;
    }
    std::vector<MergeProposal> chosen;
    for (const std::size_t i : kept) chosen.push_back(proposals[i]);
    return chosen;
}

/// A single word that fits the names of several is nobody's name in particular.
void drop_ambiguous(std::vector<MergeProposal>& proposals) {
    const std::string part(in_words(Likeness::part));
    std::map<std::size_t, std::size_t> uses;
    const auto is_part = [&](const MergeProposal& proposal) { return proposal.reasons.front() == part; };
    for (const MergeProposal& proposal : proposals) {
        if (!is_part(proposal)) continue;
        ++uses[proposal.actor];
        ++uses[proposal.other];
    }
    std::erase_if(proposals, [&](const MergeProposal& proposal) {
        return is_part(proposal) && (uses[proposal.actor] > 1 || uses[proposal.other] > 1);
    });
}

}  // namespace

std::vector<MergeProposal> suggest_merges(const std::vector<Namesake>& actors,
                                          const std::function<bool(std::size_t, std::size_t)>& apart) {
    std::vector<MergeProposal> proposals;
    for (const auto& [a, b] : candidates(actors)) {
        if ((actors[a].known && actors[b].known) || apart(a, b)) continue;
        auto proposal = Weighing(actors, a, b).result();
        if (!proposal) continue;
        proposal->actor = stays(actors[a], actors[b]) ? a : b;
        proposal->other = proposal->actor == a ? b : a;
        proposals.push_back(std::move(*proposal));
    }
    drop_ambiguous(proposals);
    std::sort(proposals.begin(), proposals.end(), [&](const MergeProposal& x, const MergeProposal& y) {
        if (x.score != y.score) return x.score > y.score;
        return std::tie(actors[x.actor].id, actors[x.other].id) < std::tie(actors[y.actor].id, actors[y.other].id);
    });
    return without_implied(proposals, actors);
}

}  // namespace entente::graph
