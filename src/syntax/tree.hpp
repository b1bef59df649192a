#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "syntax/sentence.hpp"

namespace entente::syntax {

/// A parsed sentence with its edges turned downwards, for the many questions that extraction asks of it.
///
/// Keeps a reference to the sentence, which must outlive it. All answers are in text order.
class Tree {
public:
    explicit Tree(const Sentence& sentence);

    [[nodiscard]] const Sentence& sentence() const { return *sentence_; }
    [[nodiscard]] std::size_t size() const { return sentence_->size(); }
    [[nodiscard]] const Token& operator[](std::size_t index) const { return sentence_->tokens[index]; }

    [[nodiscard]] std::span<const std::size_t> children(std::size_t index) const;
    [[nodiscard]] std::vector<std::size_t> children(std::size_t index, std::initializer_list<Deprel> relations) const;
    [[nodiscard]] std::optional<std::size_t> child(std::size_t index, std::initializer_list<Deprel> relations) const;
    [[nodiscard]] bool has_child(std::size_t index, std::initializer_list<Deprel> relations) const {
        return child(index, relations).has_value();
    }
    [[nodiscard]] std::optional<std::size_t> head(std::size_t index) const;
    [[nodiscard]] bool is(std::size_t index, std::initializer_list<Deprel> relations) const;
    [[nodiscard]] bool is(std::size_t index, std::initializer_list<Upos> tags) const;

    /// The token and everything below it, sorted.
    [[nodiscard]] std::vector<std::size_t> subtree(std::size_t index) const;
    [[nodiscard]] bool dominates(std::size_t ancestor, std::size_t index) const;
    /// The token itself and those coordinated with it, the first conjunct first.
    [[nodiscard]] std::vector<std::size_t> conjuncts(std::size_t first) const;
    /// The first conjunct of the coordination that `index` belongs to; `index` itself where there is none.
    [[nodiscard]] std::size_t first_conjunct(std::size_t index) const;
    /// Whether a comma or another mark stands between two tokens, the first before the second.
    [[nodiscard]] bool has_punctuation_between(std::size_t first, std::size_t second) const;
    /// Lemmas of a function word and what is fixed to it, joined by spaces and lower-cased: `à l'encontre de`.
    [[nodiscard]] std::string fixed_phrase(std::size_t index) const;

private:
    [[nodiscard]] std::vector<std::size_t> listed_subjects(std::size_t first) const;

    const Sentence* sentence_;
    std::vector<std::vector<std::size_t>> children_;
};

}  // namespace entente::syntax
