#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::exporters {

/// Leaves out of a text what no export format can hold: characters that XML 1.0 and xsd:string forbid (control
/// characters but tab and line ends, U+FFFE, U+FFFF) and bytes that are not UTF-8.
class TextCleaner {
public:
    /// The cleaned text, valid until the next call; `text` itself where nothing is wrong with it.
    [[nodiscard]] std::string_view operator()(std::string_view text);
    /// How many characters were left out so far.
    [[nodiscard]] std::size_t dropped() const { return dropped_; }

private:
    std::string cleaned_;
    std::size_t dropped_ = 0;
};

/// Length in bytes of the character at the start of `text` if all export formats can hold it, else 0.
[[nodiscard]] std::size_t legal_character(std::string_view text);

/// `text` for a path segment of an IRI: letters, digits and `-._~` as they are, everything else percent-encoded.
[[nodiscard]] std::string iri_segment(std::string_view text);

/// The same for many texts, without a copy where nothing is to be encoded.
class SegmentEncoder {
public:
    /// Valid until the next call.
    [[nodiscard]] std::string_view operator()(std::string_view text);

private:
    std::string encoded_;
};

}  // namespace entente::exporters
