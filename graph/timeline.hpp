#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/balance.hpp"

namespace entente::graph {

enum class Period { day, week, month, year };

/// The first day of the period in which a day lies; weeks begin on Monday.
[[nodiscard]] core::Date period_begin(const core::Date& day, Period period);
/// The first day of the following period.
[[nodiscard]] core::Date next_period(const core::Date& begin, Period period);
/// `2016`, `2016-12`, `2016-W48` (ISO 8601) or `2016-12-02`.
[[nodiscard]] std::string to_string(const core::Date& begin, Period period);

/// What happened in one period.
struct TimeSlice {
    core::Date begin;
    std::size_t relations = 0;
    std::size_t articles = 0;  ///< distinct, prints of one dispatch once
    Balance balance;           ///< weighed by relations
};

struct Timeline {
    std::vector<TimeSlice> slices;  ///< without gaps, from the first period to the last
    std::size_t undated = 0;        ///< relations without a date as exact as the period
};

/// All relations of a graph over time: by the day on which they happened, else by that of publication, as far as it is
/// known exactly enough.
[[nodiscard]] Timeline timeline(const KnowledgeGraph& graph, Period period, bool by_publication);
/// The finest period that cuts the graph's relations into not too many slices.
[[nodiscard]] Period fitting_period(const KnowledgeGraph& graph, std::size_t most_slices);

}  // namespace entente::graph
