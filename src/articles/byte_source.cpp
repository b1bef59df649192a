#include "articles/byte_source.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "base/errors.hpp"

namespace entente::articles {

namespace {

constexpr std::size_t block_size = 1 << 16;

}  // namespace

ByteSource::ByteSource(const std::string& path) : path_(path) {
    if (path == "-") {
        descriptor_ = STDIN_FILENO;
        return;
    }
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0)
        throw base::DataError({path, 0}, std::string("cannot be opened (") + std::strerror(errno) + ")");
}

ByteSource::~ByteSource() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

bool ByteSource::fill() {
    buffer_.resize(block_size);
    at_ = 0;
    while (true) {
        const ssize_t count = ::read(descriptor_, buffer_.data(), block_size);
        if (count < 0 && errno == EINTR) continue;
        const int problem = errno;
        buffer_.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        if (count < 0) {
            throw base::DataError({path_, line_number_},
                                  std::string("cannot be read (") + std::strerror(problem) + ")");
        }
        return count > 0;
    }
}

ByteSource::Line ByteSource::next_line(std::string& line, std::size_t limit) {
    line.clear();
    bool any = false;
    bool too_long = false;
    while (at_ < buffer_.size() || fill()) {
        any = true;
        const std::size_t end = buffer_.find('\n', at_);
        const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
        if (!too_long) line.append(buffer_, at_, stop - at_);
        if (line.size() > limit) {
            too_long = true;
            line = std::string();
        }
        at_ = end == std::string::npos ? stop : stop + 1;
        if (end != std::string::npos) break;
    }
    if (!any) return Line::end;
    ++line_number_;
    if (too_long) return Line::too_long;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return Line::whole;
}

bool ByteSource::read_all(std::string& bytes, std::size_t limit) {
    bytes.clear();
    while (at_ < buffer_.size() || fill()) {
        if (bytes.size() + buffer_.size() - at_ > limit) {
            bytes = std::string();
            return false;
        }
        bytes.append(buffer_, at_);
        at_ = buffer_.size();
    }
    return true;
}

}  // namespace entente::articles
