#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/vocabulary.hpp"

namespace entente::graph {

/// A name, made ready for comparing.
struct ComparedName {
    std::vector<std::string> words;  ///< lower case, without diacritics, in Latin letters
    std::string spelling;            ///< what the transcriptions of one name have in common
    std::string acronym;             ///< the name in lower case if it is written in capitals alone, else empty
};

/// An actor of whom another id may stand for the same.
struct Namesake {
    std::string id;
    core::ActorKind kind = core::ActorKind::unknown;
    std::string principal;
    std::optional<std::string> country;
    bool known = false;  ///< the ontology has it: no two such are one
    std::vector<ComparedName> names;
    std::vector<std::uint32_t> neighbours;  ///< those with whom it has relations, by place in the list; ascending
    std::vector<std::uint32_t> articles;    ///< numbers of the articles that tell of it; ascending
    std::size_t relations = 0;
};

/// Two actors that may be one.
struct MergeProposal {
    std::size_t actor = 0;  ///< whose id should stay: known to the ontology, of a country, or told of more often
    std::size_t other = 0;
    int score = 0;                     ///< 50 (worth a look) to 100
    std::vector<std::string> reasons;  ///< for and against, in words
};

/// Pairs whose names are alike (equal, transcribed otherwise, abbreviated, longer or shorter, misspelt) and of whom
/// nothing else speaks against it: country, kind, neighbours, articles. The best first.
/// @param apart pairs never to propose. Takes O(n log n); names that very many share are not compared.
[[nodiscard]] std::vector<MergeProposal> suggest_merges(const std::vector<Namesake>& actors,
                                                        const std::function<bool(std::size_t, std::size_t)>& apart);

}  // namespace entente::graph
