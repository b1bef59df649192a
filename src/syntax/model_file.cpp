#include "syntax/model_file.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "base/errors.hpp"
#include "base/strings.hpp"

namespace entente::syntax {

namespace {

static_assert(std::endian::native == std::endian::little, "model files are read as they lie on disk");

constexpr std::string_view magic = "ENTSYNTX";
constexpr std::uint32_t version = 1;
constexpr std::size_t header_size = 32;
constexpr std::array<std::size_t, 6> type_sizes{1, 1, 4, 4, 2, 8};
constexpr std::uint64_t fnv_offset = 0xCBF29CE484222325;
constexpr std::uint64_t fnv_prime = 0x100000001B3;

template <typename Value>
constexpr std::uint32_t type_of = 0;
template <>
constexpr std::uint32_t type_of<std::int8_t> = 1;
template <>
constexpr std::uint32_t type_of<float> = 2;
template <>
constexpr std::uint32_t type_of<std::uint32_t> = 3;
template <>
constexpr std::uint32_t type_of<std::uint16_t> = 4;
template <>
constexpr std::uint32_t type_of<std::uint64_t> = 5;

template <typename Value>
Value read_at(std::string_view bytes, std::size_t offset) {
    Value value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

/// Four interleaved lanes, so that a processor can overlap the multiplications; 10 MB take about 3 ms.
std::uint64_t checksum_of(std::string_view payload) {
    std::array<std::uint64_t, 4> lanes{fnv_offset, fnv_offset, fnv_offset, fnv_offset};
    const std::size_t words = payload.size() / 8;
    for (std::size_t i = 0; i < (words + 3) / 4 * 4; ++i) {
        const std::uint64_t word = i < words ? read_at<std::uint64_t>(payload, 8 * i) : 0;
        lanes[i % 4] = (lanes[i % 4] ^ word) * fnv_prime;
    }
    std::uint64_t value = fnv_offset;
    for (const std::uint64_t lane : lanes) value = (value ^ lane) * fnv_prime;
    return value;
}

std::string hexadecimal(std::uint64_t value) {
    std::string digits(16, '0');
    for (std::size_t i = 0; i < digits.size(); ++i) digits[15 - i] = "0123456789abcdef"[(value >> (4 * i)) & 15];
    return digits;
}

std::size_t padded(std::size_t size) {
    return (size + 7) / 8 * 8;
}

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& path) : path_(path), file_(path), content_(file_.bytes()) {
    check_header();
    read_entries();
}

void ModelFile::fail(const std::string& reason) const {
    throw base::DataError({path_.string(), 0}, reason);
}

void ModelFile::check_header() {
    if (content_.size() < header_size || !content_.starts_with(magic)) fail("is no syntax model");
    const auto found = read_at<std::uint32_t>(content_, 8);
    if (found != version) {
        fail("is a syntax model of version " + std::to_string(found) + ", this program reads " +
             std::to_string(version));
    }
    const std::string_view payload = content_.substr(header_size);
    if (read_at<std::uint64_t>(content_, 16) != payload.size()) fail("the syntax model is cut short or has grown");
    const auto expected = read_at<std::uint64_t>(content_, 24);
    if (payload.size() % 8 != 0 || checksum_of(payload) != expected) fail("the syntax model is damaged (checksum)");
    checksum_ = hexadecimal(expected);
}

void ModelFile::read_entries() {
    std::size_t at = header_size;
    const auto left = [&] { return content_.size() - at; };  // a multiple of 8
    const auto count = read_at<std::uint32_t>(content_, 12);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (left() < 16) fail("the syntax model ends within its list of arrays");
        const std::size_t name_size = read_at<std::uint32_t>(content_, at);
        Entry entry;
        entry.type = read_at<std::uint32_t>(content_, at + 4);
        entry.rows = read_at<std::uint32_t>(content_, at + 8);
        entry.columns = read_at<std::uint32_t>(content_, at + 12);
        at += 16;
        if (entry.type >= type_sizes.size() || padded(name_size) > left()) fail("an array has a bad header");
        const std::string name(content_.substr(at, name_size));
        at += padded(name_size);
        const std::size_t most = left() / type_sizes[entry.type];
        if (entry.rows > 0 && entry.columns > most / entry.rows) fail("the array " + name + " is cut short");
        const std::size_t size = entry.rows * entry.columns * type_sizes[entry.type];
        entry.bytes = content_.substr(at, size);
        at += padded(size);
        if (!entries_.emplace(name, entry).second) fail("the syntax model has two arrays " + name);
    }
    if (left() > 0) fail("the syntax model goes on behind its last array");
}

const ModelFile::Entry& ModelFile::entry(const std::string& name, std::uint32_t type) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) fail("the syntax model lacks the array " + name);
    if (found->second.type != type) fail("the array " + name + " is of another type");
    return found->second;
}

template <typename Value>
ModelFile::Array<Value> ModelFile::array(const std::string& name) const {
    const Entry& found = entry(name, type_of<Value>);
    // Pages are aligned, and within the file every array begins at a multiple of 8.
    const std::span<const Value> values(reinterpret_cast<const Value*>(found.bytes.data()), found.rows * found.columns);
    if constexpr (std::is_same_v<Value, float>) {
        const bool sound = std::all_of(values.begin(), values.end(), [](float v) { return std::fabs(v) <= largest; });
        if (!sound) fail("the array " + name + " holds a number out of range");
    }
    return {found.rows, found.columns, values};
}

template <typename Value>
std::span<const Value> ModelFile::array(const std::string& name, std::size_t rows, std::size_t columns) const {
    const Array<Value> found = array<Value>(name);
    if (found.rows != rows || found.columns != columns) {
        fail("the array " + name + " has " + std::to_string(found.rows) + " x " + std::to_string(found.columns) +
             " values, not " + std::to_string(rows) + " x " + std::to_string(columns));
    }
    return found.values;
}

std::vector<std::string> ModelFile::lines(const std::string& name) const {
    return base::split(entry(name, 0).bytes, '\n');
}

#define ENTENTE_MODEL_TYPE(Value)                                                       \
    template ModelFile::Array<Value> ModelFile::array<Value>(const std::string&) const; \
    template std::span<const Value> ModelFile::array<Value>(const std::string&, std::size_t, std::size_t) const;
ENTENTE_MODEL_TYPE(std::int8_t)
ENTENTE_MODEL_TYPE(float)
ENTENTE_MODEL_TYPE(std::uint32_t)
ENTENTE_MODEL_TYPE(std::uint16_t)
ENTENTE_MODEL_TYPE(std::uint64_t)
#undef ENTENTE_MODEL_TYPE

}  // namespace entente::syntax
