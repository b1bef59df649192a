#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace entente::base {

/// The whole of a file as bytes. @throws DataError if it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Writes a file so that it appears whole or not at all: beside its final name first, then renamed.
///
/// Destruction without commit() leaves nothing behind and an existing file untouched.
class AtomicFile {
public:
    /// @throws UsageError if `path` exists and `overwrite` is false; DataError if it cannot be created.
    AtomicFile(std::filesystem::path path, bool overwrite);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    /// Where to write until commit(), for libraries that want a path.
    [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }
    /// @throws DataError if the disk is full.
    void write(std::string_view bytes);
    /// @throws DataError if the bytes cannot be made durable or the file not be renamed.
    void commit();

private:
    std::filesystem::path path_;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
};

}  // namespace entente::base
