#pragma once

#include <string>
#include <string_view>

#include "core/relation.hpp"

namespace entente::core {

/// The relation as one JSON object on one line, without the line end (docs/formats.md, "Relation lines").
[[nodiscard]] std::string to_json(const Relation& relation);

/// Reads what to_json writes. Unknown members are passed over.
/// @throws std::invalid_argument naming the member that is missing or wrong.
[[nodiscard]] Relation relation_from_json(std::string_view line);

}  // namespace entente::core
