#include "text/token_rules.hpp"

#include <algorithm>
#include <charconv>

#include "base/strings.hpp"
#include "base/tsv.hpp"
#include "text/characters.hpp"
#include "text/unicode.hpp"

namespace entente::text {

namespace {

std::u32string key(const std::string& form) {
    return to_utf32(to_lower(normalise(form)));
}

int weight_of(const base::TsvRow& row, const std::string& text) {
    int weight = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (problem != std::errc() || end != text.data() + text.size()) row.fail("'" + text + "' is no whole number");
    return weight;
}

void read_setting(const base::TsvRow& row, TokenRules::Hidden& rules) {
    const std::string name = row.required("form") + "=" + row.required("value");
    if (name == "hyphen=cut") {
        rules.cut_hyphens = true;
    } else if (name == "digit-groups=space") {
        rules.spaced_numbers = true;
    } else if (name == "brackets-in-word=keep") {
        rules.bracketed_endings = true;
    } else if (name == "final-apostrophe=possessive") {
        rules.possessive_apostrophe = true;
    } else {
        row.fail("there is no setting '" + name + "'");
    }
}

void read_abbreviation(const base::TsvRow& row, TokenRules::Hidden& rules) {
    const std::string& value = row.required("value");
    Abbreviation kind = Abbreviation::any;
    if (value == "title") {
        kind = Abbreviation::title;
    } else if (value == "number") {
        kind = Abbreviation::number;
    } else if (value != "any") {
        row.fail("an abbreviation is title, number or any, not '" + value + "'");
    }
    for (const std::string& form : row.list("form")) {
        if (form.size() < 2 || form.back() != '.') row.fail("the abbreviation '" + form + "' lacks its full stop");
        rules.abbreviations[to_utf32(normalise(form.substr(0, form.size() - 1)))] = kind;
    }
}

void read_contraction(const base::TsvRow& row, TokenRules::Hidden& rules, bool ambiguous) {
    Contraction contraction;
    for (const std::string& word : base::split_list(row.required("value"), ' ')) contraction.words.push_back(key(word));
    if (contraction.words.size() < 2) row.fail("a contraction needs two words");
    contraction.ambiguous = ambiguous;
    rules.contractions[key(row.required("form"))] = std::move(contraction);
}

/// `des after *tion|*ment` with the weight of each.
void read_weight(const base::TsvRow& row, TokenRules::Hidden& rules) {
    const std::vector<std::string> parts = base::split_list(row.required("form"), ' ');
    if (parts.size() < 2) row.fail("a weight names the contraction and its neighbour");
    const auto found = rules.contractions.find(key(parts[0]));
    if (found == rules.contractions.end()) row.fail("'" + parts[0] + "' is no contraction named above");
    Contraction& contraction = found->second;
    const int weight = weight_of(row, row.required("value"));
    if (parts.size() == 2 && parts[1] == "bias") {
        contraction.bias = weight;
    } else if (parts.size() == 2 && parts[1] == "first") {
        contraction.at_start = weight;
    } else if (parts.size() == 3 && parts[1] == "after") {
        for (const std::string& word : base::split_list(parts[2], '|')) contraction.after[key(word)] = weight;
    } else if (parts.size() == 3 && parts[1] == "before") {
        for (const std::string& word : base::split_list(parts[2], '|')) contraction.before[key(word)] = weight;
    } else {
        row.fail("a weight is 'FORM bias', 'FORM first', 'FORM after WORD' or 'FORM before WORD'");
    }
}

void read_suffix(const base::TsvRow& row, TokenRules::Hidden& rules) {
    const std::string& value = row.required("value");
    if (value != "token" && value != "multiword") row.fail("a suffix is a token or multiword, not '" + value + "'");
    for (const std::string& form : row.list("form")) rules.suffixes.push_back({key(form), value == "multiword"});
}

void read_set(const base::TsvRow& row, std::unordered_set<std::u32string>& set) {
    for (const std::string& form : row.list("form")) set.insert(key(form));
}

void read_row(const base::TsvRow& row, TokenRules::Hidden& rules) {
    const std::string& kind = row.required("kind");
    if (row["form"].empty()) row.fail("the form is missing");
    if (kind == "setting") return read_setting(row, rules);
    if (kind == "abbreviation") return read_abbreviation(row, rules);
    if (kind == "starter") return read_set(row, rules.starters);
    if (kind == "elision") return read_set(row, rules.elisions);
    if (kind == "whole") return read_set(row, rules.whole);
    if (kind == "prefix") return read_set(row, rules.prefixes);
    if (kind == "unit") return read_set(row, rules.units);
    if (kind == "suffix") return read_suffix(row, rules);
    if (kind == "contraction") return read_contraction(row, rules, false);
    if (kind == "ambiguous") return read_contraction(row, rules, true);
    if (kind == "weight") return read_weight(row, rules);
    row.fail("there is no kind of rule '" + kind + "'");
}

/// The weight of a whole word and of each of its endings.
int weigh(const std::unordered_map<std::u32string, int>& weights, const std::u32string& word) {
    constexpr std::size_t longest_ending = 7;
    int sum = 0;
    if (const auto found = weights.find(word); found != weights.end()) sum += found->second;
    for (std::size_t length = 1; length <= longest_ending && length < word.size(); ++length) {
        const auto found = weights.find(U'*' + word.substr(word.size() - length));
        if (found != weights.end()) sum += found->second;
    }
    return sum;
}

}  // namespace

std::u32string Contraction::letters() const {
    std::u32string all;
    for (const std::u32string& word : words) all += word;
    return all;
}

int Contraction::evidence(const std::optional<std::u32string>& previous,
                          const std::optional<std::u32string>& next) const {
    return bias + (previous ? weigh(after, *previous) : at_start) + (next ? weigh(before, *next) : 0);
}

TokenRules::TokenRules(const std::filesystem::path& tokens_tsv) : hidden_(std::make_unique<Hidden>()) {
    for (const base::TsvRow& row : base::TsvFile(tokens_tsv, {"kind", "form", "value"})) read_row(row, *hidden_);
    std::stable_sort(hidden_->suffixes.begin(), hidden_->suffixes.end(),
                     [](const Suffix& a, const Suffix& b) { return a.form.size() > b.form.size(); });
    for (const std::u32string& word : hidden_->whole) {
        hidden_->longest_whole = std::max(hidden_->longest_whole, word.size());
    }
    const std::filesystem::path sentences_tsv = tokens_tsv.parent_path() / "sentences.tsv";
    if (std::filesystem::exists(sentences_tsv)) hidden_->boundaries = BoundaryModel(sentences_tsv);
}

TokenRules::TokenRules(TokenRules&&) noexcept = default;
TokenRules& TokenRules::operator=(TokenRules&&) noexcept = default;
TokenRules::~TokenRules() = default;

}  // namespace entente::text
