// Entente as a library: articles in, a graph file, a graph in memory, and what it says.
//
//   who_to_whom DATA ARTICLES.jsonl GRAPH.ent
#include <exception>
#include <iostream>

#include "base/diagnostics.hpp"
#include "base/hash.hpp"
#include "graph/analysis.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/paths.hpp"
#include "pipeline/pipeline.hpp"
#include "store/graph_file.hpp"

using namespace entente;

namespace {

/// Reads articles, finds who does what to whom in them, and keeps that in a new graph file.
void build(const std::string& data, const std::string& articles, const std::string& file_name) {
    const auto knowledge = pipeline::Knowledge::load(data);
    store::GraphFile file = store::GraphFile::create(file_name);
    base::Diagnostics diagnostics([](const base::Message& message) { std::cerr << message.text << "\n"; });
    articles::Input input;
    input.paths = {articles};
    file.begin();
    pipeline::analyse_all(
        input, knowledge, pipeline::Stage::relations, 1,
        [&](const articles::Article& article, const pipeline::Analysis& analysis) {
            store::ArticleRecord record;
            record.id = article.id;
            record.hash = base::hash_hex(analysis.document);
            record.title = article.title;
            record.published = article.published;
            file.add_article(record, analysis.relations);
        },
        diagnostics);
    file.commit();
}

graph::KnowledgeGraph load(const std::string& file_name) {
    graph::KnowledgeGraph graph;
    store::GraphFile::open(file_name, store::GraphFile::Access::read)
        .for_each_relation([&](const core::Relation& relation) { graph.add(relation); });
    return graph;
}

void show(const graph::KnowledgeGraph& graph) {
    for (const graph::RelationEdge& edge : graph.edges()) {
        std::cout << graph.actors()[edge.source].label << " - " << edge.action << " - "
                  << graph.actors()[edge.target].label << ": " << edge.sentence << "\n";
    }
    const std::vector<double> ranks = graph::pagerank(graph);
    std::size_t first = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        if (ranks[i] > ranks[first]) first = i;
    }
    if (!ranks.empty()) std::cout << "most central: " << graph.actors()[first].label << "\n";
    const auto greece = graph.find_actor("GRC");
    const auto germany = graph.find_actor("DEU");
    if (greece && germany) {
        for (const graph::Chain& chain : graph::shortest_paths(graph, *greece, *germany)) {
            std::cout << "from Greece to Germany: " << chain.size() << " steps\n";
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "who_to_whom DATA ARTICLES.jsonl GRAPH.ent\n";
        return 2;
    }
    try {
        build(argv[1], argv[2], argv[3]);
        show(load(argv[3]));
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << "\n";
        return 2;
    }
    return 0;
}
