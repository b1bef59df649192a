#pragma once

#include <cstddef>
#include <vector>

#include "syntax/sentence.hpp"

namespace entente::entities {

/// What the sequence model says of a word: outside (0), or of a name's kind, the first, an inner, the last or the only
/// word of it.
using NameLabel = std::size_t;

enum class NamePart : std::size_t { first, inner, last, only };

inline constexpr std::size_t name_kind_count = 4;
/// Labels other than outside, whose score is 0 by convention.
inline constexpr std::size_t inside_label_count = 4 * name_kind_count;
inline constexpr std::size_t name_label_count = 1 + inside_label_count;

[[nodiscard]] constexpr NameLabel label_of(syntax::NamedKind kind, NamePart part) {
    return 1 + 4 * static_cast<std::size_t>(kind) + static_cast<std::size_t>(part);
}
[[nodiscard]] constexpr syntax::NamedKind kind_of(NameLabel label) {
    return static_cast<syntax::NamedKind>((label - 1) / 4);
}
[[nodiscard]] constexpr NamePart part_of(NameLabel label) {
    return static_cast<NamePart>((label - 1) % 4);
}
/// Whether a name is not finished with this label.
[[nodiscard]] constexpr bool goes_on(NameLabel label) {
    return label != 0 && (part_of(label) == NamePart::first || part_of(label) == NamePart::inner);
}
/// Whether a name begins before this label.
[[nodiscard]] constexpr bool continues(NameLabel label) {
    return label != 0 && (part_of(label) == NamePart::inner || part_of(label) == NamePart::last);
}
[[nodiscard]] constexpr bool may_follow(NameLabel before, NameLabel label) {
    return goes_on(before) == continues(label) && (!goes_on(before) || kind_of(before) == kind_of(label));
}

}  // namespace entente::entities
