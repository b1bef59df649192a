#include "graph/knowledge_graph.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <boost/graph/adjacency_list.hpp>

#include "graph/relation_pool.hpp"
#include "graph/summary.hpp"

namespace entente::graph {

namespace {

using EdgeIndex = boost::property<boost::edge_index_t, std::size_t>;
using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, EdgeIndex>;

/// Fills in what the ontology knows; what the articles say of mentions and principal stands.
void complete(ActorNode& actor, const ActorFacts& facts) {
    if (!facts.label.empty() && facts.label != actor.label) {
        if (actor.label != actor.id) actor.aliases.push_back({actor.label, "en", 0});
        actor.label = facts.label;
        std::erase_if(actor.aliases, [&](const Alias& alias) { return alias.text == facts.label; });
    }
    if (facts.kind) actor.kind = *facts.kind;
    if (facts.country) actor.country = facts.country;
    if (facts.wikidata) actor.wikidata = facts.wikidata;
    std::set<std::pair<std::string, std::string>> seen;
    for (const Alias& alias : actor.aliases) seen.emplace(alias.text, alias.language);
    for (const Alias& alias : facts.aliases) {
        if (alias.text != actor.label && seen.emplace(alias.text, alias.language).second) {
            actor.aliases.push_back({alias.text, alias.language, 0});
        }
    }
    std::sort(actor.aliases.begin(), actor.aliases.end());
}

}  // namespace

struct KnowledgeGraph::Hidden {
    RelationPool pool;
    std::map<std::string, ActorFacts, std::less<>> facts;
    // Made from the two above when somebody looks.
    bool settled = false;
    Summary summary;
    Network network;

    void settle();
    void connect();
    void change() { settled = false; }
};

void KnowledgeGraph::Hidden::settle() {
    if (settled) return;
    summary = summarise(pool);
    for (ActorNode& actor : summary.actors) {
        if (const auto known = facts.find(actor.id); known != facts.end()) complete(actor, known->second);
    }
    network = Network();
    settled = true;
}

void KnowledgeGraph::Hidden::connect() {
    settle();
    if (num_vertices(network) == summary.actors.size()) return;
    network = Network(summary.actors.size());
    for (std::size_t i = 0; i < summary.edges.size(); ++i) {
        add_edge(summary.edges[i].source, summary.edges[i].target, EdgeIndex(i), network);
    }
}

KnowledgeGraph::KnowledgeGraph() : hidden_(std::make_unique<Hidden>()) {}
KnowledgeGraph::KnowledgeGraph(const KnowledgeGraph& other) : hidden_(std::make_unique<Hidden>(*other.hidden_)) {}
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&& other) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph other) noexcept {
    hidden_.swap(other.hidden_);
    return *this;
}
KnowledgeGraph::~KnowledgeGraph() = default;

void KnowledgeGraph::add(const core::Relation& relation) {
    hidden_->pool.add(relation);
    hidden_->change();
}

void KnowledgeGraph::merge(const KnowledgeGraph& other) {
    if (&other == this) return;
    for (std::size_t i = 0; i < other.hidden_->pool.size(); ++i) hidden_->pool.add(other.hidden_->pool.unpack(i));
    hidden_->facts.insert(other.hidden_->facts.begin(), other.hidden_->facts.end());
    hidden_->change();
}

void KnowledgeGraph::describe(const FactSource& source) {
    hidden_->settle();
    bool again = false;
    for (ActorNode& actor : hidden_->summary.actors) {
        auto known = source(actor.id);
        if (!known) continue;
        const auto [place, is_new] = hidden_->facts.insert_or_assign(actor.id, std::move(*known));
        // What an earlier description filled in cannot be taken back in place.
        if (is_new) complete(actor, place->second);
        again = again || !is_new;
    }
    if (again) hidden_->change();
}

std::optional<ActorFacts> KnowledgeGraph::facts(std::string_view id) const {
    const auto known = hidden_->facts.find(id);
    if (known == hidden_->facts.end()) return std::nullopt;
    return known->second;
}

const std::vector<ActorNode>& KnowledgeGraph::actors() const {
    hidden_->settle();
    return hidden_->summary.actors;
}

const std::vector<RelationEdge>& KnowledgeGraph::edges() const {
    hidden_->settle();
    return hidden_->summary.edges;
}

std::optional<std::size_t> KnowledgeGraph::find_actor(std::string_view id) const {
    const auto& all = actors();
    const auto found = std::lower_bound(
        all.begin(), all.end(), id, [](const ActorNode& actor, std::string_view sought) { return actor.id < sought; });
    if (found == all.end() || found->id != id) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

std::vector<std::size_t> KnowledgeGraph::edges_of(std::size_t actor) const {
    hidden_->connect();
    const Network& network = hidden_->network;
    std::vector<std::size_t> found;
    for (auto [edge, end] = out_edges(actor, network); edge != end; ++edge) {
        found.push_back(get(boost::edge_index, network, *edge));
    }
    for (auto [edge, end] = in_edges(actor, network); edge != end; ++edge) {
        if (source(*edge, network) != actor) found.push_back(get(boost::edge_index, network, *edge));
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::size_t KnowledgeGraph::relation_count() const {
    return hidden_->pool.size();
}

std::size_t KnowledgeGraph::article_count() const {
    hidden_->settle();
    return hidden_->summary.articles;
}

core::Relation KnowledgeGraph::relation(std::size_t number) const {
    hidden_->settle();
    return hidden_->pool.unpack(hidden_->summary.order.at(number));
}

const PackedRelation& KnowledgeGraph::packed(std::size_t number) const {
    hidden_->settle();
    return hidden_->pool[hidden_->summary.order.at(number)];
}

std::string_view KnowledgeGraph::text(std::uint32_t number) const {
    return hidden_->pool.text(number);
}

std::vector<core::Relation> KnowledgeGraph::evidence(const RelationEdge& edge) const {
    std::vector<core::Relation> relations;
    relations.reserve(edge.mentions);
    for (std::size_t i = 0; i < edge.mentions; ++i) relations.push_back(relation(edge.first_evidence + i));
    return relations;
}

}  // namespace entente::graph
