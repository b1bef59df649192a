#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include "entities/gazetteer.hpp"
#include "syntax/sentence.hpp"

namespace entente::entities {

/// How an article writes its words outside of headlines and sentence beginnings: tells names from capitals that stand
/// for nothing.
class ArticleForms {
public:
    void read(const syntax::Sentence& sentence);
    /// 0–3: 1 if the article has the word (its lower-case hash) in lower case, 2 if with a capital.
    [[nodiscard]] std::uint32_t seen(std::uint32_t lower) const;

private:
    std::unordered_set<std::uint32_t> small_;
    std::unordered_set<std::uint32_t> capitalised_;
};

/// How a sentence uses capitals.
enum class Capitals : std::uint8_t { normal, headline, upper, none };

/// A written word as features see it.
struct NameWord {
    std::size_t first = 0;  ///< tokens first…last of the sentence: more than one in a contraction
    std::size_t last = 0;
    std::uint32_t lower = 0;
    std::uint32_t form = 0;
    std::array<std::uint32_t, 3> prefixes{};  ///< of two to four letters
    std::array<std::uint32_t, 3> suffixes{};
    std::uint32_t shape = 0;
    syntax::Upos upos = syntax::Upos::x;
    bool capital = false;    ///< begins with one, where that says something; else: is tagged as a name
    bool near = true;        ///< whether it may be part of a name; words far from any capital are not asked
    std::uint32_t seen = 0;  ///< ArticleForms::seen, of capitalised words
    NameClasses word_classes = 0;
    NameClasses phrase_classes = 0;  ///< of the longest listed phrase of several words around this one
    std::uint8_t phrase_part = 0;    ///< 0 none, 1 first, 2 inside, 3 last word of it
    std::uint8_t run_part = 0;       ///< 0 outside of a run of capitalised words, else its place in it
    std::uint32_t run_length = 0;
    NameClasses run_classes = 0;   ///< all word classes in the run
    std::uint32_t before_run = 0;  ///< lower-case hash of the word in front of it
    std::uint32_t behind_run = 0;
    std::uint32_t run_first = 0;
    std::uint32_t run_last = 0;
};

/// The words of one sentence, read for recognition.
struct NameWords {
    std::vector<NameWord> words;
    Capitals capitals = Capitals::normal;
};

[[nodiscard]] NameWords name_words(const syntax::Sentence& sentence, const Gazetteer& gazetteer,
                                   const ArticleForms& article);

/// The most features that a word can have.
inline constexpr std::size_t most_name_features = 80;

/// The hashed features of word `index`; they depend on words up to three away and on the run around it. Returns how
/// many of `features` were written. Training and recognition share this function.
std::size_t name_features(const NameWords& sentence, std::size_t index,
                          std::span<std::uint32_t, most_name_features> features);

}  // namespace entente::entities
