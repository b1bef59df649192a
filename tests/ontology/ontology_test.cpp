#include "ontology/ontology.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/errors.hpp"
#include "base/tsv.hpp"

using namespace entente;
using ontology::Ontology;
namespace fs = std::filesystem;

namespace {

const fs::path folder = fs::path(ENTENTE_SOURCE_DIR) / "data" / "ontology";

const Ontology& shipped() {
    static const Ontology tables(folder);
    return tables;
}

std::string principal(const std::string& person, const char* date) {
    const ontology::Actor* actor = shipped().actor(person);
    REQUIRE(actor != nullptr);
    return shipped().principal_at(*actor, date == nullptr ? std::nullopt : core::parse_date(date));
}

/// What an XML NMTOKEN of ASCII characters is.
bool is_nmtoken(std::string_view id) {
    constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:";
    return !id.empty() && id.find_first_not_of(allowed) == std::string_view::npos;
}

/// A small ontology on disk, whose files can be replaced by bad ones.
struct Tables {
    Tables() : path(fs::temp_directory_path() / ("entente-ontology-" + std::to_string(::getpid()))) {
        fs::create_directories(path);
        write("roles.tsv",
              "role\tsuffix\tkind\tlabel_en\tlabel_fr\tprincipal\nREB\tREB\tarmed-group\trebels\trebelles\t\n");
        write("spellings.tsv", "from\tto\nch\tS\n");
        write("actors.tsv",
              "id\tkind\tprincipal\tcountry\tlabel_en\tlabel_fr\tadjective_en\twikidata\n"
              "RUS\tstate\tRUS\tRUS\tRussia\tRussie\tRussian\tQ159\n"
              "ann\tperson\tRUS-CVL\tRUS\tAnn\tAnn\t\t\n");
        write("offices.tsv",
              "person\tprincipal\toffice\tfrom\tto\nann\tRUS\tminister\t2010-03\t2012\nann\tUN\tenvoy\t2012-06\t\n");
        write("places.tsv", "id\tcountry\tlabel_en\tlabel_fr\nbaltic-sea\t\tBaltic Sea\tmer Baltique\n");
        write("actions.tsv",
              "id\ttype\tmode\tcameo\tsymmetric\tlabel_en\tlabel_fr\nmeet\tCONSULT\t\t040\tyes\tmeet\trencontrer\n");
    }
    ~Tables() { fs::remove_all(path); }
    Tables(const Tables&) = delete;
    Tables& operator=(const Tables&) = delete;

    void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }

    /// Why the ontology is refused once `line` stands at the end of the file; empty if it is not.
    [[nodiscard]] std::string refusal(const std::string& name, const std::string& line) const {
        std::ofstream(path / name, std::ios::app) << line << "\n";
        try {
            const Ontology tables(path);
        } catch (const base::DataError& problem) {
            CHECK(problem.location().line > 1);
            return problem.reason();
        }
        return {};
    }

    fs::path path;
};

}  // namespace

TEST_CASE("the shipped tables load and hold the world") {
    CHECK(shipped().actors().size() > 1000);
    CHECK(shipped().actions().size() > 100);
    REQUIRE(shipped().actor("RUS") != nullptr);
    CHECK(shipped().actor("RUS")->kind == core::ActorKind::state);
    CHECK(shipped().actor("RUS")->labels.at("fr") == "Russie");
    CHECK(shipped().actor("nobody-at-all") == nullptr);
    REQUIRE(shipped().action("negotiate") != nullptr);
    CHECK(shipped().action("negotiate")->type == core::EventType::consult);
    CHECK(shipped().action("negotiate")->cameo == "046");
    CHECK(shipped().action("negotiate")->symmetric);
    CHECK_FALSE(shipped().action("arrest")->symmetric);
    CHECK(shipped().action("Negotiate") == nullptr);
    REQUIRE(shipped().role("REB") != nullptr);
    CHECK(shipped().role("REB")->suffix == "REB");
    CHECK(shipped().place("nowhere") == nullptr);
}

TEST_CASE("a person acts for the office held at the date") {
    CHECK(principal("john-kerry", "2016-12-02") == "USA");
    CHECK(principal("john-kerry", "2003-05-01") == "USA-PTY");
    CHECK(principal("john-kerry", "2018-05-01") == "USA-PTY");
    CHECK(principal("francois-hollande", "2016") == "FRA");
    CHECK(principal("francois-hollande", "2010-01-01") == "FRA-PTY");
}

TEST_CASE("an office is held from its first to its last day") {
    CHECK(principal("john-kerry", "2013-01-31") == "USA-PTY");
    CHECK(principal("john-kerry", "2013-02-01") == "USA");
    CHECK(principal("john-kerry", "2017-01-20") == "USA");
    CHECK(principal("john-kerry", "2017-01-21") == "USA-PTY");
}

TEST_CASE("without a date the latest office counts") {
    CHECK(principal("john-kerry", nullptr) == "USA");
    const Tables small;
    const Ontology tables(small.path);
    CHECK(tables.principal_at(*tables.actor("ann"), std::nullopt) == "UN");
    CHECK(tables.principal_at(*tables.actor("RUS"), std::nullopt) == "RUS");
}

TEST_CASE("how far a date is from an office is counted from its nearest end") {
    const auto days = [](const char* person, const char* date) {
        return shipped().days_from_office(person, core::parse_date(date));
    };
    CHECK(days("john-kerry", "2016-12-02") == 0);
    CHECK(days("john-kerry", "2017-01-21") == 1);
    CHECK(days("john-kerry", "2013-01-31") == 1);
    CHECK_FALSE(days("RUS", "2016-12-02"));
}

TEST_CASE("the offices of a person come in the order of time") {
    const auto offices = shipped().offices_of("vladimir-putin");
    REQUIRE(offices.size() >= 4);
    CHECK(offices.front().office == "prime-minister");
    CHECK(offices.back().office == "president");
    CHECK(shipped().offices_of("RUS").empty());
}

TEST_CASE("a person is known under other spellings of the full name") {
    const auto spelt = [](const char* name) {
        const ontology::Actor* actor = shipped().person_spelt(name);
        return actor == nullptr ? std::string("-") : actor->id;
    };
    CHECK(spelt("Sergey Lavroff") == "sergey-lavrov");
    CHECK(spelt("Sergueï Lavrov") == "sergey-lavrov");
    CHECK(spelt("Сергей Лавров") == "sergey-lavrov");
    CHECK(spelt("Serguei Choigou") == "sergey-shoigu");
    CHECK(spelt("Bachar Assad") == "bashar-al-assad");
    CHECK(spelt("VOLODYMYR ZELENSKIY") == "volodymyr-zelensky");
    CHECK(spelt("Ioulia Timochenko") == "yulia-tymoshenko");
    CHECK(spelt("Lavrov") == "-");
    CHECK(spelt("Sergei Petrov") == "-");
}

TEST_CASE("a role that only one principal has names it") {
    CHECK(shipped().role("pope")->principal == "VATICAN");
    CHECK(shipped().role("president")->principal.empty());
}

TEST_CASE("offices known to the month or year cover all of it, and the later of two counts") {
    const Tables small;
    const Ontology tables(small.path);
    const auto at = [&](const char* date) { return tables.principal_at(*tables.actor("ann"), core::parse_date(date)); };
    CHECK(at("2010-02-28") == "RUS-CVL");
    CHECK(at("2010-03-01") == "RUS");
    CHECK(at("2010") == "RUS");
    CHECK(at("2012-05-31") == "RUS");
    CHECK(at("2012-12-31") == "UN");
    CHECK(at("2030-01-01") == "UN");
    CHECK(tables.office_at("ann", core::parse_date("2011"))->office == "minister");
    CHECK(tables.office_at("ann", core::parse_date("2009")) == nullptr);
    CHECK(tables.office_at("RUS", std::nullopt) == nullptr);
}

TEST_CASE("a principal is an actor, or made of country and role, or its own label") {
    CHECK(shipped().principal_actor("UN").labels.at("en") == "United Nations");
    const ontology::Actor opposition = shipped().principal_actor("SYR-OPP");
    CHECK(opposition.id == "SYR-OPP");
    CHECK(opposition.principal == "SYR-OPP");
    CHECK(opposition.country == "SYR");
    CHECK(opposition.kind == core::ActorKind::group);
    CHECK(opposition.labels.at("en") == "Syrian opposition");
    CHECK(opposition.labels.at("fr") == "opposition (Syrie)");
    const ontology::Actor rebels = shipped().principal_actor("UNK-REB");
    CHECK(rebels.country.empty());
    CHECK(rebels.kind == core::ActorKind::armed_group);
    CHECK(rebels.labels.at("en") == "rebels");
    CHECK(shipped().principal_actor("SYR-XYZ").labels.at("en") == "SYR-XYZ");
    CHECK(shipped().principal_actor("").labels.at("en").empty());
}

TEST_CASE("every id can stand in XML") {
    for (const auto& [id, actor] : shipped().actors()) CHECK_MESSAGE(is_nmtoken(id), id);
    for (const auto& [id, action] : shipped().actions()) CHECK_MESSAGE(is_nmtoken(id), id);
}

TEST_CASE("every state acts for itself, and independent ones have the adjective that labels are made of") {
    std::size_t adjectives = 0;
    for (const auto& [id, actor] : shipped().actors()) {
        if (actor.kind != core::ActorKind::state) continue;
        CHECK_MESSAGE(actor.principal == id, id);
        if (!actor.adjective.empty()) ++adjectives;
    }
    CHECK(adjectives > 200);
}

TEST_CASE("whoever acts for people of a country acts for a known country and role") {
    const auto known = [](const std::string& code) {
        if (shipped().actor(code) != nullptr) return true;
        if (code.size() < 5 || code[3] != '-') return !code.empty();  // a short name that is its own label
        const std::string country = code.substr(0, 3);
        const std::string label = shipped().principal_actor(code).labels.at("en");
        return (country == "UNK" || shipped().actor(country) != nullptr) && label != code;
    };
    for (const auto& [id, actor] : shipped().actors()) {
        CHECK_MESSAGE(known(actor.principal), id << " acts for " << actor.principal);
        const bool placed = actor.country.empty() || shipped().actor(actor.country) != nullptr;
        CHECK_MESSAGE(placed, id << " is of " << actor.country);
    }
    const base::TsvFile offices(folder / "offices.tsv", {"person", "principal", "office", "from", "to"});
    for (const base::TsvRow& row : offices) {
        CHECK_MESSAGE(known(row["principal"]), row.location().text() << " " << row["principal"]);
        CHECK_MESSAGE(shipped().role(row["office"]) != nullptr, row.location().text() << " " << row["office"]);
    }
}

TEST_CASE("no office ends before it begins") {
    const base::TsvFile offices(folder / "offices.tsv", {"person", "from", "to"});
    for (const base::TsvRow& row : offices) {
        if (row["from"].empty() || row["to"].empty()) continue;
        CHECK_MESSAGE(*core::parse_date(row["from"]) <= core::last_day(*core::parse_date(row["to"])),
                      row.location().text());
    }
}

TEST_CASE("every action that has a PLOVER type has the CAMEO code of that type") {
    for (const auto& [id, action] : shipped().actions()) {
        if (action.type == core::EventType::other) continue;
        CHECK_MESSAGE(action.cameo.size() >= 2, id);
        CHECK_MESSAGE(action.cameo.find_first_not_of("0123456789") == std::string::npos, id);
    }
}

TEST_CASE("what is wrong with a table is refused by file and line") {
    CHECK(Tables().refusal("actors.tsv", "").empty());
    CHECK(Tables().refusal("actors.tsv", "RUS\tstate\tRUS\tRUS\tRussia\tRussie\tRussian\t") ==
          "actor 'RUS' stands twice");
    CHECK(Tables().refusal("actors.tsv", "X\tplanet\tX\t\tX\tX\t\t") == "'planet' is no kind of actor");
    CHECK(Tables().refusal("actors.tsv", "X\tstate\tX\t\tX\t\t\t") == "column 'label_fr' is empty");
    CHECK(Tables().refusal("offices.tsv", "bob\tRUS\tminister\t\t") == "there is no actor 'bob'");
    CHECK(Tables().refusal("offices.tsv", "ann\tRUS\tminister\tsoon\t") == "'soon' is no date");
    CHECK(Tables().refusal("spellings.tsv", "^\tx") == "a rule rewrites at least one letter");
    CHECK(Tables().refusal("places.tsv", "x\tXXX\tX\tX") == "there is no actor 'XXX'");
    CHECK(Tables().refusal("places.tsv", "baltic-sea\t\tX\tX") == "place 'baltic-sea' stands twice");
    CHECK(Tables().refusal("actions.tsv", "meet\tCONSULT\t\t040\tyes\tx\tx") == "action 'meet' stands twice");
    CHECK(Tables().refusal("actions.tsv", "x\tTALK\t\t040\tyes\tx\tx") == "'TALK' is no PLOVER type");
    CHECK(Tables().refusal("actions.tsv", "x\tCONSULT\t\t040\tmaybe\tx\tx") == "column 'symmetric' must be yes or no");
}
