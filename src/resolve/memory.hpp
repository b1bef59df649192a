#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/relation.hpp"
#include "language/pronouns.hpp"
#include "resolve/quotations.hpp"

namespace entente::resolve {

/// An actor as it was mentioned, for later references to it.
struct Remembered {
    core::Participant actor;
    std::vector<core::Participant> others;  ///< those coordinated with it: "they" are all of them
    Phrase phrase;
    bool subject = false;
    bool main_subject = false;  ///< of the sentence's main clause
    bool plural = false;
    bool person = false;  ///< a person, named or by office alone: the Malian president
    std::string gender;   ///< `Masc`, `Fem` or empty
    std::string role;     ///< the role word it was described by, as a key; empty if none
};

/// Who has been mentioned in an article so far, in text order.
class Memory {
public:
    void remember(Remembered mention);
    /// Makes a person known by last name: "Zakharova" after "Maria Zakharova".
    void introduce(const std::string& full_name_key, const core::Participant& actor);

    void remember_pair(const core::Participant& one, const core::Participant& other) { pair_ = {one, other}; }

    /// The last two who dealt with each other; none before anybody did.
    [[nodiscard]] const std::vector<core::Participant>& pair() const { return pair_; }
    /// The actor introduced under this name or last name; empty if none or several were.
    [[nodiscard]] std::optional<core::Participant> named(const std::string& name_key) const;
    /// Whether the actor was introduced, under whatever name.
    [[nodiscard]] bool knows(const std::string& actor_id) const { return introduced_ids_.contains(actor_id); }
    /// The ids of those introduced, sorted.
    [[nodiscard]] const std::set<std::string>& introduced() const { return introduced_ids_; }
    /// The most recent mention before `phrase` that the pronoun can stand for, at most one sentence back; subjects are
    /// preferred. None of `excluded` (who acts on the pronoun himself is not meant by it); where there are any, objects
    /// of the same sentence count too. Empty where nothing fits: a wrong antecedent is worse than none.
    [[nodiscard]] std::vector<core::Participant> antecedent(const Phrase& phrase, const language::Pronoun& pronoun,
                                                            const std::string& gender,
                                                            const std::vector<core::Participant>& excluded) const;
    /// The most recent actor described by this role word.
    [[nodiscard]] std::optional<core::Participant> described_as(const std::string& role_key) const;

private:
    std::vector<Remembered> mentions_;
    std::vector<core::Participant> pair_;
    std::map<std::string, std::vector<core::Participant>> introduced_;
    std::set<std::string> introduced_ids_;
};

}  // namespace entente::resolve
