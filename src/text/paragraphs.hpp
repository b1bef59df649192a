#pragma once

#include <vector>

#include "core/span.hpp"
#include "text/unicode.hpp"

namespace entente::text {

/// The non-empty lines of a document, trimmed: each is a paragraph of its own. A line that was hard-wrapped in the
/// middle of a sentence (mail and wire style: many lines of like length under 90 characters) is joined with the next.
[[nodiscard]] std::vector<core::Span> split_paragraphs(const CodePoints& document);

}  // namespace entente::text
