#include "graph/timeline.hpp"

#include <map>
#include <optional>

#include "core/gist.hpp"

namespace entente::graph {

namespace {

constexpr std::size_t most_periods = 100000;  // a date misread as year 1 must not make millions of empty slices

core::DatePrecision needed_precision(Period period) {
    switch (period) {
        case Period::year: return core::DatePrecision::year;
        case Period::month: return core::DatePrecision::month;
        case Period::week:
        case Period::day: break;
    }
    return core::DatePrecision::day;
}

std::optional<core::Date> date_of(const core::Relation& relation, Period period, bool by_publication) {
    const core::DatePrecision needed = needed_precision(period);
    const auto& published = relation.published;
    if (relation.date && !by_publication) {
        const core::Date& date = relation.date->value;
        if (date.precision >= needed) return date;
        // `This year` was said this year: the day of publication is the best guess. `In 2010` was not.
        const bool within = published && core::to_days(date) <= core::to_days(*published) &&
                            core::to_days(*published) <= core::to_days(core::last_day(date));
        if (!within) return std::nullopt;
    }
    if (published && published->precision >= needed) return published;
    return std::nullopt;
}

std::string padded(int number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

/// A slice being filled.
struct Slice {
    std::size_t relations = 0;
    std::vector<core::Telling> tellings;
    Balance balance;
};

}  // namespace

core::Date period_begin(const core::Date& day, Period period) {
    switch (period) {
        case Period::year: return {day.year, 1, 1, core::DatePrecision::day};
        case Period::month: return {day.year, day.month, 1, core::DatePrecision::day};
        case Period::week: return core::from_days(core::to_days(day) - core::weekday(day));
        case Period::day: break;
    }
    return core::from_days(core::to_days(day));
}

core::Date next_period(const core::Date& begin, Period period) {
    switch (period) {
        case Period::year: return {begin.year + 1, 1, 1, core::DatePrecision::day};
        case Period::month: return period_begin(core::add_months(begin, 1), Period::month);
        case Period::week: return core::from_days(core::to_days(begin) + 7);
        case Period::day: break;
    }
    return core::from_days(core::to_days(begin) + 1);
}

std::string to_string(const core::Date& begin, Period period) {
    switch (period) {
        case Period::year: return padded(begin.year, 4);
        case Period::month: return padded(begin.year, 4) + "-" + padded(begin.month, 2);
        case Period::week: {
            // A week belongs to the year in which its Thursday lies.
            const core::Date thursday = core::from_days(core::to_days(begin) + 3);
            const long since_new_year = core::to_days(thursday) - core::to_days({thursday.year, 1, 1});
            return padded(thursday.year, 4) + "-W" + padded(static_cast<int>(since_new_year / 7) + 1, 2);
        }
        case Period::day: break;
    }
    return core::to_string(begin);
}

Timeline timeline(const KnowledgeGraph& graph, Period period, bool by_publication) {
    std::map<core::Date, Slice> filled;
    std::map<std::string, std::uint32_t> article_numbers;
    Timeline line;
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
        const core::Relation relation = graph.relation(i);
        const auto date = date_of(relation, period, by_publication);
        if (!date) {
            ++line.undated;
            continue;
        }
        Slice& slice = filled[period_begin(*date, period)];
        ++slice.relations;
        const auto number =
            article_numbers.emplace(relation.article, static_cast<std::uint32_t>(article_numbers.size()));
        slice.tellings.push_back({number.first->second, core::gist(relation.sentence.text)});
        if (relation.polarity == core::Polarity::affirmative) slice.balance.add(relation.action.type, 1);
    }
    for (auto& [begin, slice] : filled) {
        // The periods between in which nothing happened, lest bars lie about time.
        while (!line.slices.empty() && line.slices.size() < most_periods) {
            const core::Date next = next_period(line.slices.back().begin, period);
            if (next == begin) break;
            line.slices.push_back({next, 0, 0, {}});
        }
        line.slices.push_back(
            {begin, slice.relations, core::count_independent(std::move(slice.tellings)), slice.balance});
    }
    return line;
}

Period fitting_period(const KnowledgeGraph& graph, std::size_t most_slices) {
    std::optional<core::Date> first;
    std::optional<core::Date> last;
    for (std::size_t i = 0; i < graph.relation_count(); ++i) {
        const auto date = date_of(graph.relation(i), Period::day, false);
        if (!date) continue;
        if (!first || *date < *first) first = date;
        if (!last || *last < *date) last = date;
    }
    if (!first) return Period::year;
    const auto days = static_cast<std::size_t>(core::to_days(*last) - core::to_days(*first));
    if (days < most_slices) return Period::day;
    if (days / 7 < most_slices) return Period::week;
    return days / 30 < most_slices ? Period::month : Period::year;
}

}  // namespace entente::graph
