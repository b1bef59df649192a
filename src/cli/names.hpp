#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/query.hpp"
#include "language/lexicon.hpp"
#include "language/names.hpp"
#include "language/roles.hpp"
#include "ontology/ontology.hpp"

namespace entente::cli {

/// What actors and actions are called in every language: the ontology, and of the language packs what names them.
class Names {
public:
    /// @throws DataError naming the file and line that is wrong.
    explicit Names(const std::filesystem::path& data);
    Names(const Names&) = delete;
    Names& operator=(const Names&) = delete;

    [[nodiscard]] const ontology::Ontology& ontology() const { return ontology_; }

    /// Who is meant by `text`: `?` or nothing is anybody, else an id, a name in any language, an alias that the graph's
    /// articles use, a role with a nation (`opposition syrienne`), or a role alone (`civilians`: those of every
    /// country). Names may be ambiguous: then all are meant.
    /// @throws UsageError suggesting the nearest name if nobody is so called.
    [[nodiscard]] graph::ActorPattern actor(const std::string& text, const graph::KnowledgeGraph& graph,
                                            bool exact) const;

    /// Which actions are meant: `?` or nothing is any, else an id, a PLOVER type, a CAMEO code or the beginning of one,
    /// or a verb or event noun of any language.
    /// @throws UsageError suggesting the nearest word if nothing is so called.
    [[nodiscard]] graph::ActionPattern action(const std::string& text) const;

    /// What the ontology knows of an actor or principal: its label, and its names in every language.
    [[nodiscard]] graph::FactSource facts() const;

    /// The words of one language.
    struct Words {
        std::string language;  ///< ISO 639-1
        language::NameTable actors;
        language::RoleTable roles;
        language::ActionLexicon actions;
    };

private:
    [[nodiscard]] std::vector<std::string> known_actors(const std::string& text) const;
    /// What follows the country in the principals of those whom a role word names; empty for organs of the state.
    [[nodiscard]] std::set<std::string> role_suffixes(const std::string& text) const;
    [[nodiscard]] std::set<std::string> described_actors(const std::string& text) const;
    [[nodiscard]] std::set<std::string> groups_in(const graph::KnowledgeGraph& graph, const std::string& text) const;
    [[nodiscard]] std::vector<std::string> known_names(const graph::KnowledgeGraph& graph) const;

    ontology::Ontology ontology_;
    std::vector<Words> words_;
};

/// Whether an argument stands for anything: empty, `?` or `*`.
[[nodiscard]] bool is_any(std::string_view argument);

}  // namespace entente::cli
