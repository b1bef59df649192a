#include "graph/string_table.hpp"

#include <functional>

namespace entente::graph {

std::string_view StringTable::operator[](std::uint32_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

std::uint32_t StringTable::intern(std::string_view text) {
    if (slots_.size() < 2 * (ends_.size() + 1)) grow();
    const std::size_t slot = find_slot(text);
    if (slots_[slot] == 0) {
        bytes_ += text;
        ends_.push_back(bytes_.size());
        slots_[slot] = static_cast<std::uint32_t>(ends_.size());
    }
    return slots_[slot] - 1;
}

std::size_t StringTable::find_slot(std::string_view text) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = std::hash<std::string_view>{}(text)&mask;
    while (slots_[slot] != 0 && (*this)[slots_[slot] - 1] != text) slot = (slot + 1) & mask;
    return slot;
}

void StringTable::grow() {
    slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), 0);
    for (std::uint32_t number = 0; number < ends_.size(); ++number) slots_[find_slot((*this)[number])] = number + 1;
}

}  // namespace entente::graph
