#include "pipeline/knowledge.hpp"

#include <algorithm>
#include <cstdlib>
#include <future>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"

namespace entente::pipeline {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> sorted_entries(const fs::path& folder) {
    std::error_code problem;
    std::vector<fs::path> entries;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem)) entries.push_back(entry.path());
    if (problem) throw base::DataError({folder.string(), 0}, "cannot be read (" + problem.message() + ")");
    std::sort(entries.begin(), entries.end());
    return entries;
}

bool is_data(const fs::path& folder) {
    return fs::exists(folder / "ontology" / "actors.tsv");
}

}  // namespace

Knowledge::Knowledge(const fs::path& data)
    : furniture(data / "articles" / "furniture.tsv"), ontology(data / "ontology") {
    // Each language on a thread of its own: a short run is mostly loading.
    std::map<std::string, std::future<language::LanguagePack>> packs;
    std::map<std::string, std::future<syntax::Parser>> models;
    std::vector<fs::path> folders;
    for (const fs::path& folder : sorted_entries(data / "lang")) {
        if (!fs::is_directory(folder)) continue;
        const std::string code = folder.filename().string();
        packs[code] =
            std::async(std::launch::async, [this, folder] { return language::LanguagePack::load(folder, ontology); });
        models[code] = std::async(std::launch::async, [folder] { return syntax::Parser::load(folder / "model.bin"); });
        folders.push_back(folder);
    }
    for (const fs::path& folder : folders) {
        const std::string code = folder.filename().string();
        languages.emplace(code, packs[code].get());
        parsers.emplace(code, models[code].get());
        if (fs::exists(folder / "names.bin")) names.emplace(code, entities::NameTagger::load(data, languages.at(code)));
        dates.emplace(code, resolve::DateFinder(folder / "dates.tsv"));
    }
}

std::vector<KnowledgeFile> knowledge_files(const fs::path& data) {
    std::vector<KnowledgeFile> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(data)) {
        if (!entry.is_regular_file()) continue;
        files.push_back(
            {entry.path().lexically_relative(data).generic_string(), base::hash_hex(base::read_file(entry.path()))});
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

fs::path find_data() {
    if (const char* given = std::getenv("ENTENTE_DATA"); given != nullptr && *given != '\0') {
        if (is_data(given)) return given;
        throw base::UsageError(std::string("ENTENTE_DATA is ") + given + ", which holds no ontology/actors.tsv");
    }
    const fs::path program = fs::read_symlink("/proc/self/exe");
    const fs::path installed = program.parent_path().parent_path() / "share" / "entente";
    if (is_data(installed)) return installed;
    for (fs::path folder = program.parent_path(); folder != folder.root_path(); folder = folder.parent_path()) {
        if (is_data(folder / "data")) return folder / "data";
    }
    throw base::UsageError("the data folder is neither at " + installed.string() + " nor in a folder above " +
                           program.string() + "; set ENTENTE_DATA to where it is");
}

}  // namespace entente::pipeline
