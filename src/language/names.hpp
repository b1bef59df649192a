#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/phrase_finder.hpp"
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

    /// Learns which abbreviations stand before names (data/lang/<code>/tokens.tsv): M., Dr. are nobody's initials.
    void add_titles(const std::filesystem::path& tokens_file);
    /// Whether the word, with or without full stop, is such an abbreviation.
    [[nodiscard]] bool is_title(std::string_view word) const;

    /// The names in a sentence: longest match, left to right, not overlapping. Capitals must be where the form has
    /// them; short acronyms must be in capitals. People are also found under other spellings of their full names and
    /// with initials for their first.
    [[nodiscard]] std::vector<NameMatch> find(const syntax::Sentence& sentence) const;

    /// The entries whose form is `text` whatever its case; none if nothing is so called.
    [[nodiscard]] std::vector<const NameEntry*> lookup(std::string_view text) const;
    /// As lookup, but where the form has capitals the text must have them too.
    [[nodiscard]] std::vector<const NameEntry*> lookup_cased(std::string_view text) const;

    /// Whether a known person's full name begins with this word (phrase_key): Charles, Abbas. As a last name it says
    /// less than another.
    [[nodiscard]] bool is_given_name(std::string_view key) const;

    [[nodiscard]] std::size_t size() const { return table_.size(); }
    /// For checks only: the order is unspecified.
    [[nodiscard]] const auto& all() const { return table_.all(); }

private:
    void add_surname(std::string_view full_name, const ontology::Actor& actor);

    /// Narrows last names down by the initials before them.
    void read_initials(const std::vector<Unit>& units, std::vector<NameMatch>& matches) const;
    /// Adds full names of people that are written otherwise than in the table (ontology::Spelling).
    void add_other_spellings(const std::vector<Unit>& units, std::vector<NameMatch>& matches) const;

    const ontology::Ontology* ontology_;
    PhraseTable<NameEntry> table_;
    std::unordered_set<std::string> titles_;                            ///< without full stops
    std::unordered_set<std::string> given_names_;                       ///< keys
    std::unordered_map<const ontology::Actor*, NameEntry> full_names_;  ///< of people, for other spellings
};

/// The ids of the actors that NameTable(file).lookup(text) would name, without making the table: for a single question.
/// @throws DataError naming the file and line that is wrong.
[[nodiscard]] std::set<std::string> actors_named(const std::filesystem::path& file, const ontology::Ontology& ontology,
                                                 std::string_view text);

}  // namespace entente::language
