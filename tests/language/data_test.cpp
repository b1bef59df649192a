// Every folder below data/lang, whatever languages there are.

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/tsv.hpp"
#include "language/words.hpp"

using namespace entente;
using namespace entente::language;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> languages() {
    std::vector<std::string> codes;
    for (const auto& entry : fs::directory_iterator(data_folder() / "lang")) {
        if (entry.is_directory()) codes.push_back(entry.path().filename().string());
    }
    return codes;
}

/// Lines of a table that say the same as an earlier one in the columns given.
std::vector<std::string> doubles(const fs::path& file, const std::vector<std::string>& columns) {
    std::set<std::string> seen;
    std::vector<std::string> found;
    const base::TsvFile table(file, columns);
    for (const base::TsvRow& row : table) {
        std::string key;
        for (const std::string& column : columns) key += row[column] + "\t";
        if (!seen.insert(key).second) found.push_back(row.location().text() + ": " + key);
    }
    return found;
}

}  // namespace

TEST_CASE("every language loads with the shipped ontology") {
    const std::vector<std::string> codes = languages();
    CHECK(std::set<std::string>(codes.begin(), codes.end()).contains("en"));
    CHECK(std::set<std::string>(codes.begin(), codes.end()).contains("fr"));
    for (const std::string& code : codes) {
        CAPTURE(code);
        const LanguagePack& pack = shipped_pack(code);
        CHECK(pack.code == code);
        CHECK(pack.names.size() > 1000);
        CHECK(pack.roles.words().size() > 100);
        CHECK(pack.actions.verbs().size() > 300);
        CHECK(pack.actions.nouns().size() > 100);
    }
}

TEST_CASE("every language has all of its files") {
    for (const std::string& code : languages()) {
        for (const char* name : {"names.tsv", "roles.tsv", "verbs.tsv", "nouns.tsv", "frames.tsv", "cues.tsv",
                                 "prepositions.tsv", "pronouns.tsv", "places.tsv", "tokens.tsv", "dates.tsv",
                                 "name_words.tsv", "model.bin", "MODEL.md", "names.bin", "NAMES.md"}) {
            const fs::path file = data_folder() / "lang" / code / name;
            CHECK_MESSAGE(fs::is_regular_file(file), file.string());
        }
    }
}

TEST_CASE("nothing stands twice in the tables of a language") {
    for (const std::string& code : languages()) {
        const fs::path folder = data_folder() / "lang" / code;
        CHECK(doubles(folder / "names.tsv", {"actor", "kind", "forms"}) == std::vector<std::string>{});
        CHECK(doubles(folder / "verbs.tsv", {"action", "verb", "frame", "where"}) == std::vector<std::string>{});
        CHECK(doubles(folder / "nouns.tsv", {"action", "noun", "frame", "where"}) == std::vector<std::string>{});
        CHECK(doubles(folder / "cues.tsv", {"kind", "word"}) == std::vector<std::string>{});
        CHECK(doubles(folder / "places.tsv", {"place"}) == std::vector<std::string>{});
    }
}

TEST_CASE("no name stands twice for the same actor and kind") {
    for (const std::string& code : languages()) {
        std::set<std::string> seen;
        const base::TsvFile table(data_folder() / "lang" / code / "names.tsv", {"actor", "kind", "forms"});
        for (const base::TsvRow& row : table) {
            for (const std::string& form : row.list("forms")) {
                const bool first = seen.insert(row["actor"] + "\t" + row["kind"] + "\t" + form).second;
                CHECK_MESSAGE(first, row.location().text() << " " << form);
            }
        }
    }
}

TEST_CASE("every state can be named in every language") {
    for (const std::string& code : languages()) {
        std::set<std::string> named;
        const base::TsvFile table(data_folder() / "lang" / code / "names.tsv", {"actor", "kind", "forms"});
        for (const base::TsvRow& row : table) {
            if (row["kind"] == "name") named.insert(row["actor"]);
        }
        for (const auto& [id, actor] : shipped_ontology().actors()) {
            if (actor.kind == core::ActorKind::state)
                CHECK_MESSAGE(named.contains(id), code << " has no name of " << id);
        }
    }
}

TEST_CASE("the slots of frames are known ones or prepositions of the language") {
    const std::set<std::string> syntactic{"subj", "obj",    "iobj",  "poss",   "adj",      "comp",
                                          "own",  "people", "place", "victim", "undergoer"};
    for (const std::string& code : languages()) {
        std::set<std::string> prepositions;
        const base::TsvFile table(data_folder() / "lang" / code / "prepositions.tsv", {"canonical"});
        for (const base::TsvRow& row : table) prepositions.insert(row["canonical"]);
        const LanguagePack& pack = shipped_pack(code);
        for (const auto* words : {&pack.actions.verbs(), &pack.actions.nouns()}) {
            for (const auto& [key, entries] : words->all()) {
                for (const ActionEntry& entry : entries) {
                    for (const auto* slots : {&entry.frame.source, &entry.frame.target, &entry.frame.pair}) {
                        for (const std::string& slot : *slots) {
                            const bool known = syntactic.contains(slot) || prepositions.contains(slot);
                            CHECK_MESSAGE(known, entry.location << " " << key << " " << slot);
                        }
                    }
                }
            }
        }
    }
}

TEST_CASE("an unknown language is refused by the name of its file") {
    CHECK_THROWS_AS(static_cast<void>(LanguagePack::load(data_folder() / "lang" / "xx", shipped_ontology())),
                    base::DataError);
}
