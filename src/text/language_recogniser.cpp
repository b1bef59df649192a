#include "text/language_recogniser.hpp"

#include <algorithm>
#include <array>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "text/unicode.hpp"

namespace entente::text {

namespace {

/// Below this number of characters, only languages that newspapers are commonly written in are believed: a headline of
/// names looks like Catalan, Corsican or Haitian to a recogniser of eighty languages.
constexpr std::size_t short_text = 160;
constexpr std::size_t too_short = 20;

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

}  // namespace

std::optional<std::string> recognise_language(std::string_view paragraph) {
    const std::size_t length = code_point_count(paragraph);
    if (length < too_short || !is_valid_utf8(paragraph)) return std::nullopt;
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int text_bytes = 0;
    bool reliable = false;
    const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::ExtDetectLanguageSummary(paragraph.data(), static_cast<int>(std::min<std::size_t>(paragraph.size(), 1 << 16)),
                                   true, &no_hints, CLD2::kCLDFlagBestEffort, languages, percents, scores, nullptr,
                                   &text_bytes, &reliable);
    if (languages[0] == CLD2::UNKNOWN_LANGUAGE || !reliable || percents[0] < 70) return std::nullopt;
    std::string code = iso_code(CLD2::LanguageCode(languages[0]));
    if (code == "un" || code.size() != 2) return std::nullopt;
    const bool common =
        code == "zh" || std::find(common_languages.begin(), common_languages.end(), code) != common_languages.end();
    if (length < short_text && !common) return std::nullopt;
    return code;
}

}  // namespace entente::text
