#include "resolve/circumstances.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace entente::resolve {

namespace {

using extract::Reading;
using syntax::Deprel;
using syntax::Upos;

/// The predicates whose phrases speak about `predicate`: itself, what supports it, and the verbs it depends on without
/// a finite clause between.
std::vector<std::size_t> clause_of(const Reading& reading, std::size_t predicate) {
    // "the trade deal adopted in 2025": what is said of the deal is said of its first half.
    while (reading.tree.is(predicate, {Deprel::compound}) && reading.tree.head(predicate)) {
        predicate = *reading.tree.head(predicate);
    }
    std::vector<std::size_t> clause{predicate};
    for (std::size_t at = predicate; reading.tree.head(at);) {
        const bool closed = reading.tree.is(at, {Deprel::ccomp, Deprel::parataxis, Deprel::acl_relcl}) ||
                            (reading.tree.is(at, {Deprel::advcl}) && reading.tree[at].has("VerbForm", "Fin"));
        if (closed) break;
        at = *reading.tree.head(at);
        clause.push_back(at);
    }
    return clause;
}

/// Whether what a verb below the predicate says of time holds of the predicate too: "the visit planned for Friday",
/// "will recognise it, starting in May".
bool shares_circumstances(const Reading& reading, std::size_t predicate, std::size_t verb) {
    if (reading.tree.head(verb) != predicate) return false;
    if (reading.tree.is(verb, {Deprel::acl, Deprel::acl_relcl})) return reading.arguments.is_passive(verb);
    // "starting in May", but not "accused Turkey of sending ships in February".
    const bool gerund =
        reading.tree[verb].has("VerbForm", "Ger") && !reading.tree.has_child(verb, {Deprel::mark, Deprel::case_});
    const bool participle = reading.tree[verb].has("VerbForm", "Part") || gerund;
    return reading.tree.is(verb, {Deprel::advcl, Deprel::xcomp}) && participle &&
           !reading.tree.has_child(verb, {Deprel::nsubj});
}

/// How near the phrase at `token` stands to the predicate: its place in the clause's chain of predicates, then words
/// between; nothing if it belongs to another clause.
std::optional<std::pair<std::size_t, std::size_t>> distance(const Reading& reading,
                                                            const std::vector<std::size_t>& clause, std::size_t token) {
    std::size_t further = 0;
    for (std::optional<std::size_t> at = token; at; at = reading.tree.head(*at)) {
        for (std::size_t i = 0; i < clause.size(); ++i) {
            if (clause[i] != *at) continue;
            return std::pair(i + further, std::max(token, clause[0]) - std::min(token, clause[0]));
        }
        const bool other = *at != token && reading.tree.is(*at, {Upos::verb}) && !reading.tree.is(*at, {Deprel::amod});
        if (other && !shares_circumstances(reading, clause[0], *at)) return std::nullopt;
        if (other) further = 1;
    }
    return std::nullopt;
}

constexpr std::pair<std::size_t, std::size_t> farthest{static_cast<std::size_t>(-1), 0};

}  // namespace

std::optional<core::DateMention> CircumstanceFinder::date(const Reading& reading, std::size_t predicate) const {
    if (read_ != &reading) {
        const auto finder = dates_.find(reading.pack.code);
        found_ = finder == dates_.end() ? std::vector<DateExpression>{}
                                        : finder->second.find(reading.tree.sentence(), published_);
        read_ = &reading;
    }
    if (found_.empty()) return std::nullopt;
    const auto clause = clause_of(reading, predicate);
    std::optional<core::DateMention> best;
    bool clock = true;
    auto nearest = farthest;
    for (const DateExpression& found : found_) {
        const auto near = distance(reading, clause, found.first);
        const bool better = near && (found.clock == clock ? *near < nearest : clock);
        if (!better) continue;
        nearest = *near;
        clock = found.clock;
        best = core::DateMention{found.value, found.span, std::string(document_.slice(found.span))};
    }
    return best;
}

std::optional<core::Place> CircumstanceFinder::place(const Reading& reading, std::size_t predicate, bool hit) const {
    auto found = place(reading, predicate, Role::scene);
    // "strikes on Kyiv", "shelled the port of Odesa": what is hit is where it happens.
    return found || !hit ? found : place(reading, predicate, Role::aim);
}

std::optional<core::Place> CircumstanceFinder::place(const Reading& reading, std::size_t predicate, Role role) const {
    const auto clause = clause_of(reading, predicate);
    std::optional<core::Place> best;
    auto nearest = farthest;
    const auto consider = [&](std::size_t first, std::size_t last, const std::string& label,
                              const std::string& country) {
        std::size_t head = first;
        while (head < last && reading.tree.head(head) && *reading.tree.head(head) >= first &&
               *reading.tree.head(head) <= last)
            ++head;
        const auto& prepositions = reading.pack.prepositions;
        const bool located = role == Role::aim
                                 ? !reading.tree.is(head, {Deprel::nsubj, Deprel::amod})
                                 : prepositions.has_use(reading.arguments.preposition(head), "locative") ||
                                       prepositions.has_use(reading.arguments.preposition(first), "locative");
        const auto near = located ? distance(reading, clause, head) : std::nullopt;
        if (!near || *near >= nearest || (role == Role::aim && near->first > 0)) return;
        nearest = *near;
        best = core::Place{label, country.empty() ? std::nullopt : std::optional(country)};
    };
    for (const auto& match : reading.places) {
        consider(match.first, match.last, match.place->labels.at("en"), match.place->country);
    }
    if (role == Role::aim) return best;
    for (const auto& match : reading.names) {
        const ontology::Actor& actor = *match.entries.front()->actor;
        const bool state =
            actor.kind == core::ActorKind::state && match.entries.front()->kind == language::NameKind::name;
        if (state) consider(match.first, match.last, actor.labels.at("en"), actor.country);
    }
    return best;
}

}  // namespace entente::resolve
