#include "core/gist.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <vector>

namespace entente::core {

namespace {

constexpr std::uint64_t fewest_words = 8;
/// One word changed in twenty turns some 6 of 64 bits; sentences that only share their subject differ in 20 and more.
constexpr int most_differing_bits = 8;

// FNV-1a with a final mix: the same on every machine.
constexpr std::uint64_t hash_begin = 0xcbf29ce484222325;

std::uint64_t hash_step(std::uint64_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
}

std::uint64_t hash_end(std::uint64_t hash) {
    hash ^= hash >> 32;
    hash *= 0xd6e8feb86659fd93;
    return hash ^ hash >> 32;
}

/// Letters and digits of ASCII, and all that is not ASCII: enough to tell words apart in any script with spaces.
bool is_word_byte(char byte) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return letter || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

/// Calls `visit` with the hash of each word, its ASCII letters made small.
template <typename Visit>
void for_each_word(std::string_view sentence, Visit visit) {
    std::uint64_t hash = hash_begin;
    bool inside = false;
    for (const char byte : sentence) {
        if (is_word_byte(byte)) {
            hash = hash_step(hash, byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte);
            inside = true;
        } else if (inside) {
            visit(hash_end(hash));
            hash = hash_begin;
            inside = false;
        }
    }
    if (inside) visit(hash_end(hash));
}

/// For each of 64 bits how often it was set, the counts standing upright: plane i holds the bits of value 2^i.
class BitCounters {
public:
    void add(std::uint64_t bits) {
        for (std::size_t i = 0; bits != 0; ++i) {
            if (i == planes_.size()) planes_.push_back(0);
            const std::uint64_t carry = planes_[i] & bits;
            planes_[i] ^= bits;
            bits = carry;
        }
    }

    /// The bits that were set more than so many times.
    [[nodiscard]] std::uint64_t above(std::uint64_t limit) const {
        std::uint64_t greater = 0;
        std::uint64_t equal = ~std::uint64_t{0};
        for (std::size_t i = 64; i-- > 0;) {
            const std::uint64_t plane = i < planes_.size() ? planes_[i] : 0;
            if ((limit >> i & 1) != 0) {
                equal &= plane;
            } else {
                greater |= equal & plane;
                equal &= ~plane;
            }
        }
        return greater;
    }

private:
    std::vector<std::uint64_t> planes_;
};

}  // namespace

std::uint64_t gist(std::string_view sentence) {
    BitCounters counters;
    std::uint64_t words = 0;
    for_each_word(sentence, [&](std::uint64_t hash) {
        counters.add(hash);
        ++words;
    });
    return words < fewest_words ? 0 : counters.above(words / 2);
}

bool is_copy(std::uint64_t a, std::uint64_t b) {
    return a != 0 && b != 0 && std::popcount(a ^ b) <= most_differing_bits;
}

std::size_t count_independent(std::vector<Telling> tellings) {
    std::sort(tellings.begin(), tellings.end());
    tellings.erase(std::unique(tellings.begin(), tellings.end()), tellings.end());
    std::vector<std::uint32_t> group(tellings.size());  // of each telling: the first one that it hangs together with
    std::iota(group.begin(), group.end(), 0U);
    const auto root = [&](std::uint32_t at) {
        while (group[at] != at) at = group[at] = group[group[at]];
        return at;
    };
    std::size_t groups = tellings.size();
    const auto join = [&](std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a == b) return;
        group[std::max(a, b)] = std::min(a, b);
        --groups;
    };
    for (std::uint32_t i = 1; i < tellings.size(); ++i) {
        if (tellings[i].article == tellings[i - 1].article) join(i - 1, i);
    }
    // Equal fingerprints stand for one another, so that a dispatch printed a thousand times is compared once.
    std::vector<std::uint32_t> different(tellings.size());
    std::iota(different.begin(), different.end(), 0U);
    const auto print = [&](std::uint32_t at) { return tellings[at].gist; };
    std::stable_sort(different.begin(), different.end(), [&](auto a, auto b) { return print(a) < print(b); });
    std::vector<std::uint32_t> heads;
    for (const std::uint32_t at : different) {
        if (print(at) == 0) continue;
        if (!heads.empty() && print(heads.back()) == print(at)) {
            join(heads.back(), at);
        } else {
            heads.push_back(at);
        }
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
        for (std::size_t j = i + 1; j < heads.size(); ++j) {
            if (is_copy(print(heads[i]), print(heads[j]))) join(heads[i], heads[j]);
        }
    }
    return groups;
}

}  // namespace entente::core
