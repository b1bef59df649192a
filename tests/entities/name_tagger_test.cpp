// The shipped models, and what is no model.

#include "entities/name_tagger.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "entities/examples.hpp"
#include "entities/name_model.hpp"

using namespace entente;
using namespace entente::entities;
namespace fs = std::filesystem;

namespace {

const NameTagger& shipped_tagger(const std::string& language) {
    static std::map<std::string, NameTagger> loaded;
    if (const auto found = loaded.find(language); found != loaded.end()) return found->second;
    return loaded.emplace(language, NameTagger::load(data_folder(), language::shipped_pack(language))).first->second;
}

/// `PER:Ann Lee, LOC:Rome`.
std::string marked(std::vector<syntax::Sentence> article, const std::string& language) {
    static std::map<std::string, syntax::Parser> parsers;
    const auto& parser =
        parsers.try_emplace(language, syntax::Parser::load(data_folder() / "lang" / language / "model.bin"))
            .first->second;
    for (syntax::Sentence& sentence : article) {
        sentence.language = language;
        parser.parse(sentence);
    }
    shipped_tagger(language).mark(article);
    std::vector<std::string> names;
    for (const syntax::Sentence& sentence : article) {
        for (const syntax::NamedSpan& span : sentence.named) {
            std::vector<std::string> words;
            for (std::size_t i = span.first; i <= span.last; ++i) words.push_back(sentence[i].form);
            names.push_back(std::string(to_string(span.kind)) + ":" + base::join(words, " "));
        }
    }
    return base::join(names, ", ");
}

std::string refusal(const std::string& bytes) {
    const fs::path file = fs::temp_directory_path() / ("names_" + std::to_string(::getpid()) + ".bin");
    std::ofstream(file, std::ios::binary) << bytes;
    std::string message;
    try {
        NameModel{syntax::ModelFile(file)};
    } catch (const base::DataError& problem) {
        message = problem.what();
    }
    fs::remove(file);
    return message;
}

}  // namespace

TEST_CASE("persons, places and organisations are told apart by what stands around them") {
    CHECK(marked({tagged("Amara Diallo met Lena Brandt in Geneva .")}, "en") ==
          "PER:Amara Diallo, PER:Lena Brandt, LOC:Geneva");
    CHECK(marked({tagged("Amara Diallo a rencontré Lena Brandt à Genève .")}, "fr") ==
          "PER:Amara Diallo, PER:Lena Brandt, LOC:Genève");
}

TEST_CASE("text without names has none, however it is written") {
    CHECK(marked({tagged("the price of bread rose again last week .")}, "en").empty());
    CHECK(marked({tagged("The road is closed .")}, "en").empty());
    CHECK(marked({tagged("THE PRICE OF BREAD ROSE AGAIN LAST WEEK .")}, "en").empty());
    CHECK(marked({tagged("le prix du pain a encore augmenté la semaine dernière .")}, "fr").empty());
}

TEST_CASE("a first name cut at its hyphen is one name") {
    syntax::Sentence sentence = tagged("Yesterday Jean - Luc Moreau resigned .");
    sentence.tokens[1].space_after = false;
    sentence.tokens[2].space_after = false;
    CHECK(marked({sentence}, "en") == "PER:Jean - Luc Moreau");
}

TEST_CASE("only sentences of the model's language are marked") {
    std::vector<syntax::Sentence> article{tagged("Amara/PROPN Diallo/PROPN met Lena/PROPN Brandt/PROPN")};
    shipped_tagger("fr").mark(article);
    CHECK(article[0].named.empty());
    std::vector<syntax::Sentence> none;
    shipped_tagger("fr").mark(none);
    std::vector<syntax::Sentence> wordless(1);
    wordless[0].language = "en";
    shipped_tagger("en").mark(wordless);
    CHECK(wordless[0].named.empty());
}

TEST_CASE("a damaged file is refused with the reason") {
    const std::string good = base::read_file(data_folder() / "lang" / "en" / "names.bin");
    CHECK(refusal(good).empty());
    CHECK(refusal("").find("is no") != std::string::npos);
    CHECK(refusal(good.substr(0, good.size() / 2)).find("cut short") != std::string::npos);
    std::string changed = good;
    changed[changed.size() / 2] ^= 1;
    CHECK(refusal(changed).find("damaged") != std::string::npos);
}

TEST_CASE("a parser's model is no model of names") {
    const std::string parser = base::read_file(data_folder() / "lang" / "en" / "model.bin");
    CHECK(refusal(parser).find("lacks the array names.hash") != std::string::npos);
}
