// Training text and what is learned from it, on made-up features.

#include "train/name_trainer.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/errors.hpp"

using namespace entente;
using namespace entente::train;
using entities::label_of;
using entities::NameLabel;
using entities::NamePart;
using syntax::NamedKind;

namespace {

std::vector<NameExample> read(const std::string& text) {
    const auto file = std::filesystem::temp_directory_path() / ("examples_" + std::to_string(::getpid()) + ".txt");
    std::ofstream(file) << text;
    struct Remove {
        std::filesystem::path file;
        ~Remove() { std::filesystem::remove(file); }
    } remove{file};
    return read_name_examples(file);
}

LabelSet only(NamedKind kind, NamePart part) {
    return LabelSet{1} << label_of(kind, part);
}

/// Words 0–2 are first names, 3–5 last names, 6–8 towns, 9–11 others; each word has its own feature and its kind's.
NumberedSentence sentence_of(const std::vector<std::uint32_t>& words, const std::vector<LabelSet>& allowed) {
    NumberedSentence sentence;
    for (const std::uint32_t word : words) sentence.features.push_back({word, 12 + word / 3});
    sentence.allowed = allowed;
    return sentence;
}

constexpr LabelSet outside = 1;
constexpr LabelSet anything = (LabelSet{1} << entities::name_label_count) - 1;

std::vector<NumberedSentence> lessons(LabelSet of_towns) {
    const LabelSet first = only(NamedKind::person, NamePart::first);
    const LabelSet last = only(NamedKind::person, NamePart::last);
    std::vector<NumberedSentence> sentences;
    for (std::uint32_t i = 0; i < 24; ++i) {
        sentences.push_back(sentence_of({i % 2, 3 + i % 3, 9 + i % 3, 6 + i % 3}, {first, last, outside, of_towns}));
        sentences.push_back(sentence_of({9 + i % 2, 9 + i % 3}, {outside, outside}));
    }
    return sentences;
}

std::vector<NameLabel> learned(const std::vector<NumberedSentence>& sentences, const NumberedSentence& question) {
    NameTraining training;
    training.dropout = 0.2F;
    NameTrainer trainer(training);
    for (int pass = 0; pass < 8; ++pass) trainer.pass(sentences, 16);
    return trainer.best_labels(question);
}

}  // namespace

TEST_CASE("training text gives each word the labels that it may have") {
    const auto examples = read(
        "# lang = fr\n# article = 7\n# lists = no\nAnne\tB-PER\nLe\tI-PER\nGoff\tI-PER\nà\tO\nBrest\tB-LOC\n\n"
        "# lang = en\nUnited\tB-ORG\nX\t*\nY\t+\nZ\to\n\n");
    REQUIRE(examples.size() == 2);
    CHECK(examples[0].sentence.language == "fr");
    CHECK(examples[0].article == "7");
    CHECK(examples[0].without_lists);
    CHECK(examples[0].allowed == std::vector<LabelSet>{only(NamedKind::person, NamePart::first),
                                                       only(NamedKind::person, NamePart::inner),
                                                       only(NamedKind::person, NamePart::last), outside,
                                                       only(NamedKind::place, NamePart::only)});
    CHECK(examples[1].allowed[0] ==
          (only(NamedKind::organisation, NamePart::first) | only(NamedKind::organisation, NamePart::only)));
    CHECK(examples[1].allowed[1] == anything);
    CHECK(examples[1].allowed[2] == (anything & ~outside));
    CHECK((examples[1].allowed[3] & outside) != 0);
    CHECK((examples[1].allowed[3] & only(NamedKind::other, NamePart::only)) != 0);
    CHECK((examples[1].allowed[3] & only(NamedKind::person, NamePart::only)) == 0);
    CHECK_FALSE(examples[1].without_lists);
}

TEST_CASE("bad training text is refused with its line") {
    const auto refused = [](const std::string& text) -> std::string {
        try {
            read(text);
        } catch (const base::DataError& problem) {
            return problem.what();
        }
        return "";
    };
    CHECK(refused("a\tO\nb\tB-DOG\n\n").find(":2") != std::string::npos);
    CHECK(refused("a\tO\nb\n\n").find(":2") != std::string::npos);
    CHECK(refused("a\tO\tO\n\n").find(":1") != std::string::npos);
    CHECK(refused("a\tO\n\n").empty());
}

TEST_CASE("a name is learned from its words and from the kind of its words") {
    const auto sentences = lessons(only(NamedKind::place, NamePart::only));
    // Word 2 is a first name that no lesson has.
    const auto labels = learned(sentences, sentence_of({2, 3, 9, 8}, {}));
    CHECK(labels == std::vector<NameLabel>{label_of(NamedKind::person, NamePart::first),
                                           label_of(NamedKind::person, NamePart::last), 0,
                                           label_of(NamedKind::place, NamePart::only)});
}

TEST_CASE("words that may be anything teach nothing wrong") {
    auto sentences = lessons(anything);
    for (const auto& sentence : lessons(only(NamedKind::place, NamePart::only))) {
        if (sentences.size() < 60) sentences.push_back(sentence);
    }
    const auto labels = learned(sentences, sentence_of({9, 10, 11, 6}, {}));
    CHECK(labels.back() == label_of(NamedKind::place, NamePart::only));
    CHECK(labels.front() == 0);
}

TEST_CASE("the same lessons give the same weights") {
    const auto sentences = lessons(only(NamedKind::place, NamePart::only));
    NameTrainer one{NameTraining()};
    NameTrainer other{NameTraining()};
    CHECK(one.pass(sentences, 16) == other.pass(sentences, 16));
    CHECK(one.weights().features == other.weights().features);
}

TEST_CASE("labels follow each other only within one name") {
    const NameLabel person = label_of(NamedKind::person, NamePart::first);
    CHECK(entities::may_follow(person, label_of(NamedKind::person, NamePart::last)));
    CHECK_FALSE(entities::may_follow(person, label_of(NamedKind::place, NamePart::last)));
    CHECK_FALSE(entities::may_follow(person, 0));
    CHECK_FALSE(entities::may_follow(0, label_of(NamedKind::person, NamePart::inner)));
    CHECK(entities::may_follow(label_of(NamedKind::person, NamePart::only), person));
}
