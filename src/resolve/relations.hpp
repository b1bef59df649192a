#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "articles/article.hpp"
#include "core/relation.hpp"
#include "resolve/circumstances.hpp"
#include "resolve/resolver.hpp"

namespace entente::resolve {

/// Turns the statements of one article into relations, in text order: participants resolved, circumstances added,
/// every span verified against the document.
class RelationMaker {
public:
    /// Keeps references to everything.
    RelationMaker(const articles::Article& article, const text::CodePoints& document, const Readings& readings,
                  const Quotations& quotations, Resolver& resolver, const std::map<std::string, DateFinder>& dates)
        : article_(article),
          document_(document),
          readings_(readings),
          quotations_(quotations),
          resolver_(resolver),
          circumstances_(document, dates, article.published) {}

    [[nodiscard]] std::vector<core::Relation> make();

private:
    using Participants = std::vector<core::Participant>;
    using Pairs = std::vector<std::pair<core::Participant, core::Participant>>;

    [[nodiscard]] std::vector<core::Relation> of_sentence(std::size_t sentence) const;
    void act_abroad(core::Relation& relation) const;
    [[nodiscard]] std::vector<core::Relation> of_statement(const extract::Statement& statement,
                                                           std::size_t sentence) const;
    [[nodiscard]] Pairs pairs_of(const extract::Statement& statement, std::size_t sentence) const;
    /// How far to look where a phrase is a thing: not at all, to its owner, to its owner or, if it is a town, to the
    /// country of it, or to the country that anything stands in.
    enum class Reach { actors, owners, towns, places };
    [[nodiscard]] static Reach target_reach(core::EventType type);
    /// The actors of one phrase as its slot reads it.
    [[nodiscard]] Participants actors_in(const std::string& slot, const Phrase& phrase, Reach reach) const;
    [[nodiscard]] Participants first_filled(const std::vector<extract::SlotFilling>& fillings, std::size_t sentence,
                                            Reach reach) const;
    /// The actors of the first filling that are on another side than `sources`.
    [[nodiscard]] Participants first_other(const std::vector<extract::SlotFilling>& fillings,
                                           const Participants& sources, std::size_t sentence, Reach reach) const;
    /// Whether one of the phrases is an officeholder without a name: the Turkish president.
    [[nodiscard]] bool names_official(const std::vector<extract::SlotFilling>& fillings, std::size_t sentence) const;
    [[nodiscard]] bool holds(const extract::Statement& statement, std::size_t sentence) const;
    [[nodiscard]] core::Relation describe(const extract::Statement& statement, std::size_t sentence) const;
    [[nodiscard]] std::optional<core::Attribution> attribution(const extract::Statement& statement,
                                                               std::size_t sentence) const;
    /// The phrase that names who says so, in this sentence or around the quotation that it is part of.
    [[nodiscard]] std::optional<Phrase> speaker(const extract::Statement& statement, std::size_t sentence) const;
    /// Makes a threat of an attack that its own doer announces.
    void announce(const extract::Statement& statement, std::size_t sentence, core::Relation& relation) const;
    /// Makes a claim of what somebody else is quoted with.
    void judge_speaker(const extract::Statement& statement, std::size_t sentence, core::Relation& relation) const;
    /// Without relations whose target the words only imply where another says the same with a target of its own.
    [[nodiscard]] static std::vector<core::Relation> without_implied(std::vector<core::Relation> relations);
    [[nodiscard]] bool is_sound(const core::Relation& relation) const;

    const articles::Article& article_;
    const text::CodePoints& document_;
    const Readings& readings_;
    const Quotations& quotations_;
    Resolver& resolver_;
    CircumstanceFinder circumstances_;
};

}  // namespace entente::resolve
