#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "syntax/features.hpp"
#include "syntax/kernels.hpp"

namespace entente::syntax {

class ModelFile;

/// The network of src/train/network.py with trained weights: embeddings summed, two window layers, one or two
/// bidirectional recurrences, biaffine arcs. Immutable, so that threads may share it; results are the same on every
/// processor (see Kernels).
class Network {
public:
    /// A layer of the recurrence: it reads the end of a word's state and writes what stands before that.
    struct Recurrence {
        Dense gates;
        std::size_t units;  ///< each way
    };

    struct Norm {
        std::span<const float> scale;
        std::span<const float> shift;
    };

    /// What is known of each word of a sentence after encoding: a row a word.
    struct Encoding {
        std::size_t words = 0;
        Quantised local;  ///< after the window layers: what features and lemmas are read from
        Quantised state;  ///< after the recurrences: what tags, arcs and relations are read from
        std::vector<std::size_t> upos;
    };

    /// `feats` are the feature strings, each behind its part of speech and a space. The file must outlive the network.
    /// @throws base::DataError if arrays do not fit.
    Network(const ModelFile& file, const std::vector<std::string>& upos, const std::vector<std::string>& feats,
            std::size_t script_count, const std::vector<std::string>& labels, const Kernels& kernels = Kernels::best());

    [[nodiscard]] std::size_t rows() const { return embedding_scale_.size(); }
    [[nodiscard]] Encoding encode(std::span<const FeatureDictionary::Rows> words) const;
    /// The number of the best feature string among those seen under the word's part of speech.
    [[nodiscard]] std::size_t best_feats(const Encoding& encoding, std::size_t word) const;
    /// The lemma scripts that suit a word, best first: at most eight, none far behind the best.
    [[nodiscard]] std::vector<std::size_t> best_scripts(const Encoding& encoding, std::size_t word) const;
    /// words x (words + 1) scores: row i holds those of the heads of word i, column 0 the root, column j + 1 word j.
    [[nodiscard]] std::vector<float> arc_scores(const Encoding& encoding) const;
    /// For heads as in arc_scores' columns, the number of each word's best relation; `root` exactly where the head is
    /// 0.
    [[nodiscard]] std::vector<std::size_t> best_labels(const Encoding& encoding,
                                                       std::span<const std::size_t> heads) const;

private:
    static constexpr std::size_t distance_limits = 8;

    void load_embedding(const ModelFile& file);
    void load_recurrences(const ModelFile& file);
    void load_tag_layers(const ModelFile& file, const std::vector<std::string>& upos,
                         const std::vector<std::string>& feats);
    void load_arc_layers(const ModelFile& file, const std::vector<std::string>& labels);
    [[nodiscard]] Quantised quantise(const float* x, std::size_t stride, std::size_t rows, std::size_t inputs) const;
    [[nodiscard]] std::vector<float> multiply(const Dense& layer, const Quantised& x) const;
    [[nodiscard]] std::vector<float> multiply_row(const Dense& layer, const Quantised& x, std::size_t row) const;
    void embed(std::span<const FeatureDictionary::Rows> words, float* x) const;
    void add_first_tags(const Encoding& encoding, const float* local, std::vector<float>& state) const;
    void run(const Recurrence& layer, std::size_t words, std::vector<float>& state) const;
    [[nodiscard]] float distance_score(std::size_t word, std::size_t head) const;

    const Kernels* kernels_;
    // All are multiples of 16; they follow from the shapes of the arrays in the file.
    std::size_t width_ = 0;
    std::size_t state_width_ = 0;  ///< the last recurrence, the one before, and the local state
    std::size_t arc_width_ = 0;
    std::size_t label_width_ = 0;
    std::span<const std::int8_t> embedding_;
    std::span<const float> embedding_scale_;
    Norm input_norm_;
    Dense windows_[2];
    Norm window_norms_[2];
    Dense first_upos_;
    Dense upos_;
    Dense tag_input_;
    std::vector<Dense> feats_;                        ///< one layer a part of speech
    std::vector<std::vector<std::size_t>> feats_of_;  ///< the feature strings its outputs stand for
    Dense script_;
    std::vector<Recurrence> recurrences_;
    Dense arc_dependent_;
    Dense arc_head_;
    Dense arc_product_;
    std::span<const float> arc_root_;
    std::span<const float> distance_;
    Dense label_dependent_;
    Dense label_head_;
    std::span<const float> label_root_;
    Norm label_norm_;
    Dense label_;
    std::size_t root_label_ = 0;
};

}  // namespace entente::syntax
