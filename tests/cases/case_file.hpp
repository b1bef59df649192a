#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/relation.hpp"

namespace entente::cases {

/// A relation as a case states it; what is empty is not compared.
struct Expected {
    std::string line;  ///< as written
    bool optional = false;
    std::string source;  ///< actor id or principal
    std::string action;  ///< `*` is any
    std::string target;
    std::optional<core::EventType> type;
    core::Polarity polarity = core::Polarity::affirmative;
    core::Status status = core::Status::actual;
    bool symmetric = false;
    std::optional<std::string> date;
    std::optional<std::string> place;
    std::optional<std::string> by;
    std::optional<std::string> source_text;
    std::optional<std::string> target_text;

    [[nodiscard]] bool matches(const core::Relation& relation) const;
};

/// One text with the relations that it must give.
struct Case {
    std::string file;
    std::size_t line = 0;  ///< where its text begins
    std::string title;
    std::string text;
    std::string language;
    std::optional<core::Date> published;
    std::optional<std::string> fails;  ///< why it is known to be wrong
    std::vector<Expected> expected;
};

/// Reads a case file (tests/cases/README.md). @throws base::DataError naming the line that is wrong.
[[nodiscard]] std::vector<Case> read_cases(const std::filesystem::path& path, const std::string& language);

}  // namespace entente::cases
