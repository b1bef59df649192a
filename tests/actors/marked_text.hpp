#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/span.hpp"

namespace entente::actors {

/// A mention of an actor in a text and who is meant by it.
struct Mark {
    core::Span span;  ///< in code points of the text without marks
    std::string text;
    std::vector<std::string> principals;  ///< any of these is right; several actors joined by `+`; `-` is nobody
    std::string actor;                    ///< the actor's id, where the principal alone does not tell; else empty
    bool hard = false;
};

/// One short article with its marks.
struct MarkedText {
    std::string file;
    std::size_t line = 0;
    core::Date date;
    std::string text;
    std::vector<Mark> marks;
};

/// Reads a file of marked texts (tests/actors/README.md). @throws base::DataError naming the line that is wrong.
[[nodiscard]] std::vector<MarkedText> read_marked_texts(const std::filesystem::path& path);

}  // namespace entente::actors
