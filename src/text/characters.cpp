#include "text/characters.hpp"

#include <unicode/uchar.h>

namespace entente::text {

namespace {

UChar32 icu(char32_t c) {
    return static_cast<UChar32>(c);
}

bool is_invisible(char32_t c) {
    return c == 0x00AD || c == 0x200C || c == 0x200D;
}

}  // namespace

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return u_isalpha(icu(c)) != 0;
}

bool is_digit(char32_t c) {
    if (c < 0x80) return c >= '0' && c <= '9';
    return u_isdigit(icu(c)) != 0;
}

bool is_upper(char32_t c) {
    return u_isupper(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}
bool is_lower(char32_t c) {
    return u_islower(icu(c)) != 0;
}

bool is_space(char32_t c) {
    if (c < 0x80) return c <= ' ' || c == 0x7F;
    if (c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x200E || c == 0x200F) return true;
    return u_isUWhiteSpace(icu(c)) != 0 || u_charType(icu(c)) == U_CONTROL_CHAR;
}

bool is_line_end(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_word(char32_t c) {
    if (c < 0x80) return is_letter(c) || is_digit(c) || c == '_';
    if (is_invisible(c)) return true;
    const auto type = U_MASK(u_charType(icu(c)));
    return (type & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0 || u_isalpha(icu(c)) != 0;
}

char32_t plain(char32_t c) {
    if (c < 0x80) return c;
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x02BC:
        case 0x02B9:
        case 0x2032:
        case 0xFF07: return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x2033:
        case 0xFF02: return '"';
        case 0x2010:
        case 0x2011:
        case 0xFE63:
        case 0xFF0D: return '-';
        default: break;
    }
    return c != 0x85 && c != 0x2028 && c != 0x2029 && u_charType(icu(c)) == U_SPACE_SEPARATOR ? U' ' : c;
}

char32_t lower(char32_t c) {
    return static_cast<char32_t>(u_tolower(icu(c)));
}
char32_t upper(char32_t c) {
    return static_cast<char32_t>(u_toupper(icu(c)));
}

std::size_t sequence_length(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return i < bytes.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(at);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follows(at + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool second = follows(at + 1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
        return second && follows(at + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool second = follows(at + 1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
        return second && follows(at + 2) && follows(at + 3) ? 4 : 0;
    }
    return 0;
}

char32_t decode_utf8(const char* sequence) {
    const auto byte = [sequence](int i) { return static_cast<char32_t>(static_cast<unsigned char>(sequence[i])); };
    const auto next = [&byte](int i) { return byte(i) & 0x3F; };
    const char32_t lead = byte(0);
    if (lead < 0x80) return lead;
    if (lead < 0xE0) return (lead & 0x1F) << 6 | next(1);
    if (lead < 0xF0) return (lead & 0x0F) << 12 | next(1) << 6 | next(2);
    return (lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3);
}

std::u32string to_utf32(std::string_view utf8) {
    std::u32string text;
    text.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t length = sequence_length(utf8, at);
        text.push_back(length == 0 ? U'\uFFFD' : decode_utf8(utf8.data() + at));
        at += length == 0 ? 1 : length;
    }
    return text;
}

std::string to_utf8(std::u32string_view text) {
    std::string utf8;
    utf8.reserve(text.size());
    const auto append = [&utf8](char32_t byte) { utf8.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    for (const char32_t c : text) {
        if (c < 0x80) {
            append(c);
        } else if (c < 0x800) {
            append(0xC0 | c >> 6), append(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            append(0xE0 | c >> 12), append(0x80 | (c >> 6 & 0x3F)), append(0x80 | (c & 0x3F));
        } else {
            append(0xF0 | c >> 18), append(0x80 | (c >> 12 & 0x3F)), append(0x80 | (c >> 6 & 0x3F)),
                append(0x80 | (c & 0x3F));
        }
    }
    return utf8;
}

}  // namespace entente::text
