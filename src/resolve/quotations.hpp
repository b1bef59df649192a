#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "core/span.hpp"
#include "extract/reading.hpp"
#include "text/unicode.hpp"

namespace entente::resolve {

/// A phrase of an article: a sentence and a token in it.
struct Phrase {
    std::size_t sentence = 0;
    std::size_t token = 0;

    friend auto operator<=>(const Phrase&, const Phrase&) = default;
};

/// Who speaks where: the passages between quotation marks and the subject of the speech verb that goes with each.
class Quotations {
public:
    /// Curly, straight and angle quotation marks; a mark that is never closed quotes to the end of its paragraph.
    Quotations(const text::CodePoints& document, const std::vector<core::Span>& paragraphs,
               const std::vector<std::unique_ptr<extract::Reading>>& readings);

    [[nodiscard]] bool is_quoted(const core::Span& span) const { return quote_at(span) != nullptr; }
    /// The phrase that names the speaker of the quotation around `span`; empty outside quotations or if unknown.
    [[nodiscard]] std::optional<Phrase> speaker(const core::Span& span) const;

private:
    struct Quote {
        core::Span span;
        std::size_t paragraph = 0;
        std::optional<Phrase> speaker;
    };
    [[nodiscard]] const Quote* quote_at(const core::Span& span) const;
    void find_quotes(const text::CodePoints& document, const std::vector<core::Span>& paragraphs);
    [[nodiscard]] std::optional<Phrase> find_speaker(
        const Quote& quote, const std::vector<core::Span>& paragraphs,
        const std::vector<std::unique_ptr<extract::Reading>>& readings) const;

    std::vector<Quote> quotes_;
};

}  // namespace entente::resolve
