// Resolves the marked mentions of tests/actors (README.md there) and says how many are right:
// run_actors [--right MIN] [--wrong MAX] [--quiet] FOLDER…   (a folder is named after its language)

#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>

#include "actors/marked_text.hpp"
#include "base/strings.hpp"
#include "pipeline/knowledge.hpp"
#include "pipeline/pipeline.hpp"

namespace {

using namespace entente;
namespace fs = std::filesystem;

enum class Verdict { right, wrong, abstained };

struct Tally {
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t abstained = 0;

    [[nodiscard]] std::size_t all() const { return right + wrong + abstained; }
    [[nodiscard]] double percent(std::size_t of) const { return all() == 0 ? 0 : 100.0 * double(of) / double(all()); }
    void count(Verdict verdict) {
        ++(verdict == Verdict::right ? right : verdict == Verdict::wrong ? wrong : abstained);
    }
};

std::size_t common(const core::Span& a, const core::Span& b) {
    const std::size_t begin = std::max(a.begin, b.begin);
    const std::size_t end = std::min(a.end, b.end);
    return end > begin ? end - begin : 0;
}

/// The mention that was found where the mark stands: the one that shares most with it; null if there is none.
const resolve::ShownMention* mention_at(const std::vector<resolve::ShownMention>& mentions, const core::Span& mark) {
    const resolve::ShownMention* best = nullptr;
    double best_share = 0;
    for (const resolve::ShownMention& mention : mentions) {
        const std::size_t shared = common(mention.span, mark);
        const std::size_t whole = (mention.span.end - mention.span.begin) + (mark.end - mark.begin) - shared;
        const double share = double(shared) / double(whole);
        if (share > best_share) {
            best = &mention;
            best_share = share;
        }
    }
    return best;
}

/// `USA+RUS` and `RUS+USA` are the same.
std::string sorted(const std::string& joined) {
    std::vector<std::string> parts = base::split_list(joined, '+');
    std::sort(parts.begin(), parts.end());
    return base::join(parts, "+");
}

bool contains(const std::vector<std::string>& list, const std::string& text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

/// Whom the program takes the mention for; `-` where it says nothing. A group of an unknown country is nobody either:
/// no relation is made of it.
std::string answer_of(const resolve::ShownMention* found) {
    if (found == nullptr || found->principal.empty()) return "-";
    const bool nobody = found->principal.starts_with("UNK") && found->principal == found->actor;
    return nobody ? "-" : sorted(found->principal);
}

Verdict judge(const actors::Mark& mark, const resolve::ShownMention* found) {
    const bool unknown_group = found != nullptr && contains(mark.principals, found->principal);
    const std::string answer = unknown_group ? sorted(found->principal) : answer_of(found);
    const bool right = std::any_of(mark.principals.begin(), mark.principals.end(),
                                   [&](const std::string& principal) { return sorted(principal) == answer; });
    if (right && (mark.actor.empty() || (found != nullptr && found->actor == mark.actor))) return Verdict::right;
    return answer == "-" ? Verdict::abstained : Verdict::wrong;
}

struct Options {
    double least_right = 0;
    double most_wrong = 100;
    bool quiet = false;
    std::vector<fs::path> folders;
};

class Run {
public:
    explicit Run(bool quiet) : knowledge_(pipeline::Knowledge::load(pipeline::find_data())), quiet_(quiet) {}

    void folder(const fs::path& folder) {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".txt") files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        const std::string language = fs::canonical(folder).filename().string();
        for (const fs::path& file : files) {
            for (const actors::MarkedText& item : actors::read_marked_texts(file)) text(item, language);
        }
    }

    /// Prints the figures; whether they are good enough.
    [[nodiscard]] bool report(double least_right, double most_wrong) const {
        const auto line = [](const std::string& name, const Tally& tally) {
            std::cout << std::left << std::setw(22) << name << std::right << std::setw(5) << tally.all() << std::fixed
                      << std::setprecision(1) << std::setw(8) << tally.percent(tally.right) << std::setw(8)
                      << tally.percent(tally.wrong) << std::setw(10) << tally.percent(tally.abstained) << "\n";
        };
        std::cout << "                  mentions  right%  wrong%  silent%\n";
        for (const auto& [name, tally] : tallies_) line(name, tally);
        line("hard", hard_);
        line("all", all_);
        if (!quiet_) {
            std::cout << "\nConfusions (expected -> found):\n";
            for (const auto& [pair, count] : confusions_)
                std::cout << "  " << count << "  " << pair.first << " -> " << pair.second << "\n";
        }
        const bool good = all_.percent(all_.right) >= least_right && all_.percent(all_.wrong) <= most_wrong;
        if (!good)
            std::cout << "at least " << least_right << " % must be right and at most " << most_wrong << " % wrong\n";
        return good && all_.all() > 0;
    }

private:
    void text(const actors::MarkedText& item, const std::string& language) {
        articles::Article article;
        article.id = item.file;
        article.text = item.text;
        article.language = language;
        article.published = item.date;
        const auto analysis = pipeline::analyse(article, knowledge_, pipeline::Stage::mentions);
        for (const actors::Mark& mark : item.marks) {
            const resolve::ShownMention* found = mention_at(analysis.mentions, mark.span);
            const Verdict verdict = judge(mark, found);
            all_.count(verdict);
            if (mark.hard) hard_.count(verdict);
            tallies_[language + "/" + item.file].count(verdict);
            if (verdict == Verdict::right) continue;
            const std::string answer = answer_of(found);
            ++confusions_[{base::join(mark.principals, "|"), answer}];
            if (quiet_) continue;
            std::cout << language << "/" << item.file << ":" << item.line << ": " << mark.text << " = "
                      << base::join(mark.principals, "|") << (mark.actor.empty() ? "" : " @" + mark.actor) << ", found "
                      << answer << (found == nullptr ? "" : " @" + found->actor + " in `" + found->text + "`") << "\n";
        }
    }

    pipeline::Knowledge knowledge_;
    bool quiet_ = false;
    std::map<std::string, Tally> tallies_;  ///< by file
    Tally hard_;
    Tally all_;
    std::map<std::pair<std::string, std::string>, std::size_t> confusions_;
};

Options read_options(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--right" && i + 1 < argc) {
            options.least_right = std::stod(argv[++i]);
        } else if (word == "--wrong" && i + 1 < argc) {
            options.most_wrong = std::stod(argv[++i]);
        } else if (word == "--quiet") {
            options.quiet = true;
        } else {
            options.folders.emplace_back(word);
        }
    }
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const Options options = read_options(argc, argv);
        Run run(options.quiet);
        for (const fs::path& folder : options.folders) run.folder(folder);
        return run.report(options.least_right, options.most_wrong) ? 0 : 1;
    } catch (const std::exception& problem) {
        std::cerr << "run_actors: " << problem.what() << "\n";
        return 2;
    }
}
