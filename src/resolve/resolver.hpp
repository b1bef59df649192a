#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/relation.hpp"
#include "extract/reading.hpp"
#include "ontology/ontology.hpp"
#include "resolve/focus.hpp"
#include "resolve/memory.hpp"
#include "resolve/participant_maker.hpp"
#include "resolve/quotations.hpp"
#include "text/unicode.hpp"

namespace entente::resolve {

/// The parsed sentences of one article, read, in text order.
using Readings = std::vector<std::unique_ptr<extract::Reading>>;

/// An actor mention as `show --stage mentions` prints it.
struct ShownMention {
    core::Span span;
    std::string text;
    std::string actor;      ///< actor ids joined by `+`; empty if unresolved
    std::string how;        ///< name, role, pronoun, proper name
    std::string principal;  ///< their principals joined by `+`
};

/// Decides who is meant by the noun phrases of one article.
///
/// Phrases are to be asked for in text order, each sentence being remembered (remember()) before the next is asked
/// about, so that pronouns find their antecedents.
class Resolver {
public:
    /// Keeps references to everything but `published`.
    Resolver(const ontology::Ontology& ontology, const text::CodePoints& document, const Readings& readings,
             const Quotations& quotations, const std::optional<core::Date>& published);

    /// The actors that the phrase with this head means: none if it is no actor or cannot be known, several for
    /// "Russian and US diplomats" or "russo-américains". Spans and texts are those of the phrase.
    [[nodiscard]] std::vector<core::Participant> actors(const Phrase& phrase) const;
    /// As actors(); and where the phrase is a thing (a decision, a warplane), those it belongs to or comes from, or,
    /// with `by_place`, the country in which it stands.
    [[nodiscard]] std::vector<core::Participant> actors_or_owners(const Phrase& phrase, bool by_place = false) const;
    /// The country that a place is in or is, as the phrase itself tells: "Kyiv, Ukraine".
    [[nodiscard]] std::vector<core::Participant> states_at(const Phrase& place) const;
    /// The states of these actors, or, with a suffix, those in their countries whom it stands for (`CVL`); words and
    /// spans stay. Actors of no country are left out.
    [[nodiscard]] std::vector<core::Participant> on_side(const std::vector<core::Participant>& actors,
                                                         const std::string& suffix) const;
    /// The actor that a principal code names, as a participant without words of its own.
    [[nodiscard]] core::Participant participant(const std::string& principal) const {
        return maker_.of_principal(principal);
    }
    /// Takes note of the actors of a sentence.
    void remember(std::size_t sentence);
    /// Takes note of two who dealt with each other: "the two sides" are they.
    void remember_pair(const core::Participant& one, const core::Participant& other) {
        memory_.remember_pair(one, other);
    }
    /// Every phrase of the article that could be an actor, resolved or not, for people to look at. Remembers as it
    /// goes.
    [[nodiscard]] std::vector<ShownMention> mentions();

private:
    using Participants = std::vector<core::Participant>;

    [[nodiscard]] const extract::Reading& reading(const Phrase& phrase) const { return *readings_[phrase.sentence]; }
    [[nodiscard]] Participants from_pronoun(const Phrase& phrase, const extract::Mention& mention) const;
    /// Those who do something to what the phrase stands for.
    [[nodiscard]] Participants acting_on(const Phrase& phrase) const;
    [[nodiscard]] Participants from_pair(const Phrase& phrase, const extract::Mention& mention) const;
    [[nodiscard]] Participants from_name(const Phrase& phrase, const extract::Mention& mention) const;
    [[nodiscard]] Participants from_role(const Phrase& phrase, const extract::Mention& mention) const;
    /// Who stands beside a role word by name.
    [[nodiscard]] Participants named_beside(const Phrase& phrase, const extract::Mention& mention) const;
    [[nodiscard]] Participants from_proper_name(const Phrase& phrase, const extract::Mention& mention) const;
    /// An unknown person beside whose name stands what organisation he is of.
    [[nodiscard]] std::optional<core::Participant> member_of(const Phrase& phrase,
                                                             const extract::Mention& mention) const;
    [[nodiscard]] Participants from_apposition(const Phrase& phrase, const extract::Mention& mention) const;
    [[nodiscard]] Participants from_measure(const Phrase& phrase, const extract::Mention& mention) const;
    [[nodiscard]] Participants owners(const Phrase& phrase, const extract::Mention& mention) const;
    [[nodiscard]] Participants from_modifier(const Phrase& modifier) const;
    [[nodiscard]] Participants compound_nationalities(const Phrase& modifier) const;
    /// The only country that the sentence and its article name, if it is known for armed groups of its own.
    [[nodiscard]] std::optional<std::string> country_of_own_war(std::size_t sentence) const;
    /// The state of those with whom the people of a bare role word are named in one breath.
    [[nodiscard]] std::optional<std::string> state_beside(const Phrase& phrase, const extract::Mention& mention) const;
    [[nodiscard]] Participants described(const Phrase& phrase, const extract::Mention& mention) const;
    // resolver_names.cpp
    void introduce_known();
    void introduce_unknown();
    [[nodiscard]] bool may_name(const Phrase& phrase) const;
    [[nodiscard]] std::optional<core::Participant> choose(const language::NameMatch& name,
                                                          const std::optional<extract::RoleMatch>& title = {}) const;
    /// The only one who holds an office that fits at the article's date; null if none or several do.
    [[nodiscard]] const language::NameEntry* only_officer(
        const std::vector<const language::NameEntry*>& namesakes,
        const std::function<bool(const std::string& office)>& fits) const;
    [[nodiscard]] const language::NameEntry* titled(const std::vector<const language::NameEntry*>& namesakes,
                                                    const std::optional<extract::RoleMatch>& title) const;
    [[nodiscard]] const language::NameEntry* most_likely(const std::vector<const language::NameEntry*>& namesakes,
                                                         const std::optional<extract::RoleMatch>& title) const;
    [[nodiscard]] std::optional<core::Participant> of_last_name(const language::NameMatch& name,
                                                                const std::optional<extract::RoleMatch>& title) const;
    /// The one whom the article names and who holds this office of a state on the day of publication.
    [[nodiscard]] std::optional<core::Participant> named_officer(const core::Participant& state,
                                                                 const std::string& office) const;
    [[nodiscard]] bool is_given_name(std::string_view form) const;
    /// Whether the article introduces the actor, or its highest office lets everybody think of it.
    [[nodiscard]] bool is_expected(const language::NameEntry& entry) const;
    [[nodiscard]] std::optional<std::string> side_of_title(const Phrase& phrase, const extract::Mention& mention,
                                                           const core::Participant& person) const;
    void place(const Phrase& phrase, std::size_t first, std::size_t last, Participants& participants) const;

    const ontology::Ontology& ontology_;
    const text::CodePoints& document_;
    const Readings& readings_;
    const Quotations& quotations_;
    std::optional<core::Date> published_;
    ParticipantMaker maker_;
    Focus focus_;
    Memory memory_;
    mutable std::vector<Phrase> asking_;  ///< phrases being resolved: references can be circular
};

}  // namespace entente::resolve
