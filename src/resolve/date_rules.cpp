#include "resolve/date_rules.hpp"

#include <charconv>

#include "base/strings.hpp"
#include "base/tsv.hpp"
#include "text/unicode.hpp"

namespace entente::resolve {

namespace {

int number_in(const base::TsvRow& row, int lowest, int highest) {
    const std::string& text = row.required("value");
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || number < lowest || number > highest) {
        row.fail("the value must be a number from " + std::to_string(lowest) + " to " + std::to_string(highest));
    }
    return number;
}

TimeUnit unit_in(const base::TsvRow& row) {
    const std::string& text = row.required("value");
    if (text == "day") return TimeUnit::day;
    if (text == "week") return TimeUnit::week;
    if (text == "month") return TimeUnit::month;
    if (text == "year") return TimeUnit::year;
    row.fail("a unit is day, week, month or year, not '" + text + "'");
}

std::vector<std::string> forms_in(const base::TsvRow& row) {
    std::vector<std::string> forms;
    for (const std::string& form : row.list("form")) forms.push_back(text::to_lower(text::normalise(form)));
    if (forms.empty()) row.fail("the form is missing");
    return forms;
}

template <typename Value>
void add(const base::TsvRow& row, std::map<std::vector<std::string>, Value>& phrases, Value value) {
    for (const std::string& form : forms_in(row)) phrases[base::split_list(form, ' ')] = value;
}

void add(const base::TsvRow& row, std::set<std::string>& words) {
    for (const std::string& form : forms_in(row)) words.insert(form);
}

}  // namespace

DateFinder::Rules::Rules(const std::filesystem::path& dates_tsv) {
    for (const base::TsvRow& row : base::TsvFile(dates_tsv, {"kind", "form", "value"})) {
        const std::string& kind = row.required("kind");
        if (kind == "month") {
            add(row, months, number_in(row, 1, 12));
        } else if (kind == "weekday") {
            add(row, weekdays, number_in(row, 0, 6));
        } else if (kind == "day") {
            add(row, days, number_in(row, -7, 7));
        } else if (kind == "number") {
            add(row, numbers, number_in(row, 0, 1000));
        } else if (kind == "unit") {
            add(row, units, unit_in(row));
        } else if (kind == "step-before") {
            add(row, steps_before, number_in(row, -1, 1));
        } else if (kind == "step-after") {
            add(row, steps_after, number_in(row, -1, 1));
        } else if (kind == "ago-before") {
            add(row, ago_before, 0);
        } else if (kind == "ago-after") {
            add(row, ago_after, 0);
        } else if (kind == "part") {
            add(row, parts, 0);
        } else if (kind == "daypart") {
            add(row, day_parts, 0);
        } else if (kind == "except") {
            add(row, exceptions, 0);
        } else if (kind == "clock") {
            add(row, clocks);
        } else if (kind == "link") {
            add(row, links);
        } else if (kind == "ordinal") {
            add(row, ordinals);
        } else if (kind == "before-month") {
            add(row, before_month);
        } else if (kind == "before-year") {
            add(row, before_year);
        } else if (kind == "article") {
            add(row, articles);
        } else if (kind == "future") {
            add(row, future);
        } else if (kind == "figures") {
            if (row["form"] != "day-first" && row["form"] != "month-first")
                row.fail("figures are day-first or month-first");
            month_first = row["form"] == "month-first";
        } else {
            row.fail("there is no kind of date word '" + kind + "'");
        }
    }
}

}  // namespace entente::resolve
