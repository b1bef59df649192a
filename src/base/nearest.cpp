#include "base/nearest.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace entente::base {

namespace {

/// Code points, ASCII letters made small; malformed bytes stand for themselves.
std::u32string letters(std::string_view text) {
    std::u32string all;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool continues = (byte & 0xC0) == 0x80;
        if (continues && !all.empty() && all.back() >= 0x80) {
            all.back() = all.back() << 6 | (byte & 0x3F);
        } else {
            all += byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte;
        }
    }
    return all;
}

/// The optimal string alignment distance, three rows at a time.
std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t limit) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit) return limit + 1;
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
    }
    return std::min(row[b.size()], limit + 1);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    return distance(letters(a), letters(b), limit);
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known, std::size_t count) {
    constexpr std::size_t least_beginning = 3;
    const std::u32string sought = letters(word);
    const std::size_t limit = std::max<std::size_t>(1, sought.size() / 3);
    std::vector<std::pair<std::size_t, const std::string*>> found;
    for (const std::string& candidate : known) {
        const std::u32string spelled = letters(candidate);
        const std::size_t far = distance(sought, spelled, limit);
        const bool begins = sought.size() >= least_beginning && spelled.starts_with(sought);
        if (far <= limit || begins) found.emplace_back(far, &candidate);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : *a.second < *b.second;
    });
    std::vector<std::string> words;
    for (const auto& [far, candidate] : found) {
        if (words.size() == count) break;
        if (words.empty() || words.back() != *candidate) words.push_back(*candidate);
    }
    return words;
}

}  // namespace entente::base
