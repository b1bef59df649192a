#include "syntax/kernels.hpp"

#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace entente::syntax;

namespace {

std::vector<float> wave(std::size_t size, float step) {
    std::vector<float> values(size);
    for (std::size_t i = 0; i < size; ++i) values[i] = std::sin(step * static_cast<float>(i + 1));
    return values;
}

/// Everything that one variant computes, one result behind the other.
std::vector<float> run_all(const Kernels& kernels) {
    const Dense layer(37, 41, wave(37 * 41, 0.37F), wave(41, 0.11F));
    std::vector<float> out(11 * layer.padded);
    kernels.multiply(layer, wave(11 * 37, 0.7F).data(), 37, 11, out.data(), layer.padded);
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

TEST_CASE("a matrix product is what its definition says") {
    const std::vector<float> weights = wave(5 * 18, 0.37F);
    const std::vector<float> x = wave(3 * 5, 0.7F);
    const Dense layer(5, 18, weights, {});
    std::vector<float> y(3 * layer.padded);
    Kernels::best().multiply(layer, x.data(), 5, 3, y.data(), layer.padded);
    for (std::size_t r = 0; r < 3; ++r) {
        for (std::size_t j = 0; j < 18; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k < 5; ++k)
                sum += static_cast<double>(x[r * 5 + k]) * static_cast<double>(weights[k * 18 + j]);
            CHECK(static_cast<double>(y[r * layer.padded + j]) == doctest::Approx(sum).epsilon(1e-5));
        }
    }
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
