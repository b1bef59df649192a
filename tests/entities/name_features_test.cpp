#include "entities/name_features.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "entities/examples.hpp"

using namespace entente;
using namespace entente::entities;

namespace {

std::vector<std::uint32_t> features_of(const syntax::Sentence& sentence, std::size_t index) {
    const NameWords words = name_words(sentence, shipped_gazetteer("en"), ArticleForms());
    std::array<std::uint32_t, most_name_features> features;
    const std::size_t count = name_features(words, index, features);
    return {features.begin(), features.begin() + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace

TEST_CASE("a sentence knows how it uses capitals") {
    const auto capitals = [](const std::string& words) {
        return name_words(tagged(words), shipped_gazetteer("en"), ArticleForms()).capitals;
    };
    CHECK(capitals("The envoy left Geneva") == Capitals::normal);
    CHECK(capitals("ENVOY LEAVES GENEVA") == Capitals::upper);
    CHECK(capitals("Envoy Leaves Geneva After Talks") == Capitals::headline);
    CHECK(capitals("the envoy left geneva") == Capitals::none);
}

TEST_CASE("capitals stand for names only where a sentence does not waste them") {
    const auto capital = [](const std::string& words, std::size_t index) {
        return name_words(tagged(words), shipped_gazetteer("en"), ArticleForms()).words[index].capital;
    };
    CHECK(capital("The envoy left Geneva", 3));
    CHECK_FALSE(capital("The envoy left geneva", 3));
    CHECK_FALSE(capital("ENVOY LEAVES GENEVA TODAY", 1));
    CHECK(capital("ENVOY LEAVES GENEVA/PROPN TODAY", 2));
}

TEST_CASE("capitalised words make a run over the small words between them") {
    const auto words =
        name_words(tagged("the University/PROPN of/ADP Jordan/PROPN said"), shipped_gazetteer("en"), ArticleForms())
            .words;
    CHECK(words[0].run_part == 0);
    CHECK(words[1].run_length == 3);
    CHECK(words[3].run_first == words[1].lower);
    CHECK(words[3].behind_run == words[4].lower);
    CHECK((words[3].run_classes & bit(NameClass::organisation_word)) != 0);
    const auto list =
        name_words(tagged("in Paris/PROPN ,/PUNCT Rome/PROPN"), shipped_gazetteer("en"), ArticleForms()).words;
    CHECK(list[1].run_length == 1);
}

TEST_CASE("an article tells which capitals mean nothing") {
    ArticleForms forms;
    forms.read(tagged("The mayor met Rivera in the market ./PUNCT"));
    const auto seen = [&](const std::string& word) {
        return name_words(tagged(word), shipped_gazetteer("en"), forms).words[0].seen;
    };
    CHECK(seen("Market") == 1);
    CHECK(seen("Rivera") == 2);
    CHECK(seen("The") == 1);  // the capital that begins a sentence does not count
    CHECK(seen("Unheard") == 0);
}

TEST_CASE("features are the same wherever the sentence stands and differ between words") {
    const auto sentence = tagged("Angela/PROPN Merkel/PROPN left Paris/PROPN");
    CHECK(features_of(sentence, 0) == features_of(sentence, 0));
    CHECK(features_of(sentence, 0) != features_of(sentence, 1));
    CHECK(features_of(sentence, 3).size() <= most_name_features);
}

TEST_CASE("any bytes can be words") {
    for (const std::string form : {"\xFF", "\xC3", "a\xE2\x82", "É", "\xF0\x9F\x98\x80", ".", "-"}) {
        syntax::Sentence sentence;
        sentence.tokens.emplace_back().form = form;
        syntax::lay_out(sentence, 0);
        CHECK_FALSE(features_of(sentence, 0).empty());
    }
}
