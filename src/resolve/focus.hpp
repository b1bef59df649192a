#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extract/reading.hpp"

namespace entente::resolve {

/// Which country an article is about: whom "the rebels", "the army" or "the opposition" without a nationality belong
/// to.
class Focus {
public:
    explicit Focus(const std::vector<std::unique_ptr<extract::Reading>>& readings);

    /// The country of those with this role: the one that the article itself gives to people of that role, else the one
    /// in which things happen, else the one named most. Empty where two are as good.
    [[nodiscard]] std::optional<std::string> country_for(const std::string& role) const;

    /// The one country to which the article gives those whom it describes by this word (as a key), wherever it does:
    /// "the outgoing administration" is that of "the Trump administration". Empty if there is none or several.
    [[nodiscard]] std::optional<std::string> country_of(const std::string& role_word) const;

    /// Whether the article names the country or somebody of it.
    [[nodiscard]] bool mentions(const std::string& country) const;

private:
    using Counts = std::map<std::string, int>;
    void read(const extract::Reading& reading);
    [[nodiscard]] static std::optional<std::string> leader(const Counts& counts);

    std::map<std::string, Counts> by_role_;
    std::map<std::string, Counts> by_word_;
    Counts domestic_;  ///< nationalities of people who are somebody's own: rebels, opposition, civilians
    Counts located_;   ///< countries in locative phrases: in Syria
    Counts named_;
};

}  // namespace entente::resolve
