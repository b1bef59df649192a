#include "articles/reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <unordered_set>

#include "articles/byte_source.hpp"
#include "articles/dated_ids.hpp"
#include "articles/json_articles.hpp"
#include "articles/plain_text.hpp"
#include "base/errors.hpp"
#include "base/strings.hpp"
#include "text/unicode.hpp"

namespace entente::articles {

namespace {

namespace fs = std::filesystem;

/// Beyond this, a line or file is not an article but an accident.
constexpr std::size_t largest_article = 64UL << 20;
constexpr std::array<std::string_view, 4> forms = {"txt", "json", "jsonl", "conllu"};
constexpr std::array<std::string_view, 7> later_forms = {"gz", "xml", "rss", "atom", "html", "htm", "xz"};

template <typename List>
bool contains(const List& list, std::string_view item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

std::string suffix_of(const fs::path& path) {
    const std::string extension = path.extension().string();
    return extension.empty() ? "" : text::to_lower(extension.substr(1));
}

/// Thrown when the sink wants no more.
struct Stop {};

/// One run over all inputs: hands out articles, remembers their ids.
class Reading {
public:
    Reading(const Input& input, const ArticleSink& sink, base::Diagnostics& diagnostics)
        : input_(input), sink_(sink), diagnostics_(diagnostics) {}

    void read_path(const std::string& path) {
        if (path == "-") return read_file(path, input_.from);
        std::error_code problem;
        const fs::file_status status = fs::status(path, problem);
        if (!fs::exists(status)) {
            const bool missing = status.type() == fs::file_type::not_found;
            return diagnostics_.error({path, 0},
                                      missing ? "does not exist" : "cannot be read (" + problem.message() + ")");
        }
        if (fs::is_directory(status)) return read_folder(path);
        const std::string suffix = suffix_of(path);
        if (contains(forms, suffix)) return read_file(path, suffix);
        if (contains(later_forms, suffix)) {
            return diagnostics_.error({path, 0},
                                      suffix == "gz" || suffix == "xz"
                                          ? "compressed files are not read; decompress it first"
                                          : "files of the form ." + suffix + " are not read; make it .txt or .jsonl");
        }
        diagnostics_.error({path, 0}, "is of no known form; the suffix must be .txt, .json, .jsonl or .conllu");
    }

private:
    void read_folder(const std::string& folder) {
        std::vector<std::string> files;
        std::error_code problem;
        fs::recursive_directory_iterator entries(folder, fs::directory_options::none, problem);
        if (problem) return diagnostics_.error({folder, 0}, "cannot be read (" + problem.message() + ")");
        while (entries != fs::recursive_directory_iterator()) {
            const fs::directory_entry& entry = *entries;
            const bool hidden = entry.path().filename().string().starts_with('.');
            std::error_code ignored;
            if (entry.is_directory(ignored)) {
                if (hidden || !can_list(entry.path())) entries.disable_recursion_pending();
            } else if (!hidden &&
                       (contains(forms, suffix_of(entry.path())) || contains(later_forms, suffix_of(entry.path())))) {
                files.push_back(entry.path().string());
            }
            entries.increment(problem);
            if (problem) {
                diagnostics_.error({folder, 0}, "cannot be read to its end (" + problem.message() + ")");
                break;
            }
        }
        if (files.empty())
            diagnostics_.warning({folder, 0}, "holds no file of a known form (.txt, .json, .jsonl, .conllu)");
        std::sort(files.begin(), files.end());
        for (const std::string& file : files) read_path(file);
    }

    bool can_list(const fs::path& folder) {
        std::error_code problem;
        const fs::directory_iterator entries(folder, problem);
        if (problem) diagnostics_.error({folder.string(), 0}, "cannot be read (" + problem.message() + ")");
        return !problem;
    }

    void read_file(const std::string& path, const std::string& form) {
        try {
            ByteSource source(path);
            if (form == "txt") read_text(source, path);
            if (form == "json") read_json(source, path);
            if (form == "jsonl") read_json_lines(source, path);
            if (form == "conllu") read_conllu(source, path);
        } catch (const base::DataError& problem) {
            diagnostics_.error(problem);
        }
    }

    bool is_dated_elsewhere(const std::string& id) {
        if (!dated_) dated_ = dated_ids(input_.paths);
        return dated_->contains(id);
    }

    std::string whole(ByteSource& source, const std::string& path) {
        std::string bytes;
        if (!source.read_all(bytes, largest_article)) {
            throw base::DataError({path, 0}, "is larger than 64 MB, too large for one article");
        }
        return bytes;
    }

    void read_text(ByteSource& source, const std::string& path) {
        const DecodedText decoded = decode_text(whole(source, path), path);
        Article article;
        article.file = path;
        article.id = stem_of(path);
        fill_from_text(article, decoded.utf8);
        if (!article.published && is_dated_elsewhere(article.id)) {
            return diagnostics_.note({path, 0}, "the article '" + article.id +
                                                    "' stands in a JSON file too, with its date; that one is read");
        }
        if (!decoded.note.empty()) diagnostics_.note({path, 0}, decoded.note);
        // Archives name files by day in folders by year: the folder tells them apart.
        if (seen_.contains(article.id)) {
            const std::string folder = fs::path(path).parent_path().filename().string();
            const std::string longer = folder + "/" + article.id;
            if (!folder.empty() && text_ids_.contains(article.id) && !seen_.contains(longer)) article.id = longer;
        }
        text_ids_.insert(article.id);
        give(std::move(article));
    }

    void read_json(ByteSource& source, const std::string& path) {
        std::string bytes = whole(source, path);
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
        if (base::trim(bytes).empty()) throw base::DataError({path, 0}, "is empty");
        for (Article& article : articles_from_json(bytes, path, diagnostics_)) give(std::move(article));
    }

    void read_json_lines(ByteSource& source, const std::string& path) {
        std::string line;
        bool any = false;
        for (auto kind = source.next_line(line, largest_article); kind != ByteSource::Line::end;
             kind = source.next_line(line, largest_article)) {
            const base::Location where{path, source.line_number()};
            if (kind == ByteSource::Line::too_long) {
                any = true;
                diagnostics_.error(where, "the line is longer than 64 MB, too long for one article");
                continue;
            }
            if (where.line == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
            if (base::trim(line).empty()) continue;
            any = true;
            try {
                give(article_from_json(line, where, diagnostics_));
            } catch (const base::DataError& problem) {
                diagnostics_.error(problem);
            }
        }
        if (!any) throw base::DataError({path, 0}, "is empty");
    }

    /// A document lasts from one `# newdoc` to the next.
    void read_conllu(ByteSource& source, const std::string& path) {
        Article document;
        const auto begin = [&](std::size_t line) {
            document = Article();
            document.form = Form::conllu;
            document.file = path;
            document.line = line;
        };
        bool any = false;
        const auto finish = [&] {
            if (base::trim(document.text).empty()) return;
            any = true;
            if (document.id.empty())
                document.id = stem_of(path) + (document.line > 1 ? ":" + std::to_string(document.line) : "");
            check_conllu(document);
        };
        begin(1);
        std::string line;
        for (auto kind = source.next_line(line, largest_article); kind != ByteSource::Line::end;
             kind = source.next_line(line, largest_article)) {
            if (kind == ByteSource::Line::too_long || document.text.size() + line.size() > largest_article) {
                throw base::DataError({path, source.line_number()},
                                      "the document is larger than 64 MB; divide it with '# newdoc'");
            }
            if (source.line_number() == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
            if (line.starts_with("# newdoc")) {
                finish();
                begin(source.line_number());
            }
            read_comment(line, document, {path, source.line_number()});
            document.text += line;
            document.text += '\n';
        }
        finish();
        if (!any) throw base::DataError({path, 0}, "is empty");
    }

    /// The comments that describe a document: `newdoc id`, `lang`, `date`, `url`, `source`… before its first sentence.
    void read_comment(const std::string& line, Article& document, const base::Location& where) {
        const std::size_t equals = line.find('=');
        if (!line.starts_with("# ") || equals == std::string::npos) return;
        const std::string name(base::trim(std::string_view(line).substr(2, equals - 2)));
        const std::string value(base::trim(std::string_view(line).substr(equals + 1)));
        if (value.empty()) return;
        if (name == "newdoc id") document.id = value;
        if (name == "lang" && !document.language)
            document.language = text::to_lower(value.substr(0, value.find_first_of("-_")));
        if (name == "url" && !document.url) document.url = value;
        if (name == "date" && !document.published) {
            document.published = core::parse_date(value);
            if (!document.published)
                diagnostics_.warning(where, "the date '" + value + "' is not understood; use YYYY-MM-DD");
        }
    }

    void check_conllu(Article& document) {
        const std::size_t bad = text::first_invalid_utf8(document.text);
        if (bad < document.text.size()) {
            const auto lines =
                std::count(document.text.begin(), document.text.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
            return diagnostics_.error({document.file, document.line + static_cast<std::size_t>(lines)}, "is not UTF-8");
        }
        give(std::move(document));
        document = Article();
    }

    void give(Article article) {
        if (!seen_.insert(article.id).second) {
            return diagnostics_.warning({article.file, article.line},
                                        "the article '" + article.id + "' was read before; this one is left out");
        }
        if (input_.language) article.language = input_.language;
        article.whole = input_.whole;
        if (!sink_(std::move(article))) throw Stop{};
    }

    const Input& input_;
    const ArticleSink& sink_;
    base::Diagnostics& diagnostics_;
    std::unordered_set<std::string> seen_;
    std::unordered_set<std::string> text_ids_;              ///< those that were made from file names
    std::optional<std::unordered_set<std::string>> dated_;  ///< those of JSON articles with a date
};

}  // namespace

void read_articles(const Input& input, const ArticleSink& sink, base::Diagnostics& diagnostics) {
    if (!contains(forms, input.from)) {
        throw base::UsageError("there is no input form '" + input.from + "'; use txt, json, jsonl or conllu");
    }
    Reading reading(input, sink, diagnostics);
    try {
        for (const std::string& path : input.paths) reading.read_path(path);
    } catch (const Stop&) {
        return;
    }
}

}  // namespace entente::articles
