// How the shipped models do on the language of news: tests/robustness/<language>.conllu, sentences of our own with
// trees by hand, against the floors beside them. A better model prints higher figures: raise the floors to just below
// these.
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/files.hpp"
#include "base/tsv.hpp"
#include "pipeline/shipped.hpp"
#include "syntax/conllu.hpp"
#include "text/tokenizer.hpp"

using namespace entente;
using entente::pipeline::shipped;

namespace {

struct Score {
    std::size_t words = 0, upos = 0, heads = 0, labels = 0;

    [[nodiscard]] double percent(const std::string& measure) const {
        const std::size_t right = measure == "upos" ? upos : measure == "uas" ? heads : labels;
        return 100.0 * static_cast<double>(right) / static_cast<double>(words);
    }
};

std::filesystem::path folder() {
    return std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests" / "robustness";
}

std::vector<syntax::Sentence> sentences_in(const std::string& language) {
    const std::filesystem::path file = folder() / (language + ".conllu");
    return syntax::read_conllu(base::read_file(file), file.string());
}

std::string kind_of(const syntax::Sentence& sentence) {
    for (const std::string& comment : sentence.comments) {
        if (comment.starts_with("kind = ")) return comment.substr(7);
    }
    return "";
}

void compare(const syntax::Sentence& gold, const syntax::Sentence& parsed, Score& score) {
    for (std::size_t i = 0; i < gold.size(); ++i) {
        const bool head = gold[i].head == parsed[i].head;
        const bool label = gold[i].deprel == parsed[i].deprel && gold[i].deprel_subtype == parsed[i].deprel_subtype;
        ++score.words;
        score.upos += gold[i].upos == parsed[i].upos;
        score.heads += head;
        score.labels += head && label;
    }
}

std::map<std::string, Score> scores_of(const std::string& language) {
    const syntax::Parser& parser = shipped().parsers.at(language);
    std::map<std::string, Score> scores;
    for (const syntax::Sentence& gold : sentences_in(language)) {
        syntax::Sentence parsed = gold;
        for (syntax::Token& token : parsed.tokens) {
            token.lemma.clear();
            token.feats.clear();
            token.head = -1;
        }
        parser.parse(parsed);
        compare(gold, parsed, scores[kind_of(gold)]);
        compare(gold, parsed, scores["all"]);
    }
    return scores;
}

void check_floors(const std::string& language) {
    const std::map<std::string, Score> scores = scores_of(language);
    std::cout << std::fixed << std::setprecision(1);
    for (const auto& [kind, score] : scores) {
        std::cout << language << ' ' << std::left << std::setw(12) << kind << std::right << std::setw(5) << score.words
                  << " words  UPOS " << std::setw(5) << score.percent("upos") << "  UAS " << std::setw(5)
                  << score.percent("uas") << "  LAS " << std::setw(5) << score.percent("las") << '\n';
    }
    std::size_t floors = 0;
    for (const base::TsvRow& row : base::TsvFile(folder() / "floors.tsv", {"language", "kind", "upos", "uas", "las"})) {
        if (row.required("language") != language) continue;
        ++floors;
        REQUIRE(scores.contains(row.required("kind")));
        for (const std::string measure : {"upos", "uas", "las"}) {
            CAPTURE(row.required("kind") + " " + measure);
            CHECK(scores.at(row["kind"]).percent(measure) >= std::stod(row.required(measure)));
        }
    }
    CHECK(floors == scores.size());
}

using Words = std::vector<std::vector<std::string>>;  ///< sentences as written tokens

/// Written tokens of consecutive sentences, `joined` ones of which have no space between.
std::vector<std::string> written(const syntax::Sentence& sentence) {
    std::vector<std::string> tokens;
    auto range = sentence.multiwords.begin();
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool multiword = range != sentence.multiwords.end() && range->first == i;
        tokens.push_back(text::normalise(multiword ? range->form : sentence[i].form));
        if (multiword) i = (range++)->last;
    }
    return tokens;
}

void check_words(const std::string& language) {
    const text::TokenRules& rules = shipped().languages.at(language).tokens;
    const std::vector<syntax::Sentence> gold = sentences_in(language);
    for (std::size_t i = 0; i < gold.size(); ++i) {
        std::string paragraph = syntax::surface_text(gold[i]);
        Words expected{written(gold[i])};
        for (; i + 1 < gold.size() && !gold[i].tokens.back().space_after && kind_of(gold[i]) == "joined"; ++i) {
            paragraph += syntax::surface_text(gold[i + 1]);
            expected.push_back(written(gold[i + 1]));
        }
        const text::CodePoints document(paragraph);
        Words found;
        for (const core::Span& span : text::split_sentences(document, {0, document.size()}, rules)) {
            found.emplace_back();
            for (const auto& token : text::tokenize(document, span, rules)) found.back().push_back(token.form);
        }
        CAPTURE(paragraph);
        CHECK(found == expected);
    }
}

}  // namespace

TEST_CASE("English news is tagged and parsed no worse than its floors") {
    check_floors("en");
}

TEST_CASE("French news is tagged and parsed no worse than its floors") {
    check_floors("fr");
}

TEST_CASE("English news is cut into sentences and words as by hand") {
    check_words("en");
}

TEST_CASE("French news is cut into sentences and words as by hand") {
    check_words("fr");
}
