// Words a second of the tagger-parser, by sentence length, and of its matrix kernel, by instruction set.

#include <filesystem>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "base/strings.hpp"
#include "syntax/kernels.hpp"
#include "syntax/parser.hpp"

using namespace entente;

namespace {

const std::string english =
    "The foreign minister told reporters in Geneva on Friday that his country would not sign the agreement unless the "
    "rebels , who had "
    "seized two border towns since Monday , withdrew their heavy weapons from the valley .";
const std::string french =
    "Le ministre des affaires étrangères a déclaré vendredi à Genève que son pays ne signerait pas l' accord tant que "
    "les rebelles , qui "
    "avaient pris deux villes frontalières depuis lundi , ne retireraient pas leurs armes lourdes de la vallée .";

std::filesystem::path model(const std::string& language) {
    return std::filesystem::path(ENTENTE_SOURCE_DIR) / "data/lang" / language / "model.bin";
}

syntax::Sentence sentence_of(const std::string& text, std::size_t length) {
    const std::vector<std::string> forms = base::split_list(text, ' ');
    syntax::Sentence sentence;
    for (std::size_t i = 0; i < length; ++i) sentence.tokens.emplace_back().form = forms[i % forms.size()];
    return sentence;
}

void parse(benchmark::State& state, const std::string& language, const std::string& text) {
    const auto parser = syntax::Parser::load(model(language));
    syntax::Sentence sentence = sentence_of(text, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) parser.parse(sentence);
    state.counters["words/s"] =
        benchmark::Counter(static_cast<double>(state.iterations() * state.range(0)), benchmark::Counter::kIsRate);
}

void load(benchmark::State& state, const std::string& language) {
    for (auto _ : state) benchmark::DoNotOptimize(syntax::Parser::load(model(language)));
}

void multiply(benchmark::State& state, const syntax::Kernels* kernels) {
    const syntax::Dense layer(384, 256, std::vector<float>(384 * 256, 0.5F), 256, 1, {});
    const std::vector<float> x(30 * 384, 0.25F);
    std::vector<float> y(30 * layer.padded);
    syntax::Quantised q(30, 384);
    for (auto _ : state) {
        kernels->quantise(x.data(), 384, q);
        kernels->multiply(layer, q, 0, 30, y.data());
        benchmark::ClobberMemory();
    }
    state.counters["FLOP/s"] =
        benchmark::Counter(2.0 * 30 * 384 * 256 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    benchmark::RegisterBenchmark("parse/en", parse, "en", english)->Arg(10)->Arg(25)->Arg(60)->Arg(400);
    benchmark::RegisterBenchmark("parse/fr", parse, "fr", french)->Arg(10)->Arg(25)->Arg(60)->Arg(400);
    benchmark::RegisterBenchmark("load/en", load, "en");
    benchmark::RegisterBenchmark("load/fr", load, "fr");
    for (const auto* kernels : syntax::Kernels::all()) {
        benchmark::RegisterBenchmark((std::string("multiply/") + kernels->name).c_str(), multiply, kernels);
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
