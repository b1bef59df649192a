#pragma once

#include <string>

#include "core/relation.hpp"

namespace entente::cli {

/// The sentence of a relation on one line, its actors in [brackets] and its action in {braces}, coloured on request.
[[nodiscard]] std::string marked_sentence(const core::Relation& relation, bool colour);

}  // namespace entente::cli
