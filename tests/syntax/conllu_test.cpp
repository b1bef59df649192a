#include "syntax/conllu.hpp"

#include <string>

#include <doctest/doctest.h>

#include "base/errors.hpp"

using namespace entente;
using namespace entente::syntax;

namespace {

const std::string parsed =
    "# sent_id = 1\n"
    "# text = Le ministre du Mali s'exprime.\n"
    "1\tLe\tle\tDET\tD\tDefinite=Def|Number=Sing\t2\tdet\t_\t_\n"
    "2\tministre\tministre\tNOUN\tN\tNumber=Sing\t7\tnsubj\t7:nsubj\tGloss=minister\n"
    "3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_\n"
    "4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_\n"
    "5\tMali\tMali\tPROPN\t_\t_\t2\tnmod:arg\t_\t_\n"
    "6\ts'\tsoi\tPRON\t_\tReflex=Yes\t7\texpl:comp\t_\tSpaceAfter=No\n"
    "7\texprime\texprimer\tVERB\t_\tMood=Ind\t0\troot\t_\tDeprel=root|SpaceAfter=No|Zone=1\n"
    "8\t.\t.\tPUNCT\t_\t_\t7\tpunct\t_\t_\n"
    "\n";

std::string line(const std::string& id, const std::string& head, const std::string& relation = "dep") {
    return id + "\tword\t_\tX\t_\t_\t" + head + "\t" + relation + "\t_\t_\n";
}

/// The line that the error of reading `text` names.
std::size_t bad_line(const std::string& text) {
    try {
        (void)read_conllu(text, "input.conllu");
    } catch (const base::DataError& error) {
        CHECK(error.location().file == "input.conllu");
        return error.location().line;
    }
    return 0;
}

}  // namespace

TEST_CASE("a sentence read and written again is the same text") {
    const auto sentences = read_conllu(parsed + parsed, "x");
    REQUIRE(sentences.size() == 2);
    CHECK(to_conllu(sentences[0]) == parsed);
    CHECK(to_conllu(sentences[1]) == parsed);
}

TEST_CASE("every column arrives where it belongs") {
    const Sentence sentence = read_conllu(parsed, "x").front();
    CHECK(sentence.comments.size() == 2);
    CHECK(sentence.root() == 6);
    CHECK(sentence[1].xpos == "N");
    CHECK(sentence[1].deps == "7:nsubj");
    CHECK(sentence[1].misc == "Gloss=minister");
    CHECK(sentence[1].head == 6);
    CHECK(sentence[4].deprel == Deprel::nmod);
    CHECK(sentence[4].deprel_subtype == "arg");
    CHECK_FALSE(sentence[5].space_after);
    CHECK(sentence[6].misc == "Deprel=root|Zone=1");
    REQUIRE(sentence.multiwords.size() == 1);
    CHECK(sentence.multiwords[0].form == "du");
    CHECK(sentence.multiwords[0].first == 2);
    CHECK(sentence.multiwords[0].last == 3);
}

TEST_CASE("spans count code points and the words of a multiword token share theirs") {
    Sentence sentence = read_conllu(parsed, "x").front();
    CHECK(surface_text(sentence) == "Le ministre du Mali s'exprime.");
    CHECK(sentence.span == core::Span{0, 30});
    CHECK(sentence[2].span == core::Span{12, 14});
    CHECK(sentence[3].span == core::Span{12, 14});
    CHECK(sentence.multiwords[0].span == core::Span{12, 14});
    CHECK(sentence[6].span == core::Span{22, 29});
    lay_out(sentence, 100);
    CHECK(sentence[7].span == core::Span{129, 130});
}

TEST_CASE("carriage returns, empty nodes and a missing last empty line do no harm") {
    const auto sentences = read_conllu(
        line("1", "0", "root") + "1.1\tnode\t_\t_\t_\t_\t_\t_\t_\t_\n" + "2\tword\t_\tX\t_\t_\t1\tdep\t_\t_\r", "x");
    REQUIRE(sentences.size() == 1);
    CHECK(sentences[0].size() == 2);
}

TEST_CASE("a sentence without heads is read as not parsed") {
    const auto sentences = read_conllu("1\tUn\t_\t_\t_\t_\t_\t_\t_\t_\n2\tmot\t_\t_\t_\t_\t_\t_\t_\t_\n", "x");
    REQUIRE(sentences.size() == 1);
    CHECK(sentences[0][1].head == -1);
    CHECK(sentences[0][1].upos == Upos::x);
}

TEST_CASE("malformed lines are refused with file and line") {
    CHECK(bad_line(line("1", "0", "root") + "2\ttoo\tfew\n") == 2);
    CHECK(bad_line(line("1", "0", "root") + line("3", "1")) == 2);
    CHECK(bad_line("# comment\n" + line("one", "0")) == 2);
    CHECK(bad_line(line("1", "0", "root") + line("2", "x")) == 2);
    CHECK(bad_line(line("1", "0", "root") + line("2", "1", "kin")) == 2);
    CHECK(bad_line("1\tword\t_\tNOMEN\t_\t_\t0\troot\t_\t_\n") == 1);
    CHECK(bad_line("1\t\t_\tX\t_\t_\t0\troot\t_\t_\n") == 1);
    CHECK(bad_line(line("2-1", "_", "_") + line("1", "0", "root")) == 1);
    CHECK(bad_line(line("1-3", "_", "_") + line("1", "0", "root") + line("2-3", "_", "_")) == 3);
}

TEST_CASE("heads that make no tree with one root are refused at the sentence") {
    const std::string good = line("1", "0", "root") + "\n";
    CHECK(bad_line(good + line("1", "2") + line("2", "1")) == 3);
    CHECK(bad_line(good + line("1", "0", "root") + line("2", "0", "root")) == 3);
    CHECK(bad_line(good + line("1", "0", "root") + line("2", "2")) == 3);
    CHECK(bad_line(good + line("1", "0", "root") + line("2", "9")) == 3);
}

TEST_CASE("reading goes on behind a bad sentence") {
    const std::string text =
        line("1", "0", "root") + "broken\n" + line("3", "1") + "\n" + line("1", "0", "root") + "\nbroken again\n";
    ConlluReader reader(text, "x");
    CHECK_THROWS_AS((void)reader.next(), base::DataError);
    const auto second = reader.next();
    REQUIRE(second.has_value());
    CHECK(second->size() == 1);
    try {
        (void)reader.next();
        FAIL("the third sentence is broken");
    } catch (const base::DataError& error) {
        CHECK(error.location().line == 7);
    }
}
