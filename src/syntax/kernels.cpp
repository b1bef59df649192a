#include "syntax/kernels.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include "base/errors.hpp"
#include "base/strings.hpp"

// NOLINTBEGIN: copies of the same functions for several instruction sets. GCC lowers vector types before it clones
// functions (target_clones), so the body is included under each target instead. What the body wants of each is
// add_products(sums, w, x): to every 32-bit lane of `sums` the two products of the 16-bit halves of w and x.

namespace entente::syntax {

#define ENTENTE_KERNELS(label)                                                              \
    Kernels {                                                                               \
        label, quantise, multiply, normalise, add_maxout, silu, exponential, recur, add_row \
    }

#ifdef __x86_64__

namespace portable {
namespace {
constexpr int width = 4;
constexpr int block_rows = 2;
inline void add_products(auto& sums, const auto& w, const auto& x) {
    sums = (decltype(sums + sums))_mm_add_epi32((__m128i)sums, _mm_madd_epi16((__m128i)w, (__m128i)x));
}
#include "syntax/kernels_body.inc"
}  // namespace
constexpr Kernels kernels = ENTENTE_KERNELS("x86-64");
}  // namespace portable

#pragma GCC push_options
#pragma GCC target("avx2")
namespace avx2 {
namespace {
constexpr int width = 8;
constexpr int block_rows = 5;
inline void add_products(auto& sums, const auto& w, const auto& x) {
    sums = (decltype(sums + sums))_mm256_add_epi32((__m256i)sums, _mm256_madd_epi16((__m256i)w, (__m256i)x));
}
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
inline void add_products(auto& sums, const auto& w, const auto& x) {
    sums = (decltype(sums + sums))_mm512_add_epi32((__m512i)sums, _mm512_madd_epi16((__m512i)w, (__m512i)x));
}
#include "syntax/kernels_body.inc"
}  // namespace
constexpr Kernels kernels = ENTENTE_KERNELS("avx512");
}  // namespace avx512
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f,avx512vl,avx512dq,avx512bw,avx512vnni,prefer-vector-width=512")
namespace avx512vnni {
namespace {
constexpr int width = 16;
constexpr int block_rows = 12;
inline void add_products(auto& sums, const auto& w, const auto& x) {
    sums = (decltype(sums + sums))_mm512_dpwssd_epi32((__m512i)sums, (__m512i)w, (__m512i)x);
}
#include "syntax/kernels_body.inc"
}  // namespace
constexpr Kernels kernels = ENTENTE_KERNELS("avx512vnni");
}  // namespace avx512vnni
#pragma GCC pop_options

std::vector<const Kernels*> Kernels::all() {
    std::vector<const Kernels*> found{&portable::kernels};
    if (__builtin_cpu_supports("avx2")) found.push_back(&avx2::kernels);
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw")) {
        found.push_back(&avx512::kernels);
        if (__builtin_cpu_supports("avx512vnni")) found.push_back(&avx512vnni::kernels);
    }
    return found;
}

#else

namespace portable {
namespace {
constexpr int width = 4;
constexpr int block_rows = 4;
inline void add_products(auto& sums, const auto& w, const auto& x) {
    sums += (w << 16 >> 16) * (x << 16 >> 16) + (w >> 16) * (x >> 16);
}
#include "syntax/kernels_body.inc"
}  // namespace
constexpr Kernels kernels = ENTENTE_KERNELS("portable");
}  // namespace portable

std::vector<const Kernels*> Kernels::all() {
    return {&portable::kernels};
}

#endif
// NOLINTEND

const Kernels& Kernels::named(const std::string& name) {
    std::vector<std::string> names;
    for (const Kernels* kernels : all()) {
        if (kernels->name == name) return *kernels;
        names.emplace_back(kernels->name);
    }
    throw base::UsageError("the instruction set '" + name +
                           "' is not one that this processor runs: " + base::join(names, ", "));
}

const Kernels& Kernels::best() {
    const char* wanted = std::getenv("ENTENTE_ISA");
    return wanted != nullptr && *wanted != '\0' ? named(wanted) : *all().back();
}

namespace {

/// What the weights of an output are multiplied with before rounding: they fit into 16 bits, and their sum, each times
/// the greatest input and half a unit of rounding more, into 32.
double weight_factor(double greatest, double sum, std::size_t inputs) {
    constexpr double greatest_weight = std::numeric_limits<std::int16_t>::max();
    const double greatest_sum =
        std::numeric_limits<std::int32_t>::max() / static_cast<double>(Quantised::limit) - static_cast<double>(inputs);
    return greatest < 1e-30 ? 0.0 : std::min(greatest_weight / greatest, greatest_sum / sum);
}

}  // namespace

Dense::Dense(std::size_t input_count, std::size_t output_count, std::span<const float> weights, std::size_t input_step,
             std::size_t output_step, std::span<const float> biases)
    : inputs(input_count),
      outputs(output_count),
      padded((output_count + tile - 1) / tile * tile),
      weight(padded * ((inputs + 1) / 2) * 2),
      scale(padded),
      bias(padded) {
    const std::size_t pairs = (inputs + 1) / 2;
    for (std::size_t j = 0; j < outputs; ++j) {
        double greatest = 0;
        double sum = 0;
        for (std::size_t k = 0; k < inputs; ++k) {
            const double size = std::fabs(static_cast<double>(weights[k * input_step + j * output_step]));
            greatest = std::max(greatest, size);
            sum += size;
        }
        const double factor = weight_factor(greatest, sum, inputs);
        scale[j] = factor > 0 ? static_cast<float>(1.0 / factor) : 0.0F;
        std::int16_t* column = weight.data() + (j / tile * tile * pairs + j % tile) * 2;
        for (std::size_t k = 0; k < inputs; ++k) {
            const double value = static_cast<double>(weights[k * input_step + j * output_step]) * factor;
            column[k % pairs * 2 * tile + k / pairs] = static_cast<std::int16_t>(value < 0 ? value - 0.5 : value + 0.5);
        }
    }
    std::copy(biases.begin(), biases.end(), bias.begin());
}

}  // namespace entente::syntax
