#include "language/names.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "language/phrase_finder.hpp"
#include "language/words.hpp"

using namespace entente;
using namespace entente::language;
using Strings = std::vector<std::string>;

namespace {

/// The names found in the words: `first-last:actor/kind`, the first entry of each.
Strings found(const std::string& code, const std::string& text) {
    Strings names;
    const syntax::Sentence sentence = sentence_of(text);
    for (const NameMatch& match : shipped_pack(code).names.find(sentence)) {
        names.push_back(std::to_string(match.first) + "-" + std::to_string(match.last) + ":" +
                        match.entries.front()->actor->id);
    }
    return names;
}

bool names(const std::string& code, const std::string& text, const std::string& actor, NameKind kind) {
    const syntax::Sentence sentence = sentence_of(text);
    for (const NameMatch& match : shipped_pack(code).names.find(sentence)) {
        for (const NameEntry* entry : match.entries) {
            if (entry->actor->id == actor && entry->kind == kind) return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("a state is found by its names, its capital and the seat of its government") {
    for (const std::string form : {"Russia", "Moscow", "Kremlin"}) {
        CAPTURE(form);
        const Strings actors = shipped_pack("en").actors_named(form);
        CHECK(std::find(actors.begin(), actors.end(), "RUS") != actors.end());
    }
    for (const std::string form : {"Russie", "Moscou", "Kremlin"}) {
        CAPTURE(form);
        const Strings actors = shipped_pack("fr").actors_named(form);
        CHECK(std::find(actors.begin(), actors.end(), "RUS") != actors.end());
    }
    CHECK(shipped_pack("en").actors_named("Nowhereland").empty());
    CHECK(shipped_pack("en").actors_named("").empty());
}

TEST_CASE("people who ask need no capitals and no accents") {
    CHECK(shipped_pack("fr").actors_named("moscou") == Strings{"RUS"});
    CHECK(shipped_pack("fr").actors_named("etats-unis") == Strings{"USA"});
    CHECK(shipped_pack("en").actors_named("JOHN KERRY") == Strings{"john-kerry"});
}

TEST_CASE("the kind of a name tells what it says") {
    CHECK(names("en", "Russia", "RUS", NameKind::name));
    CHECK(names("en", "Moscow", "RUS", NameKind::capital));
    CHECK(names("en", "the Kremlin", "RUS", NameKind::seat));
    CHECK(names("en", "Russians", "RUS", NameKind::demonym));
    CHECK(names("fr", "les Russes", "RUS", NameKind::demonym));
    CHECK(names("fr", "russes", "RUS", NameKind::adjective));
    CHECK_FALSE(names("fr", "russes", "RUS", NameKind::demonym));
}

TEST_CASE("a name in a text needs its capitals") {
    CHECK(found("en", "Turkey and a turkey") == Strings{"0-0:TUR"});
    CHECK(found("en", "they told us") == Strings{});
    CHECK(found("en", "They told US diplomats") == Strings{"2-2:USA"});
    CHECK(found("en", "Us too") == Strings{});
    CHECK(found("fr", "la russie") == Strings{});
}

TEST_CASE("full stops in acronyms do not matter") {
    CHECK(found("en", "U.S. farmers") == Strings{"0-0:USA"});
    CHECK(found("en", "the U.N. envoy") == Strings{"1-1:UN"});
}

TEST_CASE("long acronyms may be written as words, short ones may not") {
    CHECK(has_capitals_of("UNESCO", "Unesco"));
    CHECK_FALSE(has_capitals_of("US", "Us"));
    CHECK_FALSE(has_capitals_of("UN", "un"));
    CHECK(has_capitals_of("U.S.", "US"));
    CHECK(has_capitals_of("russe", "Russe"));
    CHECK_FALSE(has_capitals_of("Russe", "russe"));
}

TEST_CASE("a form that begins without a capital keeps the first that it has") {
    CHECK(has_capitals_of("îles Mariannes", "îles Mariannes"));
    CHECK_FALSE(has_capitals_of("îles Mariannes", "îles mariannes"));
}

TEST_CASE("an apostrophe inside a name may join two words of the sentence") {
    CHECK(found("fr", "la Côte d' Ivoire") == Strings{"1-3:CIV"});
    CHECK(found("en", "the People 's Republic of China") == Strings{"1-5:CHN"});
}

TEST_CASE("full names are known in other spellings") {
    CHECK(found("en", "Sergey Lavroff met Hilary Clinton") == Strings{"0-1:sergey-lavrov", "3-4:hillary-clinton"});
    CHECK(found("en", "Bachar el - Assad spoke") == Strings{"0-3:bashar-al-assad"});
    CHECK(found("fr", "Sergueï Lavroff parle") == Strings{"0-1:sergey-lavrov"});
}

TEST_CASE("an initial chooses among those of one last name") {
    CHECK(found("en", "V. Putin left") == Strings{"0-1:vladimir-putin"});
    CHECK(found("en", "Q. Putin left") == Strings{});
    CHECK_FALSE(names("en", "V", "harald-v", NameKind::surname));
}

TEST_CASE("the longest name counts, and none is found inside it") {
    CHECK(found("en", "South Korea and North Korea") == Strings{"0-1:KOR", "3-4:PRK"});
    CHECK(found("fr", "la Corée du Nord") == Strings{"1-3:PRK"});
    CHECK(found("en", "John Kerry met Sergei Lavrov") == Strings{"0-1:john-kerry", "3-4:sergey-lavrov"});
}

TEST_CASE("a hyphen that stands apart belongs to the name") {
    CHECK(found("en", "the al - Qaeda fighters") == Strings{"1-3:AL-QAEDA"});
}

TEST_CASE("persons are known by last name, with its particles") {
    CHECK(names("en", "Kerry", "john-kerry", NameKind::surname));
    CHECK(names("fr", "Lavrov", "sergey-lavrov", NameKind::surname));
    CHECK(names("en", "al - Assad", "maher-al-assad", NameKind::surname));
    CHECK(names("en", "Mistura", "staffan-de-mistura", NameKind::surname));
    CHECK_FALSE(names("en", "John", "john-kerry", NameKind::surname));
    CHECK_FALSE(names("en", "kerry", "john-kerry", NameKind::surname));
}

TEST_CASE("where somebody reigns is no last name") {
    for (const std::string form : {"Belgium", "Iran", "Morocco", "Moscow", "Netherlands"}) {
        CAPTURE(form);
        CHECK(shipped_pack("en").actors_named(form).size() == 1);
    }
    for (const std::string form : {"Belgique", "Jordanie", "Danemark", "Moscou"}) {
        CAPTURE(form);
        CHECK(shipped_pack("fr").actors_named(form).size() == 1);
    }
}

TEST_CASE("a last name that is a common word needs its capital at the end too") {
    CHECK(names("fr", "Bruno Le Maire", "bruno-le-maire", NameKind::name));
    CHECK(found("fr", "Le maire de la ville") == Strings{});
}

TEST_CASE("contractions are read as written") {
    syntax::Sentence sentence = sentence_of("Russia 's army");
    sentence.multiwords.push_back({0, 1, "Russia's", {0, 8}, true, ""});
    sentence.tokens[0].span = {0, 6};
    sentence.tokens[1].span = {6, 8};
    const auto matches = shipped_pack("en").names.find(sentence);
    REQUIRE(matches.size() == 1);
    CHECK(matches[0].first == 0);
    CHECK(matches[0].last == 0);
}

TEST_CASE("an empty sentence has no names") {
    CHECK(found("en", "") == Strings{});
}

TEST_CASE("a single question is answered without the table as by the table") {
    const ontology::Ontology& world = shipped_ontology();
    for (const std::string code : {"en", "fr"}) {
        const auto file = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data/lang" / code / "names.tsv";
        std::vector<std::string> questions{"", "kerry", "KERRY", "Erdogan", "al-Assad", "etats unis", "nobody at all"};
        const NameTable table(file, world);
        std::vector<std::string> keys;
        for (const auto& [key, entries] : table.all()) keys.push_back(key);
        std::sort(keys.begin(), keys.end());
        for (std::size_t i = 0; i < keys.size(); i += keys.size() / 40) {
            questions.push_back(keys[i]);
            questions.push_back(table.lookup(keys[i]).front()->form);
        }
        for (const std::string& question : questions) {
            CAPTURE(question);
            std::set<std::string> expected;
            for (const NameEntry* entry : table.lookup(question)) expected.insert(entry->actor->id);
            CHECK(actors_named(file, world, question) == expected);
        }
    }
}
