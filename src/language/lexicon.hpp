#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "language/phrase_table.hpp"
#include "ontology/ontology.hpp"

namespace entente::language {

/// Which syntactic slots of a predicate hold its participants.
///
/// Slots of verbs are those of the active clause (`subj obj iobj`), of nouns `poss adj comp`; any other word is a
/// preposition in canonical spelling. Of several alternatives the first that is filled counts.
struct Frame {
    std::string name;  ///< `subj>with`, or the row of frames.tsv
    std::vector<std::string> source;
    std::vector<std::string> target;
    std::vector<std::string> pair;  ///< slots whose several members act on each other: between A and B
};

/// What must hold of a slot for an entry to apply.
struct Condition {
    enum class Test { one_of, none_of, actor, person, state, empty };
    std::string slot;
    Test test = Test::one_of;
    std::vector<std::string> lemmas;  ///< as phrase keys
};

/// One line of verbs.tsv or nouns.tsv: a word, what it means, and where its participants stand.
struct ActionEntry {
    const ontology::Action* action = nullptr;
    std::string word;
    bool plural_only = false;  ///< `talk+`: talks, not a talk
    Frame frame;
    std::vector<Condition> where;
    std::string location;  ///< `fr/verbs.tsv:123`
};

/// The words of one language for the actions of the ontology, with the syntax they need.
class ActionLexicon {
public:
    /// Reads verbs.tsv, nouns.tsv and frames.tsv of `folder`. @throws DataError naming file and line.
    ActionLexicon(const std::filesystem::path& folder, const ontology::Ontology& ontology);

    /// Entries of a verb by key: lemma, `carry out`, `se entretenir`. Null if none.
    [[nodiscard]] const std::vector<ActionEntry>* verb(std::string_view key) const { return verbs_.find(key); }
    /// The verb that a lemma in no table means where lemmatisation went wrong by its last letters ("riote" of
    /// "rioted", "telephon" of "telephoned"); empty if there is none. Only for lemmas of some length.
    [[nodiscard]] std::string_view verb_near(std::string_view key) const;
    [[nodiscard]] const PhraseTable<ActionEntry>& nouns() const { return nouns_; }
    [[nodiscard]] const PhraseTable<ActionEntry>& verbs() const { return verbs_; }

private:
    using Frames = std::map<std::string, Frame, std::less<>>;
    static void read(const std::filesystem::path& file, std::string_view word_column, const Frames& frames,
                     const ontology::Ontology& ontology, PhraseTable<ActionEntry>& table);

    void find_stems();

    PhraseTable<ActionEntry> verbs_;
    std::map<std::string, std::string, std::less<>> verb_of_stem_;  ///< verbs without their last one or two letters
    PhraseTable<ActionEntry> nouns_;
};

}  // namespace entente::language
