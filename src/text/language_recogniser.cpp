#include "text/language_recogniser.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "text/characters.hpp"
#include "text/token_rules.hpp"
#include "text/unicode.hpp"

namespace entente::text {

namespace {

/// Below this number of characters, only languages that newspapers are commonly written in are believed: a headline of
/// names looks like Catalan, Corsican or Haitian to a recogniser of eighty languages.
constexpr std::size_t short_text = 160;
constexpr std::size_t too_short = 20;
/// More than this adds nothing.
constexpr std::size_t longest_text = 20000;

constexpr std::array<std::string_view, 40> common_languages = {
    "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he",
    "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "nl", "no", "pl", "ps", "pt",
    "ro", "ru", "sk", "sl", "sr", "sv", "ta", "th", "tr", "uk", "ur", "vi"};

/// CLD2's own codes where they differ from ISO 639-1.
std::string iso_code(const std::string& code) {
    if (code == "iw") return "he";
    if (code.rfind("zh", 0) == 0) return "zh";
    if (code == "jw") return "jv";
    return code;
}

bool is_common(const std::string& code) {
    return code == "zh" || std::find(common_languages.begin(), common_languages.end(), code) != common_languages.end();
}

std::optional<std::string> detect(std::string_view text) {
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int text_bytes = 0;
    bool reliable = false;
    const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &no_hints,
                                   CLD2::kCLDFlagBestEffort, languages, percents, scores, nullptr, &text_bytes,
                                   &reliable);
    if (languages[0] == CLD2::UNKNOWN_LANGUAGE || !reliable || percents[0] < 70) return std::nullopt;
    std::string code = iso_code(CLD2::LanguageCode(languages[0]));
    if (code == "un" || code.size() != 2) return std::nullopt;
    return code;
}

/// The text without its capitalised words: names say little about the language that mentions them.
std::string without_names(const std::u32string& text) {
    std::u32string kept;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end]) && plain(text[end]) != '\'') ++end;
        if (end < text.size()) ++end;
        if (!is_upper(text[at])) kept.append(text, at, end - at);
        at = end;
    }
    return to_utf8(kept);
}

/// The known language that most of the paragraph's function words belong to, if there is a clear one.
std::optional<std::string> by_function_words(const std::u32string& text, const KnownLanguages& known) {
    std::map<std::string, std::size_t> hits;
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word(text[at])) {
            ++at;
            continue;
        }
        std::u32string word;
        for (; at < text.size() && is_word(text[at]); ++at) word.push_back(lower(text[at]));
        if (at < text.size() && plain(text[at]) == '\'') word.push_back('\''), ++at;
        ++words;
        for (const auto& [code, rules] : known) {
            if (rules->hidden().is_function_word(word)) ++hits[code];
        }
    }
    std::optional<std::string> best;
    std::size_t most = 0;
    std::size_t second = 0;
    for (const auto& [code, count] : hits) {
        if (count > most) {
            second = most;
            most = count;
            best = code;
        } else {
            second = std::max(second, count);
        }
    }
    return most >= 2 && most >= second * 2 && most * 5 >= words ? best : std::nullopt;
}

}  // namespace

std::optional<std::string> recognise_language(std::string_view paragraph, const KnownLanguages& known) {
    if (!is_valid_utf8(paragraph)) return std::nullopt;
    const std::u32string text = to_utf32(paragraph).substr(0, longest_text);
    if (text.size() < too_short) return std::nullopt;
    const auto whole = detect(to_utf8(text));
    const std::string common_words = without_names(text);
    const auto nameless = common_words.size() < too_short ? std::nullopt : detect(common_words);
    const auto& answer = nameless ? nameless : whole;
    if (!answer || known.contains(*answer)) {
        if (const auto voted = by_function_words(text, known)) return voted;
    }
    if (!answer || (whole && nameless && *whole != *nameless && text.size() < too_short * 2)) return std::nullopt;
    if (text.size() < short_text && !is_common(*answer)) return std::nullopt;
    return answer;
}

}  // namespace entente::text
