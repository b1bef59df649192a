// How fast and in how much memory a graph is written.
//
//   export_speed NEWS.ent [FORMAT…]
//
// For each format: bytes, seconds of processor time for the whole of it and for what comes before the first byte
// (centrality, communities, layout; the index of the evidence), MB/s, and how much more memory than the loaded graph
// was needed.
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include "exporters/formats.hpp"
#include "store/graph_file.hpp"

using namespace entente;

namespace {

/// Of this process's work, whatever else the machine does.
double seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// A line of /proc/self/status in MB.
double memory(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) return std::stod(line.substr(name.size() + 1)) / 1024;
    }
    return 0;
}

void measure(const graph::KnowledgeGraph& graph, const ontology::Ontology& ontology, const exporters::Format& format) {
    std::ofstream("/proc/self/clear_refs") << "5";  // the peak begins anew
    const double before = memory("VmRSS:");
    std::size_t bytes = 0;
    const double start = seconds();
    double first = start;
    base::Diagnostics diagnostics;
    format.write({graph, ontology, diagnostics}, {}, [&](std::string_view piece) {
        if (bytes == 0) first = seconds();
        bytes += piece.size();
    });
    const double end = seconds();
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::printf("%-8s %8.0f MB %7.2f s, %5.2f s of it preparing %7.0f MB/s, writing alone %5.0f MB/s, %5.0f MB more\n",
                std::string(format.name).c_str(), megabytes, end - start, first - start, megabytes / (end - start),
                megabytes / (end - first), memory("VmHWM:") - before);
    std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::cerr << "usage: export_speed NEWS.ent [FORMAT…]\n";
        return 2;
    }
    const ontology::Ontology ontology(std::string(ENTENTE_SOURCE_DIR) + "/data/ontology");
    const store::GraphFile file = store::GraphFile::open(arguments[1], store::GraphFile::Access::read);
    graph::KnowledgeGraph graph;
    file.for_each_relation([&](const core::Relation& relation) { graph.add(relation); });
    std::printf("%zu actors, %zu edges, %zu relations; %.0f MB loaded\n", graph.actors().size(), graph.edges().size(),
                graph.relation_count(), memory("VmRSS:"));
    std::fflush(stdout);
    std::vector<std::string> names(arguments + 2, arguments + count);
    if (names.empty()) names = {"graphml", "gexf", "jsonld", "nq", "ttl", "csv", "jsonl"};
    for (const std::string& name : names) {
        // Each in a process of its own, so that none finds the memory of the one before.
        const pid_t child = fork();
        if (child == 0) {
            measure(graph, ontology, *exporters::find_format(name));
            _exit(0);
        }
        waitpid(child, nullptr, 0);
    }
}
