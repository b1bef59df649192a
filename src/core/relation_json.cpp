#include "core/relation_json.hpp"

#include <optional>
#include <stdexcept>

#include "base/json.hpp"

namespace entente::core {

namespace {

using base::JsonValue;
using base::JsonWriter;

void write_span(JsonWriter& json, const Span& span, std::string_view text) {
    json.member("begin", static_cast<std::int64_t>(span.begin));
    json.member("end", static_cast<std::int64_t>(span.end));
    json.member("text", text);
}

void write_participant(JsonWriter& json, std::string_view role, const Participant& actor) {
    json.key(role).begin_object();
    json.member("id", actor.id).member("label", actor.label).member("kind", to_string(actor.kind));
    json.member("principal", actor.principal).member("country", actor.country).member("name", actor.name);
    write_span(json, actor.span, actor.text);
    json.end_object();
}

void write_action(JsonWriter& json, const ActionRef& action) {
    json.key("action").begin_object();
    json.member("id", action.id).member("type", to_string(action.type)).member("mode", action.mode);
    json.member("cameo", action.cameo);
    write_span(json, action.span, action.text);
    json.end_object();
}

void write_circumstances(JsonWriter& json, const Relation& relation) {
    json.key("attribution");
    if (relation.attribution) {
        json.begin_object().member("id", relation.attribution->id).member("label", relation.attribution->label);
        json.member("text", relation.attribution->text).end_object();
    } else {
        json.null();
    }
    json.key("date");
    if (relation.date) {
        json.begin_object().member("value", to_string(relation.date->value));
        write_span(json, relation.date->span, relation.date->text);
        json.end_object();
    } else {
        json.null();
    }
    json.key("place");
    if (relation.place) {
        json.begin_object().member("label", relation.place->label).member("country", relation.place->country);
        json.end_object();
    } else {
        json.null();
    }
}

[[noreturn]] void fail(std::string_view member) {
    throw std::invalid_argument("the relation's member '" + std::string(member) + "' is missing or wrong");
}

std::string required(const JsonValue& object, std::string_view member) {
    auto value = object[member].string();
    if (!value) fail(member);
    return *std::move(value);
}

/// A member that may be absent or null, but nothing else than a string.
std::optional<std::string> optional_string(const JsonValue& object, std::string_view member) {
    const JsonValue value = object[member];
    if (value.exists() && !value.is_null() && !value.string()) fail(member);
    return value.string();
}

/// A member that may be absent or null, but nothing else than an object.
JsonValue optional_object(const JsonValue& object, std::string_view member) {
    const JsonValue value = object[member];
    if (value.exists() && !value.is_null() && !value.is_object()) fail(member);
    return value.is_object() ? value : JsonValue();
}

bool read_flag(const JsonValue& object, std::string_view member) {
    const JsonValue value = object[member];
    if (value.exists() && !value.boolean()) fail(member);
    return value.boolean().value_or(false);
}

std::size_t read_number(const JsonValue& object, std::string_view member) {
    const JsonValue value = object[member];
    if (value.exists() && value.integer().value_or(-1) < 0) fail(member);
    return static_cast<std::size_t>(value.integer().value_or(0));
}

Span read_span(const JsonValue& object) {
    const auto begin = object["begin"].integer();
    const auto end = object["end"].integer();
    if (!begin || !end || *begin < 0 || *end < *begin) fail("begin");
    return {static_cast<std::size_t>(*begin), static_cast<std::size_t>(*end)};
}

template <typename Parse>
auto read_word(const JsonValue& object, std::string_view member, Parse parse) {
    const auto value = parse(required(object, member));
    if (!value) fail(member);
    return *value;
}

Participant read_participant(const JsonValue& object, std::string_view role) {
    if (!object.is_object()) fail(role);
    return {required(object, "id"),
            required(object, "label"),
            read_word(object, "kind", parse_actor_kind),
            required(object, "principal"),
            optional_string(object, "country"),
            optional_string(object, "name"),
            read_span(object),
            required(object, "text")};
}

ActionRef read_action(const JsonValue& object) {
    if (!object.is_object()) fail("action");
    return {required(object, "id"),
            read_word(object, "type", parse_event_type),
            optional_string(object, "mode"),
            required(object, "cameo"),
            read_span(object),
            required(object, "text")};
}

}  // namespace

std::string to_json(const Relation& relation) {
    JsonWriter json;
    json.begin_object().member("id", relation.id).member("article", relation.article).member("url", relation.url);
    json.member("published", relation.published ? std::optional(to_string(*relation.published)) : std::nullopt);
    json.member("language", relation.language);
    json.key("sentence").begin_object().member("number", static_cast<std::int64_t>(relation.sentence.number));
    write_span(json, relation.sentence.span, relation.sentence.text);
    json.end_object();
    write_participant(json, "source", relation.source);
    write_action(json, relation.action);
    write_participant(json, "target", relation.target);
    json.member("symmetric", relation.symmetric).member("polarity", to_string(relation.polarity));
    json.member("status", to_string(relation.status));
    write_circumstances(json, relation);
    json.member("rule", relation.rule).end_object();
    return json.take();
}

Relation relation_from_json(std::string_view line) {
    const base::JsonDocument document(line);
    const JsonValue root = document.root();
    if (!root.is_object()) throw std::invalid_argument("a relation line must be a JSON object");
    Relation relation;
    relation.id = required(root, "id");
    relation.article = required(root, "article");
    relation.url = optional_string(root, "url");
    if (const auto published = optional_string(root, "published")) {
        relation.published = parse_date(*published);
        if (!relation.published) fail("published");
    }
    relation.language = required(root, "language");
    const JsonValue sentence = root["sentence"];
    relation.sentence = {read_number(sentence, "number"), read_span(sentence), required(sentence, "text")};
    relation.source = read_participant(root["source"], "source");
    relation.action = read_action(root["action"]);
    relation.target = read_participant(root["target"], "target");
    relation.symmetric = read_flag(root, "symmetric");
    relation.polarity = read_word(root, "polarity", parse_polarity);
    relation.status = read_word(root, "status", parse_status);
    if (const JsonValue said = optional_object(root, "attribution"); said.exists()) {
        relation.attribution =
            Attribution{optional_string(said, "id"), required(said, "label"), required(said, "text")};
    }
    if (const JsonValue date = optional_object(root, "date"); date.exists()) {
        relation.date = DateMention{read_word(date, "value", parse_date), read_span(date), required(date, "text")};
    }
    if (const JsonValue place = optional_object(root, "place"); place.exists()) {
        relation.place = Place{required(place, "label"), optional_string(place, "country")};
    }
    relation.rule = optional_string(root, "rule").value_or("");
    return relation;
}

}  // namespace entente::core
