#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::syntax {

class ModelFile;

/// The strings that the network sees of a word, each with a type of its own. src/train/features.py computes the same
/// for training: change both or neither.
enum class Feature : std::uint8_t {
    lower,
    form,
    prefix1,
    prefix2,
    prefix3,
    suffix1,
    suffix2,
    suffix3,
    suffix4,
    shape,
    word_class
};

inline constexpr std::size_t feature_count = 11;

/// A word's forms as features and lemmas use them.
struct WordForms {
    std::string normal;  ///< typographic variants (’ “ …) mapped to plain ones
    std::string lower;   ///< by a small fixed table for Latin, Greek and Cyrillic, no Unicode version involved
};

[[nodiscard]] WordForms word_forms(std::string_view form);
/// Lower case with the first character raised.
[[nodiscard]] std::string title_case(std::string_view lower);
/// Character classes, runs cut to two, at most ten: `Xxdd-`.
[[nodiscard]] std::string word_shape(std::string_view normal);
/// Byte offsets of the code points of a UTF-8 text, and its size at the end. Bytes that are no UTF-8 count one each.
[[nodiscard]] std::vector<std::size_t> code_point_starts(std::string_view text);

[[nodiscard]] std::uint32_t fnv1a32(char first, std::string_view rest);
[[nodiscard]] std::uint64_t fnv1a64(std::string_view first, std::string_view rest);

/// (type, string) -> embedding row. An unknown string of a type has the row of the type's number.
class FeatureDictionary {
public:
    using Rows = std::array<std::uint32_t, feature_count>;

    /// `row_count`: number of embedding rows. @throws base::DataError if the file names others.
    FeatureDictionary(const ModelFile& file, std::size_t row_count);

    [[nodiscard]] Rows rows(const WordForms& word) const;

private:
    [[nodiscard]] std::uint32_t row(Feature type, std::string_view string) const;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t row = 0;  ///< 0 (no row of a known string): free
    };
    std::vector<Slot> slots_;  ///< open addressing, a power of two
};

}  // namespace entente::syntax
