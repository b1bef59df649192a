#include "language/pronouns.hpp"

#include <algorithm>
#include <array>

#include "base/tsv.hpp"

namespace entente::language {

namespace {

/// The value of the cell as its place among `names`.
template <typename Value, std::size_t Count>
Value read_word(const base::TsvRow& row, std::string_view column, const std::array<std::string_view, Count>& names) {
    const auto found = std::find(names.begin(), names.end(), row[column]);
    if (found == names.end()) row.fail("'" + row[column] + "' is wrong in column '" + std::string(column) + "'");
    return static_cast<Value>(found - names.begin());
}

constexpr std::array<std::string_view, 5> kinds{"personal", "possessive", "relative", "reflexive", "demonstrative"};
constexpr std::array<std::string_view, 4> persons{"", "1", "2", "3"};
constexpr std::array<std::string_view, 3> numbers{"", "sing", "plur"};
constexpr std::array<std::string_view, 3> genders{"", "person", "thing"};

}  // namespace

PronounTable::PronounTable(const std::filesystem::path& file) {
    const base::TsvFile rows(file, {"form", "kind", "person", "number", "gender"});
    for (const base::TsvRow& row : rows) {
        const Pronoun pronoun{read_word<Pronoun::Kind>(row, "kind", kinds), read_word<int>(row, "person", persons),
                              read_word<Pronoun::Number>(row, "number", numbers),
                              read_word<Pronoun::Gender>(row, "gender", genders)};
        for (const std::string& form : row.list("form")) table_.add(form, pronoun);
    }
}

const Pronoun* PronounTable::find(std::string_view form, Pronoun::Kind kind) const {
    const auto* found = table_.find(phrase_key(form));
    if (found == nullptr) return nullptr;
    const auto fitting =
        std::find_if(found->begin(), found->end(), [kind](const Pronoun& p) { return p.kind == kind; });
    return fitting == found->end() ? nullptr : &*fitting;
}

}  // namespace entente::language
