#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "language/language_pack.hpp"
#include "ontology/ontology.hpp"

namespace entente::entities {

/// What the program's own lists say about a word or phrase; several may hold ("Jordan").
enum class NameClass : std::uint8_t {
    given_name,         ///< data/ontology/given_names.tsv
    person,             ///< a person's full name
    surname,            ///< a known person's last name
    state,              ///< and its capital, where that can stand for it
    demonym,            ///< Russian, russe, Russians
    place,              ///< a city, region, river…
    organisation,       ///< everybody in the ontology who is neither person nor state
    title,              ///< what stands before a person's name: minister, Mme
    organisation_word,  ///< what names of organisations are made of: Ministry, Université
    place_word,         ///< rue, Lake
    other_word,         ///< names of works, events, prizes: Cup, Prix
};

/// Several name classes as bits.
using NameClasses = std::uint16_t;

[[nodiscard]] constexpr NameClasses bit(NameClass name_class) {
    return static_cast<NameClasses>(1U << static_cast<unsigned>(name_class));
}

/// The key of a phrase, extended word by word: pieces between spaces, hyphens and apostrophes, without full stops.
class PhraseKey {
public:
    /// `lower`: a word in lower case. A hyphen alone adds nothing.
    void append(std::string_view lower);
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xCBF29CE484222325;
    bool inside_ = false;
};

/// Names and the words around names of one language, found by key: a compact copy of what its tables say.
class Gazetteer {
public:
    /// The words around names and given names, without names as a whole. @throws DataError naming file and line.
    Gazetteer(const std::filesystem::path& name_words, const std::filesystem::path& given_names);
    /// These and what the pack knows of actors, places and roles.
    Gazetteer(const std::filesystem::path& name_words, const std::filesystem::path& given_names,
              const language::LanguagePack& pack);

    struct Entry {
        std::uint64_t key = 0;
        NameClasses classes = 0;
        bool goes_on = false;  ///< longer phrases begin with this one
    };
    /// Null if no phrase has or begins with this key.
    [[nodiscard]] const Entry* find(const PhraseKey& key) const;

private:
    void add(std::string_view phrase, NameClass name_class);
    void add(std::string_view phrase, std::string_view plain, NameClass name_class);
    void add_key(std::string_view lower, NameClass name_class);
    Entry& slot(std::uint64_t key);
    void grow();

    std::vector<Entry> slots_;  ///< open addressing, a power of two; key 0 is free
    std::size_t used_ = 0;
};

}  // namespace entente::entities
