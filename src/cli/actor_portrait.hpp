#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/names.hpp"
#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"

namespace entente::cli {

/// All that is known of one actor: by the ontology, and by the articles of a graph.
struct ActorPortrait {
    ontology::Actor actor;  ///< made of the graph's own words where the ontology does not know the actor
    bool known = false;     ///< by the ontology
    std::map<std::string, std::vector<std::string>> names;  ///< by language, the label first
    std::vector<ontology::Office> offices;                  ///< oldest first
    std::vector<ontology::Actor> acts_for;  ///< outside any office, then those of the offices, each once
    std::vector<graph::Alias> seen;         ///< as the articles write the actor, the most frequent first
    std::size_t mentions = 0;
    std::size_t articles = 0;
    std::optional<core::Date> first_seen;
    std::optional<core::Date> last_seen;
    std::map<std::string, std::size_t> done;      ///< relations by type in which the actor is the source
    std::map<std::string, std::size_t> received;  ///< … the target
};

/// The portrait of the actor with this id.
[[nodiscard]] ActorPortrait portrait_of(const std::string& id, const Names& names, const graph::KnowledgeGraph& graph);

/// For people: one fact a line.
void write_portrait(const ActorPortrait& portrait, const ontology::Ontology& ontology, std::ostream& out);
/// An array of objects.
[[nodiscard]] std::string portraits_as_json(const std::vector<ActorPortrait>& portraits);

}  // namespace entente::cli
