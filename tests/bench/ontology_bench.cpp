// How long the ontology and the names of a language take to load, and a name to look up.
#include <filesystem>

#include <benchmark/benchmark.h>

#include "language/names.hpp"
#include "ontology/ontology.hpp"

namespace {

using namespace entente;

const std::filesystem::path data = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";

void load_ontology(benchmark::State& state) {
    for (auto _ : state) {
        const ontology::Ontology tables(data / "ontology");
        benchmark::DoNotOptimize(tables.actor("RUS"));
    }
}
BENCHMARK(load_ontology)->Unit(benchmark::kMillisecond);

void load_names(benchmark::State& state) {
    const ontology::Ontology tables(data / "ontology");
    for (auto _ : state) {
        const language::NameTable names(data / "lang" / "en" / "names.tsv", tables);
        benchmark::DoNotOptimize(names.size());
    }
}
BENCHMARK(load_names)->Unit(benchmark::kMillisecond);

void find_names(benchmark::State& state) {
    const ontology::Ontology tables(data / "ontology");
    const language::NameTable names(data / "lang" / "en" / "names.tsv", tables);
    syntax::Sentence sentence;
    for (const char* form : {"The", "Russian", "minister", "Sergey", "Lavroff", "met", "his", "Turkish", "counterpart",
                             "Kemal", "Aydogmus", "in", "Geneva", "on", "Friday", "."}) {
        sentence.tokens.emplace_back().form = form;
    }
    for (auto _ : state) benchmark::DoNotOptimize(names.find(sentence));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * sentence.size()));
}
BENCHMARK(find_names)->Unit(benchmark::kMicrosecond);

}  // namespace
