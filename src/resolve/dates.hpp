#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/date.hpp"
#include "core/span.hpp"
#include "syntax/sentence.hpp"

namespace entente::resolve {

/// A date as a sentence gives it, resolved to the calendar.
struct DateExpression {
    core::Date value;
    core::Span span;
    std::size_t first = 0;  ///< tokens of the sentence
    std::size_t last = 0;
    bool clock = false;  ///< only a time of day: on the day of publication, unless something better is said
};

/// Finds dates by the words of one language: data/lang/<code>/dates.tsv. Immutable after loading.
class DateFinder {
public:
    /// @throws DataError naming file and line.
    explicit DateFinder(const std::filesystem::path& dates_tsv);
    DateFinder(DateFinder&&) noexcept;
    DateFinder& operator=(DateFinder&&) noexcept;
    ~DateFinder();

    /// The dates of a sentence in text order. Relative ones (yesterday, vendredi) need the day of publication; without
    /// it only dates that name their year are found.
    [[nodiscard]] std::vector<DateExpression> find(const syntax::Sentence& sentence,
                                                   const std::optional<core::Date>& published) const;

    struct Rules;

private:
    std::unique_ptr<Rules> rules_;
};

}  // namespace entente::resolve
