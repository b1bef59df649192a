#include "ontology/spelling.hpp"

#include <algorithm>

#include "base/tsv.hpp"
#include "text/unicode.hpp"

namespace entente::ontology {

namespace {

constexpr std::size_t bytes = 256;

std::size_t first_byte(std::string_view text) {
    return static_cast<unsigned char>(text.front());
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

Spelling::Spelling(const std::filesystem::path& file) : rules_(bytes) {
    const base::TsvFile rows(file, {"from", "to"});
    for (const base::TsvRow& row : rows) {
        Rule rule{row.required("from"), row["to"]};
        rule.at_begin = rule.from.front() == '^';
        rule.at_end = rule.from.back() == '$';
        rule.from = rule.from.substr(rule.at_begin ? 1 : 0);
        if (rule.at_end) rule.from.pop_back();
        if (rule.from.empty()) row.fail("a rule rewrites at least one letter");
        rules_[first_byte(rule.from)].push_back(std::move(rule));
    }
    for (std::vector<Rule>& rules : rules_) {
        std::stable_sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) {
            const auto rank = [](const Rule& rule) { return 2 * rule.from.size() + (rule.at_begin || rule.at_end); };
            return rank(a) > rank(b);
        });
    }
}

const Spelling::Rule* Spelling::rule_at(std::string_view word, std::size_t at) const {
    for (const Rule& rule : rules_[first_byte(word.substr(at))]) {
        if (word.substr(at, rule.from.size()) != rule.from) continue;
        const bool placed = (!rule.at_begin || at == 0) && (!rule.at_end || at + rule.from.size() == word.size());
        if (placed) return &rule;
    }
    return nullptr;
}

void Spelling::append_key(std::string_view word, std::string& key) const {
    const auto append = [&key](char c) {
        if (key.empty() || key.back() != c) key += c;
    };
    for (std::size_t at = 0; at < word.size();) {
        const Rule* rule = rule_at(word, at);
        if (rule == nullptr) {
            append(word[at++]);
            continue;
        }
        for (const char c : rule->to) append(c);
        at += rule->from.size();
    }
}

std::string Spelling::key(std::string_view name) const {
    const std::string folded = text::fold(name);
    std::string key;
    for (std::size_t begin = 0; begin < folded.size();) {
        std::size_t end = begin;
        while (end < folded.size() && is_letter(folded[end])) ++end;
        if (end > begin) append_key(std::string_view(folded).substr(begin, end - begin), key);
        begin = std::max(end, begin + 1);
    }
    return key;
}

}  // namespace entente::ontology
