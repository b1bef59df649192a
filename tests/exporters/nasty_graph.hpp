#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "core/relation_json.hpp"
#include "exporters/formats.hpp"

namespace entente::exporters::testing {

inline std::filesystem::path source_folder() {
    return ENTENTE_SOURCE_DIR;
}

/// Relations with all that is awkward: control characters, mark-up, quotes, emoji, right-to-left names, ids that are no
/// NMTOKENs, parallel edges, loops, two relations in one sentence, an unknown action.
inline std::vector<core::Relation> nasty_relations() {
    std::vector<core::Relation> relations;
    const std::string text = base::read_file(source_folder() / "tests/exporters/nasty.jsonl");
    for (const std::string& line : base::split_list(text, '\n')) relations.push_back(core::relation_from_json(line));
    return relations;
}

inline const ontology::Ontology& test_ontology() {
    static const ontology::Ontology ontology(source_folder() / "data/ontology");
    return ontology;
}

struct Exported {
    std::string text;
    std::size_t warnings = 0;
};

inline Exported export_relations(std::string_view format, const std::vector<core::Relation>& relations,
                                 const ExportOptions& options = {}) {
    graph::KnowledgeGraph graph;
    for (const core::Relation& relation : relations) graph.add(relation);
    base::Diagnostics diagnostics;
    Exported exported;
    find_format(format)->write({graph, test_ontology(), diagnostics}, options,
                               [&exported](std::string_view bytes) { exported.text += bytes; });
    exported.warnings = diagnostics.count(base::Severity::warning);
    return exported;
}

inline Exported export_nasty(std::string_view format, const ExportOptions& options = {}) {
    return export_relations(format, nasty_relations(), options);
}

inline std::vector<std::string> lines_of(const std::string& text) {
    return base::split_list(text, '\n');
}

inline bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace entente::exporters::testing
