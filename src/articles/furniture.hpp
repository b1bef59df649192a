#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/span.hpp"
#include "text/unicode.hpp"

namespace entente::articles {

/// What pages carry besides the article: comment forms, cookie notes, "Related Articles" and what follows them, share
/// buttons, copyright lines, agency credits. Lines are recognised by patterns of all languages at once, which are data:
/// data/articles/furniture.tsv. Immutable after loading.
class FurnitureRules {
public:
    /// @throws DataError if the table is damaged.
    explicit FurnitureRules(const std::filesystem::path& furniture_tsv);
    FurnitureRules(FurnitureRules&&) noexcept;
    FurnitureRules& operator=(FurnitureRules&&) noexcept;
    ~FurnitureRules();

    struct Hidden;
    [[nodiscard]] const Hidden& hidden() const { return *hidden_; }

private:
    std::unique_ptr<Hidden> hidden_;
};

/// The paragraphs of a document that are the article itself, in order. The first paragraph (the title) always stays.
[[nodiscard]] std::vector<core::Span> without_furniture(const text::CodePoints& document,
                                                        const std::vector<core::Span>& paragraphs,
                                                        const FurnitureRules& rules);

}  // namespace entente::articles
