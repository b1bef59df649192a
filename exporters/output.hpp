#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace entente::exporters {

/// Takes the bytes of an export, in order and in large pieces.
using Sink = std::function<void(std::string_view)>;

/// A buffer before a Sink: memory stays constant however long the export is.
///
/// What was put must be flushed before destruction; destruction alone drops the rest, as after a failure.
class Output {
public:
    explicit Output(Sink sink);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    Output& operator<<(std::string_view bytes) {
        buffer_.append(bytes);
        if (buffer_.size() >= flush_size) flush();
        return *this;
    }
    Output& operator<<(char byte) {
        buffer_.push_back(byte);
        return *this;
    }
    void flush();

private:
    static constexpr std::size_t flush_size = std::size_t{1} << 18;

    Sink sink_;
    std::string buffer_;
};

/// `value` in decimal notation with at most `digits` digits behind the point, none superfluous; the same on every
/// machine and in every locale. `whole_as_decimal` writes 3 as `3.0`.
[[nodiscard]] std::string to_decimal(double value, int digits, bool whole_as_decimal = false);

}  // namespace entente::exporters
