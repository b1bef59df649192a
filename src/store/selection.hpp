#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace entente::store {

/// One side of a relation: actor ids and principals, of which one must match.
struct SideSelection {
    std::set<std::string> ids;  ///< empty: anybody
    bool exact = false;         ///< true: only the actors themselves, not those who act for them

    friend auto operator<=>(const SideSelection&, const SideSelection&) = default;
};

/// Which relations to read from a graph file by its indexes; what is not set does not restrict. Sides may be swapped:
/// of relations that are not symmetric some may come that go the other way.
struct Selection {
    std::optional<std::string> article;
    SideSelection one;
    SideSelection other;
    std::set<std::string> actions;  ///< ids; empty: any

    friend auto operator<=>(const Selection&, const Selection&) = default;
};

/// A relation without its words, as the sum of a network needs it. Rows are those of the tables actors, actions and
/// articles.
struct Tie {
    std::int64_t source = 0;
    std::int64_t target = 0;
    std::int64_t action = 0;
    std::int64_t article = 0;
    std::uint64_t gist = 0;  ///< core::gist of the sentence
    bool symmetric = false;
    bool negative = false;
    std::uint8_t status = 0;  ///< core::Status
};

/// A row of the table actors: one way in which an actor appears.
struct ActorRow {
    std::int64_t number = 0;
    std::string id;
    std::string label;
    std::string kind;
    std::string principal;
    std::optional<std::string> country;
};

}  // namespace entente::store
