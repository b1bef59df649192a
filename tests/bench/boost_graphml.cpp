// What Boost's own write_graphml makes of the same graph, for docs/speed.md.
//
//   boost_graphml NEWS.ent
//
// Bytes, seconds of processor time, MB/s and memory for the edges with their attributes, without places and
// communities.
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <ostream>
#include <streambuf>
#include <string>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <boost/property_map/function_property_map.hpp>

#include "base/strings.hpp"
#include "graph/knowledge_graph.hpp"
#include "store/graph_file.hpp"

using namespace entente;

namespace {

double seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

/// Counts what is written.
class Counter : public std::streambuf {
public:
    std::size_t bytes = 0;

private:
    int_type overflow(int_type byte) override {
        ++bytes;
        return byte;
    }
    std::streamsize xsputn(const char* /*text*/, std::streamsize size) override {
        bytes += static_cast<std::size_t>(size);
        return size;
    }
};

struct Index {
    std::size_t index = 0;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Index>;

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: boost_graphml NEWS.ent\n";
        return 2;
    }
    const store::GraphFile file = store::GraphFile::open(arguments[1], store::GraphFile::Access::read);
    graph::KnowledgeGraph known;
    file.for_each_relation([&](const core::Relation& relation) { known.add(relation); });
    const double loaded = (static_cast<void>(known.edges()), memory());
    const double start = seconds();
    Graph graph(known.actors().size());
    for (std::size_t i = 0; i < known.edges().size(); ++i) {
        add_edge(known.edges()[i].source, known.edges()[i].target, Index{i}, graph);
    }
    boost::dynamic_properties properties;
    const auto node = [&](const char* name, auto value) {
        properties.property(name, boost::make_function_property_map<Graph::vertex_descriptor>(
                                      [&known, value](auto v) { return value(known.actors()[v]); }));
    };
    const auto edge = [&](const char* name, auto value) {
        properties.property(name,
                            boost::make_function_property_map<Graph::edge_descriptor>(
                                [&known, &graph, value](auto e) { return value(known.edges()[graph[e].index]); }));
    };
    using Node = graph::ActorNode;
    using Edge = graph::RelationEdge;
    const auto date = [](const auto& day) { return day ? core::to_string(*day) : std::string(); };
    node("label", [](const Node& actor) { return actor.label; });
    node("kind", [](const Node& actor) { return std::string(core::to_string(actor.kind)); });
    node("principal", [](const Node& actor) { return actor.principal; });
    node("country", [](const Node& actor) { return actor.country.value_or(""); });
    node("mentions", [](const Node& actor) { return static_cast<int>(actor.mentions); });
    edge("interaction", [](const Edge& e) { return e.action; });
    edge("type", [](const Edge& e) { return std::string(core::to_string(e.type)); });
    edge("cameo", [](const Edge& e) { return e.cameo; });
    edge("polarity", [](const Edge& e) { return std::string(core::to_string(e.polarity)); });
    edge("status", [](const Edge& e) { return std::string(core::to_string(e.status)); });
    edge("symmetric", [](const Edge& e) { return e.symmetric; });
    edge("weight", [](const Edge& e) { return static_cast<int>(e.weight); });
    edge("edgementions", [](const Edge& e) { return static_cast<int>(e.mentions); });
    edge("first_seen", [date](const Edge& e) { return date(e.first_seen); });
    edge("last_seen", [date](const Edge& e) { return date(e.last_seen); });
    edge("languages", [](const Edge& e) { return base::join(e.languages, "|"); });
    edge("sentence", [](const Edge& e) { return e.sentence; });
    edge("articles", [](const Edge& e) { return base::join(e.articles, "|"); });
    Counter counter;
    std::ostream out(&counter);
    boost::write_graphml(out, graph, properties, true);
    const double took = seconds() - start;
    const double megabytes = static_cast<double>(counter.bytes) / 1e6;
    std::printf("Boost write_graphml %8.0f MB %7.2f s %7.0f MB/s, %5.0f MB more\n", megabytes, took, megabytes / took,
                memory() - loaded);
}
