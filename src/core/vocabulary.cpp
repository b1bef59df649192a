#include "core/vocabulary.hpp"

#include <array>
#include <utility>

namespace entente::core {

namespace {

template <typename Value, std::size_t Count>
using Names = std::array<std::pair<Value, std::string_view>, Count>;

struct TypeRow {
    EventType type;
    std::string_view name;
    Quad quad;
    double goldstein;
};

constexpr std::array<TypeRow, 17> types{{
    {EventType::agree, "AGREE", Quad::verbal_cooperation, 4.0},
    {EventType::consult, "CONSULT", Quad::verbal_cooperation, 1.0},
    {EventType::support, "SUPPORT", Quad::verbal_cooperation, 3.5},
    {EventType::concede, "CONCEDE", Quad::verbal_cooperation, 5.0},
    {EventType::cooperate, "COOPERATE", Quad::material_cooperation, 6.0},
    {EventType::aid, "AID", Quad::material_cooperation, 7.0},
    {EventType::retreat, "RETREAT", Quad::material_cooperation, 5.0},
    {EventType::request, "REQUEST", Quad::verbal_conflict, -5.0},
    {EventType::accuse, "ACCUSE", Quad::verbal_conflict, -2.0},
    {EventType::reject, "REJECT", Quad::verbal_conflict, -4.0},
    {EventType::threaten, "THREATEN", Quad::verbal_conflict, -6.0},
    {EventType::protest, "PROTEST", Quad::material_conflict, -6.5},
    {EventType::sanction, "SANCTION", Quad::material_conflict, -4.0},
    {EventType::mobilize, "MOBILIZE", Quad::material_conflict, -7.2},
    {EventType::coerce, "COERCE", Quad::material_conflict, -7.0},
    {EventType::assault, "ASSAULT", Quad::material_conflict, -9.0},
    {EventType::other, "OTHER", Quad::neutral, 0.0},
}};

constexpr Names<Quad, 5> quads{{{Quad::neutral, "neutral"},
                                {Quad::verbal_cooperation, "verbal cooperation"},
                                {Quad::material_cooperation, "material cooperation"},
                                {Quad::verbal_conflict, "verbal conflict"},
                                {Quad::material_conflict, "material conflict"}}};
constexpr Names<ActorKind, 9> kinds{{{ActorKind::state, "state"},
                                     {ActorKind::igo, "igo"},
                                     {ActorKind::person, "person"},
                                     {ActorKind::organisation, "organisation"},
                                     {ActorKind::group, "group"},
                                     {ActorKind::medium, "medium"},
                                     {ActorKind::company, "company"},
                                     {ActorKind::armed_group, "armed-group"},
                                     {ActorKind::unknown, "unknown"}}};
constexpr Names<Polarity, 2> polarities{{{Polarity::affirmative, "affirmative"}, {Polarity::negative, "negative"}}};
constexpr Names<Status, 3> statuses{
    {{Status::actual, "actual"}, {Status::reported, "reported"}, {Status::possible, "possible"}}};

template <typename Value, std::size_t Count>
std::string_view name_of(const Names<Value, Count>& names, Value value) {
    for (const auto& [known, name] : names) {
        if (known == value) return name;
    }
    return {};
}

template <typename Value, std::size_t Count>
std::optional<Value> value_of(const Names<Value, Count>& names, std::string_view text) {
    for (const auto& [known, name] : names) {
        if (name == text) return known;
    }
    return std::nullopt;
}

const TypeRow& row_of(EventType type) {
    return types[static_cast<std::size_t>(type)];
}

}  // namespace

std::string_view to_string(EventType type) {
    return row_of(type).name;
}
std::string_view to_string(Quad quad) {
    return name_of(quads, quad);
}
std::string_view to_string(ActorKind kind) {
    return name_of(kinds, kind);
}
std::string_view to_string(Polarity polarity) {
    return name_of(polarities, polarity);
}
std::string_view to_string(Status status) {
    return name_of(statuses, status);
}

std::optional<EventType> parse_event_type(std::string_view text) {
    for (const TypeRow& row : types) {
        if (row.name == text) return row.type;
    }
    return std::nullopt;
}

std::optional<ActorKind> parse_actor_kind(std::string_view text) {
    return value_of(kinds, text);
}
std::optional<Polarity> parse_polarity(std::string_view text) {
    return value_of(polarities, text);
}
std::optional<Status> parse_status(std::string_view text) {
    return value_of(statuses, text);
}

Quad quad_of(EventType type) {
    return row_of(type).quad;
}
double goldstein_of(EventType type) {
    return row_of(type).goldstein;
}

}  // namespace entente::core
