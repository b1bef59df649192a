#include "entities/name_model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace entente::entities {

namespace {

constexpr std::int32_t impossible = -1'000'000'000;

/// The labels that each label may follow.
const std::array<std::vector<NameLabel>, name_label_count>& predecessors() {
    static const auto lists = [] {
        std::array<std::vector<NameLabel>, name_label_count> found;
        for (NameLabel label = 0; label < name_label_count; ++label) {
            for (NameLabel before = 0; before < name_label_count; ++before) {
                if (may_follow(before, label)) found[label].push_back(before);
            }
        }
        return found;
    }();
    return lists;
}

}  // namespace

NameModel::NameModel(const syntax::ModelFile& file) {
    const auto hashes = file.array<std::uint32_t>("names.hash");
    const auto weights = file.array<std::int8_t>("names.weight", hashes.values.size(), inside_label_count);
    weights_.resize(hashes.values.size() + 1);
    slots_.resize(std::bit_ceil(2 * hashes.values.size() + 2));
    for (std::size_t i = 0; i < hashes.values.size(); ++i) {
        std::copy_n(weights.begin() + static_cast<std::ptrdiff_t>(i * inside_label_count), inside_label_count,
                    weights_[i + 1].begin());
        std::size_t at = hashes.values[i] & (slots_.size() - 1);
        while (slots_[at].row != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = {hashes.values[i], static_cast<std::uint32_t>(i + 1)};
    }
    const auto transitions = file.array<float>("names.transition", name_label_count + 2, name_label_count);
    const auto score = [&](std::size_t row, NameLabel label, bool possible) {
        const float value = transitions[row * name_label_count + label];
        if (!(std::abs(value) < 1e6F)) file.fail("a score between labels of names is out of range");
        return possible ? static_cast<std::int32_t>(std::lround(value)) : impossible;
    };
    for (NameLabel label = 0; label < name_label_count; ++label) {
        for (NameLabel before = 0; before < name_label_count; ++before) {
            transitions_[before][label] = score(before, label, may_follow(before, label));
        }
        begin_[label] = score(name_label_count, label, !continues(label));
        end_[label] = score(name_label_count + 1, label, !goes_on(label));
    }
}

NameModel::Scores NameModel::word_scores(const NameWords& sentence, std::size_t index) const {
    std::array<std::uint32_t, most_name_features> features;
    const std::size_t count = name_features(sentence, index, features);
    std::array<std::int16_t, inside_label_count> sums{};
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t at = features[i] & (slots_.size() - 1);
        while (slots_[at].row != 0 && slots_[at].hash != features[i]) at = (at + 1) & (slots_.size() - 1);
        if (slots_[at].row == 0) continue;
        const Row& row = weights_[slots_[at].row];
        for (std::size_t label = 0; label < inside_label_count; ++label) {
            sums[label] = static_cast<std::int16_t>(sums[label] + row[label]);
        }
    }
    Scores scores{};
    for (std::size_t label = 0; label < inside_label_count; ++label) scores[label + 1] = sums[label];
    return scores;
}

std::vector<NameLabel> NameModel::best_labels(const NameWords& sentence) const {
    const std::size_t size = sentence.words.size();
    if (size == 0) return {};
    std::vector<std::array<std::uint8_t, name_label_count>> from(size);
    Scores best{};
    const auto& before_labels = predecessors();
    for (std::size_t i = 0; i < size; ++i) {
        // A word far from any capital is in no name: only the label outside is left.
        const bool near = sentence.words[i].near;
        Scores scores{};
        if (near) scores = word_scores(sentence, i);
        for (NameLabel label = 0; label < name_label_count; ++label) {
            std::int32_t reached = i == 0 ? begin_[label] : impossible;
            if (!near && label > 0) {
                scores[label] = impossible;
                continue;
            }
            if (i > 0) {
                from[i][label] = static_cast<std::uint8_t>(before_labels[label].front());
                for (const NameLabel before : before_labels[label]) {
                    const std::int32_t through = best[before] + transitions_[before][label];
                    if (through <= reached) continue;
                    reached = through;
                    from[i][label] = static_cast<std::uint8_t>(before);
                }
            }
            // Kept within range however long the sentence: what cannot be stays far below what can.
            scores[label] += std::max(reached, impossible);
        }
        best = scores;
    }
    for (NameLabel label = 0; label < name_label_count; ++label) best[label] += std::max(end_[label], impossible);
    std::vector<NameLabel> labels(size);
    labels[size - 1] = static_cast<NameLabel>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t i = size - 1; i > 0; --i) labels[i - 1] = from[i][labels[i]];
    return labels;
}

}  // namespace entente::entities
