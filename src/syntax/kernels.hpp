#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente::syntax {

/// Rows of numbers rounded to 14 bits, each row with a scale of its own. Value k of a row stands in the lower half of
/// entry k, value k + pairs in the upper half: the order that Kernels::multiply reads.
struct Quantised {
    static constexpr float limit = 8191;  ///< the greatest value of a row becomes this

    Quantised(std::size_t row_count, std::size_t input_count)
        : rows(row_count),
          inputs(input_count),
          pairs((input_count + 1) / 2),
          values(row_count * pairs),
          scale(row_count) {}

    std::size_t rows;
    std::size_t inputs;
    std::size_t pairs;
    std::vector<int> values;
    std::vector<float> scale;
};

/// A fully connected layer, its weights rounded to 16 bits with a scale an output, so chosen that no sum can overflow:
/// tiles of `tile` outputs, in each the pairs of inputs in order (see Quantised).
struct Dense {
    static constexpr std::size_t tile = 16;

    std::size_t inputs = 0;
    std::size_t outputs = 0;  ///< as trained
    std::size_t padded = 0;   ///< rounded up to whole tiles: what multiply() writes a row
    std::vector<std::int16_t> weight;
    std::vector<float> scale;
    std::vector<float> bias;  ///< zeros where there is none

    Dense() = default;
    /// The weight of input k for output j stands at k * input_step + j * output_step. `biases`: outputs, or empty.
    Dense(std::size_t inputs, std::size_t outputs, std::span<const float> weights, std::size_t input_step,
          std::size_t output_step, std::span<const float> biases);
};

/// The arithmetic of the network. Sums of products are made of whole numbers, all others in one fixed order without
/// fused operations, so that the results are the same on every processor, whatever instructions it has, and however
/// sentences are put together.
class Kernels {
public:
    /// The widest variant that this processor can run, or the one that the environment variable ENTENTE_ISA names.
    /// @throws base::UsageError if it names none, or one that this processor cannot run.
    [[nodiscard]] static const Kernels& best();
    /// All variants that this processor can run, the portable one first.
    [[nodiscard]] static std::vector<const Kernels*> all();
    /// The variant of this name. @throws base::UsageError as best().
    [[nodiscard]] static const Kernels& named(const std::string& name);

    const char* name;
    /// Rounds rows of q.inputs values; row r begins at x + r * x_stride.
    void (*quantise)(const float* x, std::size_t x_stride, Quantised& q);
    /// y = x W + b for `rows` rows of x from `first` on; y has layer.padded values a row.
    void (*multiply)(const Dense& layer, const Quantised& x, std::size_t first, std::size_t rows, float* y);
    /// y = layer norm of x over `size` values (a multiple of 16); x may be y.
    void (*normalise)(const float* x, std::size_t size, const float* scale, const float* shift, float* y);
    /// x += layer norm of the maximum of the two halves of `sums`; `size` is half their number, a multiple of 16.
    void (*add_maxout)(float* sums, std::size_t size, const float* scale, const float* shift, float* x);
    /// x = x * sigmoid(x) over `size` values (a multiple of 16).
    void (*silu)(float* x, std::size_t size);
    /// x = exp(x).
    void (*exponential)(float* x, std::size_t size);
    /// One step of the recurrence: gates z, f, o of `size` values each; state is updated, y = o * state.
    void (*recur)(const float* gates, std::size_t size, float* state, float* y);
    /// y += scale * row, for int8 rows.
    void (*add_row)(const signed char* row, float scale, std::size_t size, float* y);
};

}  // namespace entente::syntax
