#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/relation.hpp"
#include "store/database.hpp"
#include "store/identities.hpp"
#include "store/selection.hpp"

namespace entente::store {

/// Writes relations into the tables sentences, actors, actions, mentions and relations, each thing once.
///
/// Remembers the numbers of actors and actions, and of what the current article already has; forget() after a
/// rollback.
class RelationWriter {
public:
    explicit RelationWriter(Database& database);

    /// Whether an article has a relation. (An id is a hash over the article too: it cannot be in two.)
    [[nodiscard]] bool has(std::int64_t article, const std::string& relation_id);
    /// Says that nothing is there yet of an article: what follows need not be looked for.
    void begin_new(std::int64_t article);
    /// The relation must not be there yet.
    void add(std::int64_t article, const core::Relation& relation);
    /// Takes out the relations of an article, its sentences and mentions, and the actors and actions that nothing else
    /// needs; the article's own row stays.
    void clear(std::int64_t article);
    /// Takes out one relation, and what only it needs within its article.
    void remove(std::int64_t article, std::string_view relation_id);
    void forget();

private:
    /// Rows of actors and actions are alike if all but the words and their place is.
    struct SameRow {
        std::size_t operator()(const core::Participant& actor) const;
        std::size_t operator()(const core::ActionRef& action) const;
        bool operator()(const core::Participant& a, const core::Participant& b) const;
        bool operator()(const core::ActionRef& a, const core::ActionRef& b) const;
    };
    template <typename Part>
    using Numbers = std::unordered_map<Part, std::int64_t, SameRow, SameRow>;

    struct Sentence {
        std::int64_t number = 0;
        std::int64_t gist = 0;
    };
    struct Mentioned {
        std::int64_t number = 0;
        std::int64_t actor = 0;
    };

    void enter(std::int64_t article);
    Sentence sentence(const core::SentenceRef& sentence);
    std::int64_t actor(const core::Participant& participant);
    std::int64_t action(const core::ActionRef& action);
    Mentioned mention(const core::Participant& participant, const std::string& language);
    void drop_unused(const std::vector<std::int64_t>& actors, const std::vector<std::int64_t>& actions);

    Database& database_;
    Numbers<core::Participant> actors_;
    Numbers<core::ActionRef> actions_;
    std::int64_t article_ = 0;
    std::unordered_set<std::string> relations_;
    std::map<core::SentenceRef, Sentence> sentences_;
    std::map<std::tuple<std::int64_t, core::Span, std::string, std::string>, std::int64_t> mentions_;

    Statement insert_sentence_;
    Statement find_actor_;
    Statement find_action_;
    Statement insert_actor_;
    Statement insert_action_;
    Statement insert_mention_;
    Statement insert_relation_;
};

/// The relations that are selected: article by article, or, where actors or actions are selected, in the order of
/// insertion. @throws base::DataError if a stored value is none that may stand there.
void read_relations(Database& database, const Selection& selection, const Identities& identities,
                    const std::function<void(const core::Relation&)>& sink);

/// As GraphFile::for_each_tie.
void read_ties(Database& database, const std::function<void(const Tie&)>& sink);

}  // namespace entente::store
