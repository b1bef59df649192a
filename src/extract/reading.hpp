#pragma once

#include <algorithm>
#include <vector>

#include "extract/arguments.hpp"
#include "extract/mend.hpp"
#include "extract/mention.hpp"
#include "extract/statement.hpp"
#include "language/language_pack.hpp"
#include "syntax/tree.hpp"

namespace entente::extract {

/// One parsed sentence with everything that reads it. Not movable: the readers refer to each other.
class Reading {
public:
    /// Keeps a reference to the language pack, and the sentence as mended() reads it.
    Reading(const syntax::Sentence& parsed, const language::LanguagePack& language_pack)
        : pack(language_pack),
          sentence(mended(parsed, language_pack)),
          tree(sentence),
          names(language_pack.names.find(sentence)),
          places(outside_names(language_pack.places.find(sentence), names)),
          arguments(tree, language_pack),
          mentions(tree, language_pack, arguments, names),
          statements(tree, language_pack, arguments, mentions) {}
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    /// The place that the token is part of the name of; null if none.
    [[nodiscard]] const ontology::Place* place_at(std::size_t token) const {
        for (const language::PlaceMatch& match : places) {
            if (match.first <= token && token <= match.last) return match.place;
        }
        return nullptr;
    }

    /// Without those that are part of a longer name: Africa in South Africa, Alexandria in a person's name.
    [[nodiscard]] static std::vector<language::PlaceMatch> outside_names(
        std::vector<language::PlaceMatch> places, const std::vector<language::NameMatch>& names) {
        std::erase_if(places, [&](const language::PlaceMatch& place) {
            return std::any_of(names.begin(), names.end(), [&](const language::NameMatch& name) {
                const bool inside = name.first <= place.first && place.last <= name.last;
                return inside && name.last - name.first > place.last - place.first;
            });
        });
        return places;
    }

    const language::LanguagePack& pack;
    const syntax::Sentence sentence;
    const syntax::Tree tree;
    const std::vector<language::NameMatch> names;
    const std::vector<language::PlaceMatch> places;
    const ArgumentReader arguments;
    const MentionReader mentions;
    const StatementFinder statements;
};

}  // namespace entente::extract
