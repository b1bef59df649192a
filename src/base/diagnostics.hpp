#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "base/errors.hpp"

namespace entente::base {

enum class Severity { note, warning, error };

/// One thing said about one place of the input.
struct Message {
    Severity severity = Severity::note;
    Location location;
    std::string text;
};

/// What went wrong with single articles, while the run goes on.
///
/// An error costs the article it names; notes and warnings cost nothing. Thread-safe. Messages are kept in the order
/// in which they came and passed on at once to the listener, if there is one.
class Diagnostics {
public:
    using Listener = std::function<void(const Message&)>;

    Diagnostics() = default;
    explicit Diagnostics(Listener listener) : listener_(std::move(listener)) {}

    void note(const Location& location, const std::string& text) { add(Severity::note, location, text); }
    void warning(const Location& location, const std::string& text) { add(Severity::warning, location, text); }
    void error(const Location& location, const std::string& text) { add(Severity::error, location, text); }
    void error(const DataError& problem) { error(problem.location(), problem.reason()); }

    [[nodiscard]] std::size_t count(Severity severity) const;
    [[nodiscard]] std::vector<Message> messages() const;

private:
    void add(Severity severity, const Location& location, const std::string& text);

    mutable std::mutex mutex_;
    std::vector<Message> messages_;
    Listener listener_;
};

}  // namespace entente::base
