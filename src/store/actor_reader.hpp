#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/relation.hpp"
#include "store/database.hpp"
#include "store/identities.hpp"

namespace entente::store {

/// Reads rows of the table `actors`, without the words of a mention.
///
/// Who is read as somebody else looks as that actor does in most of its relations (of equals the smallest row), and
/// keeps his own principal only if that actor acts for it too. Where that actor is in no relation, he is as he was but
/// for the id.
class ActorReader {
public:
    /// Both must outlive the reader.
    ActorReader(Database& database, const Identities& identities);

    /// @throws base::DataError if there is no such row, or what stands there may not.
    [[nodiscard]] core::Participant read(std::int64_t number);

private:
    /// How an actor appears, the most frequent first.
    [[nodiscard]] const std::vector<core::Participant>& guises(const std::string& id);
    [[nodiscard]] core::Participant row(const Statement& row) const;
    void disguise(core::Participant& actor);

    Database& database_;
    const Identities& identities_;
    Statement read_;
    std::map<std::string, std::vector<core::Participant>> guises_;
};

}  // namespace entente::store
