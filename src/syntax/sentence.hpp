#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"
#include "syntax/ud.hpp"

namespace entente::syntax {

/// One syntactic word of UD, a node of the tree.
struct Token {
    std::string form;   ///< normalised (straight apostrophes, NFC); the original is the document's slice under `span`
    std::string lemma;  ///< empty before parsing
    Upos upos = Upos::x;
    std::string xpos;   ///< as read from CoNLL-U; empty otherwise
    std::string feats;  ///< `Mood=Cnd|Number=Sing`, sorted by name; empty for none
    int head = -1;      ///< index of the governor within the sentence; -1 for the root
    Deprel deprel = Deprel::dep;
    std::string deprel_subtype;  ///< a subtype beyond those of Deprel, as read from CoNLL-U: `arg` of `obl:arg`
    std::string deps;            ///< as read from CoNLL-U; empty otherwise
    std::string misc;            ///< as read from CoNLL-U without SpaceAfter; empty otherwise
    core::Span span;             ///< in the article's document; words of one multiword token share its span
    bool space_after = true;

    /// The value of a feature (`feature("Mood")` is `Cnd`), empty if absent.
    [[nodiscard]] std::string_view feature(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name, std::string_view value) const { return feature(name) == value; }
};

/// A written word that stands for several syntactic ones (`du` = de + le): tokens first…last.
struct MultiwordToken {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string form;
    core::Span span;
    bool space_after = true;
    std::string misc;
};

/// What a name stands for.
enum class NamedKind : std::uint8_t { person, place, organisation, other };

/// `PER`, `LOC`, `ORG`, `MISC`: the spellings of CoNLL.
[[nodiscard]] std::string_view to_string(NamedKind kind);

/// A name in a sentence, tokens first…last, as the recogniser of names sees it: evidence, not knowledge.
struct NamedSpan {
    std::size_t first = 0;
    std::size_t last = 0;
    NamedKind kind = NamedKind::other;

    friend auto operator<=>(const NamedSpan&, const NamedSpan&) = default;
};

/// A sentence as a UD tree: tokens in the order of the text, each naming its head.
///
/// Invariant after parsing: exactly one token has head -1 and deprel root, and every other reaches it.
struct Sentence {
    std::vector<Token> tokens;
    std::vector<MultiwordToken> multiwords;  ///< sorted, not overlapping
    std::vector<NamedSpan> named;            ///< sorted, not overlapping; empty before recognition
    core::Span span;
    std::string language;               ///< ISO 639-1
    std::vector<std::string> comments;  ///< CoNLL-U comment lines without the leading `# `

    [[nodiscard]] std::size_t size() const { return tokens.size(); }
    [[nodiscard]] const Token& operator[](std::size_t index) const { return tokens[index]; }
    /// The index of the root token; 0 in a sentence that is not parsed.
    [[nodiscard]] std::size_t root() const;
    /// The tokens whose head is `index`, in order. O(n); Tree keeps them for many questions.
    [[nodiscard]] std::vector<std::size_t> children(std::size_t index) const;
};

}  // namespace entente::syntax
