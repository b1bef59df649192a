#include "syntax/network.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "syntax/model_file.hpp"

namespace entente::syntax {

namespace {

constexpr std::size_t script_candidates = 8;
constexpr float script_margin = 8.0F;

Dense read_dense(const ModelFile& file, const std::string& name, std::size_t inputs, std::size_t outputs) {
    const auto weights = file.array<float>(name + ".weight", inputs, outputs);
    const bool biased = file.has(name + ".bias");
    return {inputs, outputs, weights, biased ? file.array<float>(name + ".bias", 1, outputs) : std::vector<float>()};
}

std::size_t index_of_greatest(std::span<const float> values) {
    return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

}  // namespace

Network::Network(const ModelFile& file, const std::vector<std::string>& upos, const std::vector<std::string>& feats,
                 std::size_t script_count, const std::vector<std::string>& labels, const Kernels& kernels)
    : kernels_(&kernels) {
    const auto norm = [&](const std::string& name, std::size_t size) {
        return Norm{file.array<float>(name + ".scale", 1, size), file.array<float>(name + ".shift", 1, size)};
    };
    embedding_scale_ = file.array<float>("embedding.scale").values;
    embedding_ = file.array<std::int8_t>("embedding", embedding_scale_.size(), width);
    if (rows() < feature_count) file.fail("the embedding has too few rows");
    input_norm_ = norm("input_norm", width);
    for (std::size_t i = 0; i < 2; ++i) {
        windows_[i] = read_dense(file, "window" + std::to_string(i), 3 * width, 2 * width);
        window_norms_[i] = norm("window_norm" + std::to_string(i), width);
    }
    load_tag_layers(file, upos, feats);
    script_ = read_dense(file, "script", width, script_count);
    gates_ = read_dense(file, "gates", width, 6 * recurrent);
    arc_dependent_ = read_dense(file, "arc_dependent", state_width, arc_width);
    arc_head_ = read_dense(file, "arc_head", state_width, arc_width);
    arc_product_ = read_dense(file, "arc_product", arc_width, arc_width);
    arc_root_ = file.array<float>("arc_root", 1, arc_width);
    distance_ = file.array<float>("distance", 1, 2 * (distance_limits + 1) + 1);
    label_dependent_ = read_dense(file, "label_dependent", state_width, label_width);
    label_head_ = read_dense(file, "label_head", state_width, label_width);
    label_root_ = file.array<float>("label_root", 1, label_width);
    label_norm_ = norm("label_norm", label_width);
    label_ = read_dense(file, "label", label_width, labels.size());
    root_label_ = static_cast<std::size_t>(std::find(labels.begin(), labels.end(), "root") - labels.begin());
    if (root_label_ == labels.size() || labels.size() < 2) file.fail("the syntax model knows no root relation");
}

void Network::load_tag_layers(const ModelFile& file, const std::vector<std::string>& upos,
                              const std::vector<std::string>& feats) {
    upos_ = read_dense(file, "upos", width, upos.size());
    tag_input_ = read_dense(file, "tag_input", upos.size(), width);
    const auto weights = file.array<float>("feats.weight", width, feats.size());
    const auto biases = file.array<float>("feats.bias", 1, feats.size());
    for (const std::string& tag : upos) {
        std::vector<std::size_t> members;
        for (std::size_t i = 0; i < feats.size(); ++i) {
            if (feats[i].starts_with(tag + " ")) members.push_back(i);
        }
        if (members.empty()) file.fail("no features are known for " + tag);
        std::vector<float> own_weights;
        std::vector<float> own_biases;
        for (std::size_t k = 0; k < width; ++k) {
            for (const std::size_t i : members) own_weights.push_back(weights[k * feats.size() + i]);
        }
        for (const std::size_t i : members) own_biases.push_back(biases[i]);
        feats_.emplace_back(width, members.size(), own_weights, own_biases);
        feats_of_.push_back(std::move(members));
    }
}

std::vector<float> Network::multiply(const Dense& layer, const float* x, std::size_t stride, std::size_t words) const {
    std::vector<float> y(words * layer.padded);
    kernels_->multiply(layer, x, stride, words, y.data(), layer.padded);
    return y;
}

void Network::embed(std::span<const FeatureDictionary::Rows> words, float* x) const {
    for (const FeatureDictionary::Rows& rows_of_word : words) {
        for (const std::uint32_t row : rows_of_word) {
            kernels_->add_row(embedding_.data() + row * width, embedding_scale_[row], width, x);
        }
        kernels_->normalise(x, width, input_norm_.scale.data(), input_norm_.shift.data(), x);
        x += width;
    }
}

Network::Encoding Network::encode(std::span<const FeatureDictionary::Rows> words) const {
    const std::size_t count = words.size();
    Encoding encoding;
    encoding.words = count;
    // One row of zeros before and behind: the window of a word is then 3 * width values in a row, wherever it stands.
    std::vector<float> x((count + 2) * width);
    embed(words, x.data() + width);
    for (std::size_t layer = 0; layer < 2; ++layer) {
        std::vector<float> sums = multiply(windows_[layer], x.data(), width, count);
        const Norm& norm = window_norms_[layer];
        for (std::size_t i = 0; i < count; ++i) {
            kernels_->add_maxout(sums.data() + i * 2 * width, width, norm.scale.data(), norm.shift.data(),
                                 x.data() + (i + 1) * width);
        }
    }
    encoding.local.assign(x.begin() + width, x.end() - width);
    std::vector<float> scores = multiply(upos_, encoding.local.data(), width, count);
    add_tags(encoding, scores);
    run_recurrence(encoding);
    return encoding;
}

/// Chooses the parts of speech and puts local state plus their weighted embeddings into the last part of `state`.
void Network::add_tags(Encoding& encoding, std::vector<float>& scores) const {
    const std::size_t stride = upos_.padded;
    for (std::size_t i = 0; i < encoding.words; ++i) {
        const std::span<float> row = std::span(scores).subspan(i * stride, stride);
        const std::span<float> known = row.first(upos_.outputs);
        encoding.upos.push_back(index_of_greatest(known));
        const float greatest = known[encoding.upos.back()];
        for (float& score : row) score -= greatest;
        kernels_->exponential(row.data(), row.size());
        float total = 0;
        for (const float weight : known) total += weight;
        for (float& weight : known) weight /= total;
    }
    const std::vector<float> added = multiply(tag_input_, scores.data(), stride, encoding.words);
    encoding.state.resize(encoding.words * state_width);
    for (std::size_t i = 0; i < encoding.words; ++i) {
        float* tagged = encoding.state.data() + i * state_width + 2 * recurrent;
        for (std::size_t k = 0; k < width; ++k)
            tagged[k] = encoding.local[i * width + k] + added[i * tag_input_.padded + k];
    }
}

void Network::run_recurrence(Encoding& encoding) const {
    const std::size_t count = encoding.words;
    const std::vector<float> gates = multiply(gates_, encoding.state.data() + 2 * recurrent, state_width, count);
    std::vector<float> memory(2 * recurrent);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t back = count - 1 - i;
        kernels_->recur(gates.data() + i * gates_.padded, recurrent, memory.data(),
                        encoding.state.data() + i * state_width);
        kernels_->recur(gates.data() + back * gates_.padded + 3 * recurrent, recurrent, memory.data() + recurrent,
                        encoding.state.data() + back * state_width + recurrent);
    }
}

std::size_t Network::best_feats(const Encoding& encoding, std::size_t word) const {
    const std::size_t upos = encoding.upos[word];
    const std::vector<float> scores = multiply(feats_[upos], encoding.local.data() + word * width, width, 1);
    return feats_of_[upos][index_of_greatest(std::span(scores).first(feats_[upos].outputs))];
}

std::vector<std::size_t> Network::best_scripts(const Encoding& encoding, std::size_t word) const {
    const std::vector<float> scores = multiply(script_, encoding.local.data() + word * width, width, 1);
    std::vector<std::size_t> best(script_.outputs);
    std::iota(best.begin(), best.end(), 0U);
    const std::size_t count = std::min(script_candidates, best.size());
    const auto better = [&](std::size_t a, std::size_t b) {
        return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
    };
    std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end(), better);
    best.resize(count);
    const float least = scores[best.front()] - script_margin;
    std::erase_if(best, [&](std::size_t script) { return scores[script] < least; });
    return best;
}

/// The learned preference for a head at this distance; columns as in arc_scores.
float Network::distance_score(std::size_t word, std::size_t head) const {
    constexpr std::size_t limits[distance_limits] = {1, 2, 3, 4, 6, 9, 14, 24};
    if (head == 0) return distance_.back();
    const bool after = head > word + 1;
    const std::size_t distance = after ? head - word - 1 : word + 1 - head;
    const auto bucket =
        static_cast<std::size_t>(std::lower_bound(std::begin(limits), std::end(limits), distance) - limits);
    return distance_[after ? bucket + distance_limits + 1 : bucket];
}

std::vector<float> Network::arc_scores(const Encoding& encoding) const {
    const std::size_t count = encoding.words;
    std::vector<float> dependents = multiply(arc_dependent_, encoding.state.data(), state_width, count);
    kernels_->silu(dependents.data(), dependents.size());
    dependents = multiply(arc_product_, dependents.data(), arc_width, count);
    std::vector<float> heads = multiply(arc_head_, encoding.state.data(), state_width, count);
    kernels_->silu(heads.data(), heads.size());

    // The heads, root first, as the columns of a layer: one matrix product gives all pairs.
    std::vector<float> columns(arc_width * (count + 1));
    for (std::size_t k = 0; k < arc_width; ++k) {
        columns[k * (count + 1)] = arc_root_[k];
        for (std::size_t j = 0; j < count; ++j) columns[k * (count + 1) + j + 1] = heads[j * arc_width + k];
    }
    const Dense all_heads(arc_width, count + 1, columns, {});
    const std::vector<float> products = multiply(all_heads, dependents.data(), arc_width, count);
    const float root_of_width = std::sqrt(static_cast<float>(arc_width));
    std::vector<float> scores(count * (count + 1));
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j <= count; ++j) {
            scores[i * (count + 1) + j] = products[i * all_heads.padded + j] / root_of_width + distance_score(i, j);
        }
    }
    return scores;
}

std::vector<std::size_t> Network::best_labels(const Encoding& encoding, std::span<const std::size_t> heads) const {
    const std::size_t count = encoding.words;
    std::vector<float> dependents = multiply(label_dependent_, encoding.state.data(), state_width, count);
    const std::vector<float> governors = multiply(label_head_, encoding.state.data(), state_width, count);
    for (std::size_t i = 0; i < count; ++i) {
        float* row = dependents.data() + i * label_width;
        const float* head = heads[i] == 0 ? label_root_.data() : governors.data() + (heads[i] - 1) * label_width;
        for (std::size_t k = 0; k < label_width; ++k) row[k] += head[k];
        kernels_->normalise(row, label_width, label_norm_.scale.data(), label_norm_.shift.data(), row);
    }
    kernels_->silu(dependents.data(), dependents.size());
    std::vector<float> scores = multiply(label_, dependents.data(), label_width, count);
    std::vector<std::size_t> labels(count, root_label_);
    for (std::size_t i = 0; i < count; ++i) {
        if (heads[i] == 0) continue;
        const std::span<float> row = std::span(scores).subspan(i * label_.padded, label_.outputs);
        row[root_label_] = -1e30F;
        labels[i] = index_of_greatest(row);
    }
    return labels;
}

}  // namespace entente::syntax
