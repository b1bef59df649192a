#include "train/name_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::train {

namespace {

using entities::inside_label_count;
using entities::may_follow;
using entities::name_label_count;
using entities::NameLabel;

using Values = std::array<double, name_label_count>;

constexpr std::size_t begin_row = name_label_count;
constexpr std::size_t end_row = name_label_count + 1;

/// Exponentials of the scores between labels; 0 where one cannot follow the other.
struct Steps {
    explicit Steps(const ChainWeights& weights) {
        for (NameLabel label = 0; label < name_label_count; ++label) {
            for (NameLabel before = 0; before < name_label_count; ++before) {
                const bool possible = may_follow(before, label);
                between[before][label] = possible ? std::exp(weights.transitions[before][label]) : 0.0;
            }
            begin[label] = entities::continues(label) ? 0.0 : std::exp(weights.transitions[begin_row][label]);
            end[label] = entities::goes_on(label) ? 0.0 : std::exp(weights.transitions[end_row][label]);
        }
    }
    std::array<Values, name_label_count> between{};
    Values begin{};
    Values end{};
};

double scale(Values& values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (double& value : values) value /= sum;
    return std::log(sum);
}

/// Forward and backward sums over all sequences that `allowed` leaves; false if it leaves none.
struct Chain {
    Chain(const Steps& step, const std::vector<Values>& words, const std::vector<LabelSet>* allowed)
        : node(words), forward(words.size()), backward(words.size()) {
        const std::size_t size = words.size();
        for (std::size_t i = 0; allowed != nullptr && i < size; ++i) {
            for (NameLabel label = 0; label < name_label_count; ++label) {
                if (((*allowed)[i] >> label & 1U) == 0) node[i][label] = 0.0;
            }
        }
        for (std::size_t i = 0; i < size; ++i) {
            for (NameLabel label = 0; label < name_label_count; ++label) {
                double sum = i == 0 ? step.begin[label] : 0.0;
                for (NameLabel before = 0; i > 0 && before < name_label_count; ++before) {
                    sum += forward[i - 1][before] * step.between[before][label];
                }
                forward[i][label] = sum * node[i][label];
            }
            log_sum += scale(forward[i]);
        }
        double last = 0.0;
        for (NameLabel label = 0; label < name_label_count; ++label) last += forward[size - 1][label] * step.end[label];
        log_sum += std::log(last);
        backward[size - 1] = step.end;
        for (std::size_t i = size - 1; i > 0; --i) {
            for (NameLabel before = 0; before < name_label_count; ++before) {
                double sum = 0.0;
                for (NameLabel label = 0; label < name_label_count; ++label) {
                    sum += step.between[before][label] * node[i][label] * backward[i][label];
                }
                backward[i - 1][before] = sum;
            }
            scale(backward[i - 1]);
        }
    }

    [[nodiscard]] Values marginal(std::size_t i) const {
        Values values{};
        for (NameLabel label = 0; label < name_label_count; ++label)
            values[label] = forward[i][label] * backward[i][label];
        scale(values);
        return values;
    }

    /// Adds `sign` times the expected number of each step between labels.
    void add_steps(const Steps& step, double sign, std::array<Values, name_label_count + 2>& sums) const {
        for (std::size_t i = 1; i < node.size(); ++i) {
            std::array<Values, name_label_count> pair{};
            double total = 0.0;
            for (NameLabel before = 0; before < name_label_count; ++before) {
                for (NameLabel label = 0; label < name_label_count; ++label) {
                    pair[before][label] =
                        forward[i - 1][before] * step.between[before][label] * node[i][label] * backward[i][label];
                    total += pair[before][label];
                }
            }
            for (NameLabel before = 0; before < name_label_count; ++before) {
                for (NameLabel label = 0; label < name_label_count; ++label)
                    sums[before][label] += sign * pair[before][label] / total;
            }
        }
        const Values first = marginal(0);
        const Values last = marginal(node.size() - 1);
        for (NameLabel label = 0; label < name_label_count; ++label) {
            sums[begin_row][label] += sign * first[label];
            sums[end_row][label] += sign * last[label];
        }
    }

    std::vector<Values> node;
    std::vector<Values> forward;
    std::vector<Values> backward;
    double log_sum = 0.0;
};

ChainWeights::Row word_row(const ChainWeights& weights, const std::vector<std::uint32_t>& features) {
    ChainWeights::Row sums{};
    for (const std::uint32_t feature : features) {
        for (std::size_t label = 0; label < inside_label_count; ++label)
            sums[label] += weights.features[feature][label];
    }
    return sums;
}

Values potentials(const ChainWeights::Row& sums) {
    const double top = std::max(0.0F, *std::max_element(sums.begin(), sums.end()));
    Values values{};
    values[0] = std::exp(-top);
    for (std::size_t label = 0; label < inside_label_count; ++label) values[label + 1] = std::exp(sums[label] - top);
    return values;
}

void step_down(float& weight, float& squares, float gradient, const NameTraining& training) {
    gradient += training.decay * weight;
    squares += gradient * gradient;
    weight -= training.rate * gradient / std::sqrt(squares + 1e-8F);
}

}  // namespace

double NameTrainer::learn(const NumberedSentence& sentence) {
    const std::size_t size = sentence.features.size();
    std::vector<std::vector<std::uint32_t>> shown(size);
    std::vector<Values> words(size);
    const auto hidden = static_cast<std::uint32_t>(static_cast<double>(training_.dropout) * 4294967295.0);
    for (std::size_t i = 0; i < size; ++i) {
        for (const std::uint32_t feature : sentence.features[i]) {
            if (random_() >= hidden) shown[i].push_back(feature);
        }
        words[i] = potentials(word_row(weights_, shown[i]));
    }
    const Steps step(weights_);
    const Chain free(step, words, nullptr);
    const Chain marked(step, words, &sentence.allowed);
    if (!std::isfinite(marked.log_sum)) return 0.0;
    std::array<Values, name_label_count + 2> step_sums{};
    free.add_steps(step, 1.0, step_sums);
    marked.add_steps(step, -1.0, step_sums);
    for (std::size_t i = 0; i < size; ++i) {
        const Values guessed = free.marginal(i);
        const Values right = marked.marginal(i);
        for (const std::uint32_t feature : shown[i]) {
            for (std::size_t label = 0; label < inside_label_count; ++label) {
                const auto gradient = static_cast<float>(guessed[label + 1] - right[label + 1]);
                step_down(weights_.features[feature][label], squares_.features[feature][label], gradient, training_);
            }
        }
    }
    for (std::size_t row = 0; row < step_sums.size(); ++row) {
        for (NameLabel label = 0; label < name_label_count; ++label) {
            const auto gradient = static_cast<float>(step_sums[row][label]);
            step_down(weights_.transitions[row][label], squares_.transitions[row][label], gradient, training_);
        }
    }
    return free.log_sum - marked.log_sum;
}

double NameTrainer::pass(const std::vector<NumberedSentence>& sentences, std::size_t feature_count) {
    weights_.features.resize(feature_count);
    squares_.features.resize(feature_count);
    std::vector<std::size_t> order(sentences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // std::shuffle differs between libraries.
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
    double loss = 0.0;
    std::size_t words = 0;
    for (const std::size_t index : order) {
        loss += learn(sentences[index]);
        words += sentences[index].features.size();
    }
    return loss / static_cast<double>(std::max<std::size_t>(words, 1));
}

std::vector<NameLabel> NameTrainer::best_labels(const NumberedSentence& sentence) const {
    const std::size_t size = sentence.features.size();
    const Steps step(weights_);
    std::vector<Values> best(size);
    std::vector<std::array<NameLabel, name_label_count>> from(size);
    for (std::size_t i = 0; i < size; ++i) {
        const Values word = potentials(word_row(weights_, sentence.features[i]));
        for (NameLabel label = 0; label < name_label_count; ++label) {
            double reached = i == 0 ? step.begin[label] : 0.0;
            for (NameLabel before = 0; i > 0 && before < name_label_count; ++before) {
                const double through = best[i - 1][before] * step.between[before][label];
                if (through <= reached) continue;
                reached = through;
                from[i][label] = before;
            }
            best[i][label] = reached * word[label];
        }
        scale(best[i]);
    }
    for (NameLabel label = 0; label < name_label_count; ++label) best[size - 1][label] *= step.end[label];
    std::vector<NameLabel> labels(size);
    labels[size - 1] =
        static_cast<NameLabel>(std::max_element(best[size - 1].begin(), best[size - 1].end()) - best[size - 1].begin());
    for (std::size_t i = size - 1; i > 0; --i) labels[i - 1] = from[i][labels[i]];
    return labels;
}

}  // namespace entente::train
