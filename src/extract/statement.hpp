#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/arguments.hpp"
#include "extract/mention.hpp"
#include "extract/modality.hpp"
#include "language/language_pack.hpp"
#include "syntax/tree.hpp"

namespace entente::extract {

/// Whether a frame names a slot, a table a word.
[[nodiscard]] bool contains(const std::vector<std::string>& words, std::string_view word);

/// The slot of the country in which an assault takes place, where nobody is named as its target; as a frame's source,
/// of those who govern where it happens and nobody is named as the doer.
inline constexpr std::string_view place_slot = "place";
/// Slots that frames may name for actors whom the words only imply: `own` is the state of whoever the source is (who
/// demonstrates does so against the own government), `people` the civilians of the country where it happens, else of
/// the source's.
inline constexpr std::string_view own_slot = "own";
inline constexpr std::string_view people_slot = "people";
/// The slot of those whom the relative clause of an event noun names as hit: an attack that killed 12 people.
inline constexpr std::string_view victim_slot = "victim";
inline constexpr std::string_view people_place_slot = "people-place";
/// The slots of general statements: phrases in the clause that a word takes, and in its object.
inline constexpr std::string_view complement_slot = "complement";
inline constexpr std::string_view object_slot = "object";

/// The phrases of one slot: heads of noun phrases, coordinated ones side by side.
struct SlotFilling {
    std::string slot;
    std::vector<std::size_t> heads;
};

/// A predicate that may state a relation: what it would mean, and where its participants would stand. Whether they are
/// actors is for resolution to say: of several fillings the first that holds an actor counts.
struct Statement {
    const language::ActionEntry* entry = nullptr;  ///< the lexicon line; null for a general statement
    const ontology::Action* action = nullptr;      ///< the entry's, or what modality makes of it
    std::string rule;                              ///< the data line that fired, and how
    std::size_t predicate = 0;
    std::size_t shown_first = 0;  ///< tokens that are the evidence for the action
    std::size_t shown_last = 0;
    bool nominal = false;
    bool general = false;  ///< says what is agreed to, refused or threatened only as far as whom it concerns
    std::vector<SlotFilling> sources;
    std::vector<SlotFilling> targets;
    std::vector<SlotFilling> pairs;     ///< fillings whose members act on each other
    std::vector<std::size_t> consumed;  ///< event nouns that are part of the predicate: to threaten sanctions
    Modality modality;
};

/// Finds the statements of one sentence: every verb and event noun that the language's lexicon knows.
class StatementFinder {
public:
    StatementFinder(const syntax::Tree& tree, const language::LanguagePack& pack, const ArgumentReader& arguments,
                    const MentionReader& mentions)
        : tree_(tree), pack_(pack), arguments_(arguments), mentions_(mentions), modality_(tree, pack, arguments) {}

    /// For each predicate its readings, those with more conditions first; resolution takes the first that yields a
    /// relation. In text order.
    [[nodiscard]] std::vector<std::vector<Statement>> find() const;
    [[nodiscard]] const ModalityReader& modality() const { return modality_; }

private:
    [[nodiscard]] std::vector<Statement> of_verb(std::size_t verb) const;
    /// What is said by the side of any verb: "at the request of Mali", "with the help of Iran".
    [[nodiscard]] std::vector<Statement> of_circumstances(std::size_t verb) const;
    [[nodiscard]] std::vector<Statement> readings_of(const std::vector<language::ActionEntry>& entries,
                                                     const Arguments& of_verb, std::size_t verb) const;
    [[nodiscard]] std::vector<Statement> of_operator(std::size_t predicate) const;
    [[nodiscard]] std::vector<Statement> of_judgement(std::size_t predicate) const;
    /// The verb of saying that the clause of a predicate belongs to, if its speaker is named.
    [[nodiscard]] std::optional<std::size_t> saying_verb(std::size_t predicate) const;
    [[nodiscard]] std::optional<std::size_t> saying_clause(std::size_t token) const;
    [[nodiscard]] std::optional<std::size_t> owned_subject(std::size_t predicate) const;
    [[nodiscard]] const language::Cue* judgement(std::size_t predicate) const;
    [[nodiscard]] std::optional<std::size_t> operating_subject(std::size_t predicate) const;
    [[nodiscard]] std::vector<std::size_t> complements(std::size_t predicate) const;
    [[nodiscard]] std::vector<Statement> of_noun(std::size_t noun) const;
    /// Adds the slots of the nouns in one of the verb's slots: "accept the offer of", "sign an agreement with", "venir
    /// à bout du groupe".
    void join_nouns(const Arguments& of_verb, std::string_view slot, Arguments& joined,
                    bool only_between = false) const;
    [[nodiscard]] Statement make(const language::ActionEntry& entry, const Arguments& arguments,
                                 std::size_t predicate) const;
    [[nodiscard]] std::vector<SlotFilling> fill(const std::vector<std::string>& slots,
                                                const Arguments& arguments) const;
    void add_event_slots(Statement& statement) const;
    /// Fills the slots of implied actors that the frame names.
    void add_implied(const language::ActionEntry& entry, Statement& statement) const;
    [[nodiscard]] std::vector<std::size_t> places_of(std::size_t predicate) const;
    /// Those whom the relative clause of an event noun says to be hit by it.
    [[nodiscard]] std::vector<std::size_t> victims_of(std::size_t event) const;
    [[nodiscard]] std::vector<std::size_t> events_behind(std::size_t predicate) const;
    /// Adds whoever acts or is hit in the clause that an event noun stands aside in.
    void add_clause(std::size_t noun, Statement& statement) const;
    /// Adds to the first of "between X and Y" the second, where the tree has lost it.
    void add_second(std::size_t head, std::vector<std::size_t>& members) const;
    [[nodiscard]] bool is_hostile_agreement(const language::ActionEntry& entry, const Modality& modality) const;
    [[nodiscard]] bool has_agent(std::size_t noun) const;
    [[nodiscard]] bool is_assault_noun(std::size_t token) const;
    [[nodiscard]] std::optional<std::size_t> copular_subject(std::size_t noun) const;
    [[nodiscard]] bool is_in_relative(std::size_t token, std::size_t below) const;
    [[nodiscard]] bool is_reciprocal(std::size_t head) const;
    [[nodiscard]] bool holds(const language::Condition& condition, const Arguments& arguments) const;
    [[nodiscard]] std::vector<std::size_t> coordinated(std::size_t head) const;

    const syntax::Tree& tree_;
    const language::LanguagePack& pack_;
    const ArgumentReader& arguments_;
    const MentionReader& mentions_;
    ModalityReader modality_;
};

}  // namespace entente::extract
