#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace entente::base {

/// The command was called wrongly; the message says what to do instead. Ends the command with exit code 2.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Where in the input something stands: a file and, if known, a line counted from 1 (0: unknown).
struct Location {
    std::string file;
    std::size_t line = 0;

    /// `file:line`, or `file` alone where no line is known.
    [[nodiscard]] std::string text() const { return line == 0 ? file : file + ":" + std::to_string(line); }
};

/// Input, a data file or an output is not as it must be. what() begins with `file:line: `.
class DataError : public std::runtime_error {
public:
    DataError(const Location& location, const std::string& reason)
        : std::runtime_error(location.text() + ": " + reason), location_(location), reason_(reason) {}

    [[nodiscard]] const Location& location() const { return location_; }
    [[nodiscard]] const std::string& reason() const { return reason_; }

private:
    Location location_;
    std::string reason_;
};

}  // namespace entente::base
