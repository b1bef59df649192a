#include "exporters/clean_text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace entente::exporters {

namespace {

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t length_by_lead(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

/// How many bytes at the beginning of `text` are ASCII without control characters: most of what comes, eight at a time.
std::size_t plain_length(std::string_view text) {
    constexpr std::uint64_t high = 0x8080808080808080;
    constexpr std::uint64_t spaces = 0x2020202020202020;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, 8);
        // A byte below 0x20 borrows into its high bit.
        if (((bytes | (bytes - spaces)) & high) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) - 0x20U < 0x60U) ++at;
    return at;
}

bool is_unreserved(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

}  // namespace

std::size_t legal_character(std::string_view text) {
    if (text.empty()) return 0;
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x20) return lead == '\t' || lead == '\n' || lead == '\r' ? 1 : 0;
    const std::size_t length = length_by_lead(lead);
    if (length == 0 || text.size() < length) return 0;
    char32_t code_point = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(text[i])) return 0;
        code_point = (code_point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    const bool overlong = (length == 3 && code_point < 0x800) || (length == 4 && code_point < 0x10000);
    const bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
    const bool forbidden = code_point == 0xFFFE || code_point == 0xFFFF || code_point > 0x10FFFF;
    return overlong || surrogate || forbidden ? 0 : length;
}

std::string_view TextCleaner::operator()(std::string_view text) {
    std::size_t good = 0;
    while (good < text.size()) {
        good += plain_length(text.substr(good));
        if (good == text.size()) break;
        const std::size_t length = legal_character(text.substr(good));
        if (length == 0) break;
        good += length;
    }
    if (good == text.size()) return text;
    cleaned_.assign(text.substr(0, good));
    for (std::size_t at = good; at < text.size();) {
        const std::size_t length = legal_character(text.substr(at));
        if (length != 0) {
            cleaned_.append(text.substr(at, length));
            at += length;
            continue;
        }
        ++dropped_;
        ++at;
        // The rest of a broken or forbidden sequence goes with its first byte.
        while (at < text.size() && is_continuation(text[at])) ++at;
    }
    return cleaned_;
}

std::string iri_segment(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string segment;
    for (const char byte : text) {
        if (is_unreserved(byte)) {
            segment += byte;
        } else {
            const auto value = static_cast<unsigned char>(byte);
            segment += '%';
            segment += digits[value >> 4U];
            segment += digits[value & 0xFU];
        }
    }
    return segment;
}

std::string_view SegmentEncoder::operator()(std::string_view text) {
    if (std::ranges::all_of(text, is_unreserved)) return text;
    encoded_ = iri_segment(text);
    return encoded_;
}

}  // namespace entente::exporters
