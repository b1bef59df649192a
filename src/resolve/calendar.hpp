#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "core/date.hpp"
#include "syntax/sentence.hpp"

namespace entente::resolve {

/// The day, if the calendar has it.
[[nodiscard]] std::optional<core::Date> valid_day(int year, int month, int day);
/// The date at the precision of a month, of a year.
[[nodiscard]] core::Date month_of(const core::Date& date);
[[nodiscard]] core::Date year_of(const core::Date& date);

/// Where, seen from publication, the year of a date without a year is to be looked for.
enum class Direction {
    past,        ///< nothing is said: up to publication
    ahead,       ///< the verb speaks of what is to come
    here,        ///< `this May`
    step_back,   ///< `last May`
    step_ahead,  ///< `next May`
};

/// The day and month in the year that suits. Days shortly after publication are taken as announced.
[[nodiscard]] std::optional<core::Date> day_near(const core::Date& published, int month, int day, Direction direction);
/// The month in the year that suits; `published` is precise to the month at least.
[[nodiscard]] core::Date month_near(const core::Date& published, int month, Direction direction);

/// Does the first finite verb above the token, or one between, speak of what is to come: by its tense, its auxiliary,
/// or as one of the verbs (by lemma) that do?
[[nodiscard]] bool speaks_of_future(const syntax::Sentence& sentence, std::size_t token,
                                    const std::set<std::string>& lemmas);

}  // namespace entente::resolve
