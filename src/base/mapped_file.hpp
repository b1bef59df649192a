#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace entente::base {

/// The bytes of a file as they lie on disk, mapped into memory: read when they are first touched, and shared by all
/// processes that map it. The file must not shrink meanwhile; replacing it by renaming is safe.
class MappedFile {
public:
    /// @throws DataError if it cannot be read.
    explicit MappedFile(const std::filesystem::path& path);
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    /// Aligned to a page.
    [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(address_), size_}; }

private:
    void* address_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace entente::base
