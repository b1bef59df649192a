#include "syntax/kernels.hpp"

#include <cmath>
#include <cstring>

// NOLINTBEGIN: three copies of the same functions for three instruction sets. GCC lowers vector types before it clones
// functions (target_clones), so the body is included under each target instead.

namespace entente::syntax {

#define ENTENTE_KERNELS(label)                                                    \
    Kernels {                                                                     \
        label, multiply, normalise, add_maxout, silu, exponential, recur, add_row \
    }

namespace portable {
namespace {
constexpr int width = 4;
constexpr int block_rows = 2;
#include "syntax/kernels_body.inc"
}  // namespace
constexpr Kernels kernels = ENTENTE_KERNELS("x86-64");
}  // namespace portable

#ifdef __x86_64__

#pragma GCC push_options
#pragma GCC target("avx2")
namespace avx2 {
namespace {
constexpr int width = 8;
constexpr int block_rows = 4;
#include "syntax/kernels_body.inc"
}  // namespace
constexpr Kernels kernels = ENTENTE_KERNELS("avx2");
}  // namespace avx2
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f,avx512vl,avx512dq,avx512bw,prefer-vector-width=512")
namespace avx512 {
namespace {
constexpr int width = 16;
constexpr int block_rows = 8;
#include "syntax/kernels_body.inc"
}  // namespace
constexpr Kernels kernels = ENTENTE_KERNELS("avx512");
}  // namespace avx512
#pragma GCC pop_options

// NOLINTEND

std::vector<const Kernels*> Kernels::all() {
    std::vector<const Kernels*> found{&portable::kernels};
    if (__builtin_cpu_supports("avx2")) found.push_back(&avx2::kernels);
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw")) {
        found.push_back(&avx512::kernels);
    }
    return found;
}

#else

std::vector<const Kernels*> Kernels::all() {
    return {&portable::kernels};
}

#endif

const Kernels& Kernels::best() {
    static const Kernels& chosen = *all().back();
    return chosen;
}

Dense::Dense(std::size_t input_count, std::size_t output_count, const std::vector<float>& weights,
             const std::vector<float>& biases)
    : inputs(input_count),
      outputs(output_count),
      padded((output_count + tile - 1) / tile * tile),
      weight(padded * inputs),
      bias(padded) {
    for (std::size_t k = 0; k < inputs; ++k) {
        for (std::size_t j = 0; j < outputs; ++j) {
            weight[(j / tile * inputs + k) * tile + j % tile] = weights[k * outputs + j];
        }
    }
    for (std::size_t j = 0; j < biases.size(); ++j) bias[j] = biases[j];
}

}  // namespace entente::syntax
