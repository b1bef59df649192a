#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/relation.hpp"
#include "store/database.hpp"

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
    /// The relation must not be there yet.
    void add(std::int64_t article, const core::Relation& relation);
    /// Takes out the relations of an article, its sentences and mentions, and the actors and actions that nothing else
    /// needs; the article's own row stays.
    void clear(std::int64_t article);
    /// Takes out one relation, and what only it needs within its article.
    void remove(std::int64_t article, std::string_view relation_id);
    void forget();

private:
    using ActorKey = std::tuple<std::string, std::string, core::ActorKind, std::string, std::optional<std::string>,
                                std::optional<std::string>>;
    using ActionKey = std::tuple<std::string, core::EventType, std::optional<std::string>, std::string>;

    void load_actors_and_actions();
    void enter(std::int64_t article);
    std::int64_t sentence(const core::SentenceRef& sentence);
    std::int64_t actor(const core::Participant& participant);
    std::int64_t action(const core::ActionRef& action);
    std::int64_t mention(const core::Participant& participant, const std::string& language);
    void drop_unused(const std::vector<std::int64_t>& actors, const std::vector<std::int64_t>& actions);

    Database& database_;
    bool loaded_ = false;
    std::map<ActorKey, std::int64_t> actors_;
    std::map<ActionKey, std::int64_t> actions_;
    std::int64_t article_ = 0;
    std::set<std::string> relations_;
    std::map<core::SentenceRef, std::int64_t> sentences_;
    std::map<std::tuple<std::int64_t, core::Span, std::string, std::string>, std::int64_t> mentions_;

    Statement insert_sentence_;
    Statement insert_actor_;
    Statement insert_action_;
    Statement insert_mention_;
    Statement insert_relation_;
};

/// The relations of the whole file, or of the article with this id: article by article, each in the order of insertion.
/// @throws base::DataError if a stored value is none that may stand there.
void read_relations(Database& database, std::optional<std::string_view> article,
                    const std::function<void(const core::Relation&)>& sink);

}  // namespace entente::store
