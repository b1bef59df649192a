#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace entente::text {

/// A UTF-8 text that can be cut by code points in constant time.
class CodePoints {
public:
    /// @throws std::invalid_argument if `text` is not valid UTF-8.
    explicit CodePoints(std::string text);

    [[nodiscard]] const std::string& utf8() const { return text_; }
    /// Number of code points.
    [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }
    [[nodiscard]] std::string_view slice(const core::Span& span) const {
        return std::string_view(text_).substr(starts_[span.begin], starts_[span.end] - starts_[span.begin]);
    }
    [[nodiscard]] char32_t operator[](std::size_t index) const;
    /// Byte offset of a code point; size() gives the length in bytes.
    [[nodiscard]] std::size_t byte_of(std::size_t index) const { return starts_[index]; }

private:
    std::string text_;
    std::vector<std::uint32_t> starts_;
};

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);
/// Byte offset of the first invalid sequence; `bytes.size()` if there is none.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view bytes);
/// Number of code points of a valid UTF-8 text.
[[nodiscard]] std::size_t code_point_count(std::string_view utf8);

/// Windows-1252 (a superset of printable Latin-1) as UTF-8; bytes without meaning become U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

/// The form that words are compared in after tokenising: NFC, straight quotes and apostrophes, plain hyphens and
/// spaces, no soft hyphens or zero-width characters. Case and accents stay.
[[nodiscard]] std::string normalise(std::string_view utf8);

/// Lower case by Unicode's full mapping, independent of locale.
[[nodiscard]] std::string to_lower(std::string_view utf8);

/// The key under which names are looked up: normalised, case folded, without diacritics, ligatures opened, other
/// scripts transliterated to Latin letters, runs of white space and hyphens one space.
[[nodiscard]] std::string fold(std::string_view utf8);

[[nodiscard]] bool starts_upper(std::string_view utf8);
/// At least two letters and no lower-case one.
[[nodiscard]] bool is_all_upper(std::string_view utf8);

/// Columns that a text takes on a terminal (East Asian wide characters two, combining marks none).
[[nodiscard]] std::size_t display_width(std::string_view utf8);

}  // namespace entente::text
