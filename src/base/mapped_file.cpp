#include "base/mapped_file.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/errors.hpp"

namespace entente::base {

MappedFile::MappedFile(const std::filesystem::path& path) {
    const auto fail = [&](const char* what) {
        throw DataError({path.string(), 0}, std::string(what) + " (" + std::strerror(errno) + ")");
    };
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("cannot be opened");
    struct stat status {};
    const bool known = ::fstat(file, &status) == 0;
    if (known && status.st_size > 0) {
        size_ = static_cast<std::size_t>(status.st_size);
        address_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    }
    const int problem = errno;
    ::close(file);
    errno = problem;
    if (!known || address_ == MAP_FAILED) fail("cannot be read");
}

MappedFile::~MappedFile() {
    if (address_ != nullptr) ::munmap(address_, size_);
}

}  // namespace entente::base
