#include "core/gist.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <string>

namespace entente::core {

namespace {

constexpr int fewest_words = 8;
/// One word changed in twenty turns some 6 of 64 bits; sentences that only share their subject differ in 20 and more.
constexpr int most_differing_bits = 8;

/// FNV-1a with a final mix: the same on every machine.
std::uint64_t hash_word(std::string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    hash ^= hash >> 32;
    hash *= 0xd6e8feb86659fd93;
    return hash ^ hash >> 32;
}

/// Letters and digits of ASCII, and all that is not ASCII: enough to tell words apart in any script with spaces.
bool is_word_byte(char byte) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return letter || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80;
}

template <typename Visit>
void for_each_word(std::string_view sentence, Visit visit) {
    std::string word;
    for (std::size_t i = 0; i <= sentence.size(); ++i) {
        if (i < sentence.size() && is_word_byte(sentence[i])) {
            const char byte = sentence[i];
            word += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        } else if (!word.empty()) {
            visit(word);
            word.clear();
        }
    }
}

}  // namespace

std::uint64_t gist(std::string_view sentence) {
    std::array<int, 64> votes{};
    int words = 0;
    for_each_word(sentence, [&](const std::string& word) {
        const std::uint64_t hash = hash_word(word);
        for (std::size_t bit = 0; bit < votes.size(); ++bit) votes[bit] += (hash >> bit & 1) != 0 ? 1 : -1;
        ++words;
    });
    if (words < fewest_words) return 0;
    std::uint64_t print = 0;
    for (std::size_t bit = 0; bit < votes.size(); ++bit) print |= std::uint64_t{votes[bit] > 0} << bit;
    return print;
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
