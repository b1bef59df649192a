#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "entities/name_features.hpp"
#include "entities/name_labels.hpp"
#include "syntax/model_file.hpp"

namespace entente::entities {

/// A linear-chain model of names: a row of weights a feature and scores between neighbouring labels, in whole numbers,
/// so that every machine finds the same names.
class NameModel {
public:
    using Row = std::array<std::int8_t, inside_label_count>;

    /// Reads `names.hash`, `names.weight` (one row a hash) and `names.transition` (a row a label before, then one for
    /// the beginning and one for the end of a sentence). @throws DataError if one is missing or of another shape.
    explicit NameModel(const syntax::ModelFile& file);

    /// The best sequence of labels, one a word.
    [[nodiscard]] std::vector<NameLabel> best_labels(const NameWords& sentence) const;
    [[nodiscard]] std::size_t feature_count() const { return weights_.size() - 1; }

private:
    using Scores = std::array<std::int32_t, name_label_count>;

    [[nodiscard]] Scores word_scores(const NameWords& sentence, std::size_t index) const;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t row = 0;  ///< 0: free
    };
    std::vector<Slot> slots_;  ///< open addressing, a power of two
    std::vector<Row> weights_;
    std::array<Scores, name_label_count> transitions_{};  ///< [before][label]
    Scores begin_{};
    Scores end_{};
};

}  // namespace entente::entities
