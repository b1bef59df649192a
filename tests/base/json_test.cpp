#include "base/json.hpp"

#include <limits>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

using namespace entente::base;

namespace {

bool refused(const std::string& text) {
    try {
        const JsonDocument document(text);
        return false;
    } catch (const std::invalid_argument&) {
        return true;
    }
}

}  // namespace

TEST_CASE("members, elements and values are found by type") {
    const JsonDocument document(
        R"({"s": "caf\u00e9", "i": -7, "d": 1.5, "b": true, "n": null, "a": [1, "x"], "o": {}})");
    const JsonValue root = document.root();
    CHECK(root.is_object());
    CHECK(root.names() == std::vector<std::string>{"s", "i", "d", "b", "n", "a", "o"});
    CHECK(root["s"].string() == "café");
    CHECK(root["i"].integer() == -7);
    CHECK(root["i"].number() == -7.0);
    CHECK(root["d"].number() == 1.5);
    CHECK(root["b"].boolean() == true);
    CHECK(root["n"].is_null());
    REQUIRE(root["a"].is_array());
    REQUIRE(root["a"].elements().size() == 2);
    CHECK(root["a"].elements()[1].string() == "x");
    CHECK(root["o"].names().empty());
}

TEST_CASE("what is absent or of another type answers with nothing") {
    const JsonDocument document(R"({"s": "x", "d": 1.5, "big": 18446744073709551615})");
    const JsonValue root = document.root();
    CHECK_FALSE(root["absent"].exists());
    CHECK_FALSE(root["absent"]["deeper"].exists());
    CHECK_FALSE(root["absent"].is_null());
    CHECK_FALSE(root["s"].integer().has_value());
    CHECK_FALSE(root["s"]["x"].exists());
    CHECK_FALSE(root["d"].integer().has_value());
    CHECK_FALSE(root["d"].string().has_value());
    CHECK_FALSE(root["big"].integer().has_value());
    CHECK(root["s"].elements().empty());
    CHECK_FALSE(JsonValue().exists());
}

TEST_CASE("strings keep every character, the zero too") {
    const JsonDocument document(R"({"z": "a\u0000b", "clef": "\ud834\udd1e"})");
    CHECK(document.root()["z"].string() == std::string("a\0b", 3));
    CHECK(document.root()["clef"].string() == "\U0001D11E");
}

TEST_CASE("what is not JSON is refused with the place") {
    for (const char* text : {"", "{", "{} {}", "{\"a\":}", "{'a':1}", "[1,]", "nul", "{\"a\" 1}", "\"open"}) {
        CAPTURE(text);
        CHECK(refused(text));
    }
    CHECK_THROWS_WITH_AS(JsonDocument("{\"a\": x}"), "Invalid value. At byte 6.", std::invalid_argument);
}

TEST_CASE("text that is not UTF-8 is refused, half surrogates too") {
    CHECK(refused("\"\xFF\""));
    CHECK(refused("\"\xC3\""));
    CHECK(refused(R"("\ud800")"));
    CHECK(refused(R"("\ud800x")"));
    CHECK(refused(R"("\udc00")"));
}

TEST_CASE("deep nesting is no danger") {
    const std::size_t depth = 200'000;
    CHECK_FALSE(refused(std::string(depth, '[') + std::string(depth, ']')));
    CHECK(refused(std::string(depth, '[')));
}

TEST_CASE("members are written in the order in which they are called") {
    JsonWriter json;
    json.begin_object().member("b", "x").member("a", std::int64_t{-3}).member("t", true);
    json.member("none", std::nullopt).member("some", std::optional<std::string>("y"));
    json.key("list").begin_array().number(0.5).null().boolean(false).end_array().end_object();
    CHECK(json.text() == R"({"b":"x","a":-3,"t":true,"none":null,"some":"y","list":[0.5,null,false]})");
}

TEST_CASE("take empties the writer for the next text") {
    JsonWriter json;
    CHECK(json.begin_array().end_array().take() == "[]");
    CHECK(json.text().empty());
    CHECK(json.begin_object().end_object().take() == "{}");
}

TEST_CASE("the indented layout uses two spaces") {
    JsonWriter json(JsonWriter::Layout::indented);
    json.begin_object().member("a", "b").end_object();
    CHECK(json.take() == "{\n  \"a\": \"b\"\n}");
}

TEST_CASE("every string survives being written and read") {
    const std::string nasty("quote \" backslash \\ line\nnull \0 é 𝄞 \x01 </script>", 47);
    JsonWriter json;
    json.begin_object().member("s", nasty).end_object();
    const std::string text = json.take();
    CHECK(text.find('\n') == std::string::npos);
    CHECK(JsonDocument(text).root()["s"].string() == nasty);
}

TEST_CASE("integers survive to their limits") {
    for (const std::int64_t value :
         {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        JsonWriter json;
        json.begin_array().integer(value).end_array();
        CHECK(JsonDocument(json.take()).root().elements().at(0).integer() == value);
    }
}
