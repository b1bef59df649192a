// A made-up graph of any size, for measuring: who acts with whom follows a power law, as in the news.
//
//   make_graph ACTORS EDGES RELATIONS FILE.ent|FILE.jsonl
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "core/relation_json.hpp"
#include "ontology/ontology.hpp"
#include "store/graph_file.hpp"

using namespace entente;

namespace {

constexpr std::size_t relations_per_article = 5;

/// SplitMix64: the same numbers everywhere.
class Chance {
public:
    std::uint64_t number() {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(number() % limit); }
    double unit() { return static_cast<double>(number() >> 11) * 0x1.0p-53; }

private:
    std::uint64_t state_ = 20161202;
};

/// The first actors are those of the ontology, so that names can be asked for.
struct World {
    std::vector<core::Participant> actors;
    std::vector<core::ActionRef> actions;
};

World make_world(std::size_t count) {
    const ontology::Ontology ontology(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data/ontology");
    World world;
    for (const auto& [id, actor] : ontology.actors()) {
        if (actor.kind != core::ActorKind::state || world.actors.size() == count) continue;
        world.actors.push_back({id, actor.labels.at("en"), actor.kind, id, id, {}, {}, actor.labels.at("en")});
    }
    for (std::size_t i = world.actors.size(); i < count; ++i) {
        const std::string name = "Person " + std::to_string(i);
        const std::string principal = world.actors[i % 190].id;
        world.actors.push_back(
            {"person-" + std::to_string(i), name, core::ActorKind::person, principal, principal, name, {}, name});
    }
    for (const auto& [id, action] : ontology.actions()) {
        world.actions.push_back({id, action.type, action.mode, action.cameo, {}, id});
        if (world.actions.size() == 60) break;
    }
    return world;
}

struct Edge {
    std::uint32_t source, action, target;

    friend auto operator<=>(const Edge&, const Edge&) = default;
};

/// Different edges; a few actors have very many.
std::vector<Edge> make_edges(const World& world, std::size_t count, Chance& chance) {
    const auto actor = [&] {
        const double skewed = std::pow(chance.unit(), 3.0);
        return static_cast<std::uint32_t>(skewed * static_cast<double>(world.actors.size()));
    };
    std::vector<Edge> edges;
    while (edges.size() < count) {
        while (edges.size() < count + count / 20) {
            const Edge edge{actor(), static_cast<std::uint32_t>(chance.below(world.actions.size())), actor()};
            if (edge.source != edge.target) edges.push_back(edge);
        }
        std::sort(edges.begin(), edges.end());
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    }
    // Taken out at chance, lest the last actors lose all.
    while (edges.size() > count) {
        edges[chance.below(edges.size())] = edges.back();
        edges.pop_back();
    }
    return edges;
}

constexpr std::array<std::string_view, 24> fillers{"after",  "talks",     "in",     "the",     "capital", "on",
                                                   "Monday", "officials", "said",   "while",   "members", "of",
                                                   "both",   "parties",   "waited", "for",     "further", "reports",
                                                   "about",  "border",    "trade",  "exports", "water",   "rights"};

/// `<source> <action> <target> and some words more.`, the article's `number`-th sentence.
core::Relation make_relation(const World& world, const Edge& edge, const std::string& article, std::size_t day,
                             std::size_t number, Chance& chance) {
    core::Relation relation;
    relation.article = article;
    relation.published = core::from_days(static_cast<long>(17000 + day));
    relation.language = chance.below(2) == 0 ? "en" : "fr";
    relation.source = world.actors[edge.source];
    relation.action = world.actions[edge.action];
    relation.target = world.actors[edge.target];
    const std::size_t begin = 40 + 160 * number;
    std::string text;
    const auto place = [&](core::Span& span, const std::string& words) {
        span = {begin + text.size(), begin + text.size() + words.size()};
        text += words + " ";
    };
    place(relation.source.span, relation.source.text);
    place(relation.action.span, relation.action.text);
    place(relation.target.span, relation.target.text);
    for (int i = 0; i < 12; ++i) text += std::string(fillers[chance.below(fillers.size())]) + " ";
    text.back() = '.';
    relation.sentence = {number + 1, {begin, begin + text.size()}, text};
    relation.status = chance.below(8) == 0 ? core::Status::reported : core::Status::actual;
    relation.rule = "en:verb.nsubj.obj";
    relation.id = core::relation_id(relation);
    return relation;
}

template <typename Sink>
void make_articles(const World& world, const std::vector<Edge>& edges, std::size_t count, Chance& chance, Sink sink) {
    for (std::size_t made = 0, number = 0; made < count; ++number) {
        const std::string id = "article-" + std::to_string(number);
        std::vector<core::Relation> relations;
        for (std::size_t i = 0; i < relations_per_article && made < count; ++i, ++made) {
            // Each edge comes once before any comes again.
            const Edge& edge = made < edges.size() ? edges[made] : edges[chance.below(edges.size())];
            relations.push_back(make_relation(world, edge, id, number % 3000, i, chance));
        }
        sink(id, relations);
    }
}

void write_lines(const std::string& path, const World& world, const std::vector<Edge>& edges, std::size_t count,
                 Chance& chance) {
    std::ofstream out(path, std::ios::binary);
    make_articles(world, edges, count, chance, [&](const std::string&, const std::vector<core::Relation>& relations) {
        for (const core::Relation& relation : relations) out << core::to_json(relation) << "\n";
    });
}

void write_graph(const std::string& path, const World& world, const std::vector<Edge>& edges, std::size_t count,
                 Chance& chance) {
    store::GraphFile file = store::GraphFile::create(path);
    file.begin();
    make_articles(world, edges, count, chance,
                  [&](const std::string& id, const std::vector<core::Relation>& relations) {
                      file.add_article({id, "made", "", {}, {}, relations.front().published, "en", 500}, relations);
                  });
    file.commit();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::cerr << "make_graph ACTORS EDGES RELATIONS FILE.ent|FILE.jsonl\n";
        return 2;
    }
    Chance chance;
    const World world = make_world(std::strtoul(argv[1], nullptr, 10));
    std::vector<Edge> edges = make_edges(world, std::strtoul(argv[2], nullptr, 10), chance);
    for (std::size_t i = edges.size(); i > 1; --i) std::swap(edges[i - 1], edges[chance.below(i)]);
    const std::size_t relations = std::strtoul(argv[3], nullptr, 10);
    const std::string path = argv[4];
    (path.ends_with(".jsonl") ? write_lines : write_graph)(path, world, edges, relations, chance);
    return 0;
}
