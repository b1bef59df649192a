#pragma once

#include <vector>

#include "core/span.hpp"
#include "text/unicode.hpp"

namespace entente::articles {

/// The paragraphs of a document that are the article itself: page furniture (comment forms, cookie notes, "Related
/// Articles" and what follows them, share buttons, copyright lines, agency credits) is left out. Language-independent
/// lists of such lines are data: data/articles/furniture.tsv.
[[nodiscard]] std::vector<core::Span> without_furniture(const text::CodePoints& document,
                                                        const std::vector<core::Span>& paragraphs);

}  // namespace entente::articles
