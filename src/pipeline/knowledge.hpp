#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "articles/furniture.hpp"
#include "entities/name_tagger.hpp"
#include "language/language_pack.hpp"
#include "ontology/ontology.hpp"
#include "resolve/dates.hpp"
#include "syntax/parser.hpp"

namespace entente::pipeline {

/// What the program knows: the ontology and, per language, its pack, parser, names and calendar words. Immutable after
/// loading; shared by reference between threads. Not movable: the packs refer to the ontology.
struct Knowledge {
    /// Loads everything below `data`. @throws DataError naming the file and line that is wrong.
    [[nodiscard]] static Knowledge load(const std::filesystem::path& data) { return Knowledge(data); }
    Knowledge(const Knowledge&) = delete;
    Knowledge& operator=(const Knowledge&) = delete;

    articles::FurnitureRules furniture;
    ontology::Ontology ontology;
    std::map<std::string, language::LanguagePack> languages;  ///< by ISO 639-1 code
    std::map<std::string, syntax::Parser> parsers;
    std::map<std::string, entities::NameTagger> names;  ///< of the languages that have a names.bin
    std::map<std::string, resolve::DateFinder> dates;

private:
    explicit Knowledge(const std::filesystem::path& data);
};

/// One file of the program's knowledge, for `info` and the graph file.
struct KnowledgeFile {
    std::string path;      ///< relative to the data folder, `lang/fr/verbs.tsv`
    std::string checksum;  ///< base::hash_hex of its bytes
};

/// Every file below `data` with its checksum, sorted by path.
[[nodiscard]] std::vector<KnowledgeFile> knowledge_files(const std::filesystem::path& data);

/// The data folder: $ENTENTE_DATA if set, else `share/entente` beside the program's `bin`, else `data` in one of the
/// folders above the program (a build tree). @throws UsageError saying where it was looked for.
[[nodiscard]] std::filesystem::path find_data();

}  // namespace entente::pipeline
