// Words a second of the recogniser of names on tagged sentences; beside parse/* of bench_parser it is to take less than
// a tenth of the time.

#include <filesystem>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "base/strings.hpp"
#include "entities/name_tagger.hpp"
#include "syntax/conllu.hpp"
#include "syntax/parser.hpp"

using namespace entente;

namespace {

const std::string english =
    "Foreign Minister Amara Diallo told reporters in Geneva on Friday that Freedonia would not sign the agreement "
    "unless the rebels , who had seized two border towns since Monday , withdrew their weapons from the valley .";
const std::string french =
    "La ministre des Affaires étrangères , Amara Diallo , a déclaré vendredi à Genève que son pays ne signerait pas "
    "l' accord tant que les rebelles , qui avaient pris deux villes depuis lundi , ne se retireraient pas .";

const std::filesystem::path data = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";

void mark(benchmark::State& state, const std::string& language, const std::string& text) {
    const ontology::Ontology ontology(data / "ontology");
    const auto pack = language::LanguagePack::load(data / "lang" / language, ontology);
    const auto tagger = entities::NameTagger::load(data, pack);
    syntax::Sentence sentence;
    for (const std::string& form : base::split_list(text, ' ')) sentence.tokens.emplace_back().form = form;
    sentence.language = language;
    syntax::lay_out(sentence, 0);
    syntax::Parser::load(data / "lang" / language / "model.bin").parse(sentence);
    std::vector<syntax::Sentence> article(20, sentence);
    for (auto _ : state) tagger.mark(article);
    state.counters["words/s"] =
        benchmark::Counter(static_cast<double>(state.iterations() * static_cast<std::int64_t>(20 * sentence.size())),
                           benchmark::Counter::kIsRate);
}

void load(benchmark::State& state, const std::string& language) {
    const ontology::Ontology ontology(data / "ontology");
    const auto pack = language::LanguagePack::load(data / "lang" / language, ontology);
    for (auto _ : state) benchmark::DoNotOptimize(entities::NameTagger::load(data, pack));
}

}  // namespace

BENCHMARK_CAPTURE(mark, en, "en", english);
BENCHMARK_CAPTURE(mark, fr, "fr", french);
BENCHMARK_CAPTURE(load, en, "en");
BENCHMARK_CAPTURE(load, fr, "fr");
