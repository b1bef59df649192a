#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::graph {

/// Texts stored once each and named by small numbers; equal numbers mean equal texts. Copies are independent.
class StringTable {
public:
    /// The number of `text`, which is stored if it is new. Numbers count from 0.
    std::uint32_t intern(std::string_view text);
    /// Valid until the next intern().
    [[nodiscard]] std::string_view operator[](std::uint32_t number) const;
    [[nodiscard]] std::size_t size() const { return ends_.size(); }

private:
    [[nodiscard]] std::size_t find_slot(std::string_view text) const;
    void grow();

    std::string bytes_;
    std::vector<std::size_t> ends_;     // of each text in bytes_
    std::vector<std::uint32_t> slots_;  // open addressing; number + 1, 0 is free
};

}  // namespace entente::graph
