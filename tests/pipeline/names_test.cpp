// Names in news of our own writing, raw text to spans: tests/names/<language>.txt.

#include <cstdio>
#include <fstream>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "pipeline/shipped.hpp"
#include "text/unicode.hpp"

using namespace entente;
using namespace entente::pipeline;

namespace {

/// Kind and text of a name with its place in the sentence.
using Name = std::tuple<std::size_t, std::size_t, std::string>;

struct MarkedText {
    std::string text;
    std::set<Name> names;
};

/// `[PER Ann Lee] left.`
MarkedText read_marked(const std::string& line) {
    MarkedText result;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] != '[') {
            result.text += line[at++];
            continue;
        }
        const std::size_t space = line.find(' ', at);
        const std::size_t end = line.find(']', at);
        const std::size_t begin = text::code_point_count(result.text);
        result.text += line.substr(space + 1, end - space - 1);
        result.names.emplace(begin, text::code_point_count(result.text), line.substr(at + 1, space - at - 1));
        at = end + 1;
    }
    return result;
}

std::set<Name> names_in(const std::string& text, const std::string& language) {
    articles::Article article = article_of(text);
    article.language = language;
    const Analysis analysis = analysed(article, Stage::syntax);
    const std::size_t offset = analysis.document.find(text);
    REQUIRE(offset != std::string::npos);
    const std::size_t shift = text::code_point_count(analysis.document.substr(0, offset));
    std::set<Name> names;
    for (const syntax::Sentence& sentence : analysis.sentences) {
        for (const syntax::NamedSpan& span : sentence.named) {
            names.emplace(sentence[span.first].span.begin - shift, sentence[span.last].span.end - shift,
                          std::string(to_string(span.kind)));
        }
    }
    return names;
}

/// Percent F1 over all sentences of a language's file.
double score(const std::string& language) {
    std::ifstream file(std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests/names" / (language + ".txt"));
    std::size_t right = 0;
    std::size_t total = 0;
    std::size_t sentences = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        const MarkedText marked = read_marked(line);
        const std::set<Name> found = names_in(marked.text, language);
        for (const Name& name : found) right += marked.names.contains(name) ? 1 : 0;
        total += found.size() + marked.names.size();
        ++sentences;
    }
    CHECK(sentences >= 95);
    const double f1 = 200.0 * static_cast<double>(right) / static_cast<double>(total);
    MESSAGE(language, " names F1 ", f1);
    return f1;
}

}  // namespace

TEST_CASE("names in news are found with their bounds and kinds") {
    CHECK(score("en") >= 84.0);
    CHECK(score("fr") >= 76.0);
}

TEST_CASE("an article gives the same names in one run as in many") {
    const std::string text = "Rivera met Merkel in Berlin. The talks failed, Rivera said.";
    CHECK(names_in(text, "en") == names_in(text, "en"));
}
