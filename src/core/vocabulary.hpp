#pragma once

#include <optional>
#include <string_view>

namespace entente::core {

/// The PLOVER event types, and `other` for an action that none of them covers.
enum class EventType {
    agree,
    consult,
    support,
    concede,
    cooperate,
    aid,
    retreat,
    request,
    accuse,
    reject,
    threaten,
    protest,
    sanction,
    mobilize,
    coerce,
    assault,
    other,
};

/// PLOVER's four quadrants: verbal or material, cooperation or conflict.
enum class Quad { neutral, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict };

/// What kind of thing an actor is.
enum class ActorKind { state, igo, person, organisation, group, medium, company, armed_group, unknown };

enum class Polarity { affirmative, negative };

/// `actual`: the article asserts it; `reported`: only claimed; `possible`: planned, hoped, conditional.
enum class Status { actual, reported, possible };

/// The spellings of FORMATS and the graph file: `CONSULT`, `armed-group`, `affirmative`, `actual`…
[[nodiscard]] std::string_view to_string(EventType type);
[[nodiscard]] std::string_view to_string(Quad quad);
[[nodiscard]] std::string_view to_string(ActorKind kind);
[[nodiscard]] std::string_view to_string(Polarity polarity);
[[nodiscard]] std::string_view to_string(Status status);

[[nodiscard]] std::optional<EventType> parse_event_type(std::string_view text);
[[nodiscard]] std::optional<ActorKind> parse_actor_kind(std::string_view text);
[[nodiscard]] std::optional<Polarity> parse_polarity(std::string_view text);
[[nodiscard]] std::optional<Status> parse_status(std::string_view text);

[[nodiscard]] Quad quad_of(EventType type);
/// The Goldstein value of the CAMEO root that corresponds to the type (Goldstein 1992; -10 conflict to +8.3
/// cooperation).
[[nodiscard]] double goldstein_of(EventType type);

}  // namespace entente::core
