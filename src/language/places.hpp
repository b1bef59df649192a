#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "language/phrase_table.hpp"
#include "ontology/ontology.hpp"
#include "syntax/sentence.hpp"

namespace entente::language {

/// A stretch of tokens that names a place.
struct PlaceMatch {
    std::size_t first = 0;
    std::size_t last = 0;
    const ontology::Place* place = nullptr;
};

/// The names of places in one language: data/lang/<code>/places.tsv.
class PlaceTable {
public:
    /// @throws DataError naming file and line. The ontology must outlive the table.
    PlaceTable(const std::filesystem::path& file, const ontology::Ontology& ontology);

    /// The places of a sentence: longest match, left to right, not overlapping.
    [[nodiscard]] std::vector<PlaceMatch> find(const syntax::Sentence& sentence) const;
    /// For checks only: the order is unspecified.
    [[nodiscard]] const auto& all() const { return table_.all(); }

private:
    struct Entry {
        const ontology::Place* place = nullptr;
        std::string form;
    };
    PhraseTable<Entry> table_;
};

}  // namespace entente::language
