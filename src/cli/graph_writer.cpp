#include "cli/graph_writer.hpp"

#include <cmath>
#include <map>

#include "base/hash.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t batch_size = 1000;

/// The language of most sentences; of equals the first in the alphabet.
std::string main_language(const articles::Article& article, const pipeline::Analysis& analysis) {
    if (article.language) return *article.language;
    std::map<std::string, std::size_t> sentences;
    for (const syntax::Sentence& sentence : analysis.sentences) ++sentences[sentence.language];
    std::string best;
    for (const auto& [language, count] : sentences) {
        if (best.empty() || count > sentences[best]) best = language;
    }
    return best;
}

/// Over all that the relations of an article depend on.
std::string content_hash(const articles::Article& article, const std::string& document, const std::string& knowledge) {
    const std::string published = article.published ? core::to_string(*article.published) : "";
    const char zero = '\0';
    return base::hash_hex(document + zero + published + zero + article.language.value_or("") + zero +
                          article.url.value_or("") + zero + article.source.value_or("") + zero + knowledge);
}

std::string list_of(const std::map<std::string, std::size_t>& counts) {
    std::string text;
    for (const auto& [name, count] : counts) text += (text.empty() ? "" : ", ") + name + " " + grouped(count);
    return text;
}

}  // namespace

GraphWriter::GraphWriter(store::GraphFile& file, const std::filesystem::path& data) : file_(file) {
    std::string all;
    file_.begin();
    file_.set_meta("program", "entente " + std::string(version));
    for (const pipeline::KnowledgeFile& known : pipeline::knowledge_files(data)) {
        file_.set_meta("data/" + known.path, known.checksum);
        all += known.path + " " + known.checksum + "\n";
    }
    knowledge_ = base::hash_hex(all);
}

void GraphWriter::add(const articles::Article& article, const pipeline::Analysis& analysis) {
    store::ArticleRecord record;
    record.id = article.id;
    record.hash = content_hash(article, analysis.document, knowledge_);
    record.title = article.title;
    record.url = article.url;
    record.source = article.source;
    record.published = article.published;
    record.language = main_language(article, analysis);
    record.words = analysis.words;
    switch (file_.add_article(record, analysis.relations)) {
        case store::Added::added: ++added_; break;
        case store::Added::unchanged: ++unchanged_; break;
        case store::Added::replaced: ++replaced_; break;
    }
    if (++in_batch_ < batch_size) return;
    file_.commit();
    file_.begin();
    in_batch_ = 0;
}

void GraphWriter::finish() {
    file_.commit();
}

void say_holdings(const std::string& path, const store::Holdings& holdings) {
    say(path + " holds " + counted(holdings.articles, "article", "articles") + ", " +
        counted(holdings.actors, "actor", "actors") + ", " + counted(holdings.relations, "relation", "relations"));
}

void say_summary(const AnalysisRun& run, const store::Holdings& holdings, const std::string& path) {
    std::string read = counted(run.articles(), "article", "articles") + ", " + counted(run.words(), "word", "words");
    if (!run.sentences().empty()) read += " (sentences: " + list_of(run.sentences()) + ")";
    say("read " + read);
    if (run.errors() > 0) say("skipped, as said above: " + counted(run.errors(), "input", "inputs"));
    if (!run.skipped_paragraphs().empty()) {
        say("skipped, no data for their language: paragraphs in " + list_of(run.skipped_paragraphs()));
    }
    say_holdings(path, holdings);
    if (run.seconds() > 0) {
        const auto speed = static_cast<std::size_t>(std::lround(static_cast<double>(run.words()) / run.seconds()));
        say(grouped(speed) + " words/s");
    }
}

}  // namespace entente::cli
