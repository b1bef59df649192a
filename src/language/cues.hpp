#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/phrase_table.hpp"
#include "ontology/ontology.hpp"

namespace entente::language {

/// What a cue word does in the sentence (docs/adding-a-language.md explains each).
enum class CueKind {
    negation,
    hedge,
    source,
    feature,
    modal,
    speech,
    operator_,
    aspect_negative,
    occurrence,
    light,
    conditional,
    purpose,
    possible_noun,
    transparent_noun,
    subject_control,
    negative_particle,
    approximator,
    pair_noun,
    judgement,
    wrapper_noun,
    announced,
    be_perfect,
    undergo,
    doer,
    home_event,
};

inline constexpr std::size_t cue_kind_count = 25;

/// What a cue makes of the statement in its scope.
struct Cue {
    enum class Effect { none, actual, possible, reported, negative, action };
    Effect effect = Effect::none;
    const ontology::Action* action = nullptr;  ///< with Effect::action: the statement becomes this action
    std::string location;
};

/// The function words of modality, negation, speech and aspect of one language: data/lang/<code>/cues.tsv.
class CueTable {
public:
    /// @throws DataError naming file and line.
    CueTable(const std::filesystem::path& file, const ontology::Ontology& ontology);

    /// What the phrase with this key does as a cue of this kind; null if it is none.
    [[nodiscard]] const Cue* find(CueKind kind, std::string_view key) const;
    [[nodiscard]] bool is(CueKind kind, std::string_view key) const { return find(kind, key) != nullptr; }
    [[nodiscard]] const PhraseTable<Cue>& table(CueKind kind) const { return tables_[static_cast<std::size_t>(kind)]; }
    /// UD features (`Mood=Cnd`) with their effects, in the order of the file.
    [[nodiscard]] const std::vector<std::pair<std::string, Cue>>& features() const { return features_; }

private:
    std::array<PhraseTable<Cue>, cue_kind_count> tables_;
    std::vector<std::pair<std::string, Cue>> features_;
};

/// The canonical spellings of prepositions: data/lang/<code>/prepositions.tsv.
class PrepositionTable {
public:
    /// @throws DataError naming file and line.
    explicit PrepositionTable(const std::filesystem::path& file);

    /// `contre` for `à l'encontre de`; the phrase itself where the table does not know it.
    /// Contractions and articles inside do not matter: `au cours des`, `à le cours de les`.
    [[nodiscard]] std::string canonical(std::string_view phrase) const;
    /// Whether the table has the phrase, of several words.
    [[nodiscard]] bool knows(std::string_view phrase) const;
    /// What else a preposition is for, as its row says: `agent` of passives (by, par), `genitive` (of, de), `locative`
    /// (in, en), `dative` (to, à: what an indirect object stands for).
    [[nodiscard]] bool has_use(std::string_view canonical, std::string_view use) const;
    /// The preposition that an indirect object stands for.
    [[nodiscard]] const std::string& dative() const { return dative_; }

private:
    /// The phrase with each word by its canonical spelling, without articles: `à cours de`.
    [[nodiscard]] std::string plain(std::string_view phrase) const;

    PhraseTable<std::string> table_;
    std::map<std::string, std::string, std::less<>> phrases_;  ///< plain phrases of several words
    std::set<std::pair<std::string, std::string>> uses_;
    std::string dative_;
};

}  // namespace entente::language
