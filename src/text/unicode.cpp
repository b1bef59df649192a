#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <stdexcept>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "text/characters.hpp"

namespace entente::text {

namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

icu::UnicodeString from_utf8(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

std::string utf8_of(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

const icu::Normalizer2& nfc() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
    return *instance;
}

const icu::Normalizer2& nfkd() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
    return *instance;
}

/// Letters that decompose into nothing, though readers take them for a plain one.
const char* plain_letters(char32_t c) {
    switch (c) {
        case U'æ': return "ae";
        case U'œ': return "oe";
        case U'ø': return "o";
        case U'đ':
        case U'ð': return "d";
        case U'ł': return "l";
        case U'þ': return "th";
        case U'ı': return "i";
        case U'ħ': return "h";
        case U'ŋ': return "n";
        case U'ə': return "e";
        default: return nullptr;
    }
}

bool is_foreign_letter(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED;
}

void to_latin(icu::UnicodeString& text) {
    // Made on first need: loading the rules takes longer than reading an article.
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance("Any-Latin", UTRANS_FORWARD, status));
        return U_FAILURE(status) ? nullptr : std::move(made);
    }();
    if (transliterator) transliterator->transliterate(text);
}

bool joins_words(char32_t c) {
    return is_space(c) || c == '-' || c == U'–' || c == U'—' || c == U'−' || c == '_';
}

/// Runs of spaces and hyphens become one space; none at the ends.
std::string spaced(std::u32string_view text) {
    std::u32string result;
    result.reserve(text.size());
    bool pending = false;
    for (const char32_t c : text) {
        if (joins_words(c)) {
            pending = true;
            continue;
        }
        if (pending && !result.empty()) result += U' ';
        pending = false;
        result += c;
    }
    return to_utf8(result);
}

/// fold() of a text that has ASCII characters only, in one pass.
std::string fold_ascii(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool pending = false;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F' || c == '-' || c == '_') {
            pending = true;
            continue;
        }
        if (pending && !result.empty()) result += ' ';
        pending = false;
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

/// What fold() makes of a text before its spaces are counted, by way of ICU.
std::u32string fold_characters(std::string_view utf8) {
    icu::UnicodeString text = from_utf8(normalise(utf8));
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        if (is_foreign_letter(text.char32At(at))) {
            to_latin(text);
            break;
        }
    }
    UErrorCode status = U_ZERO_ERROR;
    text = nfkd().normalize(text.foldCase(), status);
    text.foldCase();
    std::u32string kept;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        const auto type = u_charType(c);
        if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) continue;
        if (c >= 0x02B0 && c <= 0x02FF && c != 0x02BC) continue;  // signs of transliteration, as in Qurʾān
        if (const char* letters = plain_letters(static_cast<char32_t>(c))) {
            kept += to_utf32(letters);
        } else {
            kept.push_back(plain(static_cast<char32_t>(c)));
        }
    }
    return kept;
}

/// The answers of fold_characters() for the letters of European languages and general punctuation, none of which
/// depends on its neighbours. Asking ICU for every word would take a third of the time that the program needs to start.
class FoldTable {
public:
    static const FoldTable& instance() {
        static const FoldTable table;
        return table;
    }

    /// Null for a character beyond the table.
    [[nodiscard]] const std::u32string* find(char32_t c) const {
        if (c < letters) return &folded_[c];
        if (c >= punctuation && c < punctuation + marks) return &folded_[letters + (c - punctuation)];
        return nullptr;
    }

private:
    static constexpr char32_t letters = 0x180;
    static constexpr char32_t punctuation = 0x2010;
    static constexpr char32_t marks = 0x18;

    FoldTable() {
        for (char32_t c = 0; c < letters + marks; ++c) {
            const char32_t character = c < letters ? c : punctuation + (c - letters);
            folded_[c] = fold_characters(to_utf8(std::u32string_view(&character, 1)));
        }
    }

    std::array<std::u32string, letters + marks> folded_;
};

}  // namespace

CodePoints::CodePoints(std::string text) : text_(std::move(text)) {
    if (text_.size() >= std::numeric_limits<std::uint32_t>::max()) throw std::invalid_argument("the text is too long");
    starts_.reserve(text_.size() + 1);
    for (std::size_t at = 0; at < text_.size();) {
        const std::size_t length = sequence_length(text_, at);
        if (length == 0) throw std::invalid_argument("invalid UTF-8 at byte " + std::to_string(at));
        starts_.push_back(static_cast<std::uint32_t>(at));
        at += length;
    }
    starts_.push_back(static_cast<std::uint32_t>(text_.size()));
}

char32_t CodePoints::operator[](std::size_t index) const {
    return decode_utf8(text_.data() + starts_[index]);
}

std::size_t first_invalid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequence_length(bytes, at);
        if (length == 0) return at;
        at += length;
    }
    return bytes.size();
}

bool is_valid_utf8(std::string_view bytes) {
    return first_invalid_utf8(bytes) == bytes.size();
}

std::size_t code_point_count(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string from_windows_1252(std::string_view bytes) {
    static constexpr std::array<char32_t, 32> upper = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                       0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    std::u32string text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto c = static_cast<unsigned char>(byte);
        text.push_back(c >= 0x80 && c < 0xA0 ? upper[c - 0x80] : static_cast<char32_t>(c));
    }
    return to_utf8(text);
}

std::string normalise(std::string_view utf8) {
    if (is_ascii(utf8)) return std::string(utf8);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString composed = nfc().normalize(from_utf8(utf8), status);
    std::u32string kept;
    for (std::int32_t at = 0; at < composed.length(); at = composed.moveIndex32(at, 1)) {
        const auto c = static_cast<char32_t>(composed.char32At(at));
        const bool invisible = c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
        if (!invisible) kept.push_back(plain(c));
    }
    return to_utf8(kept);
}

std::string to_lower(std::string_view utf8) {
    if (is_ascii(utf8)) return lower_ascii(utf8);
    return utf8_of(from_utf8(utf8).toLower(icu::Locale::getRoot()));
}

std::string fold(std::string_view utf8) {
    if (is_ascii(utf8)) return fold_ascii(utf8);
    const FoldTable& table = FoldTable::instance();
    std::u32string folded;
    for (const char32_t c : to_utf32(utf8)) {
        const std::u32string* letters = table.find(c);
        if (letters == nullptr) return spaced(fold_characters(utf8));
        folded += *letters;
    }
    return spaced(folded);
}

bool starts_upper(std::string_view utf8) {
    const std::u32string text = to_utf32(utf8.substr(0, 8));
    return !text.empty() && is_upper(text.front());
}

bool is_all_upper(std::string_view utf8) {
    std::size_t letters = 0;
    for (const char32_t c : to_utf32(utf8)) {
        if (is_lower(c)) return false;
        if (is_letter(c)) ++letters;
    }
    return letters >= 2;
}

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    for (const char32_t c : to_utf32(utf8)) {
        const auto point = static_cast<UChar32>(c);
        const auto type = u_charType(point);
        if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR) {
            continue;
        }
        const auto east_asian = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
        width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
    }
    return width;
}

}  // namespace entente::text
