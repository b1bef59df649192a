#include "syntax/kernels.hpp"

#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/errors.hpp"

using namespace entente::syntax;

namespace {

std::vector<float> wave(std::size_t size, float step) {
    std::vector<float> values(size);
    for (std::size_t i = 0; i < size; ++i) values[i] = std::sin(step * static_cast<float>(i + 1));
    return values;
}

/// Everything that one variant computes, one result behind the other.
std::vector<float> run_all(const Kernels& kernels) {
    std::vector<float> out;
    for (const std::size_t inputs : {1U, 2U, 17U, 37U, 64U}) {
        const Dense layer(inputs, 41, wave(inputs * 41, 0.37F), 41, 1, wave(41, 0.11F));
        Quantised x(23, inputs);
        kernels.quantise(wave(23 * 64, 0.7F).data(), 64, x);
        for (const std::size_t rows : {1U, 2U, 3U, 7U, 23U}) {
            std::vector<float> y(rows * layer.padded);
            kernels.multiply(layer, x, 23 - rows, rows, y.data());
            out.insert(out.end(), y.begin(), y.end());
        }
    }
    std::vector<float> sums = wave(96, 0.3F);
    std::vector<float> x = wave(48, 0.9F);
    kernels.add_maxout(sums.data(), 48, wave(48, 0.2F).data(), wave(48, 0.5F).data(), x.data());
    kernels.normalise(x.data(), 48, wave(48, 0.2F).data(), wave(48, 0.5F).data(), sums.data());
    std::vector<float> state = wave(48, 1.1F);
    std::vector<float> y(48);
    kernels.recur(wave(144, 2.3F).data(), 48, state.data(), y.data());
    for (const auto* part : {&sums, &x, &state, &y}) out.insert(out.end(), part->begin(), part->end());
    std::vector<float> gates = wave(64, 3.1F);
    kernels.silu(gates.data(), gates.size());
    kernels.exponential(gates.data(), gates.size());
    kernels.add_row(reinterpret_cast<const signed char*>("an int8 row of 48 values, enough for three tiles"), 0.01F, 48,
                    gates.data());
    out.insert(out.end(), gates.begin(), gates.end());
    return out;
}

}  // namespace

TEST_CASE("every instruction set gives the same bits") {
    const auto variants = Kernels::all();
    REQUIRE(!variants.empty());
    const std::vector<float> expected = run_all(*variants.front());
    for (const Kernels* kernels : variants) {
        CAPTURE(std::string(kernels->name));
        CHECK(run_all(*kernels) == expected);
    }
}

TEST_CASE("a matrix product is what its definition says, to the precision of rounding") {
    for (const std::size_t inputs : {5U, 18U, 128U}) {
        const std::vector<float> weights = wave(inputs * 18, 0.37F);
        const std::vector<float> x = wave(3 * inputs, 0.7F);
        const std::vector<float> bias = wave(18, 0.5F);
        const Dense layer(inputs, 18, weights, 18, 1, bias);
        const Dense transposed(18, inputs, weights, 1, 18, {});
        Quantised q(3, inputs);
        Kernels::best().quantise(x.data(), inputs, q);
        std::vector<float> y(3 * layer.padded);
        Kernels::best().multiply(layer, q, 0, 3, y.data());
        for (std::size_t r = 0; r < 3; ++r) {
            for (std::size_t j = 0; j < 18; ++j) {
                double sum = static_cast<double>(bias[j]);
                for (std::size_t k = 0; k < inputs; ++k) {
                    sum += static_cast<double>(x[r * inputs + k]) * static_cast<double>(weights[k * 18 + j]);
                }
                const double size = std::sqrt(static_cast<double>(inputs));
                CHECK(std::abs(static_cast<double>(y[r * layer.padded + j]) - sum) < 5e-4 * size);
            }
        }
    }
}

TEST_CASE("weights may be given by outputs as well as by inputs") {
    const std::vector<float> by_inputs = {1, 2, 3, 4, 5, 6};  // 2 inputs, 3 outputs
    const std::vector<float> by_outputs = {1, 4, 2, 5, 3, 6};
    const Dense first(2, 3, by_inputs, 3, 1, {});
    const Dense second(2, 3, by_outputs, 1, 2, {});
    CHECK(first.weight == second.weight);
    CHECK(first.scale == second.scale);
}

TEST_CASE("no sum overflows, however large and alike weights and inputs are") {
    for (const std::size_t inputs : {2U, 384U, 2000U}) {
        const std::vector<float> ones(inputs * 16, 1e3F);
        const Dense layer(inputs, 16, ones, 16, 1, {});
        for (const Kernels* kernels : Kernels::all()) {
            Quantised q(1, inputs);
            kernels->quantise(ones.data(), inputs, q);
            std::vector<float> y(16);
            kernels->multiply(layer, q, 0, 1, y.data());
            CHECK(static_cast<double>(y[7]) == doctest::Approx(1e6 * static_cast<double>(inputs)).epsilon(1e-2));
        }
    }
}

TEST_CASE("rows of zeros, and of values too small to tell from them, give the bias") {
    const Dense layer(4, 16, wave(64, 0.3F), 16, 1, wave(16, 0.9F));
    const std::vector<float> nothing = {0, 0, 0, 0, 1e-38F, -1e-38F, 0, 0};
    Quantised q(2, 4);
    Kernels::best().quantise(nothing.data(), 4, q);
    std::vector<float> y(32);
    Kernels::best().multiply(layer, q, 0, 2, y.data());
    for (std::size_t j = 0; j < 32; ++j) CHECK(y[j] == layer.bias[j % 16]);
}

TEST_CASE("an instruction set is chosen by name, and an unknown name is refused") {
    for (const Kernels* kernels : Kernels::all()) CHECK(&Kernels::named(kernels->name) == kernels);
    CHECK_THROWS_AS((void)Kernels::named("z80"), entente::base::UsageError);
}

TEST_CASE("the exponential is exact to seven digits") {
    std::vector<float> x(1600);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = -40.0F + 0.05F * static_cast<float>(i);
    const std::vector<float> arguments = x;
    Kernels::best().exponential(x.data(), x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        CHECK(std::abs(static_cast<double>(x[i]) / std::exp(static_cast<double>(arguments[i])) - 1.0) < 2e-7);
    }
}
