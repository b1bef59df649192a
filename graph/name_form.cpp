#include "graph/name_form.hpp"

#include <cstdint>

namespace entente::graph {

namespace {

enum class Letter { none, small, capital, caseless };

/// The code point that begins at `at`, which moves behind it. Malformed bytes count as one code point each.
char32_t next(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
    const unsigned char lead = byte(at);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = length == 1 ? lead : lead & (0x7F >> length);
    for (std::size_t i = 1; i < length; ++i) code = code << 6 | (byte(at + i) & 0x3F);
    at += length;
    return code;
}

/// Coarse, but enough for names: Latin, Greek and Cyrillic have case, what lies beyond has not.
Letter letter(char32_t c) {
    if (c < 0x80) {
        if (c >= 'A' && c <= 'Z') return Letter::capital;
        return c >= 'a' && c <= 'z' ? Letter::small : Letter::none;
    }
    if (c < 0xC0) return Letter::none;
    if (c < 0x100) return c == 0xD7 || c == 0xF7 ? Letter::none : c < 0xDF ? Letter::capital : Letter::small;
    if (c < 0x180) {
        const bool odd_is_capital = (c >= 0x139 && c <= 0x148) || c >= 0x179;
        return (c % 2 == 1) == odd_is_capital ? Letter::capital : Letter::small;
    }
    if (c >= 0x386 && c <= 0x3AB) return c == 0x390 ? Letter::small : Letter::capital;
    if (c >= 0x400 && c <= 0x42F) return Letter::capital;
    if (c < 0x530) return Letter::small;
    return c >= 0x2000 && c < 0x2C00 ? Letter::none : Letter::caseless;
}

struct Word {
    std::size_t begin = 0;
    std::size_t length = 0;  // in letters
    Letter first = Letter::none;
};

/// The next run of letters at or behind `at`, which moves behind it; length 0 at the end.
Word next_word(std::string_view text, std::size_t& at) {
    Word word;
    while (at < text.size()) {
        const std::size_t begin = at;
        const Letter kind = letter(next(text, at));
        if (kind == Letter::none && word.length > 0) return word;
        if (kind == Letter::none) continue;
        if (word.length++ == 0) {
            word.begin = begin;
            word.first = kind;
        }
    }
    return word;
}

/// Whether a word before the mention shows that its capital is not that of a beginning.
bool stands_inside(std::string_view sentence, std::size_t offset) {
    char32_t before = 0;
    for (std::size_t at = 0; offset > 0 && at < sentence.size(); --offset) {
        const char32_t c = next(sentence, at);
        if (c != ' ' && c != 0xA0 && c != 0x202F) before = c;
    }
    return letter(before) != Letter::none || before == ',' || before == ';' || before == ')' || before == '\'' ||
           before == 0x2019 || (before >= '0' && before <= '9');
}

}  // namespace

std::string_view name_form(std::string_view mention, std::string_view sentence, std::size_t offset) {
    constexpr std::size_t small_word = 3;  // of, the, les, al, van, bin
    std::size_t begin = mention.size();
    std::size_t capitals = 0;
    std::size_t letters = 0;
    bool opens = false;  // the name begins where the mention begins
    for (std::size_t at = 0;;) {
        const Word word = next_word(mention, at);
        if (word.length == 0) break;
        letters += word.length;
        const bool named = word.first != Letter::small;
        if (!named && word.length > small_word) return {};
        if (!named) continue;
        if (capitals++ == 0) {
            begin = word.begin;
            opens = letters == word.length;
        }
    }
    if (capitals == 0 || letters < 2) return {};
    if (opens && capitals == 1 && !stands_inside(sentence, offset)) return {};
    return mention.substr(begin);
}

}  // namespace entente::graph
