#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/span.hpp"
#include "text/token_rules.hpp"
#include "text/unicode.hpp"

namespace entente::text {

/// One paragraph, code point by code point.
struct ParagraphText {
    std::u32string raw;
    std::u32string folded;  ///< with straight quotes, in lower case
};

/// A place where a sentence may end; indices count from the paragraph's beginning.
struct Boundary {
    std::size_t begin = 0;   ///< of the sentence that would end
    std::size_t end = 0;     ///< past its full stop, closing quotes and brackets
    std::size_t next = 0;    ///< what follows, behind white space; `end` if there is none
    bool by_rule = false;    ///< whether the rules alone would end the sentence here
    bool quoted = false;     ///< a straight quote is open
    bool bracketed = false;  ///< a round bracket is open
};

/// Whether the sentence ends there.
using BoundaryJudge = std::function<bool(const ParagraphText&, const Boundary&)>;

/// The sentences of one paragraph, without white space at their ends. The judge is asked about each place where a
/// sentence may end, in order: behind full stops and their like, and before capitals, figures and signs, which may
/// follow a heading.
[[nodiscard]] std::vector<core::Span> walk_boundaries(const CodePoints& document, const core::Span& paragraph,
                                                      const TokenRules::Hidden& rules, const BoundaryJudge& judge);

}  // namespace entente::text
