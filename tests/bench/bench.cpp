// bench [--threads N] [--rounds N] [--words N] [INPUT…]: words a second by stage, language and instruction set.
//
// INPUT: articles in any form that the program reads; without any, the samples, repeated. On one thread the processor
// time counts, so that a busy machine does little harm; on several the clock does. Of all rounds the best is printed.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "articles/reader.hpp"
#include "extract/reading.hpp"
#include "pipeline/knowledge.hpp"
#include "pipeline/pipeline.hpp"
#include "resolve/quotations.hpp"
#include "resolve/relations.hpp"
#include "resolve/resolver.hpp"
#include "syntax/kernels.hpp"
#include "syntax/parser.hpp"

using namespace entente;

namespace {

struct Options {
    unsigned threads = 2;
    int rounds = 5;
    std::size_t words = 20000;
    std::vector<std::string> inputs;
};

/// An article with what comes out of the earlier stages, so that each stage can be measured alone.
struct Prepared {
    articles::Article article;
    pipeline::Analysis analysis;
    std::size_t words = 0;
};

double seconds_of(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// `VmRSS`, `VmHWM`: what the kernel says of this process, in MB.
double memory(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name + ":")) return std::stod(line.substr(name.size() + 1)) / 1024;
    }
    return 0;
}

Options read_options(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const auto value = [&] { return i + 1 < argc ? std::strtoul(argv[++i], nullptr, 10) : 0; };
        if (argument == "--threads") {
            options.threads = std::max(1U, static_cast<unsigned>(value()));
        } else if (argument == "--rounds") {
            options.rounds = std::max(1, static_cast<int>(value()));
        } else if (argument == "--words") {
            options.words = value();
        } else {
            options.inputs.push_back(argument);
        }
    }
    if (options.inputs.empty()) options.inputs = {std::string(ENTENTE_SOURCE_DIR) + "/samples"};
    return options;
}

/// Articles by the language of most of their sentences, repeated until there are enough words.
std::map<std::string, std::vector<Prepared>> prepare(const Options& options, const pipeline::Knowledge& knowledge) {
    std::map<std::string, std::vector<Prepared>> found;
    base::Diagnostics diagnostics;
    articles::Input input;
    input.paths = options.inputs;
    const auto take = [&](const articles::Article& article, pipeline::Analysis analysis) {
        std::map<std::string, std::size_t> words;
        for (const syntax::Sentence& sentence : analysis.sentences) words[sentence.language] += sentence.size();
        if (words.empty()) return;
        const auto main = std::max_element(words.begin(), words.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        const std::size_t size = analysis.words;
        found[main->first].push_back({article, std::move(analysis), size});
    };
    pipeline::analyse_all(input, knowledge, pipeline::Stage::syntax, 1, take, diagnostics);
    for (auto& [language, prepared] : found) {
        std::size_t total = 0;
        for (const Prepared& one : prepared) total += one.words;
        for (std::size_t i = 0; total < options.words; ++i) {
            prepared.push_back(Prepared(prepared[i]));
            total += prepared.back().words;
        }
    }
    return found;
}

using Work = std::function<void(const Prepared&)>;

/// Words a second of the best round.
double measure(const std::vector<Prepared>& articles, unsigned threads, int rounds, const Work& work) {
    std::size_t words = 0;
    for (const Prepared& one : articles) words += one.words;
    const clockid_t clock = threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC;
    double best = 0;
    for (int round = 0; round < rounds; ++round) {
        const double begin = seconds_of(clock);
        std::atomic<std::size_t> next = 0;
        const auto take = [&] {
            for (std::size_t i = next++; i < articles.size(); i = next++) work(articles[i]);
        };
        std::vector<std::jthread> workers;
        for (unsigned i = 1; i < threads; ++i) workers.emplace_back(take);
        take();
        workers.clear();
        best = std::max(best, static_cast<double>(words) / (seconds_of(clock) - begin));
    }
    return best;
}

resolve::Readings read_trees(const Prepared& one, const pipeline::Knowledge& knowledge) {
    resolve::Readings readings;
    for (const syntax::Sentence& sentence : one.analysis.sentences) {
        readings.push_back(std::make_unique<extract::Reading>(sentence, knowledge.languages.at(sentence.language)));
    }
    return readings;
}

void parse(const Prepared& one, const std::map<std::string, syntax::Parser>& parsers) {
    for (const syntax::Sentence& sentence : one.analysis.sentences) {
        syntax::Sentence copy = sentence;
        parsers.at(sentence.language).parse(copy);
    }
}

void resolve_all(const Prepared& one, const pipeline::Knowledge& knowledge) {
    const text::CodePoints document(one.analysis.document);
    const resolve::Readings readings = read_trees(one, knowledge);
    const resolve::Quotations quotations(document, one.analysis.paragraphs, readings);
    resolve::Resolver resolver(knowledge.ontology, document, readings, quotations, one.article.published);
    (void)resolve::RelationMaker(one.article, document, readings, quotations, resolver, knowledge.dates).make();
}

void print_row(const std::string& language, const std::string& stage, unsigned threads, double speed, double whole) {
    std::printf("%-9s %-32s %7u %12.0f %8.2f\n", language.c_str(), stage.c_str(), threads, speed, speed / whole);
}

/// Rows of one language and number of threads; the last column is the ratio to the whole pipeline.
void print_stages(const std::string& language, const std::vector<Prepared>& articles, unsigned threads,
                  const Options& options, const pipeline::Knowledge& knowledge) {
    const auto speed = [&](const Work& work) { return measure(articles, threads, options.rounds, work); };
    const auto analyse = [&](pipeline::Stage stage) {
        return speed([&, stage](const Prepared& one) { (void)pipeline::analyse(one.article, knowledge, stage); });
    };
    const double whole = analyse(pipeline::Stage::relations);
    const double extraction = speed([&](const Prepared& one) { (void)read_trees(one, knowledge); });
    const double both = speed([&](const Prepared& one) { resolve_all(one, knowledge); });
    print_row(language, "sentences, tokens", threads, analyse(pipeline::Stage::sentences), whole);
    for (const syntax::Kernels* kernels : syntax::Kernels::all()) {
        ::setenv("ENTENTE_ISA", kernels->name, 1);
        std::map<std::string, syntax::Parser> parsers;
        const std::string data = pipeline::find_data().string();
        for (const auto& [code, pack] : knowledge.languages) {
            parsers.emplace(code, syntax::Parser::load(data + "/lang/" + code + "/model.bin"));
        }
        const double parsing = speed([&](const Prepared& one) { parse(one, parsers); });
        print_row(language, std::string("tag, lemma, parse: ") + kernels->name, threads, parsing, whole);
    }
    ::unsetenv("ENTENTE_ISA");
    print_row(language, "extraction", threads, extraction, whole);
    print_row(language, "resolution", threads, 1 / std::max(1e-12, 1 / both - 1 / extraction), whole);
    print_row(language, "the whole pipeline", threads, whole, whole);
}

void print_loading(const pipeline::Knowledge& knowledge) {
    const double before = memory("VmRSS");
    std::vector<syntax::Parser> parsers;
    for (const auto& [code, pack] : knowledge.languages) {
        const std::filesystem::path model = pipeline::find_data() / "lang" / code / "model.bin";
        double best = 1e9;
        for (int round = 0; round < 5; ++round) {
            const double begin = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
            (void)syntax::Parser::load(model);
            best = std::min(best, seconds_of(CLOCK_PROCESS_CPUTIME_ID) - begin);
        }
        parsers.push_back(syntax::Parser::load(model));
        std::printf("model %s: %.1f MB, loaded in %.1f ms\n", code.c_str(),
                    static_cast<double>(std::filesystem::file_size(model)) / 1e6, 1e3 * best);
    }
    std::printf("memory of all models: %.1f MB\n", memory("VmRSS") - before);
}

}  // namespace

int main(int argc, char** argv) {
    const Options options = read_options(argc, argv);
    const double begin = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    const pipeline::Knowledge knowledge = pipeline::Knowledge::load(pipeline::find_data());
    std::printf("all knowledge loaded in %.0f ms, %.1f MB\n", 1e3 * (seconds_of(CLOCK_PROCESS_CPUTIME_ID) - begin),
                memory("VmRSS"));
    print_loading(knowledge);
    std::printf("\n%-9s %-32s %7s %12s %8s\n", "language", "stage", "threads", "words/s", "ratio");
    for (const auto& [language, articles] : prepare(options, knowledge)) {
        for (unsigned threads = 1; threads <= options.threads; threads *= 2) {
            print_stages(language, articles, threads, options, knowledge);
        }
    }
    std::printf("\nmost memory in use: %.1f MB\n", memory("VmHWM"));
    return 0;
}
