#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extract/reading.hpp"

namespace entente::resolve {

/// Whether the place is where people meet or agree: "met the rebels in Oslo", "talks in Geneva". Those who do seldom
/// are at home there. A country named right behind its people ("rebels in Syria") is theirs.
[[nodiscard]] bool is_host(const extract::Reading& reading, const language::NameMatch& place);

/// Which country an article is about: whom "the rebels", "the army" or "the opposition" without a nationality belong
/// to.
class Focus {
public:
    explicit Focus(const std::vector<std::unique_ptr<extract::Reading>>& readings);

    /// The country of those with this role who are spoken of in this sentence: the one that the article itself gives
    /// to people of that role; else the one where most speaks for: its own people, what happens in it, its name. What
    /// the sentence itself says of a country does not make armed men that country's own: whoever fights them, helps
    /// them or talks to them is named there too. Empty where two are as good.
    [[nodiscard]] std::optional<std::string> country_for(const ontology::Role& role, std::size_t sentence) const;

    /// The country to which the article gives those whom it describes by this word (as a key), wherever it does: "the
    /// outgoing administration" is that of "the Trump administration". Empty if there is none or several.
    [[nodiscard]] std::optional<std::string> country_of(const std::string& role_word) const;

    /// The country named in the sentence if the article names no other; empty if there is none.
    [[nodiscard]] std::optional<std::string> only_named_in(std::size_t sentence) const;

    /// Whether the article names the country or somebody of it.
    [[nodiscard]] bool mentions(const std::string& country) const { return named_.contains(country); }

private:
    using Counts = std::map<std::string, int>;
    void read(const extract::Reading& reading, std::size_t sentence);
    void read_names(const extract::Reading& reading, std::size_t sentence);
    void read_places(const extract::Reading& reading);
    void read_roles(const extract::Reading& reading);
    void read_events(const extract::Reading& reading);
    [[nodiscard]] static std::optional<std::string> leader(const Counts& counts);

    std::map<std::string, Counts> by_role_;
    std::map<std::string, Counts> by_word_;
    Counts home_;   ///< weight of what is said of a country's inside: its rebels, a war or a place in it
    Counts named_;  ///< how often the country or somebody of it is named
    std::map<std::size_t, Counts> named_in_;  ///< of these, in each sentence
};

}  // namespace entente::resolve
