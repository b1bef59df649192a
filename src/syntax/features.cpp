#include "syntax/features.hpp"

#include <bit>

#include "syntax/model_file.hpp"

namespace entente::syntax {

namespace {

struct Decoded {
    char32_t code = 0;
    std::size_t size = 1;
};

/// The code point at `at`; a byte that begins no UTF-8 sequence stands for itself.
Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    const std::size_t size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (size == 1 || at + size > text.size()) return {first, 1};
    char32_t code = first & (0x7F >> size);
    for (std::size_t i = 1; i < size; ++i) code = (code << 6) | (byte(i) & 0x3F);
    return {code, size};
}

void append(std::string& out, char32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

constexpr bool within(char32_t c, char32_t low, char32_t high) {
    return c >= low && c <= high;
}

char32_t lower_of(char32_t c) {
    if (within(c, 'A', 'Z') || (within(c, 0xC0, 0xDE) && c != 0xD7)) return c + 32;
    if (c < 0x100) return c;
    if ((within(c, 0x391, 0x3A9) && c != 0x3A2) || within(c, 0x410, 0x42F)) return c + 32;
    if (within(c, 0x400, 0x40F)) return c + 80;
    if (within(c, 0x100, 0x137) || within(c, 0x14A, 0x177)) return c == 0x130 || c == 0x131 ? c : (c | 1);
    if (within(c, 0x139, 0x148) || within(c, 0x179, 0x17E)) return (c & 1) != 0 ? c + 1 : c;
    return c == 0x178 ? 0xFF : c;
}

/// The inverse of lower_of where there is one.
char32_t upper_of(char32_t c) {
    if (within(c, 'a', 'z') || (within(c, 0xE0, 0xFE) && c != 0xF7)) return c - 32;
    if (within(c, 0x3B1, 0x3C9) && c != 0x3C2) return c - 32;
    if (within(c, 0x430, 0x44F)) return c - 32;
    if (within(c, 0x450, 0x45F)) return c - 80;
    if (c == 0xFF) return 0x178;
    return c >= 0x100 && c < 0x180 && lower_of(c - 1) == c ? c - 1 : c;
}

/// The plain spelling of a typographic variant, or nothing.
std::string_view plain(char32_t c) {
    switch (c) {
        case 0x2019:
        case 0x2018:
        case 0x2BC:
        case 0xB4:
        case '`': return "'";
        case 0x201C:
        case 0x201D:
        case 0x201E: return "\"";
        case 0x2026: return "...";
        default: return {};
    }
}

char32_t shape_of(char32_t c) {
    if (lower_of(c) != c) return 'X';
    if (within(c, '0', '9')) return 'd';
    const bool letter = within(c, 'a', 'z') || (c >= 0xC0 && !within(c, 0x2000, 0x2BFF) && c != 0xD7 && c != 0xF7);
    return letter ? U'x' : c;
}

}  // namespace

WordForms word_forms(std::string_view form) {
    WordForms word;
    for (std::size_t at = 0; at < form.size();) {
        const Decoded next = decode(form, at);
        const std::string_view replacement =
            next.size == 1 && next.code >= 0x80 ? std::string_view() : plain(next.code);
        word.normal += replacement.empty() ? form.substr(at, next.size) : replacement;
        at += next.size;
    }
    for (std::size_t at = 0; at < word.normal.size();) {
        const Decoded next = decode(word.normal, at);
        if (next.size == 1 && next.code >= 0x80) {
            word.lower += word.normal[at];
        } else {
            append(word.lower, lower_of(next.code));
        }
        at += next.size;
    }
    return word;
}

std::string title_case(std::string_view lower) {
    std::string out;
    if (lower.empty()) return out;
    const Decoded first = decode(lower, 0);
    if (first.size == 1 && first.code >= 0x80) return std::string(lower);
    append(out, upper_of(first.code));
    return out += lower.substr(first.size);
}

std::string word_shape(std::string_view normal) {
    std::string shape;
    char32_t previous = 0;
    std::size_t run = 0;
    std::size_t size = 0;
    for (std::size_t at = 0; at < normal.size() && size < 10;) {
        const Decoded next = decode(normal, at);
        const char32_t kind = shape_of(next.code);
        run = kind == previous ? run + 1 : 1;
        previous = kind;
        if (run <= 2) {
            append(shape, kind);
            ++size;
        }
        at += next.size;
    }
    return shape;
}

std::vector<std::size_t> code_point_starts(std::string_view text) {
    std::vector<std::size_t> starts;
    std::size_t at = 0;
    for (; at < text.size(); at += decode(text, at).size) starts.push_back(at);
    starts.push_back(at);
    return starts;
}

std::uint32_t fnv1a32(char first, std::string_view rest) {
    std::uint32_t value = (0x811C9DC5U ^ static_cast<unsigned char>(first)) * 0x01000193U;
    for (const char c : rest) value = (value ^ static_cast<unsigned char>(c)) * 0x01000193U;
    return value;
}

std::uint64_t fnv1a64(std::string_view first, std::string_view rest) {
    std::uint64_t value = 0xCBF29CE484222325;
    for (const char c : first) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    for (const char c : rest) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return value;
}

FeatureDictionary::FeatureDictionary(const ModelFile& file, std::size_t row_count) {
    const auto hashes = file.array<std::uint32_t>("features.hash").values;
    const auto rows = file.array<std::uint32_t>("features.row", 1, hashes.size());
    slots_.resize(std::bit_ceil(2 * hashes.size() + 2));
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (rows[i] < feature_count || rows[i] >= row_count) file.fail("a feature has no embedding row");
        std::size_t at = hashes[i] & (slots_.size() - 1);
        while (slots_[at].row != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = {hashes[i], rows[i]};
    }
}

std::uint32_t FeatureDictionary::row(Feature type, std::string_view string) const {
    const std::uint32_t hash = fnv1a32(static_cast<char>(type), string);
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].row != 0; at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].hash == hash) return slots_[at].row;
    }
    return static_cast<std::uint32_t>(type);
}

FeatureDictionary::Rows FeatureDictionary::rows(const WordForms& word) const {
    Rows found{};
    for (std::size_t i = 0; i < feature_count; ++i) found[i] = static_cast<std::uint32_t>(i);
    const auto set = [&](Feature type, std::string_view string) {
        found[static_cast<std::size_t>(type)] = row(type, string);
    };
    const auto after = [](Feature first, std::size_t n) {
        return static_cast<Feature>(static_cast<std::size_t>(first) + n);
    };
    const std::string_view lower = word.lower;
    const std::vector<std::size_t> starts = code_point_starts(lower);
    const std::size_t size = starts.size() - 1;
    set(Feature::lower, lower);
    set(Feature::form, word.normal);
    set(Feature::shape, word_shape(word.normal));
    set(Feature::word_class, lower);
    for (std::size_t n = 1; n <= 3 && n <= size; ++n) set(after(Feature::prefix1, n - 1), lower.substr(0, starts[n]));
    for (std::size_t n = 1; n <= 4 && n <= size; ++n)
        set(after(Feature::suffix1, n - 1), lower.substr(starts[size - n]));
    return found;
}

}  // namespace entente::syntax
