#include "text/boundaries.hpp"
#include "text/boundary_model.hpp"
#include "text/tokenizer.hpp"

namespace entente::text {

std::vector<core::Span> split_sentences(const CodePoints& document, const core::Span& paragraph,
                                        const TokenRules& rules) {
    const TokenRules::Hidden& hidden = rules.hidden();
    return walk_boundaries(document, paragraph, hidden, [&](const ParagraphText& text, const Boundary& boundary) {
        return hidden.boundaries.empty() ? boundary.by_rule : hidden.boundaries.ends(text, boundary, hidden);
    });
}

}  // namespace entente::text
