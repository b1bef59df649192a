#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::base {

/// A read-only view of one value inside a JsonDocument; valid as long as the document lives.
///
/// Asking for a member that is absent, or for a value of another type, gives an empty answer: the caller decides
/// what is required.
class JsonValue {
public:
    JsonValue() = default;

    [[nodiscard]] bool exists() const { return value_ != nullptr; }
    [[nodiscard]] bool is_null() const;
    [[nodiscard]] bool is_object() const;
    [[nodiscard]] bool is_array() const;
    /// The member of an object, or a value that does not exist.
    [[nodiscard]] JsonValue operator[](std::string_view name) const;
    /// The members' names of an object in the order of the text.
    [[nodiscard]] std::vector<std::string> names() const;
    /// The elements of an array.
    [[nodiscard]] std::vector<JsonValue> elements() const;
    [[nodiscard]] std::optional<std::string> string() const;
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] std::optional<bool> boolean() const;

private:
    friend class JsonDocument;
    explicit JsonValue(const void* value) : value_(value) {}
    const void* value_ = nullptr;
};

/// A parsed JSON text (RFC 8259, UTF-8 checked).
class JsonDocument {
public:
    /// @throws std::invalid_argument with the reason and byte offset if `text` is not JSON.
    explicit JsonDocument(std::string_view text);
    JsonDocument(JsonDocument&&) noexcept;
    JsonDocument& operator=(JsonDocument&&) noexcept;
    ~JsonDocument();

    [[nodiscard]] JsonValue root() const;

private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

/// Writes one JSON text, compact or indented by two spaces, member order as called.
class JsonWriter {
public:
    enum class Layout { compact, indented };

    explicit JsonWriter(Layout layout = Layout::compact);
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;
    ~JsonWriter();

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& string(std::string_view value);
    JsonWriter& integer(std::int64_t value);
    JsonWriter& number(double value);
    JsonWriter& boolean(bool value);
    JsonWriter& null();

    /// key() and a string, integer or boolean at once; an empty optional writes null.
    JsonWriter& member(std::string_view name, std::string_view value) { return key(name).string(value); }
    JsonWriter& member(std::string_view name, const char* value) { return key(name).string(value); }
    JsonWriter& member(std::string_view name, const std::string& value) { return key(name).string(value); }
    JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).integer(value); }
    JsonWriter& member(std::string_view name, bool value) { return key(name).boolean(value); }
    JsonWriter& member(std::string_view name, const std::optional<std::string>& value);

    /// What was written so far; take() also empties the writer for the next text.
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] std::string take();

private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

}  // namespace entente::base
