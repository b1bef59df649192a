#include "syntax/decoder.hpp"

#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using entente::syntax::best_tree;

namespace {

/// The same pseudo-random numbers everywhere.
class Numbers {
public:
    explicit Numbers(std::uint32_t seed) : state_(seed) {}
    float next() {
        state_ = state_ * 1664525U + 1013904223U;
        return static_cast<float>(state_ >> 8) / 16777216.0F;
    }

private:
    std::uint32_t state_;
};

std::vector<float> random_scores(std::size_t words, std::uint32_t seed) {
    Numbers numbers(seed);
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) score = numbers.next();
    return scores;
}

bool is_single_rooted_tree(const std::vector<std::size_t>& heads) {
    std::size_t roots = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        roots += heads[i] == 0 ? 1 : 0;
        std::size_t at = i + 1;
        for (std::size_t steps = 0; at != 0; ++steps) {
            if (steps > heads.size()) return false;
            at = heads[at - 1];
        }
    }
    return roots == 1;
}

double total(const std::vector<float>& scores, const std::vector<std::size_t>& heads) {
    double sum = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
    return sum;
}

/// The best total over all assignments of heads, by trying every one.
double best_total(const std::vector<float>& scores, std::vector<std::size_t>& heads, std::size_t word) {
    if (word == heads.size()) return is_single_rooted_tree(heads) ? total(scores, heads) : -1e9;
    double best = -1e9;
    for (std::size_t head = 0; head <= heads.size(); ++head) {
        heads[word] = head;
        best = std::max(best, best_total(scores, heads, word + 1));
    }
    return best;
}

}  // namespace

TEST_CASE("the tree found is the best of all trees with one root") {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const std::size_t words = 1 + seed % 5;
        const auto scores = random_scores(words, seed);
        const auto heads = best_tree(scores, words);
        CHECK(is_single_rooted_tree(heads));
        std::vector<std::size_t> tried(words);
        CHECK(total(scores, heads) == doctest::Approx(best_total(scores, tried, 0)).epsilon(1e-9));
    }
}

TEST_CASE("trees of any size have one root and no cycle") {
    for (const std::size_t words : {1U, 2U, 3U, 17U, 60U, 200U}) {
        CHECK(is_single_rooted_tree(best_tree(random_scores(words, 7), words)));
        CHECK(is_single_rooted_tree(best_tree(std::vector<float>(words * (words + 1), 0.5F), words)));
    }
}

TEST_CASE("no words have no heads") {
    CHECK(best_tree({}, 0).empty());
}
