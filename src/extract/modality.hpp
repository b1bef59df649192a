#pragma once

#include <cstddef>
#include <optional>

#include "core/vocabulary.hpp"
#include "extract/arguments.hpp"
#include "language/language_pack.hpp"
#include "syntax/tree.hpp"

namespace entente::extract {

/// How a predicate is meant where it stands: did it happen, who says so, or is it only agreed to, refused, threatened.
struct Modality {
    core::Polarity polarity = core::Polarity::affirmative;
    core::Status status = core::Status::actual;
    std::optional<std::size_t> speaker;  ///< head of the phrase that names who says so
    /// The predicate stands under one that makes another action of it (agree to meet, refuse to negotiate) …
    const ontology::Action* action = nullptr;
    std::optional<std::size_t> action_token;  ///< … this word …
    std::optional<std::size_t> actor;         ///< … whose subject is the source
};

/// Reads modality off the tree: the predicate's own auxiliaries, negation and hedges first, then those of the
/// predicates above it as far as their scope reaches.
class ModalityReader {
public:
    ModalityReader(const syntax::Tree& tree, const language::LanguagePack& pack, const ArgumentReader& arguments)
        : tree_(tree), pack_(pack), arguments_(arguments) {}

    [[nodiscard]] Modality of(std::size_t predicate) const;

private:
    /// `event`: the noun that the predicate supports, whose own negation has been read already.
    void read_own(std::size_t predicate, Modality& modality, std::optional<std::size_t> event = std::nullopt) const;
    void read_features(std::size_t token, Modality& modality) const;
    void read_sources(std::size_t predicate, Modality& modality) const;
    void read_complement_of(std::size_t governor, std::size_t complement, Modality& modality) const;
    void read_purpose_of(std::size_t governor, Modality& modality) const;
    void read_nominal_of(std::size_t governor, std::size_t noun, Modality& modality) const;
    void apply(const language::Cue& cue, std::size_t governor, Modality& modality) const;
    void apply_noun(const language::Cue& cue, std::size_t noun, Modality& modality) const;
    /// What the opener of a clause makes of it, if it is one of conditions.
    [[nodiscard]] const language::Cue* conditional(std::size_t mark) const;
    /// Whether what is said of a noun is said of the event in its complement: a plan of, a series of.
    [[nodiscard]] bool is_about_its_complement(std::size_t noun) const;
    /// Whether the purpose of what is going on is going on itself.
    [[nodiscard]] bool is_under_way(std::size_t infinitive) const;
    [[nodiscard]] bool is_negated(std::size_t predicate, std::optional<std::size_t> event = std::nullopt) const;
    [[nodiscard]] const language::Cue* noun_cue(std::size_t noun, language::CueKind kind) const;

    const syntax::Tree& tree_;
    const language::LanguagePack& pack_;
    const ArgumentReader& arguments_;
};

}  // namespace entente::extract
