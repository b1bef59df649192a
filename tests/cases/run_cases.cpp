// Runs case files (tests/cases/README.md): run_cases FOLDER_OR_FILE…

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "cases/case_file.hpp"
#include "pipeline/knowledge.hpp"
#include "pipeline/pipeline.hpp"

namespace {

using namespace entente;
namespace fs = std::filesystem;

std::string describe(const core::Relation& relation) {
    std::string text = relation.source.id + " " + relation.action.id + " " + relation.target.id + " | " +
                       std::string(core::to_string(relation.action.type));
    if (relation.polarity != core::Polarity::affirmative) text += " " + std::string(core::to_string(relation.polarity));
    if (relation.status != core::Status::actual) text += " " + std::string(core::to_string(relation.status));
    if (relation.symmetric) text += " sym";
    if (relation.date) text += " date=" + core::to_string(relation.date->value);
    if (relation.place) text += " place=" + relation.place->label;
    if (relation.attribution) text += " by=" + relation.attribution->id.value_or(relation.attribution->label);
    return text + "   (" + relation.rule + ")";
}

/// The lines of the difference; none if the case holds.
std::vector<std::string> differences(const cases::Case& stated, const std::vector<core::Relation>& relations) {
    std::vector<std::string> lines;
    for (const cases::Expected& expected : stated.expected) {
        const bool found = std::any_of(relations.begin(), relations.end(),
                                       [&](const core::Relation& relation) { return expected.matches(relation); });
        if (!found && !expected.optional) lines.push_back("- " + expected.line);
    }
    for (const core::Relation& relation : relations) {
        const bool stated_so = std::any_of(stated.expected.begin(), stated.expected.end(),
                                           [&](const cases::Expected& expected) { return expected.matches(relation); });
        if (!stated_so) lines.push_back("+ " + describe(relation));
    }
    return lines;
}

std::vector<core::Relation> extract(const cases::Case& stated, const pipeline::Knowledge& knowledge) {
    articles::Article article;
    article.id = "case";
    article.title = stated.title;
    article.text = stated.text;
    article.language = stated.language;
    article.published = stated.published;
    article.file = stated.file;
    article.line = stated.line;
    return pipeline::analyse(article, knowledge, pipeline::Stage::relations).relations;
}

/// Whether the case is as stated; prints what is not.
bool holds(const cases::Case& stated, const pipeline::Knowledge& knowledge) {
    const std::vector<std::string> lines = differences(stated, extract(stated, knowledge));
    if (stated.fails && lines.empty()) {
        std::cout << stated.file << ":" << stated.line << ": holds now: take the line `# fails: " << *stated.fails
                  << "` out\n\n";
        return false;
    }
    if (stated.fails || lines.empty()) return true;
    std::cout << stated.file << ":" << stated.line << "\n  " << stated.text << "\n";
    for (const std::string& line : lines) std::cout << "    " << line << "\n";
    std::cout << "\n";
    return false;
}

std::vector<fs::path> case_files(const fs::path& path) {
    if (!fs::is_directory(path)) return {path};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const pipeline::Knowledge knowledge = pipeline::Knowledge::load(pipeline::find_data());
        std::size_t total = 0;
        std::size_t failed = 0;
        std::size_t known = 0;
        for (int i = 1; i < argc; ++i) {
            for (const fs::path& file : case_files(argv[i])) {
                for (const cases::Case& stated :
                     cases::read_cases(file, fs::absolute(file).parent_path().filename().string())) {
                    ++total;
                    if (stated.fails) ++known;
                    if (!holds(stated, knowledge)) ++failed;
                }
            }
        }
        std::cout << total << " cases, " << failed << " not as stated, " << known << " known to fail\n";
        return total == 0 || failed > 0 ? 1 : 0;
    } catch (const std::exception& problem) {
        std::cerr << "run_cases: " << problem.what() << "\n";
        return 2;
    }
}
