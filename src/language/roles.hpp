#pragma once

#include <filesystem>
#include <string>

#include "language/phrase_table.hpp"
#include "ontology/ontology.hpp"

namespace entente::language {

/// A word for those who hold a role: `rebels`, `foreign minister`, `armée de l'air`.
struct RoleWord {
    enum class Kind {
        organ,   ///< an institution: army, government
        person,  ///< somebody who acts for one: minister, spokesman
        people,  ///< a group: rebels, civilians
    };
    const ontology::Role* role = nullptr;
    Kind kind = Kind::people;
    std::string word;
    std::string name;  ///< template of a proper name, `{adjective} Army`; empty if the organ has none
};

/// The role nouns of one language: data/lang/<code>/roles.tsv.
class RoleTable {
public:
    /// @throws DataError naming file and line.
    RoleTable(const std::filesystem::path& file, const ontology::Ontology& ontology);

    [[nodiscard]] const PhraseTable<RoleWord>& words() const { return table_; }

private:
    PhraseTable<RoleWord> table_;
};

}  // namespace entente::language
