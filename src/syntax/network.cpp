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
    const auto bias = biased ? file.array<float>(name + ".bias", 1, outputs) : std::span<const float>();
    return {inputs, outputs, weights, outputs, 1, bias};
}

Network::Norm read_norm(const ModelFile& file, const std::string& name, std::size_t size) {
    return {file.array<float>(name + ".scale", 1, size), file.array<float>(name + ".shift", 1, size)};
}

/// The width of a layer, which the kernels want to be a multiple of their tile.
std::size_t whole_tiles(const ModelFile& file, std::size_t width) {
    if (width == 0 || width % Dense::tile != 0) file.fail("a layer's width is no multiple of 16");
    return width;
}

std::size_t index_of_greatest(std::span<const float> values) {
    return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

}  // namespace

Network::Network(const ModelFile& file, const std::vector<std::string>& upos, const std::vector<std::string>& feats,
                 std::size_t script_count, const std::vector<std::string>& labels, const Kernels& kernels)
    : kernels_(&kernels) {
    load_embedding(file);
    load_recurrences(file);
    load_tag_layers(file, upos, feats);
    script_ = read_dense(file, "script", width_, script_count);
    load_arc_layers(file, labels);
}

void Network::load_embedding(const ModelFile& file) {
    embedding_scale_ = file.array<float>("embedding.scale").values;
    width_ = whole_tiles(file, file.array<std::int8_t>("embedding").columns);
    embedding_ = file.array<std::int8_t>("embedding", embedding_scale_.size(), width_);
    if (rows() < feature_count) file.fail("the embedding has too few rows");
    input_norm_ = read_norm(file, "input_norm", width_);
    for (std::size_t i = 0; i < 2; ++i) {
        windows_[i] = read_dense(file, "window" + std::to_string(i), 3 * width_, 2 * width_);
        window_norms_[i] = read_norm(file, "window_norm" + std::to_string(i), width_);
    }
}

void Network::load_recurrences(const ModelFile& file) {
    state_width_ = width_;
    for (const char* name : {"gates", "second_gates"}) {
        if (!recurrences_.empty() && !file.has(std::string(name) + ".weight")) break;
        const std::size_t units = whole_tiles(file, file.array<float>(std::string(name) + ".bias").columns / 6);
        recurrences_.push_back({read_dense(file, name, state_width_, 6 * units), units});
        state_width_ += 2 * units;
    }
}

void Network::load_arc_layers(const ModelFile& file, const std::vector<std::string>& labels) {
    arc_width_ = whole_tiles(file, file.array<float>("arc_root").columns);
    label_width_ = whole_tiles(file, file.array<float>("label_root").columns);
    arc_dependent_ = read_dense(file, "arc_dependent", state_width_, arc_width_);
    arc_head_ = read_dense(file, "arc_head", state_width_, arc_width_);
    arc_product_ = read_dense(file, "arc_product", arc_width_, arc_width_);
    arc_root_ = file.array<float>("arc_root", 1, arc_width_);
    distance_ = file.array<float>("distance", 1, 2 * (distance_limits + 1) + 1);
    label_dependent_ = read_dense(file, "label_dependent", state_width_, label_width_);
    label_head_ = read_dense(file, "label_head", state_width_, label_width_);
    label_root_ = file.array<float>("label_root", 1, label_width_);
    label_norm_ = read_norm(file, "label_norm", label_width_);
    label_ = read_dense(file, "label", label_width_, labels.size());
    root_label_ = static_cast<std::size_t>(std::find(labels.begin(), labels.end(), "root") - labels.begin());
    if (root_label_ == labels.size() || labels.size() < 2) file.fail("the syntax model knows no root relation");
}

void Network::load_tag_layers(const ModelFile& file, const std::vector<std::string>& upos,
                              const std::vector<std::string>& feats) {
    first_upos_ = read_dense(file, "first_upos", width_, upos.size());
    upos_ = read_dense(file, "upos", state_width_, upos.size());
    tag_input_ = read_dense(file, "tag_input", upos.size(), width_);
    const auto weights = file.array<float>("feats.weight", width_, feats.size());
    const auto biases = file.array<float>("feats.bias", 1, feats.size());
    for (const std::string& tag : upos) {
        std::vector<std::size_t> members;
        for (std::size_t i = 0; i < feats.size(); ++i) {
            if (feats[i].starts_with(tag + " ")) members.push_back(i);
        }
        if (members.empty()) file.fail("no features are known for " + tag);
        std::vector<float> own_weights;
        std::vector<float> own_biases;
        for (std::size_t k = 0; k < width_; ++k) {
            for (const std::size_t i : members) own_weights.push_back(weights[k * feats.size() + i]);
        }
        for (const std::size_t i : members) own_biases.push_back(biases[i]);
        feats_.emplace_back(width_, members.size(), own_weights, members.size(), 1, own_biases);
        feats_of_.push_back(std::move(members));
    }
}

Quantised Network::quantise(const float* x, std::size_t stride, std::size_t rows, std::size_t inputs) const {
    Quantised q(rows, inputs);
    kernels_->quantise(x, stride, q);
    return q;
}

std::vector<float> Network::multiply(const Dense& layer, const Quantised& x) const {
    std::vector<float> y(x.rows * layer.padded);
    kernels_->multiply(layer, x, 0, x.rows, y.data());
    return y;
}

std::vector<float> Network::multiply_row(const Dense& layer, const Quantised& x, std::size_t row) const {
    std::vector<float> y(layer.padded);
    kernels_->multiply(layer, x, row, 1, y.data());
    return y;
}

void Network::embed(std::span<const FeatureDictionary::Rows> words, float* x) const {
    for (const FeatureDictionary::Rows& rows_of_word : words) {
        for (const std::uint32_t row : rows_of_word) {
            kernels_->add_row(embedding_.data() + row * width_, embedding_scale_[row], width_, x);
        }
        kernels_->normalise(x, width_, input_norm_.scale.data(), input_norm_.shift.data(), x);
        x += width_;
    }
}

Network::Encoding Network::encode(std::span<const FeatureDictionary::Rows> words) const {
    const std::size_t count = words.size();
    // One row of zeros before and behind: the window of a word is then 3 * width values in a row, wherever it stands.
    std::vector<float> x((count + 2) * width_);
    float* local = x.data() + width_;
    embed(words, local);
    for (std::size_t layer = 0; layer < 2; ++layer) {
        std::vector<float> sums = multiply(windows_[layer], quantise(x.data(), width_, count, 3 * width_));
        const Norm& norm = window_norms_[layer];
        for (std::size_t i = 0; i < count; ++i) {
            kernels_->add_maxout(sums.data() + i * 2 * width_, width_, norm.scale.data(), norm.shift.data(),
                                 local + i * width_);
        }
    }
    Encoding encoding{count, quantise(local, width_, count, width_), {0, 0}, {}};
    std::vector<float> state(count * state_width_);
    add_first_tags(encoding, local, state);
    for (const Recurrence& layer : recurrences_) run(layer, count, state);
    encoding.state = quantise(state.data(), state_width_, count, state_width_);
    const std::vector<float> scores = multiply(upos_, encoding.state);
    for (std::size_t i = 0; i < count; ++i) {
        encoding.upos.push_back(index_of_greatest(std::span(scores).subspan(i * upos_.padded, upos_.outputs)));
    }
    return encoding;
}

/// Puts local state plus the embeddings of the parts of speech, weighted by a first guess, into the last part of
/// `state`.
void Network::add_first_tags(const Encoding& encoding, const float* local, std::vector<float>& state) const {
    std::vector<float> scores = multiply(first_upos_, encoding.local);
    const std::size_t stride = first_upos_.padded;
    for (std::size_t i = 0; i < encoding.words; ++i) {
        const std::span<float> row = std::span(scores).subspan(i * stride, stride);
        const std::span<float> known = row.first(first_upos_.outputs);
        const float greatest = *std::max_element(known.begin(), known.end());
        for (float& score : row) score -= greatest;
        kernels_->exponential(row.data(), row.size());
        float total = 0;
        for (const float weight : known) total += weight;
        for (float& weight : known) weight /= total;
    }
    const std::vector<float> added =
        multiply(tag_input_, quantise(scores.data(), stride, encoding.words, first_upos_.outputs));
    for (std::size_t i = 0; i < encoding.words; ++i) {
        float* tagged = state.data() + (i + 1) * state_width_ - width_;
        for (std::size_t k = 0; k < width_; ++k) tagged[k] = local[i * width_ + k] + added[i * tag_input_.padded + k];
    }
}

void Network::run(const Recurrence& layer, std::size_t words, std::vector<float>& state) const {
    const Dense& gates = layer.gates;
    const std::size_t input = state_width_ - gates.inputs;
    float* const out = state.data() + input - 2 * layer.units;
    const std::vector<float> sums = multiply(gates, quantise(state.data() + input, state_width_, words, gates.inputs));
    std::vector<float> memory(2 * layer.units);
    for (std::size_t i = 0; i < words; ++i) {
        const std::size_t back = words - 1 - i;
        kernels_->recur(sums.data() + i * gates.padded, layer.units, memory.data(), out + i * state_width_);
        kernels_->recur(sums.data() + back * gates.padded + 3 * layer.units, layer.units, memory.data() + layer.units,
                        out + back * state_width_ + layer.units);
    }
}

std::size_t Network::best_feats(const Encoding& encoding, std::size_t word) const {
    const std::size_t upos = encoding.upos[word];
    const std::vector<float> scores = multiply_row(feats_[upos], encoding.local, word);
    return feats_of_[upos][index_of_greatest(std::span(scores).first(feats_[upos].outputs))];
}

std::vector<std::size_t> Network::best_scripts(const Encoding& encoding, std::size_t word) const {
    const std::vector<float> scores = multiply_row(script_, encoding.local, word);
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
    std::vector<float> dependents = multiply(arc_dependent_, encoding.state);
    kernels_->silu(dependents.data(), dependents.size());
    dependents = multiply(arc_product_, quantise(dependents.data(), arc_width_, count, arc_width_));
    // The heads, root first, as the outputs of a layer: one matrix product gives all pairs.
    std::vector<float> heads((count + 1) * arc_width_);
    std::copy(arc_root_.begin(), arc_root_.end(), heads.begin());
    kernels_->multiply(arc_head_, encoding.state, 0, count, heads.data() + arc_width_);
    kernels_->silu(heads.data() + arc_width_, count * arc_width_);
    const Dense all_heads(arc_width_, count + 1, heads, 1, arc_width_, {});
    std::vector<float> products = multiply(all_heads, quantise(dependents.data(), arc_width_, count, arc_width_));
    const float root_of_width = std::sqrt(static_cast<float>(arc_width_));
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
    std::vector<float> dependents = multiply(label_dependent_, encoding.state);
    const std::vector<float> governors = multiply(label_head_, encoding.state);
    for (std::size_t i = 0; i < count; ++i) {
        float* row = dependents.data() + i * label_width_;
        const float* head = heads[i] == 0 ? label_root_.data() : governors.data() + (heads[i] - 1) * label_width_;
        for (std::size_t k = 0; k < label_width_; ++k) row[k] += head[k];
        kernels_->normalise(row, label_width_, label_norm_.scale.data(), label_norm_.shift.data(), row);
    }
    kernels_->silu(dependents.data(), dependents.size());
    const std::vector<float> scores = multiply(label_, quantise(dependents.data(), label_width_, count, label_width_));
    std::vector<std::size_t> labels(count, root_label_);
    for (std::size_t i = 0; i < count; ++i) {
        if (heads[i] == 0) continue;
        const float* row = scores.data() + i * label_.padded;
        std::size_t best = root_label_ == 0 ? 1 : 0;
        for (std::size_t label = best + 1; label < label_.outputs; ++label) {
            if (label != root_label_ && row[label] > row[best]) best = label;
        }
        labels[i] = best;
    }
    return labels;
}

}  // namespace entente::syntax
