#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "resolve/dates.hpp"

namespace entente::resolve {

enum class TimeUnit { day, week, month, year };

/// data/lang/<code>/dates.tsv in the form in which it is asked; words are in lower case.
struct DateFinder::Rules {
    /// @throws DataError naming file and line.
    explicit Rules(const std::filesystem::path& dates_tsv);

    using Words = std::vector<std::string>;
    template <typename Value>
    using Phrases = std::map<Words, Value>;

    Phrases<int> months;    ///< 1 to 12
    Phrases<int> weekdays;  ///< 0 is Monday
    Phrases<int> days;      ///< `yesterday`: days from publication
    Phrases<int> numbers;   ///< `two`
    Phrases<TimeUnit> units;
    Phrases<int> steps_before;       ///< `last` week: -1, `this`: 0, `next`: 1
    Phrases<int> steps_after;        ///< semaine `dernière`
    Phrases<int> ago_before;         ///< `il y a` deux jours
    Phrases<int> ago_after;          ///< two days `ago`
    Phrases<int> parts;              ///< `early`, `fin`: what may stand before a month
    Phrases<int> day_parts;          ///< `night`, `soir`: what may stand behind a weekday
    Phrases<int> exceptions;         ///< `black friday`
    std::set<std::string> clocks;    ///< `p.m.`, `h`: what makes a time of day of figures
    std::set<std::string> links;     ///< `of` in `2nd of May`
    std::set<std::string> ordinals;  ///< endings of figures: `th`, `er`
    std::set<std::string> before_month, before_year, articles;
    std::set<std::string> future;  ///< lemmas of auxiliaries and verbs that speak of what is to come
    bool month_first = false;      ///< 09/11/2001 is in September
};

}  // namespace entente::resolve
