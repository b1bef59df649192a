#include "articles/plain_text.hpp"

#include <algorithm>
#include <array>

#include "base/errors.hpp"
#include "base/strings.hpp"
#include "text/unicode.hpp"

namespace entente::articles {

namespace {

std::size_t line_of(std::string_view bytes, std::size_t at) {
    return 1 +
           static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

std::string hexadecimal(char byte) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return std::string("0x") + digits[value >> 4] + digits[value & 15];
}

/// How many bytes beyond ASCII belong to valid UTF-8 sequences, and how many do not.
struct Utf8Census {
    std::size_t valid_sequences = 0;
    std::size_t invalid_bytes = 0;
    std::size_t first_invalid = 0;
};

Utf8Census take_census(std::string_view bytes) {
    Utf8Census census;
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::string_view rest = bytes.substr(at);
        const std::size_t valid = text::first_invalid_utf8(rest);
        census.valid_sequences +=
            static_cast<std::size_t>(std::count_if(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(valid),
                                                   [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
        at += valid;
        if (at == bytes.size()) break;
        if (census.invalid_bytes++ == 0) census.first_invalid = at;
        ++at;
    }
    return census;
}

void refuse_binary(std::string_view bytes, const std::string& file) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        throw base::DataError({file, 1}, "is UTF-16; convert it to UTF-8 first");
    }
    if (const std::size_t zero = bytes.find('\0'); zero != bytes.npos) {
        throw base::DataError({file, line_of(bytes, zero)}, "is not text: it contains a NUL byte");
    }
    const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
    if (controls * 100 > bytes.size()) {
        const auto first = std::find_if(bytes.begin(), bytes.end(), is_control);
        throw base::DataError({file, line_of(bytes, static_cast<std::size_t>(first - bytes.begin()))},
                              "is not text: it is full of control characters");
    }
}

/// Bytes to which Windows-1252 gives no meaning.
bool is_undefined_1252(char c) {
    static constexpr std::array<unsigned char, 5> undefined = {0x81, 0x8D, 0x8F, 0x90, 0x9D};
    return std::find(undefined.begin(), undefined.end(), static_cast<unsigned char>(c)) != undefined.end();
}

}  // namespace

DecodedText decode_text(std::string bytes, const std::string& file) {
    refuse_binary(bytes, file);
    DecodedText decoded;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.erase(0, 3);
        decoded.note = "began with a byte order mark, which was dropped";
    }
    const Utf8Census census = take_census(bytes);
    if (census.invalid_bytes == 0) {
        decoded.utf8 = std::move(bytes);
        return decoded;
    }
    // By chance a Latin-1 text holds a valid sequence now and then; a text with many is UTF-8 that was damaged.
    const bool latin = census.invalid_bytes > 10 * census.valid_sequences &&
                       std::none_of(bytes.begin(), bytes.end(), is_undefined_1252);
    if (!latin) {
        throw base::DataError({file, line_of(bytes, census.first_invalid)},
                              "is not UTF-8: the byte " + hexadecimal(bytes[census.first_invalid]) +
                                  " stands where no character can begin or go on");
    }
    decoded.utf8 = text::from_windows_1252(bytes);
    decoded.note = "is not UTF-8 and was read as Windows-1252";
    return decoded;
}

void fill_from_text(Article& article, const std::string& utf8) {
    const std::string_view body = base::trim(utf8);
    if (body.empty()) throw base::DataError({article.file, 0}, "is empty");
    const std::size_t end = std::min(body.find('\n'), body.size());
    article.title = std::string(base::trim(body.substr(0, end)));
    article.text = std::string(base::trim(body.substr(end)));
}

}  // namespace entente::articles
