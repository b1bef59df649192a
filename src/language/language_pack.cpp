#include "language/language_pack.hpp"

#include <algorithm>

namespace entente::language {

LanguagePack LanguagePack::load(const std::filesystem::path& folder, const ontology::Ontology& ontology) {
    LanguagePack pack{folder.filename().string(),
                      text::TokenRules(folder / "tokens.tsv"),
                      NameTable(folder / "names.tsv", ontology),
                      RoleTable(folder / "roles.tsv", ontology),
                      ActionLexicon(folder, ontology),
                      CueTable(folder / "cues.tsv", ontology),
                      PrepositionTable(folder / "prepositions.tsv"),
                      PronounTable(folder / "pronouns.tsv"),
                      PlaceTable(folder / "places.tsv", ontology)};
    pack.names.add_titles(folder / "tokens.tsv");
    std::vector<std::filesystem::path> others;
    for (const auto& entry : std::filesystem::directory_iterator(folder.parent_path())) {
        const bool other = entry.is_directory() && entry.path().filename() != folder.filename();
        if (other && std::filesystem::exists(entry.path() / "names.tsv")) others.push_back(entry.path() / "names.tsv");
    }
    std::sort(others.begin(), others.end());
    for (const auto& file : others) pack.names.add_foreign_acronyms(file, ontology);
    return pack;
}

std::vector<std::string> LanguagePack::actors_named(std::string_view text) const {
    std::vector<std::string> ids;
    for (const NameEntry* entry : names.lookup(text)) ids.push_back(entry->actor->id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

}  // namespace entente::language
