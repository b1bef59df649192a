#include <algorithm>
#include <map>
#include <tuple>

#include "graph/name_form.hpp"
#include "graph/summary.hpp"

namespace entente::graph {

namespace {

/// One side of one relation, so arranged that sorting brings an actor's mentions together, and equal places in a row.
struct Mention {
    std::uint32_t actor, article, begin, end;
    std::uint32_t relation;
    bool is_source;

    [[nodiscard]] auto place() const { return std::tie(actor, article, begin, end); }
};

/// What a mention says about its actor; office and label may change from article to article.
using Guise = std::tuple<std::string_view, std::string_view, core::ActorKind, std::string_view>;

struct Names {
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> mentions;  // by text and language
    std::map<Guise, std::size_t> guises;
};

const PackedSide& side_of(const PackedRelation& relation, const Mention& mention) {
    return mention.is_source ? relation.source : relation.target;
}

std::vector<Mention> collect_mentions(const RelationPool& pool, const std::vector<std::uint32_t>& ranks) {
    std::vector<Mention> mentions;
    mentions.reserve(2 * pool.size());
    for (std::uint32_t i = 0; i < pool.size(); ++i) {
        const PackedRelation& relation = pool[i];
        for (const bool is_source : {true, false}) {
            const PackedSide& side = is_source ? relation.source : relation.target;
            mentions.push_back({ranks[side.id], relation.article, side.begin, side.end, i, is_source});
        }
    }
    // Which of several relations stands for a place must not depend on the order in which they came.
    std::sort(mentions.begin(), mentions.end(), [&](const Mention& a, const Mention& b) {
        if (a.place() != b.place()) return a.place() < b.place();
        if (a.relation == b.relation) return a.is_source > b.is_source;
        return pool.text(pool[a.relation].id) < pool.text(pool[b.relation].id);
    });
    return mentions;
}

void note_names(const RelationPool& pool, const Mention& mention, Names& names) {
    const PackedRelation& relation = pool[mention.relation];
    const PackedSide& side = side_of(relation, mention);
    const auto text_or_empty = [&](std::uint32_t number) {
        return number == PackedRelation::none ? std::string_view() : pool.text(number);
    };
    ++names.guises[{pool.text(side.principal), pool.text(side.label), side.kind, text_or_empty(side.country)}];
    // A mention of a named organ (the Pentagon as `USA`) does not name the actor.
    if (side.name != PackedRelation::none && side.name != side.label) return;
    const std::size_t offset = side.begin < relation.sentence_begin ? 0 : side.begin - relation.sentence_begin;
    const auto name = name_form(pool.text(side.text), pool.text(relation.sentence_text), offset);
    if (!name.empty()) ++names.mentions[{name, pool.text(relation.language)}];
}

void conclude(ActorNode& actor, const Names& names) {
    const auto more = [](const auto& a, const auto& b) { return a.second < b.second; };
    const Guise& guise = std::max_element(names.guises.begin(), names.guises.end(), more)->first;
    actor.principal = std::get<0>(guise);
    actor.label = std::get<1>(guise);
    actor.kind = std::get<2>(guise);
    if (!std::get<3>(guise).empty()) actor.country = std::get<3>(guise);
    for (const auto& [name, count] : names.mentions) {
        if (name.first == actor.label) continue;
        actor.aliases.push_back({std::string(name.first), std::string(name.second), count});
    }
}

}  // namespace

std::vector<ActorNode> sum_actors(const RelationPool& pool, const std::vector<std::uint32_t>& ranks,
                                  std::size_t actor_count) {
    std::vector<ActorNode> actors(actor_count);
    const std::vector<Mention> mentions = collect_mentions(pool, ranks);
    for (std::size_t begin = 0; begin < mentions.size();) {
        ActorNode& actor = actors[mentions[begin].actor];
        actor.id = pool.text(side_of(pool[mentions[begin].relation], mentions[begin]).id);
        Names names;
        std::size_t at = begin;
        for (; at < mentions.size() && mentions[at].actor == mentions[begin].actor; ++at) {
            const bool same_article = at > begin && mentions[at].article == mentions[at - 1].article;
            if (!same_article) ++actor.articles;
            if (at > begin && mentions[at].place() == mentions[at - 1].place()) continue;
            ++actor.mentions;
            note_names(pool, mentions[at], names);
        }
        conclude(actor, names);
        begin = at;
    }
    return actors;
}

}  // namespace entente::graph
