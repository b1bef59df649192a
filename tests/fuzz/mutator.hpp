#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fuzz {

/// Random numbers (SplitMix64) that are the same on every machine.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// Below `limit`, which must not be 0.
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }

private:
    std::uint64_t state_;
};

/// Damages `bytes` once to eight times: flips, replaces, inserts, removes, doubles and moves bytes and stretches, puts
/// in a word of the format, numbers at the edge of their range or a piece of another input.
void mutate(std::string& bytes, const std::vector<std::string>& corpus, const std::vector<std::string>& words,
            Random& random);

}  // namespace fuzz
