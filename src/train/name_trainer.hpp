#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "entities/name_labels.hpp"
#include "train/name_examples.hpp"

namespace entente::train {

/// How names are learned.
struct NameTraining {
    std::size_t passes = 5;
    float rate = 0.1F;
    float decay = 2e-3F;     ///< pull of a touched weight towards 0
    float dropout = 0.5F;    ///< share of a word's features hidden each time it is seen
    std::size_t rarest = 5;  ///< a feature seen less often is left out
    std::uint32_t seed = 1;
};

/// A sentence as the trainer sees it: features by number, and what each word may be.
struct NumberedSentence {
    std::vector<std::vector<std::uint32_t>> features;
    std::vector<LabelSet> allowed;
};

/// Scores of a linear chain, in floating point.
struct ChainWeights {
    using Row = std::array<float, entities::inside_label_count>;
    using Labels = std::array<float, entities::name_label_count>;

    std::vector<Row> features;
    /// [before][label]; then the beginning and the end of a sentence.
    std::array<Labels, entities::name_label_count + 2> transitions{};
};

/// A conditional random field over name labels, learned with AdaGrad from sentences that may be marked in part: what
/// it raises is the probability of all sequences that the marks allow.
class NameTrainer {
public:
    explicit NameTrainer(const NameTraining& training) : training_(training), random_(training.seed) {}

    /// Goes over the sentences once in a new order; returns the mean loss of a word. Feature numbers are below
    /// `feature_count`.
    double pass(const std::vector<NumberedSentence>& sentences, std::size_t feature_count);
    [[nodiscard]] const ChainWeights& weights() const { return weights_; }
    /// The most probable labels.
    [[nodiscard]] std::vector<entities::NameLabel> best_labels(const NumberedSentence& sentence) const;

private:
    double learn(const NumberedSentence& sentence);

    NameTraining training_;
    std::mt19937 random_;
    ChainWeights weights_;
    ChainWeights squares_;  ///< sums of squared gradients
};

}  // namespace entente::train
