#include "ontology/ontology.hpp"

#include <algorithm>

#include "base/tsv.hpp"

namespace entente::ontology {

namespace {

using base::TsvFile;
using base::TsvRow;

std::map<std::string, std::string> read_labels(const TsvRow& row) {
    return {{"en", row.required("label_en")}, {"fr", row.required("label_fr")}};
}

std::optional<core::Date> read_date(const TsvRow& row, std::string_view column) {
    if (row[column].empty()) return std::nullopt;
    const auto date = core::parse_date(row[column]);
    if (!date) row.fail("'" + row[column] + "' is no date");
    return date;
}

core::ActorKind read_kind(const TsvRow& row) {
    const auto kind = core::parse_actor_kind(row.required("kind"));
    if (!kind) row.fail("'" + row["kind"] + "' is no kind of actor");
    return *kind;
}

template <typename Map>
const typename Map::mapped_type* find(const Map& map, std::string_view key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

/// Stands for the present, which no table reaches.
constexpr core::Date latest_day{2100, 1, 1};

bool covers(const Office& office, const core::Date& date) {
    const bool begun = !office.from || *office.from <= core::last_day(date);
    const bool ended = office.to && core::last_day(*office.to) < date;
    return begun && !ended;
}

}  // namespace

Ontology::Ontology(const std::filesystem::path& folder) : spelling_(folder / "spellings.tsv") {
    read_roles(folder / "roles.tsv");
    read_actors(folder / "actors.tsv");
    read_offices(folder / "offices.tsv");
    read_places(folder / "places.tsv");
    read_actions(folder / "actions.tsv");
    index_spellings();
}

void Ontology::read_actors(const std::filesystem::path& file) {
    const TsvFile table(file,
                        {"id", "kind", "principal", "country", "label_en", "label_fr", "adjective_en", "wikidata"});
    for (const TsvRow& row : table) {
        Actor actor{row.required("id"),  read_kind(row), row.required("principal"), row["country"], read_labels(row),
                    row["adjective_en"], row["wikidata"]};
        if (!actors_.emplace(actor.id, actor).second) row.fail("actor '" + actor.id + "' stands twice");
    }
}

void Ontology::read_offices(const std::filesystem::path& file) {
    const TsvFile table(file, {"person", "principal", "office", "from", "to"});
    for (const TsvRow& row : table) {
        if (actor(row.required("person")) == nullptr) row.fail("there is no actor '" + row["person"] + "'");
        offices_[row["person"]].push_back({row["person"], row.required("principal"), row.required("office"),
                                           read_date(row, "from"), read_date(row, "to")});
    }
}

void Ontology::read_roles(const std::filesystem::path& file) {
    const TsvFile table(file, {"role", "suffix", "kind", "label_en", "label_fr", "principal"});
    for (const TsvRow& row : table) {
        roles_[row.required("role")] = {row["role"], row["suffix"], read_kind(row), read_labels(row), row["principal"]};
    }
}

void Ontology::read_places(const std::filesystem::path& file) {
    const TsvFile table(file, {"id", "country", "label_en", "label_fr"});
    for (const TsvRow& row : table) {
        if (!row["country"].empty() && actor(row["country"]) == nullptr)
            row.fail("there is no actor '" + row["country"] + "'");
        const Place place{row.required("id"), row["country"], read_labels(row)};
        if (!places_.emplace(place.id, place).second) row.fail("place '" + place.id + "' stands twice");
    }
}

void Ontology::read_actions(const std::filesystem::path& file) {
    const TsvFile table(file, {"id", "type", "mode", "cameo", "symmetric", "label_en", "label_fr"});
    for (const TsvRow& row : table) {
        const auto type = core::parse_event_type(row.required("type"));
        if (!type) row.fail("'" + row["type"] + "' is no PLOVER type");
        const std::string& symmetric = row.required("symmetric");
        if (symmetric != "yes" && symmetric != "no") row.fail("column 'symmetric' must be yes or no");
        Action action{row.required("id"), *type, std::nullopt, row["cameo"], symmetric == "yes", read_labels(row)};
        if (!row["mode"].empty()) action.mode = row["mode"];
        if (!actions_.emplace(action.id, action).second) row.fail("action '" + action.id + "' stands twice");
    }
}

void Ontology::index_spellings() {
    for (const auto& [id, actor] : actors_) {
        if (actor.kind != core::ActorKind::person) continue;
        for (const auto& [language, label] : actor.labels) {
            if (label.find(' ') == std::string::npos) continue;
            const auto [known, added] = spelt_.emplace(spelling_.key(label), &actor);
            if (!added && known->second != &actor) known->second = nullptr;
        }
    }
}

const Actor* Ontology::person_spelt(std::string_view full_name) const {
    const auto found = spelt_.find(spelling_.key(full_name));
    return found == spelt_.end() ? nullptr : found->second;
}

const Actor* Ontology::actor(std::string_view id) const {
    return find(actors_, id);
}
const Action* Ontology::action(std::string_view id) const {
    return find(actions_, id);
}
const Place* Ontology::place(std::string_view id) const {
    return find(places_, id);
}
const Role* Ontology::role(std::string_view code) const {
    return find(roles_, code);
}

const Office* Ontology::office_at(std::string_view person, const std::optional<core::Date>& date) const {
    const auto* offices = find(offices_, person);
    if (offices == nullptr) return nullptr;
    const Office* best = nullptr;
    for (const Office& office : *offices) {
        if (date && !covers(office, *date)) continue;
        if (best == nullptr || best->from <= office.from) best = &office;
    }
    return best;
}

std::optional<long> Ontology::days_from_office(std::string_view person, const std::optional<core::Date>& date) const {
    const auto* offices = find(offices_, person);
    if (offices == nullptr) return std::nullopt;
    std::optional<long> nearest;
    for (const Office& office : *offices) {
        long days = 0;
        if (date && office.from && *office.from > core::last_day(*date)) {
            days = core::to_days(*office.from) - core::to_days(core::last_day(*date));
        } else if (office.to && (!date || core::last_day(*office.to) < *date)) {
            days = core::to_days(date.value_or(latest_day)) - core::to_days(core::last_day(*office.to));
        }
        if (!nearest || days < *nearest) nearest = days;
    }
    return nearest;
}

std::vector<Office> Ontology::offices_of(std::string_view person) const {
    const auto* offices = find(offices_, person);
    if (offices == nullptr) return {};
    std::vector<Office> sorted = *offices;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Office& a, const Office& b) { return a.from < b.from; });
    return sorted;
}

std::string Ontology::principal_at(const Actor& actor, const std::optional<core::Date>& date) const {
    const Office* office = office_at(actor.id, date);
    return office == nullptr ? actor.principal : office->principal;
}

Actor Ontology::principal_actor(std::string_view principal) const {
    if (const Actor* known = actor(principal)) return *known;
    Actor made;
    made.id = made.principal = principal;
    made.labels = {{"en", made.id}, {"fr", made.id}};
    const std::size_t hyphen = principal.find('-');
    if (hyphen != 3) return made;
    const Actor* country = actor(principal.substr(0, 3));
    const std::string_view suffix = principal.substr(hyphen + 1);
    for (const auto& [code, role] : roles_) {
        if (role.suffix != suffix) continue;
        made.kind = role.kind;
        if (country != nullptr) {
            made.country = country->id;
            const std::string& adjective = country->adjective.empty() ? country->labels.at("en") : country->adjective;
            made.labels["en"] = adjective + " " + role.labels.at("en");
            made.labels["fr"] = role.labels.at("fr") + " (" + country->labels.at("fr") + ")";
        } else {
            made.labels = role.labels;
        }
        break;
    }
    return made;
}

}  // namespace entente::ontology
