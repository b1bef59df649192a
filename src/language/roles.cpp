#include "language/roles.hpp"

#include "base/tsv.hpp"

namespace entente::language {

RoleTable::RoleTable(const std::filesystem::path& file, const ontology::Ontology& ontology) {
    const base::TsvFile rows(file, {"role", "kind", "words", "name"});
    for (const base::TsvRow& row : rows) {
        RoleWord word;
        word.role = ontology.role(row.required("role"));
        if (word.role == nullptr) row.fail("there is no role '" + row["role"] + "'");
        const std::string& kind = row.required("kind");
        if (kind == "organ") {
            word.kind = RoleWord::Kind::organ;
        } else if (kind == "person") {
            word.kind = RoleWord::Kind::person;
        } else if (kind == "people") {
            word.kind = RoleWord::Kind::people;
        } else {
            row.fail("'" + kind + "' is none of organ, person, people");
        }
        word.name = row["name"];
        for (const std::string& text : row.list("words")) {
            word.word = text;
            table_.add(text, word);
        }
    }
}

}  // namespace entente::language
