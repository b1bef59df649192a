#include <functional>
#include <utility>

#include "store/actor_reader.hpp"
#include "store/graph_file_hidden.hpp"

namespace entente::store {

namespace {

std::vector<ActorDecision> decisions_in(Database& database) {
    std::vector<ActorDecision> all;
    Statement row(database, "SELECT actor, other, verdict FROM actor_decisions ORDER BY actor, other");
    while (row.step()) all.push_back({row.text(0), row.text(1), row.text(2) == "same"});
    return all;
}

}  // namespace

const Identities& GraphFile::Hidden::identities() {
    if (!known_identities) known_identities.emplace(decisions_in(database));
    return *known_identities;
}

std::size_t GraphFile::Hidden::actor_count() {
    if (identities().empty()) {
        Statement count(database, "SELECT count(DISTINCT id) FROM actors");
        return count.step() ? count.size(0) : 0;
    }
    std::set<std::string> ids;
    Statement row(database, "SELECT DISTINCT id FROM actors");
    while (row.step()) ids.insert(identities().read_as(row.text(0)));
    return ids.size();
}

bool GraphFile::Hidden::remove_decision(const std::string& actor, const std::string& other) {
    Statement find(database, "SELECT 1 FROM actor_decisions WHERE actor = ?1 AND other = ?2");
    const bool found = find.bind(actor, other).step();
    find.reset();
    Statement(database, "DELETE FROM actor_decisions WHERE actor = ?1 AND other = ?2").bind(actor, other).run();
    known_identities.reset();
    return found;
}

std::vector<ActorRow> GraphFile::actor_rows() const {
    std::vector<ActorRow> rows;
    Statement row(hidden_->database, "SELECT number, id, label, kind, principal, country FROM actors");
    while (row.step()) {
        rows.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.optional_text(5)});
    }
    const Identities& identities = hidden_->identities();
    if (identities.empty()) return rows;
    ActorReader reader(hidden_->database, identities);
    for (ActorRow& it : rows) {
        if (identities.read_as(it.id) == it.id && identities.read_as(it.principal) == it.principal) continue;
        const core::Participant actor = reader.read(it.number);
        it = {it.number,       actor.id,     actor.label, std::string(core::to_string(actor.kind)),
              actor.principal, actor.country};
    }
    return rows;
}

std::set<std::string> GraphFile::find_actors(std::string_view name) const {
    std::set<std::string> found;
    // Ids have indexes; the labels of all actors are read only if it is none.
    for (const std::string_view sql :
         {"SELECT id FROM actors WHERE id = ?1 UNION SELECT principal FROM actors WHERE principal = ?1",
          "SELECT DISTINCT id FROM actors WHERE label = ?1"}) {
        Statement row(hidden_->database, sql);
        row.bind(name);
        while (row.step()) found.insert(hidden_->identities().read_as(row.text(0)));
        if (!found.empty()) break;
    }
    return found;
}

void GraphFile::for_each_stored_actor(const std::function<void(const std::string& id)>& sink) const {
    Statement row(hidden_->database, "SELECT id FROM actors");
    while (row.step()) sink(row.text(0));
}

std::set<std::string> GraphFile::neighbours(const std::string& actor) const {
    std::set<std::string> found;
    Statement row(hidden_->database,
                  "SELECT DISTINCT id FROM actors WHERE number IN ("
                  "SELECT target_actor FROM relations WHERE source_actor IN (SELECT number FROM actors WHERE id = ?1) "
                  "UNION "
                  "SELECT source_actor FROM relations WHERE target_actor IN (SELECT number FROM actors WHERE id = "
                  "?1))");
    const Identities& identities = hidden_->identities();
    for (const std::string& id : identities.all_of(actor)) {
        row.bind(id);
        while (row.step()) found.insert(identities.read_as(row.text(0)));
    }
    return found;
}

void GraphFile::add_decision(ActorDecision decision) {
    if (!decision.same && decision.other < decision.actor) std::swap(decision.actor, decision.other);
    hidden_->change([&] {
        hidden_->remove_decision(decision.other, decision.actor);
        Statement(hidden_->database,
                  "INSERT INTO actor_decisions (actor, other, verdict) VALUES (?1, ?2, ?3) "
                  "ON CONFLICT (actor, other) DO UPDATE SET verdict = ?3")
            .bind(decision.actor, decision.other, std::string_view(decision.same ? "same" : "different"))
            .run();
        hidden_->known_identities.reset();
        return true;
    });
}

bool GraphFile::remove_decision(const std::string& one, const std::string& other) {
    return hidden_->change([&] {
        const bool first = hidden_->remove_decision(one, other);
        const bool second = hidden_->remove_decision(other, one);
        return first || second;
    });
}

const Identities& GraphFile::identities() const {
    return hidden_->identities();
}

void GraphFile::suppose(const std::vector<ActorDecision>& decisions) {
    hidden_->known_identities.emplace(decisions);
}

std::vector<ActorDecision> GraphFile::decisions() const {
    return decisions_in(hidden_->database);
}

}  // namespace entente::store
