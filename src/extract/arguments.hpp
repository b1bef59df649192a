#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_pack.hpp"
#include "syntax/tree.hpp"

namespace entente::extract {

/// A noun phrase in one of a predicate's slots.
struct Argument {
    std::string slot;   ///< `subj obj iobj` of the active clause, `poss adj comp` of a noun, or a canonical preposition
    std::size_t token;  ///< head of the phrase (the first conjunct of a coordination)
};

/// The filled slots of one predicate.
class Arguments {
public:
    void add(std::string_view slot, std::size_t token);
    [[nodiscard]] std::vector<std::size_t> in(std::string_view slot) const;
    [[nodiscard]] bool has(std::string_view slot) const { return !in(slot).empty(); }
    [[nodiscard]] const std::vector<Argument>& all() const { return arguments_; }

private:
    std::vector<Argument> arguments_;
};

/// Reads the participants of verbs and event nouns off a UD tree, as if every clause were active, finite and complete:
/// passives are turned, relative pronouns replaced by what they stand for, subjects of infinitives, participles and
/// coordinated verbs supplied, and what stands with a light verb is given to its noun.
class ArgumentReader {
public:
    /// Keeps references to both.
    ArgumentReader(const syntax::Tree& tree, const language::LanguagePack& pack)
        : tree_(tree), pack_(pack), keys_(tree.size()) {}

    [[nodiscard]] Arguments of_verb(std::size_t verb) const;
    [[nodiscard]] Arguments of_noun(std::size_t noun) const;

    [[nodiscard]] bool is_passive(std::size_t verb) const;
    [[nodiscard]] bool is_reflexive(std::size_t verb) const;
    /// The subject as written or understood, before a passive is turned; of adjectives and nouns with a copula too.
    [[nodiscard]] std::optional<std::size_t> surface_subject(std::size_t predicate) const;
    /// Who acts: the surface subject of an active verb, the agent of a passive one.
    [[nodiscard]] std::optional<std::size_t> agent(std::size_t verb) const;
    /// Whom a verb that takes an infinitive names with the dative: who is asked or ordered to do it ("demande à l'OTAN
    /// de …").
    [[nodiscard]] std::optional<std::size_t> addressee(std::size_t verb) const;
    /// Who speaks with a verb of saying: its agent; parsers take a subject behind it ("a annoncé le ministre") for an
    /// object.
    [[nodiscard]] std::optional<std::size_t> speaker(std::size_t verb) const;
    /// The canonical preposition before a phrase; empty if there is none.
    [[nodiscard]] std::string preposition(std::size_t phrase) const;
    /// Lookup keys of a verb: with its particle or reflexive pronoun first, then the bare lemma.
    [[nodiscard]] const std::vector<std::string>& verb_keys(std::size_t verb) const;
    /// The verb whose light object (or happening subject) the event noun is, if any.
    [[nodiscard]] std::optional<std::size_t> supporting_verb(std::size_t noun) const;
    /// Who suffers an event noun: the subject of "subir une attaque", "être la cible de", "faire l'objet de".
    [[nodiscard]] std::optional<std::size_t> undergoer(std::size_t noun) const;
    /// Who is named as the doer of an event by a participle: "attribuée aux rebelles", "revendiquée par".
    [[nodiscard]] std::vector<std::size_t> named_doers(std::size_t noun) const;
    /// Whether the verb is a cue of this kind, under any of its keys.
    [[nodiscard]] const language::Cue* verb_cue(std::size_t verb, language::CueKind kind) const;

private:
    /// Whether a finite verb lacks the subject that it must have had.
    [[nodiscard]] bool is_robbed(std::size_t verb) const;
    [[nodiscard]] std::optional<std::size_t> own_subject(std::size_t predicate) const;
    [[nodiscard]] std::optional<std::size_t> inherited_subject(std::size_t predicate) const;
    [[nodiscard]] std::size_t antecedent(std::size_t token) const;
    [[nodiscard]] std::optional<std::size_t> measured_by(std::size_t token) const;
    [[nodiscard]] std::size_t referent(std::size_t token) const;
    [[nodiscard]] std::optional<std::size_t> passive_agent(std::size_t verb) const;
    [[nodiscard]] bool has_article(std::size_t noun) const;
    [[nodiscard]] bool is_bare_infinitive(std::size_t verb) const;
    [[nodiscard]] bool is_approximate(std::size_t phrase) const;
    void add_dashed(std::size_t noun, Arguments& arguments) const;
    [[nodiscard]] bool is_active_in_disguise(std::size_t verb) const;
    [[nodiscard]] bool takes_phrase(std::size_t verb) const;
    void add_receiver(std::size_t verb, Arguments& arguments) const;
    void add_members(std::size_t verb, Arguments& arguments) const;
    void add_obliques(std::size_t governor, Arguments& arguments) const;

    const syntax::Tree& tree_;
    const language::LanguagePack& pack_;
    mutable std::vector<std::vector<std::string>> keys_;  ///< of each verb, once asked for: they are asked for often
};

}  // namespace entente::extract
