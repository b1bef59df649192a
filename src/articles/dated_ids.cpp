#include "articles/dated_ids.hpp"

#include <filesystem>
#include <set>

#include "articles/byte_source.hpp"
#include "articles/json_articles.hpp"
#include "base/diagnostics.hpp"
#include "base/errors.hpp"
#include "text/unicode.hpp"

namespace entente::articles {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_article = 64UL << 20;

/// The files by what they may hold.
struct Found {
    std::set<std::string> lines;  // JSON lines
    std::set<std::string> whole;  // JSON
    bool text = false;

    void take(const fs::path& path) {
        const std::string suffix = text::to_lower(path.extension().string());
        if (suffix == ".jsonl") lines.insert(path.string());
        if (suffix == ".json") whole.insert(path.string());
        text = text || suffix == ".txt";
    }
};

Found find_files(const std::vector<std::string>& paths) {
    Found found;
    for (const std::string& path : paths) {
        std::error_code problem;
        if (!fs::is_directory(path, problem)) {
            if (fs::is_regular_file(path, problem)) found.take(path);
            continue;
        }
        fs::recursive_directory_iterator entries(path, fs::directory_options::skip_permission_denied, problem);
        while (!problem && entries != fs::recursive_directory_iterator()) {
            if (entries->is_regular_file(problem)) found.take(entries->path());
            entries.increment(problem);
        }
    }
    return found;
}

}  // namespace

std::unordered_set<std::string> dated_ids(const std::vector<std::string>& paths) {
    std::unordered_set<std::string> ids;
    const Found found = find_files(paths);
    if (!found.text) return ids;
    base::Diagnostics unheard([](const base::Message&) {});
    const auto note = [&](const Article& article) {
        if (article.published) ids.insert(article.id);
    };
    for (const std::string& path : found.lines) {
        try {
            ByteSource source(path);
            std::string line;
            for (auto kind = source.next_line(line, largest_article); kind != ByteSource::Line::end;
                 kind = source.next_line(line, largest_article)) {
                try {
                    if (kind == ByteSource::Line::whole) note(article_from_json(line, {path, 1}, unheard));
                } catch (const base::DataError&) {
                    continue;
                }
            }
        } catch (const base::DataError&) {
            continue;
        }
    }
    for (const std::string& path : found.whole) {
        try {
            ByteSource source(path);
            std::string bytes;
            if (!source.read_all(bytes, largest_article)) continue;
            for (const Article& article : articles_from_json(bytes, path, unheard)) note(article);
        } catch (const base::DataError&) {
            continue;
        }
    }
    return ids;
}

}  // namespace entente::articles
