#include "articles/furniture.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "text/paragraphs.hpp"

using namespace entente;

namespace {

using Strings = std::vector<std::string>;

/// What stays of the lines of a page.
Strings kept(const std::string& page) {
    static const articles::FurnitureRules rules(ENTENTE_SOURCE_DIR "/data/articles/furniture.tsv");
    const text::CodePoints document(page);
    Strings lines;
    for (const core::Span& span : articles::without_furniture(document, text::split_paragraphs(document), rules)) {
        lines.emplace_back(document.slice(span));
    }
    return lines;
}

const std::string body = "Talks in Oslo\n\nThe ministers met on Monday.\n\nThey agreed on a date.\n\n";

}  // namespace

TEST_CASE("an article without furniture stays whole") {
    CHECK(kept(body).size() == 3);
    CHECK(kept("").empty());
}

TEST_CASE("teasers behind a heading of related articles are left out") {
    CHECK(kept(body + "Related Articles\n\nWind of change\n\n04/02/2014. The chief spoke.").size() == 3);
    CHECK(kept(body + "À lire aussi :\n\nUn autre sommet").size() == 3);
}

TEST_CASE("comment forms, cookie notes and credits are left out in both languages") {
    CHECK(kept(body + "(Avec AFP)\n\nLaisser un commentaire\n\nVotre adresse e-mail ne sera pas publiée.").size() == 3);
    CHECK(kept(body + "Ce site utilise des cookies pour vous plaire. D'accord ?\n\nThis site uses cookies.").size() ==
          3);
    CHECK(kept(body + "Reporting by Jo Berg\n\nReuters\n\n© 2016 The Example").size() == 3);
    CHECK(kept(body + "Article published on The Example website").size() == 3);
}

TEST_CASE("a line of furniture in the middle does not end the article") {
    CHECK(kept("Talks in Oslo\n\nShare\n\nThe ministers met.\n\nAdvertisement\n\nThey left.") ==
          Strings{"Talks in Oslo", "The ministers met.", "They left."});
}

TEST_CASE("a heading that ends pages ends none before the article has begun") {
    CHECK(kept("Talks in Oslo\n\nTop stories\n\nThe ministers met.\n\nThey left.").size() == 3);
}

TEST_CASE("sentences that merely begin like furniture stay") {
    CHECK(kept(body + "Photos of the meeting were shown to the ambassadors of both countries.").size() == 4);
    CHECK(kept(body + "Share prices fell in Oslo after the ministers had left the building.").size() == 4);
    CHECK(kept(body + "Commentaires et critiques ont suivi la rencontre des ministres.").size() == 4);
    CHECK(kept(body + "Reuters said that the ministers would meet again.").size() == 4);
}

TEST_CASE("the title stays, whatever it says") {
    CHECK(kept("Comments") == Strings{"Comments"});
}

TEST_CASE("damaged rules are refused with their line") {
    const std::filesystem::path path = std::filesystem::temp_directory_path() / "entente_furniture_test.tsv";
    const auto refuses = [&](const std::string& row) {
        std::ofstream(path) << "drop\tmatch\ttext\twithin\n" << row << "\n";
        try {
            const articles::FurnitureRules rules(path);
        } catch (const base::DataError& problem) {
            return problem.location().line == 2;
        }
        return false;
    };
    CHECK(refuses("page\tequals\tshare"));
    CHECK(refuses("line\tlike\tshare"));
    CHECK(refuses("line\tequals\t..."));
    CHECK(refuses("line\tequals\tshare\tlong"));
    std::filesystem::remove(path);
}
