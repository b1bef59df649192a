#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "language/phrase_table.hpp"
#include "ontology/ontology.hpp"
#include "syntax/sentence.hpp"

namespace entente::language {

/// How a form names its actor.
enum class NameKind {
    name,       ///< Russia, John Kerry, OTAN
    demonym,    ///< people: Russians, les Russes
    adjective,  ///< Russian, russe
    capital,    ///< a city that can stand for the government: Moscow
    seat,       ///< a place that stands for an institution: the Kremlin
    combining,  ///< first half of a compound: Russo-, américano-
    surname,    ///< last name of a person; derived from the full name where the table gives none
};

[[nodiscard]] std::string_view to_string(NameKind kind);

struct NameEntry {
    const ontology::Actor* actor = nullptr;
    NameKind kind = NameKind::name;
    std::string form;
};

/// A stretch of tokens that is a known name, with everybody it may name.
struct NameMatch {
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<const NameEntry*> entries;  ///< never empty; all of the same form

    [[nodiscard]] const NameEntry* of_kind(NameKind kind) const;
};

/// Every form under which one language names the actors of the ontology: data/lang/<code>/names.tsv.
class NameTable {
public:
    /// @throws DataError naming file and line. The ontology must outlive the table.
    NameTable(const std::filesystem::path& file, const ontology::Ontology& ontology);

    /// Adds the acronyms of another language's table that mean nothing here yet: translated texts keep them (HCN,
    /// OTAN).
    void add_foreign_acronyms(const std::filesystem::path& file, const ontology::Ontology& ontology);

    /// The names in a sentence: longest match, left to right, not overlapping. Capitals must be where the form has
    /// them; short acronyms must be in capitals.
    [[nodiscard]] std::vector<NameMatch> find(const syntax::Sentence& sentence) const;

    /// The entries whose form is `text` whatever its case; none if nothing is so called.
    [[nodiscard]] std::vector<const NameEntry*> lookup(std::string_view text) const;
    /// As lookup, but where the form has capitals the text must have them too.
    [[nodiscard]] std::vector<const NameEntry*> lookup_cased(std::string_view text) const;

    [[nodiscard]] std::size_t size() const { return table_.size(); }
    /// For checks only: the order is unspecified.
    [[nodiscard]] const auto& all() const { return table_.all(); }

private:
    void add_surname(std::string_view full_name, const ontology::Actor& actor);

    PhraseTable<NameEntry> table_;
};

/// The ids of the actors that NameTable(file).lookup(text) would name, without making the table: for a single question.
/// @throws DataError naming the file and line that is wrong.
[[nodiscard]] std::set<std::string> actors_named(const std::filesystem::path& file, const ontology::Ontology& ontology,
                                                 std::string_view text);

}  // namespace entente::language
