#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ontology {

/// Reduces names to what different transcriptions have in common: `Sergueï Choïgou` and `Sergei Shoygu` give one key.
/// The rules are data/ontology/spellings.tsv.
class Spelling {
public:
    /// @throws DataError naming file and line.
    explicit Spelling(const std::filesystem::path& file);

    /// The key of a name of several words, which says nothing of where the words end: `Abdelfattah`, `Abdel Fattah`.
    /// Only good for comparing.
    [[nodiscard]] std::string key(std::string_view name) const;

private:
    struct Rule {
        std::string from;
        std::string to;
        bool at_begin = false;
        bool at_end = false;
    };
    [[nodiscard]] const Rule* rule_at(std::string_view word, std::size_t at) const;
    void append_key(std::string_view word, std::string& key) const;

    std::vector<std::vector<Rule>> rules_;  ///< by first byte; the longest first
};

}  // namespace entente::ontology
