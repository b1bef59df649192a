#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::core {

/// A fingerprint of a sentence in 64 bits: sentences that share most words have fingerprints that share most bits
/// (Charikar's SimHash over lower-case words). 0 for a sentence of fewer than eight words, which proves nothing.
[[nodiscard]] std::uint64_t gist(std::string_view sentence);

/// Whether two sentences are one but for small edits; never where one has no fingerprint.
[[nodiscard]] bool is_copy(std::uint64_t a, std::uint64_t b);

/// A sentence with the article in which it stands; articles are told apart by their numbers.
struct Telling {
    std::uint32_t article = 0;
    std::uint64_t gist = 0;

    friend auto operator<=>(const Telling&, const Telling&) = default;
};

/// How many articles tell something independently: those that share a sentence but for small edits, as papers do that
/// print the same dispatch, count once. O(n²) in the number of different fingerprints.
[[nodiscard]] std::size_t count_independent(std::vector<Telling> tellings);

}  // namespace entente::core
