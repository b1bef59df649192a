#include "language/phrase_finder.hpp"

#include <algorithm>

#include "base/strings.hpp"

namespace entente::language {

namespace {

std::string without_stops(std::string_view text) {
    return base::replace_all(std::string(text), ".", "");
}

/// "îles Mariannes", "the West": the first capital of a form that begins without one must stand in the text too.
bool keeps_capital(std::string_view form, std::string_view text) {
    const std::vector<std::string> words = base::split_list(base::replace_all(std::string(form), "-", " "), ' ');
    const std::vector<std::string> written = base::split_list(base::replace_all(std::string(text), "-", " "), ' ');
    if (words.size() != written.size()) return true;
    const auto capital = std::find_if(words.begin(), words.end(), [](const auto& w) { return text::starts_upper(w); });
    return capital == words.end() || text::starts_upper(written[static_cast<std::size_t>(capital - words.begin())]);
}

}  // namespace

std::vector<WrittenWord> written_words(const syntax::Sentence& sentence) {
    std::vector<WrittenWord> words;
    auto multiword = sentence.multiwords.begin();
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        while (multiword != sentence.multiwords.end() && multiword->last < i) ++multiword;
        // English contractions (Russia's, Trump's) are ranges whose first word is a name of its own.
        const bool fused = multiword != sentence.multiwords.end() && multiword->first == i &&
                           sentence[i].span == sentence[multiword->last].span;
        if (fused) {
            words.push_back({i, multiword->last, &multiword->form});
            i = multiword->last;
        } else {
            words.push_back({i, i, &sentence[i].form});
        }
    }
    return words;
}

std::vector<Unit> units_of(const syntax::Sentence& sentence) {
    std::vector<Unit> units;
    for (const WrittenWord& word : written_words(sentence)) units.push_back({word, phrase_key(*word.form)});
    return units;
}

bool has_capitals_of(std::string_view form, std::string_view text) {
    if (!text::starts_upper(form)) return keeps_capital(form, text);
    if (!text::starts_upper(text)) return false;
    const std::string letters = without_stops(form);
    constexpr std::size_t long_acronym = 5;  // UNESCO is also written Unesco
    const bool acronym = letters.size() < long_acronym && text::is_all_upper(letters);
    return !acronym || text::is_all_upper(without_stops(text));
}

bool ends_in_capitalised(std::string_view text) {
    // "Ban Ki-moon": what a hyphen joins is one word, also where the tokeniser cut it ("Ki - moon").
    std::size_t space = text.find_last_of(' ');
    while (space != std::string_view::npos && space > 1 && (text[space - 1] == '-' || text[space + 1] == '-')) {
        space = text.find_last_of(' ', space - 1);
    }
    return text::starts_upper(space == std::string_view::npos ? text : text.substr(space + 1));
}

}  // namespace entente::language
