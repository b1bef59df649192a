#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "entities/name_labels.hpp"
#include "syntax/sentence.hpp"

namespace entente::train {

/// The labels that a word may have, as bits. Where a text is marked in part, a word may have several.
using LabelSet = std::uint32_t;

/// One sentence to learn names from.
struct NameExample {
    syntax::Sentence sentence;      ///< forms, spans and language only
    std::vector<LabelSet> allowed;  ///< one set a word, never empty
    std::string article;            ///< sentences of one article stand together
    bool without_lists = false;     ///< to be learned as if no list knew its names
};

/// Reads training text: a word and its label a line, an empty line behind a sentence. Labels are `O`, `B-PER`, `I-PER`
/// and so on, `*` for a word that may be anything, `+` for one that belongs to some name, `o` for one that is outside
/// or in a name of another kind than person, place, organisation. Comments `# lang = fr`, `# article = 17`,
/// `# lists = no` hold for the sentence they stand before.
/// @throws base::DataError naming file and line.
[[nodiscard]] std::vector<NameExample> read_name_examples(const std::filesystem::path& file);

}  // namespace entente::train
