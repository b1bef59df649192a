#pragma once

#include <cstddef>
#include <string>

namespace entente::articles {

/// The bytes of a file or of standard input, read piece by piece: no line is held in memory beyond a limit.
class ByteSource {
public:
    /// `-` is standard input. @throws DataError if the file cannot be opened.
    explicit ByteSource(const std::string& path);
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    ~ByteSource();

    enum class Line { whole, too_long, end };

    /// The next line without its line end (LF or CR LF). A line of more than `limit` bytes is passed over and `line`
    /// left empty. @throws DataError if reading fails.
    Line next_line(std::string& line, std::size_t limit);
    /// All that is left; false, with `bytes` empty, if that is more than `limit` bytes.
    bool read_all(std::string& bytes, std::size_t limit);
    /// Number of the line last returned by next_line, from 1.
    [[nodiscard]] std::size_t line_number() const { return line_number_; }

private:
    bool fill();

    std::string path_;
    int descriptor_ = -1;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t line_number_ = 0;
};

}  // namespace entente::articles
