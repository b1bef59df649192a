#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/span.hpp"
#include "text/unicode.hpp"

namespace entente::text {

/// One syntactic word of a surface token.
struct SurfaceWord {
    std::string form;  ///< normalised; for `du` the words are `de` and `le`
    core::Span span;   ///< its own letters where they can be told apart (l', qu', n't, 's), else the whole token's
};

/// A written token: letters between spaces or punctuation, standing for one or more syntactic words.
///
/// UD distinguishes words that are merely written together (`l'homme`, `don't`: separate tokens without a space, or, in
/// English, a multiword token) from contractions that must be undone (`du`: a multiword token). `multiword` says that
/// the token is to appear as a range in CoNLL-U.
struct SurfaceToken {
    std::string form;
    core::Span span;
    bool space_after = true;
    bool multiword = false;
    std::vector<SurfaceWord> words;  ///< at least one
};

/// What one language knows about words and sentence ends: data/lang/<code>/tokens.tsv, and sentences.tsv beside it if
/// there is one.
class TokenRules {
public:
    /// @throws DataError if the table is damaged.
    explicit TokenRules(const std::filesystem::path& tokens_tsv);
    TokenRules(TokenRules&&) noexcept;
    TokenRules& operator=(TokenRules&&) noexcept;
    ~TokenRules();

    struct Hidden;
    [[nodiscard]] const Hidden& hidden() const { return *hidden_; }

private:
    std::unique_ptr<Hidden> hidden_;
};

/// The sentences of one paragraph, without white space at their ends, in order. Quotation marks stay with their
/// sentence.
[[nodiscard]] std::vector<core::Span> split_sentences(const CodePoints& document, const core::Span& paragraph,
                                                      const TokenRules& rules);

/// The tokens of one sentence in order; every code point that is not white space belongs to exactly one.
[[nodiscard]] std::vector<SurfaceToken> tokenize(const CodePoints& document, const core::Span& sentence,
                                                 const TokenRules& rules);

}  // namespace entente::text
