#include "syntax/parser.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/strings.hpp"
#include "syntax/conllu.hpp"
#include "syntax/kernels.hpp"

using namespace entente;
using namespace entente::syntax;

namespace {

std::filesystem::path model_path(const std::string& language) {
    return std::filesystem::path(ENTENTE_SOURCE_DIR) / "data/lang" / language / "model.bin";
}

const Parser& parser(const std::string& language) {
    static const Parser english = Parser::load(model_path("en"));
    static const Parser french = Parser::load(model_path("fr"));
    return language == "en" ? english : french;
}

Sentence words(const std::string& text) {
    Sentence sentence;
    for (const std::string& form : base::split_list(text, ' ')) sentence.tokens.emplace_back().form = form;
    return sentence;
}

Sentence parse(const std::string& language, const std::string& text) {
    Sentence sentence = words(text);
    parser(language).parse(sentence);
    return sentence;
}

/// `form <-relation- head` of the word `form`.
std::string arc(const Sentence& sentence, const std::string& form) {
    for (const Token& token : sentence.tokens) {
        if (token.form != form) continue;
        const std::string head = token.head < 0 ? "" : " " + sentence[static_cast<std::size_t>(token.head)].form;
        return std::string(to_string(token.deprel)) + head;
    }
    return "no such word";
}

const Token& word(const Sentence& sentence, const std::string& form) {
    for (const Token& token : sentence.tokens) {
        if (token.form == form) return token;
    }
    throw std::out_of_range(form);
}

/// The first tree as CoNLL-U, so that two can be compared whole.
std::string tree_text(const std::string& language, const std::string& text) {
    return to_conllu(parse(language, text));
}

std::string many_words(std::size_t count) {
    const std::vector<std::string> cycle{"Russia", "accused", "the", "rebels", "of", "shelling", "a", "school", ","};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += cycle[i % cycle.size()] + " ";
    return text;
}

/// A model file with `change` made to its bytes, removed again at the end.
class ChangedModel {
public:
    template <typename Change>
    ChangedModel(const std::string& name, Change change) : path_(std::filesystem::temp_directory_path() / name) {
        std::string bytes = base::read_file(model_path("fr"));
        change(bytes);
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~ChangedModel() { std::filesystem::remove(path_); }

    [[nodiscard]] std::string refusal() const {
        try {
            (void)Parser::load(path_);
        } catch (const base::DataError& error) {
            CHECK(error.location().file == path_.string());
            return error.reason();
        }
        return "";
    }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("English: who does what to whom") {
    const Sentence sentence =
        parse("en", "The Russian government accused the rebels of attacking a hospital in Aleppo .");
    CHECK(arc(sentence, "accused") == "root");
    CHECK(arc(sentence, "government") == "nsubj accused");
    CHECK(arc(sentence, "rebels") == "obj accused");
    CHECK(arc(sentence, "Russian") == "amod government");
    CHECK(arc(sentence, "hospital") == "obj attacking");
    CHECK(word(sentence, "accused").lemma == "accuse");
    CHECK(word(sentence, "rebels").lemma == "rebel");
    CHECK(word(sentence, "accused").has("Tense", "Past"));
    CHECK(word(sentence, "rebels").has("Number", "Plur"));
    CHECK(word(sentence, "Aleppo").upos == Upos::propn);
}

TEST_CASE("English: passives, oblique partners and coordination") {
    const Sentence passive = parse("en", "Three civilians were killed by the army .");
    CHECK(arc(passive, "civilians") == "nsubj:pass killed");
    CHECK(arc(passive, "army").ends_with(" killed"));
    CHECK(arc(passive, "were") == "aux:pass killed");
    const Sentence oblique = parse("en", "France and Germany will negotiate with Iran .");
    CHECK(arc(oblique, "France") == "nsubj negotiate");
    CHECK(arc(oblique, "Germany") == "conj France");
    CHECK(arc(oblique, "Iran") == "obl negotiate");
    CHECK(arc(oblique, "with") == "case Iran");
}

TEST_CASE("French: who does what to whom") {
    const Sentence sentence = parse("fr", "Le gouvernement russe a accusé les rebelles de l' attaque .");
    CHECK(arc(sentence, "accusé") == "root");
    CHECK(arc(sentence, "gouvernement") == "nsubj accusé");
    CHECK(arc(sentence, "rebelles") == "obj accusé");
    CHECK(arc(sentence, "russe") == "amod gouvernement");
    CHECK(word(sentence, "accusé").lemma == "accuser");
    CHECK(word(sentence, "rebelles").lemma == "rebelle");
    CHECK(word(sentence, "rebelles").has("Number", "Plur"));
    CHECK(word(sentence, "accusé").has("VerbForm", "Part"));
}

TEST_CASE("French: conditionals, passives, agents and negation") {
    const Sentence conditional = parse("fr", "Moscou négocierait avec l' opposition syrienne .");
    CHECK(arc(conditional, "Moscou") == "nsubj négocierait");
    CHECK(arc(conditional, "opposition") == "obl négocierait");
    CHECK(word(conditional, "négocierait").lemma == "négocier");
    CHECK(word(conditional, "négocierait").has("Mood", "Cnd"));
    const Sentence passive = parse("fr", "La ville a été bombardée par l' armée syrienne .");
    CHECK(arc(passive, "ville") == "nsubj:pass bombardée");
    CHECK(arc(passive, "armée") == "obl:agent bombardée");
    CHECK(arc(passive, "été") == "aux:pass bombardée");
    const Sentence negated = parse("fr", "La France ne soutient pas le président .");
    CHECK(arc(negated, "France") == "nsubj soutient");
    CHECK(arc(negated, "pas") == "advmod soutient");
}

TEST_CASE("curly and straight apostrophes give one tree") {
    Sentence curly = parse("fr", "L\u2019 armée s\u2019 est retirée .");
    const Sentence straight = parse("fr", "L' armée s' est retirée .");
    for (std::size_t i = 0; i < curly.size(); ++i) {
        CHECK(curly[i].head == straight[i].head);
        CHECK(curly[i].lemma == straight[i].lemma);
        curly.tokens[i].form = straight[i].form;
    }
    CHECK(to_conllu(curly) == to_conllu(straight));
}

TEST_CASE("headlines in capitals keep their subject and object") {
    const Sentence attack = parse("en", "RUSSIA ATTACKS A UKRAINIAN PORT");
    CHECK(arc(attack, "RUSSIA") == "nsubj ATTACKS");
    CHECK(arc(attack, "PORT") == "obj ATTACKS");
    CHECK(word(attack, "ATTACKS").lemma == "attack");
    const Sentence meeting = parse("en", "PRESIDENT MEETS OPPOSITION LEADERS IN GENEVA");
    CHECK(arc(meeting, "PRESIDENT") == "nsubj MEETS");
    CHECK(arc(meeting, "LEADERS") == "obj MEETS");
}

TEST_CASE("news in the present tense has a verb where the treebanks have the past") {
    const Sentence news = parse("en", "The ministry announces that its forces have struck a depot .");
    CHECK(word(news, "announces").upos == Upos::verb);
    CHECK(arc(news, "ministry") == "nsubj announces");
    CHECK(arc(news, "struck") == "ccomp announces");
}

TEST_CASE("every result is a tree with one root, whatever the words and however many") {
    for (const std::string language : {"en", "fr"}) {
        for (const std::string text :
             {"Peace", ".", "« »", "and and and", "\xFF\xFE", "1 2 3 4 5", "北京 和 莫斯科", ", , , , ,"}) {
            const Sentence sentence = parse(language, text);
            CAPTURE(text);
            CHECK(is_tree(sentence));
            for (const Token& token : sentence.tokens) {
                CHECK((token.head < 0) == (token.deprel == Deprel::root));
                CHECK(!token.lemma.empty());
            }
        }
        for (const std::size_t count : {255U, 256U, 257U, 2000U, 5001U}) {
            const Sentence sentence = parse(language, many_words(count));
            CHECK(sentence.size() == count);
            CHECK(is_tree(sentence));
        }
    }
}

TEST_CASE("a sentence without words stays one") {
    Sentence sentence;
    parser("en").parse(sentence);
    CHECK(sentence.size() == 0);
}

TEST_CASE("parsing again or in another thread gives the same") {
    const std::string text = "Le ministre a rencontré son homologue allemand , qui a promis une aide .";
    const std::string expected = tree_text("fr", text);
    CHECK(tree_text("fr", text) == expected);
    std::vector<std::string> found(4);
    std::vector<std::thread> threads;
    for (std::string& result : found) threads.emplace_back([&] { result = tree_text("fr", text); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : found) CHECK(result == expected);
}

TEST_CASE("trees are the same with every instruction set, on every thread and in every order") {
    std::vector<std::string> texts = {"Peace",
                                      "Le ministre a rencontré son homologue allemand , qui a promis une aide .",
                                      "Rebels seized two towns and a port in the east , officials said on Monday ."};
    for (const std::size_t count : {2U, 11U, 12U, 13U, 40U, 300U}) texts.push_back(many_words(count));
    for (const std::string language : {"en", "fr"}) {
        std::vector<std::string> expected;
        for (const std::string& text : texts) expected.push_back(tree_text(language, text));
        for (const Kernels* kernels : Kernels::all()) {
            CAPTURE(std::string(kernels->name));
            ::setenv("ENTENTE_ISA", kernels->name, 1);
            const Parser other = Parser::load(model_path(language));
            std::vector<std::string> found(texts.size());
            const auto parse_every_second = [&](std::size_t first) {
                for (std::size_t i = first; i < texts.size(); i += 2) {
                    const std::size_t last = texts.size() - 1 - i;  // the other way round
                    Sentence sentence = words(texts[last]);
                    other.parse(sentence);
                    found[last] = to_conllu(sentence);
                }
            };
            std::thread second(parse_every_second, 1);
            parse_every_second(0);
            second.join();
            CHECK(found == expected);
        }
        ::setenv("ENTENTE_ISA", "abacus", 1);
        CHECK_THROWS_AS((void)Parser::load(model_path(language)), base::UsageError);
        ::unsetenv("ENTENTE_ISA");
    }
}

TEST_CASE("what tokens held before does not change the result") {
    Sentence sentence = parse("en", "Iran signed the agreement .");
    const std::string expected = to_conllu(sentence);
    for (Token& token : sentence.tokens) {
        token.lemma = "x";
        token.upos = Upos::sym;
        token.feats = "Number=Plur";
        token.deprel_subtype = "old";
    }
    parser("en").parse(sentence);
    CHECK(to_conllu(sentence) == expected);
}

TEST_CASE("a missing, foreign, cut or damaged model is refused by name") {
    CHECK_THROWS_AS((void)Parser::load("no-such-folder/model.bin"), base::DataError);
    const auto refusal = [](const char* name, auto change) { return ChangedModel(name, change).refusal(); };
    CHECK(refusal("entente_empty.bin", [](std::string& b) { b.clear(); }) == "is no syntax model");
    CHECK(refusal("entente_text.bin", [](std::string& b) {
              b = "form\tlemma\nand so on, for more than a header's length\n";
          }) == "is no syntax model");
    CHECK(
        refusal("entente_version.bin", [](std::string& b) { b[8] = 9; }).starts_with("is a syntax model of version 9"));
    CHECK(refusal("entente_cut.bin", [](std::string& b) { b.resize(b.size() / 2); }) ==
          "the syntax model is cut short or has grown");
    CHECK(refusal("entente_flip.bin", [](std::string& b) { b[b.size() / 3] ^= 1; }) ==
          "the syntax model is damaged (checksum)");
}
