#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/date.hpp"
#include "core/vocabulary.hpp"
#include "ontology/spelling.hpp"

namespace entente::ontology {

/// Somebody who can act: a state, an organisation, a person, a group.
struct Actor {
    std::string id;  ///< an XML NMTOKEN
    core::ActorKind kind = core::ActorKind::unknown;
    std::string principal;                      ///< for whom it acts, outside any dated office
    std::string country;                        ///< ISO 3166 alpha-3, or empty
    std::map<std::string, std::string> labels;  ///< by language code
    std::string adjective;                      ///< English, of states: `Syrian`
    std::string wikidata;                       ///< `Q…`, or empty
};

/// A spell during which a person acted for a principal.
struct Office {
    std::string person;
    std::string principal;
    std::string office;
    std::optional<core::Date> from;
    std::optional<core::Date> to;  ///< empty: still held
};

/// What a group or official is to its country: government, army, opposition, rebels…
struct Role {
    std::string code;    ///< `REB`
    std::string suffix;  ///< what follows the country in the principal; empty for those who act for the state
    core::ActorKind kind = core::ActorKind::group;
    std::map<std::string, std::string> labels;
    std::string principal;  ///< for whom its holder acts unless the text says otherwise (pope: VATICAN), or empty
};

/// Somewhere that things happen.
struct Place {
    std::string id;
    std::string country;  ///< ISO 3166 alpha-3; empty for what lies in several or none
    std::map<std::string, std::string> labels;
};

/// A canonical action.
struct Action {
    std::string id;
    core::EventType type = core::EventType::other;
    std::optional<std::string> mode;
    std::string cameo;
    bool symmetric = false;
    std::map<std::string, std::string> labels;
};

/// The language-free tables of data/ontology: who can act, in which roles and offices, and what can be done.
class Ontology {
public:
    /// @throws DataError naming file and line.
    explicit Ontology(const std::filesystem::path& folder);

    [[nodiscard]] const Actor* actor(std::string_view id) const;
    [[nodiscard]] const Action* action(std::string_view id) const;
    [[nodiscard]] const Role* role(std::string_view code) const;
    [[nodiscard]] const Place* place(std::string_view id) const;
    [[nodiscard]] const std::map<std::string, Actor, std::less<>>& actors() const { return actors_; }
    [[nodiscard]] const std::map<std::string, Action, std::less<>>& actions() const { return actions_; }
    [[nodiscard]] const std::map<std::string, Role, std::less<>>& roles() const { return roles_; }

    /// For whom the actor acts at `date`: a person by the office held then, everybody else by the actor's own
    /// principal. Without a date a person's latest office counts.
    [[nodiscard]] std::string principal_at(const Actor& actor, const std::optional<core::Date>& date) const;
    /// The office that decides principal_at, if any.
    [[nodiscard]] const Office* office_at(std::string_view person, const std::optional<core::Date>& date) const;

    /// The person whose label in any language is another spelling of this full name; null if nobody's or several's is.
    [[nodiscard]] const Actor* person_spelt(std::string_view full_name) const;

    /// How many days `date` lies before or after the person's nearest office: 0 while one is held, none for who never
    /// held any. Without a date the present counts.
    [[nodiscard]] std::optional<long> days_from_office(std::string_view person,
                                                       const std::optional<core::Date>& date) const;
    /// All offices of the person, oldest first.
    [[nodiscard]] std::vector<Office> offices_of(std::string_view person) const;

    /// The actor that a principal code names: itself where it is an actor's id, else one made from country and role
    /// (`SYR-OPP`: Syrian opposition). Always answers; an unknown code is its own label.
    [[nodiscard]] Actor principal_actor(std::string_view principal) const;

private:
    void read_actors(const std::filesystem::path& file);
    void read_offices(const std::filesystem::path& file);
    void read_roles(const std::filesystem::path& file);
    void read_places(const std::filesystem::path& file);
    void read_actions(const std::filesystem::path& file);
    void index_spellings();

    Spelling spelling_;
    std::unordered_map<std::string, const Actor*> spelt_;  ///< by Spelling::key; null where several are spelt so
    std::map<std::string, Actor, std::less<>> actors_;
    std::map<std::string, std::vector<Office>, std::less<>> offices_;
    std::map<std::string, Role, std::less<>> roles_;
    std::map<std::string, Place, std::less<>> places_;
    std::map<std::string, Action, std::less<>> actions_;
};

}  // namespace entente::ontology
