#include "base/json.hpp"

#include <array>
#include <cstddef>
#include <stdexcept>
#include <variant>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace entente::base {

namespace {

const rapidjson::Value& as_value(const void* value) {
    return *static_cast<const rapidjson::Value*>(value);
}

/// Byte offset of an escaped second half of a surrogate pair without its first half, which RapidJSON would let through
/// as invalid UTF-8; npos if there is none. Whatever else is wrong with escapes RapidJSON finds itself.
std::size_t lone_low_surrogate(std::string_view text) {
    const auto half = [&](std::size_t at, std::string_view thirds) {
        return text.size() >= at + 6 && text[at] == '\\' && text[at + 1] == 'u' &&
               (text[at + 2] == 'd' || text[at + 2] == 'D') && thirds.find(text[at + 3]) != std::string_view::npos;
    };
    for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
        if (half(at, "cCdDeEfF")) return at;
        const bool pair = half(at, "89aAbB") && half(at + 6, "cCdDeEfF");
        at += pair ? 12 : 2;
    }
    return std::string_view::npos;
}

[[noreturn]] void refuse(const std::string& reason, std::size_t offset) {
    throw std::invalid_argument(reason + " At byte " + std::to_string(offset) + ".");
}

}  // namespace

bool JsonValue::is_null() const {
    return exists() && as_value(value_).IsNull();
}
bool JsonValue::is_object() const {
    return exists() && as_value(value_).IsObject();
}
bool JsonValue::is_array() const {
    return exists() && as_value(value_).IsArray();
}

JsonValue JsonValue::operator[](std::string_view name) const {
    if (!is_object()) return {};
    const rapidjson::Value key(rapidjson::StringRef(name.data(), name.size()));
    const auto member = as_value(value_).FindMember(key);
    return member == as_value(value_).MemberEnd() ? JsonValue() : JsonValue(&member->value);
}

std::vector<std::string> JsonValue::names() const {
    std::vector<std::string> found;
    if (!is_object()) return found;
    for (const auto& member : as_value(value_).GetObject()) {
        found.emplace_back(member.name.GetString(), member.name.GetStringLength());
    }
    return found;
}

std::vector<JsonValue> JsonValue::elements() const {
    std::vector<JsonValue> found;
    if (!is_array()) return found;
    for (const auto& element : as_value(value_).GetArray()) found.push_back(JsonValue(&element));
    return found;
}

std::optional<std::string> JsonValue::string() const {
    if (!exists() || !as_value(value_).IsString()) return std::nullopt;
    return std::string(as_value(value_).GetString(), as_value(value_).GetStringLength());
}

std::optional<std::int64_t> JsonValue::integer() const {
    if (!exists() || !as_value(value_).IsInt64()) return std::nullopt;
    return as_value(value_).GetInt64();
}

std::optional<double> JsonValue::number() const {
    if (!exists() || !as_value(value_).IsNumber()) return std::nullopt;
    return as_value(value_).GetDouble();
}

std::optional<bool> JsonValue::boolean() const {
    if (!exists() || !as_value(value_).IsBool()) return std::nullopt;
    return as_value(value_).GetBool();
}

/// Most texts are short: they find room beside the document, and nothing large is allocated for them.
struct JsonDocument::Hidden {
    Hidden() : pool(room.data(), room.size()), document(&pool) {}

    alignas(std::max_align_t) std::array<char, 8192> room;
    rapidjson::MemoryPoolAllocator<> pool;
    rapidjson::Document document;
};

JsonDocument::JsonDocument(std::string_view text) : hidden_(std::make_unique<Hidden>()) {
    // Iterative parsing: deep nesting must not overflow the stack.
    constexpr unsigned flags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
    hidden_->document.Parse<flags>(text.data(), text.size());
    if (hidden_->document.HasParseError()) {
        refuse(rapidjson::GetParseError_En(hidden_->document.GetParseError()), hidden_->document.GetErrorOffset());
    }
    if (const std::size_t offset = lone_low_surrogate(text); offset != std::string_view::npos) {
        refuse("The surrogate pair in string is invalid.", offset);
    }
}

JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;

JsonValue JsonDocument::root() const {
    return JsonValue(static_cast<const rapidjson::Value*>(&hidden_->document));
}

struct JsonWriter::Hidden {
    using Compact = rapidjson::Writer<rapidjson::StringBuffer>;
    using Indented = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

    rapidjson::StringBuffer buffer;
    std::variant<std::monostate, Compact, Indented> writer;

    template <typename Action>
    void write(Action action) {
        if (auto* compact = std::get_if<Compact>(&writer)) {
            action(*compact);
        } else {
            action(std::get<Indented>(writer));
        }
    }
};

JsonWriter::JsonWriter(Layout layout) : hidden_(std::make_unique<Hidden>()) {
    if (layout == Layout::compact) {
        hidden_->writer.emplace<Hidden::Compact>(hidden_->buffer);
    } else {
        hidden_->writer.emplace<Hidden::Indented>(hidden_->buffer).SetIndent(' ', 2);
    }
}

JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::begin_object() {
    hidden_->write([](auto& writer) { writer.StartObject(); });
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    hidden_->write([](auto& writer) { writer.EndObject(); });
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    hidden_->write([](auto& writer) { writer.StartArray(); });
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    hidden_->write([](auto& writer) { writer.EndArray(); });
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    hidden_->write([name](auto& writer) { writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); });
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
    hidden_->write(
        [value](auto& writer) { writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); });
    return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
    hidden_->write([value](auto& writer) { writer.Int64(value); });
    return *this;
}

JsonWriter& JsonWriter::number(double value) {
    hidden_->write([value](auto& writer) { writer.Double(value); });
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
    hidden_->write([value](auto& writer) { writer.Bool(value); });
    return *this;
}

JsonWriter& JsonWriter::null() {
    hidden_->write([](auto& writer) { writer.Null(); });
    return *this;
}

JsonWriter& JsonWriter::member(std::string_view name, const std::optional<std::string>& value) {
    key(name);
    return value ? string(*value) : null();
}

std::string_view JsonWriter::text() const {
    return {hidden_->buffer.GetString(), hidden_->buffer.GetSize()};
}

std::string JsonWriter::take() {
    std::string written(text());
    hidden_->buffer.Clear();
    hidden_->write([this](auto& writer) { writer.Reset(hidden_->buffer); });
    return written;
}

}  // namespace entente::base
