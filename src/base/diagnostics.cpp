#include "base/diagnostics.hpp"

#include <algorithm>

namespace entente::base {

std::size_t Diagnostics::count(Severity severity) const {
    const std::scoped_lock lock(mutex_);
    return static_cast<std::size_t>(
        std::count_if(messages_.begin(), messages_.end(),
                      [severity](const Message& message) { return message.severity == severity; }));
}

std::vector<Message> Diagnostics::messages() const {
    const std::scoped_lock lock(mutex_);
    return messages_;
}

void Diagnostics::add(Severity severity, const Location& location, const std::string& text) {
    const std::scoped_lock lock(mutex_);
    messages_.push_back({severity, location, text});
    if (listener_) listener_(messages_.back());
}

}  // namespace entente::base
