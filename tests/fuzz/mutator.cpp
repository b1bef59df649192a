#include "fuzz/mutator.hpp"

#include <algorithm>
#include <array>

namespace fuzz {

namespace {

constexpr std::size_t longest = 1 << 16;

const std::array<std::string, 24> awkward = {std::string(1, '\0'),
                                             "\n",
                                             "\r\n",
                                             "\t",
                                             " ",
                                             "\"",
                                             "\\",
                                             "-1",
                                             "0",
                                             "4294967295",
                                             "99999999999999999999",
                                             "1e999",
                                             "\xFF",
                                             "\xC0\x80",
                                             "\xED\xA0\x80",
                                             "\xF4\x90\x80\x80",
                                             "\xE2\x80",
                                             "\xEF\xBB\xBF",
                                             "\u00A0",
                                             "\u200B",
                                             "\u2019",
                                             "e\u0301",
                                             "\U0001F600",
                                             "\u202E"};

/// A stretch of `bytes`, most often a short one.
std::pair<std::size_t, std::size_t> stretch(const std::string& bytes, Random& random) {
    const std::size_t at = random.below(bytes.size() + 1);
    const std::size_t most = bytes.size() - at;
    const std::size_t limit = random.below(4) == 0 ? most : std::min<std::size_t>(most, 16);
    return {at, limit == 0 ? 0 : random.below(limit + 1)};
}

std::string_view part_of(const std::string& bytes, Random& random) {
    const auto [at, size] = stretch(bytes, random);
    return std::string_view(bytes).substr(at, size);
}

void change_byte(std::string& bytes, Random& random) {
    if (bytes.empty()) return;
    char& byte = bytes[random.below(bytes.size())];
    const auto value = static_cast<unsigned>(random.next());
    byte = static_cast<char>(random.below(2) == 0 ? static_cast<unsigned char>(byte) ^ (1U << (value % 8)) : value);
}

/// Overwrites an aligned 32-bit number, as headers of binary files hold them.
void change_number(std::string& bytes, Random& random) {
    if (bytes.size() < 4) return;
    static constexpr std::array<std::uint32_t, 8> edges{0, 1, 2, 0x7F, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x10000};
    const std::uint32_t value = edges[random.below(edges.size())];
    const std::size_t at = random.below(bytes.size() / 4) * 4;
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i));
}

void mutate_once(std::string& bytes, const std::vector<std::string>& corpus, const std::vector<std::string>& words,
                 Random& random) {
    const std::size_t at = random.below(bytes.size() + 1);
    switch (random.below(9)) {
        case 0: return change_byte(bytes, random);
        case 1: return change_number(bytes, random);
        case 2: bytes.insert(at, awkward[random.below(awkward.size())]); return;
        case 3:
            if (!words.empty()) bytes.insert(at, words[random.below(words.size())]);
            return;
        case 4: {
            const auto [from, size] = stretch(bytes, random);
            bytes.erase(from, size);
            return;
        }
        case 5: bytes.insert(at, std::string(part_of(bytes, random))); return;
        case 6: bytes.insert(at, std::string(part_of(corpus[random.below(corpus.size())], random))); return;
        case 7: bytes.resize(at); return;
        default: {
            const auto [from, size] = stretch(bytes, random);
            std::string piece(part_of(corpus[random.below(corpus.size())], random));
            bytes.replace(from, size, piece);
        }
    }
}

}  // namespace

std::uint64_t Random::next() {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t value = state_;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
    return value ^ (value >> 31);
}

void mutate(std::string& bytes, const std::vector<std::string>& corpus, const std::vector<std::string>& words,
            Random& random) {
    for (std::size_t times = 1 + random.below(8); times > 0; --times) mutate_once(bytes, corpus, words, random);
    if (bytes.size() > longest) bytes.resize(longest);
}

}  // namespace fuzz
