#pragma once

#include <cstddef>
#include <memory>
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
    std::vector<const language::NameMatch*> names;   ///< names in the phrase itself (title, name, apposition), in order
    const language::NameMatch* head_name = nullptr;  ///< the name that covers the head
    std::optional<RoleMatch> role;                   ///< the role word around the head, or a title before a name
    std::vector<std::size_t> nationality;            ///< tokens that give a country or owner: adjective, compound
    std::vector<std::size_t> owners;                 ///< heads of genitive and of-phrases, possessives
    std::vector<std::size_t> members;                ///< heads of including-phrases: states including Turkey
    std::vector<std::size_t> agents;                 ///< heads of by-phrases: an attack by gunmen
    std::vector<std::size_t> locations;              ///< heads of locative phrases: rebels in Syria
    std::vector<std::size_t> appositions;
    std::string proper_name;     ///< the unknown capitalised words of a name, if any
    std::size_t name_words = 0;  ///< how many words proper_name has
    /// What the recogniser of names takes proper_name for; null if it sees none there.
    const syntax::NamedSpan* named = nullptr;
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

    /// Read when first asked for, and kept.
    [[nodiscard]] const Mention& at(std::size_t head) const;
    /// Whether the token is part of a name, or of a title and name, that another token of it is the head of.
    [[nodiscard]] bool is_inner(std::size_t token) const;
    /// Names that stand in one list with the name at `head` as written, whatever the tree makes of it: "de la Russie,
    /// de l'Iran et de la Turquie". Heads of the further names only.
    [[nodiscard]] std::vector<std::size_t> listed_with(std::size_t head) const;
    /// The name that covers a token, if any.
    [[nodiscard]] const language::NameMatch* name_at(std::size_t token) const { return name_of_token_[token]; }
    /// The longest role phrase that contains the token.
    [[nodiscard]] const std::optional<RoleMatch>& role_at(std::size_t token) const { return role_of_token_[token]; }

private:
    /// A name with what stands before it without a break: "US Secretary of State John Kerry". Parsers often take such
    /// a run apart; its words say more than its tree.
    struct Titled {
        std::size_t first = 0;
        std::size_t last = 0;
        std::size_t name_first = 0;
        const language::NameMatch* name = nullptr;  ///< null for a name that nobody knows
        std::optional<RoleMatch> role;
    };

    [[nodiscard]] bool is_astray(const Titled& titled) const;
    [[nodiscard]] std::vector<std::size_t> people_listed_with(std::size_t head) const;
    [[nodiscard]] std::string_view preposition_lemma(const language::NameMatch& name) const;
    [[nodiscard]] bool is_part_of_longer_name(const language::NameMatch& name) const;
    void find_roles();
    [[nodiscard]] bool is_within_name(const RoleMatch& role) const;
    void find_titled();
    [[nodiscard]] Titled with_title(std::size_t name_first, std::size_t name_last) const;
    /// Whether the token may stand between a title and its name: of, and, words of a field ("des Sports").
    [[nodiscard]] bool joins_title(std::size_t token, bool person) const;
    [[nodiscard]] bool is_field(std::size_t token) const;
    [[nodiscard]] bool is_unknown_name(std::size_t token) const;
    /// Where the unknown name at the token ends if the recogniser takes it for a person's ("Omar al - Bashiri"), else
    /// the token.
    [[nodiscard]] std::size_t end_of_unknown_person(std::size_t token) const;
    [[nodiscard]] Mention read(std::size_t head) const;
    void read_phrase(Mention& mention) const;
    void read_children(std::size_t head, Mention& mention) const;
    void read_modifier(std::size_t modifier, Mention& mention) const;
    void read_titled(const Titled& titled, Mention& mention) const;
    [[nodiscard]] bool is_nationality(std::size_t token) const;

    const syntax::Tree& tree_;
    const language::LanguagePack& pack_;
    const ArgumentReader& arguments_;
    std::vector<const language::NameMatch*> name_of_token_;
    std::vector<const syntax::NamedSpan*> named_of_token_;
    std::vector<std::optional<RoleMatch>> role_of_token_;
    std::vector<Titled> titled_;
    std::vector<std::size_t> titled_of_token_;  ///< index into titled_, or none
    mutable std::vector<std::unique_ptr<const Mention>> read_;
};

}  // namespace entente::extract
