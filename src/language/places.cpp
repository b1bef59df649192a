#include "language/places.hpp"

#include "base/tsv.hpp"
#include "language/phrase_finder.hpp"

namespace entente::language {

PlaceTable::PlaceTable(const std::filesystem::path& file, const ontology::Ontology& ontology) {
    const base::TsvFile rows(file, {"place", "forms"});
    for (const base::TsvRow& row : rows) {
        const ontology::Place* place = ontology.place(row.required("place"));
        if (place == nullptr) row.fail("there is no place '" + row["place"] + "'");
        for (const std::string& form : row.list("forms")) table_.add(form, {place, form});
    }
}

std::vector<PlaceMatch> PlaceTable::find(const syntax::Sentence& sentence) const {
    std::vector<PlaceMatch> matches;
    const auto fits = [](const Entry& entry, std::string_view text) { return has_capitals_of(entry.form, text); };
    for (const auto& found : find_phrases(table_, units_of(sentence), fits)) {
        matches.push_back({found.first, found.last, found.entries.front()->place});
    }
    return matches;
}

}  // namespace entente::language
