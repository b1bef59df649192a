// fuzz [--iterations N] [--seconds N] [--seed N] [--input FILE] [TARGET…]: damages sound inputs and looks whether the
// readers survive (docs/testing.md). The same seed and number of iterations give the same inputs. Where the compiler
// marks every branch (preset `fuzz`), inputs that reach new code are kept and damaged further.

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "base/files.hpp"
#include "fuzz/mutator.hpp"
#include "fuzz/target.hpp"

namespace {

constexpr unsigned hang_seconds = 60;
constexpr std::size_t branch_slots = 1 << 16;

unsigned char reached[branch_slots];
bool reached_new = false;

struct Options {
    std::size_t iterations = 1000;
    long seconds = 0;
    std::uint64_t seed = 1;
    std::string input;
    std::vector<std::string> names;
};

// What the handlers of crashes need: they may not allocate.
const std::string* current_input = nullptr;
char finding_name[64];

void save_input() {
    if (current_input == nullptr) return;
    const int file = ::open(finding_name, O_CREAT | O_WRONLY | O_TRUNC, 0644);
    if (file < 0) return;
    const ssize_t written = ::write(file, current_input->data(), current_input->size());
    ::close(file);
    const char* text = written < 0 ? "fuzz: the input could not be written: " : "fuzz: the input is in ";
    if (::write(2, text, std::strlen(text)) < 0 || ::write(2, finding_name, std::strlen(finding_name)) < 0 ||
        ::write(2, "\n", 1) < 0) {
        return;
    }
}

void on_signal(int number) {
    std::fprintf(stderr, "fuzz: signal %d\n", number);
    save_input();
    std::_Exit(1);
}

}  // namespace

extern "C" {
void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));
void __sanitizer_cov_trace_pc();

/// GCC calls this on every branch with -fsanitize-coverage=trace-pc.
__attribute__((no_sanitize_coverage)) void __sanitizer_cov_trace_pc() {
    const auto here = reinterpret_cast<std::size_t>(&__sanitizer_cov_trace_pc);
    const std::size_t slot = (reinterpret_cast<std::size_t>(__builtin_return_address(0)) - here) % branch_slots;
    if (reached[slot] == 0) reached_new = true;
    reached[slot] = 1;
}
}

namespace fuzz {

void require(bool holds, const char* rule) {
    if (!holds) throw std::logic_error(std::string("broken rule: ") + rule);
}

ScratchFile::ScratchFile(const std::string& name)
    : path_(std::filesystem::temp_directory_path() / ("entente_fuzz_" + std::to_string(::getpid()) + "_" + name)) {}

ScratchFile::~ScratchFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

const std::filesystem::path& ScratchFile::fill(std::string_view bytes) const {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path_;
}

}  // namespace fuzz

namespace {

Options read_options(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const std::string value = argument.starts_with("--") && i + 1 < argc ? argv[++i] : "";
        if (argument == "--iterations") {
            options.iterations = std::stoul(value);
        } else if (argument == "--seconds") {
            options.seconds = std::stol(value);
        } else if (argument == "--seed") {
            options.seed = std::stoull(value);
        } else if (argument == "--input") {
            options.input = value;
        } else {
            options.names.push_back(argument);
        }
    }
    return options;
}

/// False if the target did not survive.
bool survives(fuzz::Target& target, const std::string& bytes) {
    current_input = &bytes;
    ::alarm(hang_seconds);
    try {
        target.run(bytes);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "fuzz: %s: %s\n", target.name().c_str(), problem.what());
        save_input();
        return false;
    }
    current_input = nullptr;
    return true;
}

bool fuzz_target(fuzz::Target& target, const Options& options) {
    std::snprintf(finding_name, sizeof finding_name, "fuzz-%s.finding", target.name().c_str());
    if (!options.input.empty()) return survives(target, entente::base::read_file(options.input));
    std::vector<std::string> corpus = target.seeds();
    const std::vector<std::string> words = target.words();
    for (const std::string& seed : corpus) {
        if (!survives(target, seed)) return false;
    }
    fuzz::Random random(options.seed);
    const std::time_t begin = std::time(nullptr);
    std::size_t done = 0;
    while (options.seconds > 0 ? std::time(nullptr) - begin < options.seconds : done < options.iterations) {
        ++done;
        std::string bytes = corpus[random.below(corpus.size())];
        fuzz::mutate(bytes, corpus, words, random);
        if (random.below(4) > 0) target.repair(bytes);
        reached_new = false;
        if (!survives(target, bytes)) return false;
        if (reached_new) corpus.push_back(bytes);
    }
    const auto branches = std::count(std::begin(reached), std::end(reached), 1);
    std::printf("%-10s %9zu inputs, %5zu kept, %6ld branches\n", target.name().c_str(), done, corpus.size(),
                static_cast<long>(branches));
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    const Options options = read_options(argc, argv);
    if (__sanitizer_set_death_callback != nullptr) {
        __sanitizer_set_death_callback(save_input);
        std::signal(SIGALRM, on_signal);
    } else {
        for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGALRM}) std::signal(number, on_signal);
    }
    bool sound = true;
    std::size_t found = 0;
    fuzz::Targets targets = fuzz::file_targets();
    for (auto& target : fuzz::language_targets()) targets.push_back(std::move(target));
    for (const std::unique_ptr<fuzz::Target>& target : targets) {
        const auto& names = options.names;
        if (!names.empty() && std::find(names.begin(), names.end(), target->name()) == names.end()) continue;
        ++found;
        sound = fuzz_target(*target, options) && sound;
    }
    if (found == 0) std::fprintf(stderr, "fuzz: there is no such target\n");
    return sound && found > 0 ? 0 : 1;
}
