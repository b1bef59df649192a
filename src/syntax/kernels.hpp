#pragma once

#include <cstddef>
#include <vector>

namespace entente::syntax {

/// A fully connected layer, its weights packed for multiply(): tiles of `tile` outputs, in each the inputs in order.
struct Dense {
    static constexpr std::size_t tile = 16;

    std::size_t inputs = 0;
    std::size_t outputs = 0;  ///< as trained
    std::size_t padded = 0;   ///< rounded up to whole tiles: what multiply() writes
    std::vector<float> weight;
    std::vector<float> bias;  ///< zeros where there is none

    Dense() = default;
    /// `weights`: inputs x outputs, row by row; `biases`: outputs, or empty.
    Dense(std::size_t inputs, std::size_t outputs, const std::vector<float>& weights, const std::vector<float>& biases);
};

/// The arithmetic of the network. Every sum is made in one fixed order without fused operations, so that the results
/// are the same on every x86-64 processor, whatever instructions it has, and however sentences are put together.
class Kernels {
public:
    /// The widest variant that this processor can run.
    [[nodiscard]] static const Kernels& best();
    /// All variants that this processor can run, the portable one first; for tests and benchmarks.
    [[nodiscard]] static std::vector<const Kernels*> all();

    const char* name;
    /// y[r] = x[r] W + b for `rows` rows; x[r] begins at x + r * x_stride, y[r] has layer.padded values.
    void (*multiply)(const Dense& layer, const float* x, std::size_t x_stride, std::size_t rows, float* y,
                     std::size_t y_stride);
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
