#include "text/language_recogniser.hpp"

#include <doctest/doctest.h>

using namespace entente::text;

namespace {

std::optional<std::string> recognised(std::string_view paragraph) {
    static const TokenRules english(ENTENTE_SOURCE_DIR "/data/lang/en/tokens.tsv");
    static const TokenRules french(ENTENTE_SOURCE_DIR "/data/lang/fr/tokens.tsv");
    return recognise_language(paragraph, {{"en", &english}, {"fr", &french}});
}

}  // namespace

TEST_CASE("paragraphs of ordinary length are recognised") {
    CHECK(recognised("The ambassador handed a letter to the president on Monday evening.") == "en");
    CHECK(recognised("L'ambassadeur a remis lundi soir une lettre au président de la République.") == "fr");
    CHECK(recognised("Der Botschafter hat dem Präsidenten am Montag einen Brief überreicht.") == "de");
    CHECK(recognised("El embajador entregó el lunes una carta al presidente de la República.") == "es");
}

TEST_CASE("French sentences with many names are not taken for English") {
    CHECK(recognised("Les sources du journal disent que la tension entre Oslo et Lima menace la suite des contacts.") ==
          "fr");
}

TEST_CASE("too little text is of no known language") {
    CHECK_FALSE(recognised("").has_value());
    CHECK_FALSE(recognised("Reuters").has_value());
    CHECK_FALSE(recognised("12 345 - 67").has_value());
}

TEST_CASE("invalid UTF-8 is of no known language") {
    CHECK_FALSE(recognised("The ambassador handed a letter to the \xFF president on Monday.").has_value());
}

TEST_CASE("the recogniser works without function words too") {
    CHECK(recognise_language("The ambassador handed a letter to the president on Monday evening.") == "en");
}
