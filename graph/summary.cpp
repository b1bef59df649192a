#include "graph/summary.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/gist.hpp"
#include "graph/name_form.hpp"

namespace entente::graph {

namespace {

/// The sorted position of each text that `visit` names; others keep 0. Comparing these is comparing the texts.
struct Ranking {
    std::vector<std::uint32_t> of_text;
    std::size_t count = 0;
};

template <typename Visit>
Ranking rank_texts(const RelationPool& pool, Visit visit) {
    std::vector<bool> used(pool.text_count(), false);
    for (std::size_t i = 0; i < pool.size(); ++i) visit(pool[i], used);
    std::vector<std::uint32_t> sorted;
    for (std::uint32_t text = 0; text < used.size(); ++text) {
        if (used[text]) sorted.push_back(text);
    }
    std::sort(sorted.begin(), sorted.end(), [&](auto a, auto b) { return pool.text(a) < pool.text(b); });
    Ranking ranking{std::vector<std::uint32_t>(pool.text_count(), 0), sorted.size()};
    for (std::uint32_t rank = 0; rank < sorted.size(); ++rank) ranking.of_text[sorted[rank]] = rank;
    return ranking;
}

/// What an edge is identified by, as comparable numbers, with the order of the evidence behind.
struct Place {
    std::uint32_t source, action, factuality, target;
    std::uint32_t article, sentence, source_begin, action_begin, target_begin;
    std::uint32_t relation;

    [[nodiscard]] auto edge() const { return std::tie(source, action, factuality, target); }
    [[nodiscard]] auto all() const {
        return std::tie(source, action, factuality, target, article, sentence, source_begin, action_begin,
                        target_begin);
    }
};

/// The words of a longer sentence are hard to take in, a headline's are cut short.
std::size_t reading_trouble(const PackedRelation& relation) {
    constexpr std::size_t shortest = 40;
    constexpr std::size_t longest = 250;
    const std::size_t length = relation.sentence_end - relation.sentence_begin;
    return length < shortest ? shortest - length : length > longest ? length - longest : 0;
}

/// Smaller is better evidence: both sides named rather than `he` and `them`, a readable sentence, words close together.
auto evidence_cost(const RelationPool& pool, const PackedRelation& relation) {
    const auto unnamed = [&](const PackedSide& side) {
        const std::size_t offset =
            side.begin < relation.sentence_begin ? 0 : static_cast<std::size_t>(side.begin - relation.sentence_begin);
        return name_form(pool.text(side.text), pool.text(relation.sentence_text), offset).empty() ? 1 : 0;
    };
    const auto [first, last] = std::minmax({relation.source.begin, relation.action_begin, relation.target.begin});
    return std::tuple(unnamed(relation.source) + unnamed(relation.target), reading_trouble(relation), last - first);
}

std::optional<core::Date> date_of(const PackedRelation& relation) {
    if (relation.date != PackedRelation::none) return unpack_date(relation.date);
    if (relation.published != PackedRelation::none) return unpack_date(relation.published);
    return std::nullopt;
}

void extend_time(std::optional<core::Date>& first, std::optional<core::Date>& last, const core::Date& date) {
    if (!first || date < *first) first = date;
    const auto later = [](const core::Date& a, const core::Date& b) {
        return std::pair(core::last_day(a), a) < std::pair(core::last_day(b), b);
    };
    if (!last || later(*last, date)) last = date;
}

/// The fingerprints of sentences, each made once.
class Gists {
public:
    explicit Gists(const RelationPool& pool) : pool_(pool), known_(pool.text_count(), unknown) {}

    std::uint64_t of(std::uint32_t sentence_text) {
        std::uint64_t& gist = known_[sentence_text];
        if (gist == unknown) gist = core::gist(pool_.text(sentence_text));
        return gist;
    }

private:
    static constexpr std::uint64_t unknown = ~std::uint64_t{0};
    const RelationPool& pool_;
    std::vector<std::uint64_t> known_;  // by text number
};

/// Distinct articles, but prints of one dispatch once.
std::size_t weigh(const RelationPool& pool, const Place* begin, const Place* end, Gists& gists) {
    std::vector<core::Telling> tellings;
    for (const Place* place = begin; place != end; ++place) {
        tellings.push_back({place->article, gists.of(pool[place->relation].sentence_text)});
    }
    return core::count_independent(std::move(tellings));
}

RelationEdge sum_edge(const RelationPool& pool, const Place* begin, const Place* end, std::size_t first_evidence,
                      Gists& gists) {
    const PackedRelation& head = pool[begin->relation];
    RelationEdge edge;
    edge.source = begin->source;
    edge.target = begin->target;
    edge.action = pool.text(head.action);
    edge.polarity = head.polarity;
    edge.status = head.status;
    edge.mentions = static_cast<std::size_t>(end - begin);
    edge.first_evidence = first_evidence;
    // Type, mode and code follow from the action; should inputs disagree, the smallest stands, whatever the order.
    const auto kind = [&](const PackedRelation& relation) {
        return std::tuple(relation.type, pool.text(relation.cameo),
                          relation.mode == PackedRelation::none ? std::string_view() : pool.text(relation.mode));
    };
    const PackedRelation* best = &head;
    const PackedRelation* typical = &head;
    std::set<std::string_view> languages;
    for (const Place* place = begin; place != end; ++place) {
        const PackedRelation& relation = pool[place->relation];
        edge.symmetric = edge.symmetric || relation.symmetric;
        if (place == begin || place->article != place[-1].article) {
            edge.articles.emplace_back(pool.text(relation.article));
        }
        if (const auto date = date_of(relation)) extend_time(edge.first_seen, edge.last_seen, *date);
        if (relation.published != PackedRelation::none) {
            extend_time(edge.first_published, edge.last_published, unpack_date(relation.published));
        }
        languages.insert(pool.text(relation.language));
        if (kind(relation) < kind(*typical)) typical = &relation;
        if (place != begin && evidence_cost(pool, relation) < evidence_cost(pool, *best)) {
            best = &relation;
            edge.best = static_cast<std::size_t>(place - begin);
        }
    }
    edge.best += first_evidence;
    edge.sentence = pool.text(best->sentence_text);
    edge.type = typical->type;
    edge.cameo = pool.text(typical->cameo);
    if (typical->mode != PackedRelation::none) edge.mode = pool.text(typical->mode);
    edge.weight = edge.articles.size() < 2 ? 1 : weigh(pool, begin, end, gists);
    edge.languages.assign(languages.begin(), languages.end());
    return edge;
}

std::vector<Place> place_relations(const RelationPool& pool, const Ranking& actors, const Ranking& actions,
                                   const Ranking& articles) {
    std::vector<Place> places(pool.size());
    for (std::uint32_t i = 0; i < pool.size(); ++i) {
        const PackedRelation& relation = pool[i];
        std::uint32_t source = actors.of_text[relation.source.id];
        std::uint32_t target = actors.of_text[relation.target.id];
        if (relation.symmetric && target < source) std::swap(source, target);
        const auto factuality = static_cast<std::uint32_t>(relation.polarity) * 8 +  // 8: more than there are statuses
                                static_cast<std::uint32_t>(relation.status);
        places[i] = {source,
                     actions.of_text[relation.action],
                     factuality,
                     target,
                     articles.of_text[relation.article],
                     relation.sentence_begin,
                     relation.source.begin,
                     relation.action_begin,
                     relation.target.begin,
                     i};
    }
    std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
        if (a.all() != b.all()) return a.all() < b.all();
        return pool.text(pool[a.relation].id) < pool.text(pool[b.relation].id);
    });
    return places;
}

}  // namespace

Summary summarise(const RelationPool& pool) {
    const Ranking actors = rank_texts(pool, [](const PackedRelation& relation, std::vector<bool>& used) {
        used[relation.source.id] = used[relation.target.id] = true;
    });
    const Ranking actions =
        rank_texts(pool, [](const PackedRelation& relation, std::vector<bool>& used) { used[relation.action] = true; });
    const Ranking articles = rank_texts(
        pool, [](const PackedRelation& relation, std::vector<bool>& used) { used[relation.article] = true; });

    Summary summary;
    summary.articles = articles.count;
    summary.actors = sum_actors(pool, actors.of_text, actors.count);
    const std::vector<Place> places = place_relations(pool, actors, actions, articles);
    summary.order.reserve(places.size());
    for (const Place& place : places) summary.order.push_back(place.relation);
    Gists gists(pool);
    for (std::size_t begin = 0; begin < places.size();) {
        std::size_t end = begin + 1;
        while (end < places.size() && places[end].edge() == places[begin].edge()) ++end;
        summary.edges.push_back(sum_edge(pool, places.data() + begin, places.data() + end, begin, gists));
        begin = end;
    }
    return summary;
}

}  // namespace entente::graph
