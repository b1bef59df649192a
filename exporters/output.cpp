#include "exporters/output.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace entente::exporters {

Output::Output(Sink sink) : sink_(std::move(sink)) {
    buffer_.reserve(flush_size + flush_size / 4);
}

void Output::flush() {
    if (!buffer_.empty()) sink_(buffer_);
    buffer_.clear();
}

std::string to_decimal(double value, int digits, bool whole_as_decimal) {
    // Room for every finite double in fixed notation: 309 digits, sign, point and fraction.
    std::array<char, 400> text{};
    const auto end = std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed, digits).ptr;
    std::string decimal(text.begin(), end);
    if (decimal.find('.') != std::string::npos) {
        decimal.erase(decimal.find_last_not_of('0') + 1);
        if (decimal.back() == '.') decimal.pop_back();
    }
    if (decimal == "-0") decimal = "0";
    if (whole_as_decimal && decimal.find('.') == std::string::npos) decimal += ".0";
    return decimal;
}

}  // namespace entente::exporters
