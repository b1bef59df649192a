#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/tokenizer.hpp"

namespace entente::text {

struct Boundary;
struct ParagraphText;

/// Weighs what stands around a place where a sentence may end: data/lang/<code>/sentences.tsv, a line a feature
/// (`p1+n1 . le`) with its weight, made by src/train/sentences.py. Without such a table the rules decide alone.
class BoundaryModel {
public:
    BoundaryModel() = default;
    /// @throws DataError if the table is damaged.
    explicit BoundaryModel(const std::filesystem::path& sentences_tsv);

    [[nodiscard]] bool empty() const { return weights_.empty(); }
    /// Whether the weights of the boundary's features are positive in sum.
    [[nodiscard]] bool ends(const ParagraphText& text, const Boundary& boundary, const TokenRules::Hidden& rules) const;

private:
    std::unordered_map<std::uint64_t, int> weights_;  ///< by hash of the feature
};

/// Calls `visit` with the features of a boundary. They speak of the units (words, figures, single signs) before it, p1
/// the nearest, and behind it, n1 the nearest; `shape` is a unit without its letters.
void visit_boundary_features(const ParagraphText& text, const Boundary& boundary, const TokenRules::Hidden& rules,
                             const std::function<void(std::u32string_view)>& visit);

}  // namespace entente::text
