#include "base/files.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/errors.hpp"

namespace entente::base {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
    throw DataError({path.string(), 0}, std::string(what) + " (" + std::strerror(errno) + ")");
}

/// Closes a descriptor at the end of its scope.
struct Descriptor {
    int value;
    ~Descriptor() { ::close(value); }
};

}  // namespace

std::string read_file(const std::filesystem::path& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.value < 0) fail(path, "cannot be opened");
    struct stat status {};
    if (::fstat(file.value, &status) != 0) fail(path, "cannot be read");
    if (S_ISDIR(status.st_mode)) throw DataError({path.string(), 0}, "is a folder, not a file");
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
    char buffer[1 << 16];
    while (true) {
        const ssize_t count = ::read(file.value, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(path, "cannot be read");
        if (count == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
}

AtomicFile::AtomicFile(std::filesystem::path path, bool overwrite) : path_(std::move(path)), temporary_(path_) {
    if (!overwrite && std::filesystem::exists(path_)) {
        throw UsageError(path_.string() + " exists already; use --overwrite to replace it");
    }
    temporary_ += ".part-" + std::to_string(::getpid());
    descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor_ < 0) fail(path_, "cannot be written");
}

AtomicFile::~AtomicFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) {
        std::error_code ignored;
        std::filesystem::remove(temporary_, ignored);
    }
}

void AtomicFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(path_, "cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void AtomicFile::commit() {
    if (::fsync(descriptor_) != 0) fail(path_, "cannot be written");
    ::close(descriptor_);
    descriptor_ = -1;
    std::error_code problem;
    std::filesystem::rename(temporary_, path_, problem);
    if (problem) throw DataError({path_.string(), 0}, "cannot be written (" + problem.message() + ")");
    temporary_.clear();
}

}  // namespace entente::base
