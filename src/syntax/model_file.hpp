#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.hpp"

namespace entente::syntax {

/// The named arrays of a model file, as src/train writes them. Views of them are valid as long as it lives.
///
/// Layout, little-endian: magic `ENTSYNTX`, u32 version, u32 number of arrays, u64 payload bytes, u64 checksum (four
/// lanes of FNV-1a over 64-bit words); then per array u32 name length, u32 type, u32 rows, u32 columns, the name, zeros
/// to a multiple of 8, the values, zeros to a multiple of 8.
class ModelFile {
public:
    static constexpr float largest = 1e4F;

    /// Maps and checks the whole file. @throws base::DataError if it is missing, of another version, cut short or
    /// damaged.
    explicit ModelFile(const std::filesystem::path& path);
    ModelFile(const ModelFile&) = delete;
    ModelFile& operator=(const ModelFile&) = delete;

    /// One array, row by row. `Value` is std::int8_t, float, std::uint32_t, std::uint16_t or std::uint64_t.
    template <typename Value>
    struct Array {
        std::size_t rows = 0;
        std::size_t columns = 0;
        std::span<const Value> values;
    };

    /// @throws base::DataError if the array is absent or of another type, or holds a number that no training gives (not
    /// finite, or beyond `largest`: below it no sum in the network can overflow).
    template <typename Value>
    [[nodiscard]] Array<Value> array(const std::string& name) const;
    /// The array, which must have this shape. @throws base::DataError if not.
    template <typename Value>
    [[nodiscard]] std::span<const Value> array(const std::string& name, std::size_t rows, std::size_t columns) const;
    [[nodiscard]] bool has(const std::string& name) const { return entries_.contains(name); }
    /// The lines of a text array.
    [[nodiscard]] std::vector<std::string> lines(const std::string& name) const;
    [[noreturn]] void fail(const std::string& reason) const;
    /// The checksum in the header, 16 hexadecimal digits: names the model in `info`.
    [[nodiscard]] const std::string& checksum() const { return checksum_; }

private:
    struct Entry {
        std::uint32_t type = 0;
        std::size_t rows = 0;
        std::size_t columns = 0;
        std::string_view bytes;
    };

    void check_header();
    void read_entries();
    [[nodiscard]] const Entry& entry(const std::string& name, std::uint32_t type) const;

    std::filesystem::path path_;
    base::MappedFile file_;
    std::string_view content_;
    std::string checksum_;
    std::map<std::string, Entry> entries_;
};

}  // namespace entente::syntax
