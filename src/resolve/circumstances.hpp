#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/relation.hpp"
#include "extract/reading.hpp"
#include "resolve/dates.hpp"
#include "text/unicode.hpp"

namespace entente::resolve {

/// When and where what a predicate states took place, as far as its own clause says so.
class CircumstanceFinder {
public:
    /// Keeps references to `document` and `dates` (by language code).
    CircumstanceFinder(const text::CodePoints& document, const std::map<std::string, DateFinder>& dates,
                       const std::optional<core::Date>& published)
        : document_(document), dates_(dates), published_(published) {}

    [[nodiscard]] std::optional<core::DateMention> date(const extract::Reading& reading, std::size_t predicate) const;
    /// `hit`: the predicate does something to the place that it names, if no other is.
    [[nodiscard]] std::optional<core::Place> place(const extract::Reading& reading, std::size_t predicate,
                                                   bool hit) const;

private:
    enum class Role { scene, aim };
    [[nodiscard]] std::optional<core::Place> place(const extract::Reading& reading, std::size_t predicate,
                                                   Role role) const;

    const text::CodePoints& document_;
    const std::map<std::string, DateFinder>& dates_;
    std::optional<core::Date> published_;
    mutable const extract::Reading* read_ = nullptr;  ///< the sentence whose dates were found last …
    mutable std::vector<DateExpression> found_;       ///< … and these: each of its relations asks for them
};

}  // namespace entente::resolve
