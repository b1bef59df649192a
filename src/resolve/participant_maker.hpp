#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/relation.hpp"
#include "extract/mention.hpp"
#include "ontology/ontology.hpp"

namespace entente::resolve {

/// Appends those of `more` whose actor is not in `all` yet.
void add_distinct(std::vector<core::Participant>& all, std::vector<core::Participant> more);

/// Makes participants, still without words of their own, of what the ontology and the article know about an actor.
class ParticipantMaker {
public:
    /// Keeps a reference to the ontology; offices count as held on the day of publication.
    ParticipantMaker(const ontology::Ontology& ontology, const std::optional<core::Date>& published)
        : ontology_(ontology), published_(published) {}

    [[nodiscard]] core::Participant of_actor(const ontology::Actor& actor) const;
    /// The actor that a principal code names: `SYR-OPP`, `UN`.
    [[nodiscard]] core::Participant of_principal(const std::string& principal) const;
    /// Those who hold the mention's role: for `owner` (the spokesman of an organisation), else in `country`, `UNK` if
    /// that is not known.
    [[nodiscard]] core::Participant of_role(const extract::Mention& mention, const core::Participant* owner,
                                            const std::optional<std::string>& country) const;
    /// For whom people of that role act: for the owner's country where the owner is a region or a people of it and the
    /// role is not for its government; else for the owner.
    [[nodiscard]] core::Participant side_in_country(const core::Participant& owner,
                                                    const language::RoleWord& role) const;
    /// Somebody nobody knows, named in the text and on the side of those it is described as.
    [[nodiscard]] core::Participant new_actor(const std::string& name, const extract::Mention& mention,
                                              const core::Participant& described_as) const;

private:
    const ontology::Ontology& ontology_;
    std::optional<core::Date> published_;
};

}  // namespace entente::resolve
