#pragma once

#include <string>
#include <string_view>

namespace entente::text {

/// Classes of single code points, by their Unicode properties.
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
/// White space, control characters, and characters without width that separate nothing (U+200B, U+FEFF, U+2060).
[[nodiscard]] bool is_space(char32_t c);
/// Ends a line: line feed, carriage return, vertical tab, form feed, U+0085, U+2028, U+2029.
[[nodiscard]] bool is_line_end(char32_t c);
/// What words are made of: letters, digits, combining marks, the underscore, and invisible characters inside words.
[[nodiscard]] bool is_word(char32_t c);

/// One code point for one: straight quotes and apostrophes, plain hyphen, plain space; all others as they are.
[[nodiscard]] char32_t plain(char32_t c);
[[nodiscard]] char32_t lower(char32_t c);
[[nodiscard]] char32_t upper(char32_t c);

/// Length of the valid UTF-8 sequence at `at`, 0 if there is none (RFC 3629: no surrogates, no overlong forms).
[[nodiscard]] std::size_t sequence_length(std::string_view bytes, std::size_t at);
/// The code point of a valid sequence.
[[nodiscard]] char32_t decode_utf8(const char* sequence);
/// Invalid bytes become U+FFFD.
[[nodiscard]] std::u32string to_utf32(std::string_view utf8);
[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace entente::text
