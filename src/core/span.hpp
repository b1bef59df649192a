#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>

namespace entente::core {

/// A stretch of an article's document, in Unicode code points, end exclusive.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
    friend auto operator<=>(const Span&, const Span&) = default;
};

/// The smallest span that holds both.
[[nodiscard]] inline Span cover(const Span& a, const Span& b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace entente::core
