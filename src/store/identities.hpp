#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace entente::store {

/// A user's word that two actor ids are one, or are not.
struct ActorDecision {
    std::string actor;
    std::string other;
    bool same = true;  ///< true: `other` is to be read as `actor`

    friend auto operator<=>(const ActorDecision&, const ActorDecision&) = default;
};

/// Who is who by a set of decisions, whatever their order: `same` joins further (a = b and b = c), and never brings
/// two together who are held different.
class Identities {
public:
    Identities() = default;
    explicit Identities(std::vector<ActorDecision> decisions);

    /// Whether everybody is read as he stands.
    [[nodiscard]] bool empty() const { return read_as_.empty(); }
    /// Under which id an actor is read: of those who are one, the one that no decision reads as another. (Of several
    /// such, or none, the smallest.)
    [[nodiscard]] const std::string& read_as(const std::string& id) const;
    /// All who are read as he is, himself included.
    [[nodiscard]] std::set<std::string> all_of(const std::string& id) const;
    /// Whether the two, or any with whom they are one, are held different.
    [[nodiscard]] bool held_apart(const std::string& one, const std::string& other) const;
    /// The decisions `same` that have no effect, because they would join two who are held different.
    [[nodiscard]] const std::vector<ActorDecision>& contradicted() const { return contradicted_; }

private:
    std::map<std::string, std::string> read_as_;           // of those who are read as another
    std::map<std::string, std::set<std::string>> groups_;  // by the id under which they are read; of two or more
    std::set<ActorDecision> different_;                    // each both ways round
    std::vector<ActorDecision> contradicted_;
};

}  // namespace entente::store
