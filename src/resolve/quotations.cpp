#include "resolve/quotations.hpp"

#include <algorithm>
#include <string_view>

namespace entente::resolve {

namespace {

using extract::Reading;
using language::CueKind;
using syntax::Deprel;
using syntax::Upos;

/// Shorter stretches between quotation marks are words held at arm's length, not somebody's speech.
constexpr std::size_t shortest_speech = 25;

constexpr char32_t opening_angle = U'«';
constexpr char32_t closing_angle = U'»';
constexpr std::u32string_view curly = U"“”„\"";

}  // namespace

Quotations::Quotations(const text::CodePoints& document, const std::vector<core::Span>& paragraphs,
                       const std::vector<std::unique_ptr<Reading>>& readings) {
    find_quotes(document, paragraphs);
    for (Quote& quote : quotes_) quote.speaker = find_speaker(quote, paragraphs, readings);
    // What is quoted next in the same paragraph without a speaker of its own goes on from the one before.
    for (std::size_t i = 1; i < quotes_.size(); ++i) {
        const bool same = quotes_[i].paragraph == quotes_[i - 1].paragraph;
        if (!quotes_[i].speaker && same) quotes_[i].speaker = quotes_[i - 1].speaker;
    }
}

void Quotations::find_quotes(const text::CodePoints& document, const std::vector<core::Span>& paragraphs) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
        std::size_t begin = none;
        bool angled = false;
        const auto close = [&](std::size_t end) {
            if (begin != none && end - begin >= shortest_speech) quotes_.push_back({{begin, end}, p, std::nullopt});
            begin = none;
        };
        for (std::size_t i = paragraphs[p].begin; i < paragraphs[p].end; ++i) {
            const char32_t c = document[i];
            if (begin == none && (c == opening_angle || curly.find(c) != curly.npos)) {
                begin = i + 1;
                angled = c == opening_angle;
            } else if (begin != none && (angled ? c == closing_angle : curly.find(c) != curly.npos)) {
                // Outside guillemets any mark closes: translated texts open where they should close.
                close(i);
            }
        }
        close(paragraphs[p].end);
    }
}

const Quotations::Quote* Quotations::quote_at(const core::Span& span) const {
    const auto found =
        std::find_if(quotes_.begin(), quotes_.end(), [&](const Quote& quote) { return quote.span.contains(span); });
    return found == quotes_.end() ? nullptr : &*found;
}

std::optional<Phrase> Quotations::speaker(const core::Span& span) const {
    const Quote* quote = quote_at(span);
    return quote == nullptr ? std::nullopt : quote->speaker;
}

std::optional<Phrase> Quotations::find_speaker(const Quote& quote, const std::vector<core::Span>& paragraphs,
                                               const std::vector<std::unique_ptr<Reading>>& readings) const {
    const core::Span& paragraph = paragraphs[quote.paragraph];
    std::optional<Phrase> best;
    std::size_t best_distance = paragraph.size() + 1;
    for (std::size_t s = 0; s < readings.size(); ++s) {
        const Reading& reading = *readings[s];
        if (!paragraph.contains(reading.tree.sentence().span)) continue;
        for (std::size_t i = 0; i < reading.tree.size(); ++i) {
            const core::Span& at = reading.tree[i].span;
            if (!reading.tree.is(i, {Upos::verb}) || quote_at(at) != nullptr) continue;
            if (reading.arguments.verb_cue(i, CueKind::speech) == nullptr) continue;
            const auto subject = reading.arguments.speaker(i);
            if (!subject || quote_at(reading.tree[*subject].span) != nullptr) continue;
            const std::size_t distance = at.begin >= quote.span.end   ? at.begin - quote.span.end
                                         : quote.span.begin >= at.end ? quote.span.begin - at.end
                                                                      : 0;
            if (distance < best_distance) {
                best = Phrase{s, *subject};
                best_distance = distance;
            }
        }
    }
    return best;
}

}  // namespace entente::resolve
