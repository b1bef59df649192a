#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/query.hpp"
#include "ontology/ontology.hpp"

namespace entente::cli {

/// What actors and actions are called in every language: the ontology, and of the language packs what names them, read
/// as far as it is asked for. Not for several threads.
class Names {
public:
    /// @throws DataError naming the file and line that is wrong; so do the others.
    explicit Names(const std::filesystem::path& data);
    Names(const Names&) = delete;
    Names& operator=(const Names&) = delete;
    ~Names();

    [[nodiscard]] const ontology::Ontology& ontology() const { return ontology_; }

    /// Who is meant by `text`: `?` or nothing is anybody, else an id, a name in any language, an alias that the graph's
    /// articles use, a role with a nation (`opposition syrienne`), or a role alone (`civilians`: those of every
    /// country). Names may be ambiguous: then all are meant.
    /// @throws UsageError suggesting the nearest name if nobody is so called.
    [[nodiscard]] graph::ActorPattern actor(const std::string& text, const graph::KnowledgeGraph& graph,
                                            bool exact) const;
    /// The same without a graph: those whom the ontology knows by an id or name; nobody if it knows none.
    [[nodiscard]] std::set<std::string> known_actors(const std::string& text) const;
    /// Those of these actors, and groups of the ontology, whom `text` names or describes; nobody if it does not.
    [[nodiscard]] std::set<std::string> actors_among(const std::string& text,
                                                     const std::vector<graph::ActorNode>& actors) const;

    /// Which actions are meant: `?` or nothing is any, else an id, a PLOVER type, a CAMEO code or the beginning of one,
    /// or a verb or event noun of any language.
    /// @throws UsageError suggesting the nearest word if nothing is so called.
    [[nodiscard]] graph::ActionPattern action(const std::string& text) const;

    /// What the ontology knows of an actor or principal: its label, and its names in every language.
    [[nodiscard]] graph::FactSource facts() const;
    /// The same without the names, for answers that do not show them.
    [[nodiscard]] graph::FactSource labels() const;

private:
    struct Language;

    /// What follows the country in the principals of those whom a role word names; empty for organs of the state.
    [[nodiscard]] std::set<std::string> role_suffixes(const std::string& text) const;
    [[nodiscard]] std::set<std::string> described_actors(const std::string& text) const;
    [[nodiscard]] std::set<std::string> groups_among(const std::vector<graph::ActorNode>& actors,
                                                     const std::string& text) const;
    [[nodiscard]] std::vector<std::string> known_names(const graph::KnowledgeGraph& graph) const;

    ontology::Ontology ontology_;
    std::vector<std::unique_ptr<Language>> languages_;  // by code
};

/// Whether an argument stands for anything: empty, `?` or `*`.
[[nodiscard]] bool is_any(std::string_view argument);

}  // namespace entente::cli
