#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/arguments.hpp"
#include "language/language_pack.hpp"
#include "syntax/tree.hpp"

namespace entente::extract {

/// A role word found in a noun phrase: `foreign minister`.
struct RoleMatch {
    const language::RoleWord* word = nullptr;
    std::size_t first = 0;
    std::size_t last = 0;
};

/// What one noun phrase says about whom it means, before anybody decides who that is.
struct Mention {
    std::size_t head = 0;
    std::size_t first = 0;  ///< the phrase as shown: determiner to last modifier, without clauses and further phrases
    std::size_t last = 0;
    const language::Pronoun* pronoun = nullptr;
    std::vector<const language::NameMatch*> names;  ///< names in the phrase itself (title, name, apposition), in order
    const language::NameMatch* head_name = nullptr; ///< the name that covers the head
    std::optional<RoleMatch> role;                  ///< the role word around the head, or a title before a name
    std::vector<std::size_t> nationality;           ///< tokens that give a country or owner: adjective, compound
    std::vector<std::size_t> owners;                ///< heads of genitive and of-phrases, possessives
    std::vector<std::size_t> appositions;
    std::string proper_name;                        ///< the unknown capitalised words of a name, if any
    std::size_t name_first = 0;                     ///< tokens of proper_name
    std::size_t name_last = 0;
    bool plural = false;
    bool definite = false;
    bool counted = false;  ///< has a number or is indefinite: three Russians
};

/// Reads noun phrases of one sentence.
class MentionReader {
public:
    /// `names` are those of the sentence (NameTable::find) and must outlive the mentions.
    MentionReader(const syntax::Tree& tree, const language::LanguagePack& pack, const ArgumentReader& arguments,
                  const std::vector<language::NameMatch>& names);

    [[nodiscard]] Mention at(std::size_t head) const;
    /// The name that covers a token, if any.
    [[nodiscard]] const language::NameMatch* name_at(std::size_t token) const { return name_of_token_[token]; }
    /// The longest role phrase that contains the token.
    [[nodiscard]] std::optional<RoleMatch> role_at(std::size_t token) const;

private:
    void read_children(Mention& mention) const;
    void read_proper_name(Mention& mention) const;
    [[nodiscard]] bool is_nationality(std::size_t token) const;

    const syntax::Tree& tree_;
    const language::LanguagePack& pack_;
    const ArgumentReader& arguments_;
    std::vector<const language::NameMatch*> name_of_token_;
};

}  // namespace entente::extract
