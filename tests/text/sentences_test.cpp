#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "base/errors.hpp"
#include "text/tokenizer.hpp"

using namespace entente;

namespace {

using Strings = std::vector<std::string>;

Strings sentences(const std::string& paragraph, const std::string& language) {
    const text::TokenRules rules(ENTENTE_SOURCE_DIR "/data/lang/" + language + "/tokens.tsv");
    const text::CodePoints document(paragraph);
    Strings found;
    for (const core::Span& span : text::split_sentences(document, {0, document.size()}, rules)) {
        found.emplace_back(document.slice(span));
    }
    return found;
}

Strings english(const std::string& paragraph) {
    return sentences(paragraph, "en");
}
Strings french(const std::string& paragraph) {
    return sentences(paragraph, "fr");
}

}  // namespace

TEST_CASE("sentences end at full stops, question marks and exclamation marks") {
    CHECK(english("Oslo agreed. Did Lima? It did!") == Strings{"Oslo agreed.", "Did Lima?", "It did!"});
    CHECK(french("Oslo accepte. Et Lima ? Oui !") == Strings{"Oslo accepte.", "Et Lima ?", "Oui !"});
}

TEST_CASE("a line without a full stop is one sentence") {
    CHECK(english("Ministers meet in Oslo") == Strings{"Ministers meet in Oslo"});
    CHECK(english("   ").empty());
    CHECK(english("").empty());
}

TEST_CASE("titles, initials and abbreviations end no sentence") {
    CHECK(english("Mr. Berg met Gen. A. B. Cole at St. James. Both smiled.").size() == 2);
    CHECK(french("M. Berg a vu Mme Roy et le Dr. Cole. MM. Roy et Ba aussi.").size() == 2);
    CHECK(english("The court cited No. 5 of the code.").size() == 1);
    CHECK(french("Le 1er mai, cf. p. 12, tout change.").size() == 1);
}

TEST_CASE("an ambiguous abbreviation ends a sentence only before a word that begins one") {
    CHECK(english("They left the U.S. The visit was short.").size() == 2);
    CHECK(english("They asked the U.S. Senate for help.").size() == 1);
    CHECK(english("It was sold to Acme Inc. He said so.").size() == 2);
}

TEST_CASE("decimals, addresses and dotted names end no sentence") {
    CHECK(english("Growth was 3.5 percent at www.example.org/A.Html and jo@example.org.").size() == 1);
    CHECK(french("Le taux est de 3.5 points.").size() == 1);
}

TEST_CASE("a missing space after a full stop is no obstacle") {
    CHECK(french("La trêve couvre deux villes (Lima et Oslo).Selon le texte, elle dure.") ==
          Strings{"La trêve couvre deux villes (Lima et Oslo).", "Selon le texte, elle dure."});
    CHECK(french("Elle finit le 6 mai.Le chef part.") == Strings{"Elle finit le 6 mai.", "Le chef part."});
}

TEST_CASE("a closing quote stays with its sentence") {
    CHECK(french("« Nous partons. » Le ministre sort.") == Strings{"« Nous partons. »", "Le ministre sort."});
    CHECK(english("“We leave.” The minister left.") == Strings{"“We leave.”", "The minister left."});
    CHECK(english("\"We leave.\" The minister left.") == Strings{"\"We leave.\"", "The minister left."});
    CHECK(english("He said: \"We leave.\"") == Strings{"He said: \"We leave.\""});
}

TEST_CASE("a quotation of several sentences is cut inside") {
    CHECK(english("“We leave. We come back,” she said. All clapped.") ==
          Strings{"“We leave.", "We come back,” she said.", "All clapped."});
    CHECK(french("« Oui. Nous partons », dit-il.") == Strings{"« Oui.", "Nous partons », dit-il."});
}

TEST_CASE("a question inside a sentence does not end it") {
    CHECK(english("“Who?” he asked.") == Strings{"“Who?” he asked."});
    CHECK(french("« Qui ? », demande-t-il.") == Strings{"« Qui ? », demande-t-il."});
}

TEST_CASE("spaces before full stops and stray full stops of translations do no harm") {
    CHECK(english("The talks failed . The truce held .") == Strings{"The talks failed .", "The truce held ."});
    CHECK(english("The envoy said: “. We are in danger,” he left.").size() == 1);
    CHECK(english("So it’s hard. “") == Strings{"So it’s hard. “"});
}

TEST_CASE("dialogue dashes and ellipses separate sentences before capitals only") {
    CHECK(french("– Oui. – Non.").size() == 2);
    CHECK(english("He waited... and left. She called... He came back.").size() == 3);
    CHECK(french("Nos partenaires […] sont là.").size() == 1);
}

TEST_CASE("brackets are not cut open") {
    CHECK(english("The pact (see Art. 4. It is short) stands. It works.").size() == 2);
}

TEST_CASE("a stretch without any full stop is cut at a space before it grows without bound") {
    std::string endless;
    for (int i = 0; i < 2000; ++i) endless += "word ";
    CHECK(english(endless).size() > 3);
}

TEST_CASE("a dateline begins its sentence") {
    CHECK(english("GENEVA (Reuters) - Two envoys met on Monday. They left.") ==
          Strings{"GENEVA (Reuters) - Two envoys met on Monday.", "They left."});
    CHECK(french("GENÈVE (Reuters) - Deux émissaires se sont vus lundi. Ils sont partis.") ==
          Strings{"GENÈVE (Reuters) - Deux émissaires se sont vus lundi.", "Ils sont partis."});
    CHECK(english("MOSCOW, May 4 - Russia said on Wednesday it would send help.").size() == 1);
}

TEST_CASE("double initials and capitals of names and titles end no sentence") {
    CHECK(french("M. Roy, Mme Ba et J.-Y. Le Goff ont vu le président Carl Berg à La Haye.").size() == 1);
    CHECK(french("Le ministre des Affaires étrangères Jean Roy a reçu Ann Cole au Quai d'Orsay.").size() == 1);
    CHECK(english("Former Secretary of State Ann Cole and Senator Carl Berg spoke in New York.").size() == 1);
    CHECK(english("POLICE ARREST TWO MEN IN OSLO AFTER ATTACK ON EMBASSY").size() == 1);
    CHECK(french("LA POLICE ARRÊTE DEUX HOMMES À OSLO APRÈS UNE ATTAQUE").size() == 1);
}

TEST_CASE("quotations of several sentences, and quotations within them, end with their closing quote") {
    CHECK(french("Il a dit : « Il faut agir. Nous agirons. » Le sénateur a critiqué ce plan.") ==
          Strings{"Il a dit : « Il faut agir.", "Nous agirons. »", "Le sénateur a critiqué ce plan."});
    CHECK(french("« “C'est une honte”, a-t-il crié », raconte Marie. Elle est partie.").size() == 2);
    CHECK(english("\"This is 'a disgrace',\" said Sen. Ann Cole. \"We won't accept it.\"").size() == 2);
    CHECK(english("Is it over? “No!” she cried. He left.").size() == 3);
}

TEST_CASE("headings that run into the text are cut off") {
    CHECK(french(
              "Le texte entre en vigueur lundi. Surdosage Il n'existe pas de données sur ce cas. Le médecin décide.") ==
          Strings{"Le texte entre en vigueur lundi.", "Surdosage", "Il n'existe pas de données sur ce cas.",
                  "Le médecin décide."});
}

TEST_CASE("hashtags and addresses begin and end sentences like words") {
    CHECK(english("See http://example.org/A.Html for more. Write to jo.b@example.org. #Peace now.").size() == 3);
    CHECK(french("Voir http://example.org/A.Html. Écrire à jo.b@example.org. #Paix maintenant.").size() == 3);
}

TEST_CASE("a language without weights is cut by rules alone") {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "entente_sentences_test";
    std::filesystem::create_directories(folder);
    std::filesystem::copy_file(ENTENTE_SOURCE_DIR "/data/lang/fr/tokens.tsv", folder / "tokens.tsv",
                               std::filesystem::copy_options::overwrite_existing);
    const text::TokenRules rules(folder / "tokens.tsv");
    const text::CodePoints document("Oslo accepte. Lima aussi. M. Roy part.");
    CHECK(text::split_sentences(document, {0, document.size()}, rules).size() == 3);
    std::ofstream(folder / "sentences.tsv") << "feature\tweight\nbias\tmany\n";
    CHECK_THROWS_AS(text::TokenRules(folder / "tokens.tsv"), base::DataError);
    std::filesystem::remove_all(folder);
}

TEST_CASE("sentences come in order, do not overlap, and leave out only white space") {
    const std::string paragraph = "One. «Two?» (Three…) four ; Five!!  Six";
    const text::TokenRules rules(ENTENTE_SOURCE_DIR "/data/lang/fr/tokens.tsv");
    const text::CodePoints document(paragraph);
    std::size_t at = 0;
    for (const core::Span& span : text::split_sentences(document, {0, document.size()}, rules)) {
        CHECK(span.begin >= at);
        for (std::size_t i = at; i < span.begin; ++i) CHECK(document[i] == U' ');
        at = span.end;
    }
    CHECK(at == document.size());
}
