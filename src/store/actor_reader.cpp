#include "store/actor_reader.hpp"

#include <algorithm>
#include <utility>

namespace entente::store {

ActorReader::ActorReader(Database& database, const Identities& identities)
    : database_(database),
      identities_(identities),
      read_(database, "SELECT id, label, kind, principal, country, name FROM actors WHERE number = ?1") {}

core::Participant ActorReader::row(const Statement& row) const {
    const auto kind = core::parse_actor_kind(row.text(2));
    if (!kind) database_.fail("is damaged: `" + row.text(2) + "` is no kind of actor");
    return {row.text(0), row.text(1), *kind, row.text(3), row.optional_text(4), row.optional_text(5), {}, {}};
}

core::Participant ActorReader::read(std::int64_t number) {
    if (!read_.bind(number).step()) {
        database_.fail("is damaged: a relation names an actor that is not there");
    }
    core::Participant actor = row(read_);
    read_.reset();
    if (!identities_.empty()) disguise(actor);
    return actor;
}

const std::vector<core::Participant>& ActorReader::guises(const std::string& id) {
    const auto [place, is_new] = guises_.try_emplace(id);
    if (!is_new) return place->second;
    std::vector<std::pair<std::int64_t, core::Participant>> found;
    Statement rows(database_,
                   "SELECT id, label, kind, principal, country, name, "
                   "(SELECT count(*) FROM relations WHERE source_actor = actors.number) + "
                   "(SELECT count(*) FROM relations WHERE target_actor = actors.number) FROM actors WHERE id = ?1");
    rows.bind(id);
    while (rows.step()) found.emplace_back(-rows.integer(6), row(rows));
    std::sort(found.begin(), found.end());
    for (auto& [uses, guise] : found) place->second.push_back(std::move(guise));
    return place->second;
}

void ActorReader::disguise(core::Participant& actor) {
    const std::string& id = identities_.read_as(actor.id);
    if (id != actor.id) {
        const bool by_label = actor.name == actor.label;
        const auto& known = guises(id);
        const auto fits = [&](const core::Participant& guise) { return guise.principal == actor.principal; };
        const auto same = std::find_if(known.begin(), known.end(), fits);
        if (!known.empty()) {
            const core::Participant& guise = same == known.end() ? known.front() : *same;
            actor.label = guise.label;
            actor.kind = guise.kind;
            actor.principal = guise.principal;
            actor.country = guise.country;
            // The name of an organ stays: it is not that of the actor.
            if (by_label) actor.name = guise.label;
        }
        actor.id = id;
    }
    actor.principal = identities_.read_as(actor.principal);
}

}  // namespace entente::store
