#include "core/vocabulary.hpp"

#include <set>
#include <string>

#include <doctest/doctest.h>

#include "core/span.hpp"

using namespace entente::core;

TEST_CASE("every type, kind, polarity and status reads back as it is written") {
    for (int i = 0; i <= static_cast<int>(EventType::other); ++i) {
        const auto type = static_cast<EventType>(i);
        CHECK(parse_event_type(to_string(type)) == type);
    }
    for (int i = 0; i <= static_cast<int>(ActorKind::unknown); ++i) {
        const auto kind = static_cast<ActorKind>(i);
        CHECK(parse_actor_kind(to_string(kind)) == kind);
    }
    for (const Polarity polarity : {Polarity::affirmative, Polarity::negative}) {
        CHECK(parse_polarity(to_string(polarity)) == polarity);
    }
    for (const Status status : {Status::actual, Status::reported, Status::possible}) {
        CHECK(parse_status(to_string(status)) == status);
    }
}

TEST_CASE("words are read in their exact spelling only") {
    CHECK(parse_actor_kind("armed-group") == ActorKind::armed_group);
    CHECK(parse_event_type("CONSULT") == EventType::consult);
    CHECK_FALSE(parse_event_type("consult").has_value());
    CHECK_FALSE(parse_event_type("").has_value());
    CHECK_FALSE(parse_actor_kind("armed_group").has_value());
    CHECK_FALSE(parse_polarity("Negative").has_value());
    CHECK_FALSE(parse_status("actual ").has_value());
}

TEST_CASE("no two types share a name") {
    std::set<std::string> names;
    for (int i = 0; i <= static_cast<int>(EventType::other); ++i) {
        names.insert(std::string(to_string(static_cast<EventType>(i))));
    }
    CHECK(names.size() == 17);
}

TEST_CASE("types of cooperation have positive Goldstein values, types of conflict negative ones") {
    for (int i = 0; i <= static_cast<int>(EventType::other); ++i) {
        const auto type = static_cast<EventType>(i);
        const Quad quad = quad_of(type);
        CAPTURE(to_string(type));
        if (quad == Quad::verbal_cooperation || quad == Quad::material_cooperation) {
            CHECK(goldstein_of(type) > 0);
        } else if (quad == Quad::neutral) {
            CHECK(goldstein_of(type) == 0);
        } else {
            CHECK(goldstein_of(type) < 0);
        }
    }
    CHECK(quad_of(EventType::consult) == Quad::verbal_cooperation);
    CHECK(quad_of(EventType::aid) == Quad::material_cooperation);
    CHECK(quad_of(EventType::accuse) == Quad::verbal_conflict);
    CHECK(quad_of(EventType::assault) == Quad::material_conflict);
}

TEST_CASE("spans end before their end") {
    const Span word{3, 6};
    CHECK(word.size() == 3);
    CHECK(word.contains({3, 6}));
    CHECK(word.contains({4, 5}));
    CHECK_FALSE(word.contains({2, 4}));
    CHECK(word.overlaps({5, 9}));
    CHECK_FALSE(word.overlaps({6, 9}));
    CHECK(cover(word, {10, 12}) == Span{3, 12});
    CHECK(Span{4, 4}.empty());
}
