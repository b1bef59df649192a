#include "entities/name_features.hpp"

#include <algorithm>

#include "language/phrase_finder.hpp"
#include "syntax/features.hpp"

namespace entente::entities {

namespace {

using syntax::Upos;

std::uint32_t hash_of(std::string_view text) {
    return syntax::fnv1a32('n', text);
}

constexpr std::uint32_t outside = 0x9E3779B9U;  // stands for the words before and behind a sentence

/// One 32-bit hash from a template's number and up to three values.
std::uint32_t mixed(std::uint32_t number, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    std::uint64_t value = (a + number) * 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 29U) ^ (b + 0x7F4A7C15U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 32U) ^ (c + number)) * 0x94D049BB133111EBU;
    return static_cast<std::uint32_t>(value >> 32U);
}

struct Case {
    bool upper_first = false;
    bool all_upper = false;
    bool letter = false;
};

/// `lower` and `normal` have as many characters each; those that differ are capitals.
Case case_of(const syntax::WordForms& forms) {
    const auto starts = syntax::code_point_starts(forms.normal);
    const auto lower_starts = syntax::code_point_starts(forms.lower);
    Case found;
    std::size_t capitals = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i + 1 < starts.size() && i + 1 < lower_starts.size(); ++i) {
        const auto letter = std::string_view(forms.normal).substr(starts[i], starts[i + 1] - starts[i]);
        const auto small = std::string_view(forms.lower).substr(lower_starts[i], lower_starts[i + 1] - lower_starts[i]);
        const bool capital = letter != small;
        const bool plain = !capital && (letter.size() > 1 || (letter[0] >= 'a' && letter[0] <= 'z'));
        capitals += capital ? 1 : 0;
        others += plain ? 1 : 0;
        if (i == 0) found.upper_first = capital;
    }
    found.letter = capitals + others > 0;
    found.all_upper = capitals > 1 && others == 0;
    return found;
}

/// Shorter words keep their small letters in headlines.
constexpr std::size_t shortest_headline_word = 4;

Capitals capitals_of(const std::vector<Case>& cases, const std::vector<std::size_t>& lengths) {
    std::size_t words = 0;
    std::size_t upper = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (!cases[i].letter || lengths[i] < shortest_headline_word) continue;
        ++words;
        upper += cases[i].all_upper ? 1 : 0;
        first += cases[i].upper_first ? 1 : 0;
    }
    const bool any =
        std::any_of(cases.begin(), cases.end(), [](const Case& word) { return word.upper_first && word.letter; });
    if (!any) return Capitals::none;
    if (words < 2) return Capitals::normal;
    if (4 * upper >= 3 * words) return Capitals::upper;
    return words >= 4 && 4 * first >= 3 * words ? Capitals::headline : Capitals::normal;
}

/// Words that names have inside and that begin none: de, of, al, hyphens.
bool joins(const NameWord& word) {
    return word.upos == Upos::adp || word.upos == Upos::det || word.upos == Upos::punct || word.upos == Upos::propn;
}

constexpr std::size_t longest_joint = 3;

/// Where the run of capitalised words that begins at `begin` ends.
std::size_t end_of_run(const std::vector<NameWord>& words, std::size_t begin, std::uint32_t comma) {
    std::size_t end = begin + 1;
    for (std::size_t i = end; i < words.size() && i <= end + longest_joint; ++i) {
        if (words[i].capital) {
            end = i + 1;
        } else if (!joins(words[i]) || words[i].lower == comma) {
            break;
        }
    }
    return end;
}

void mark_runs(std::vector<NameWord>& words) {
    static const std::uint32_t comma = hash_of(",");
    for (std::size_t begin = 0; begin < words.size();) {
        if (!words[begin].capital) {
            ++begin;
            continue;
        }
        const std::size_t end = end_of_run(words, begin, comma);
        NameClasses classes = 0;
        for (std::size_t i = begin; i < end; ++i) classes |= words[i].word_classes;
        for (std::size_t i = begin; i < end; ++i) {
            NameWord& word = words[i];
            word.run_part = static_cast<std::uint8_t>(end - begin == 1 ? 1 : i == begin ? 2 : i + 1 == end ? 4 : 3);
            word.run_length = static_cast<std::uint32_t>(std::min<std::size_t>(end - begin, 6));
            word.run_classes = classes;
            word.before_run = begin > 0 ? words[begin - 1].lower : outside;
            word.behind_run = end < words.size() ? words[end].lower : outside;
            word.run_first = words[begin].lower;
            word.run_last = words[end - 1].lower;
        }
        begin = end;
    }
}

/// How many words behind a capital may belong to its name ("Organisation internationale de la francophonie").
constexpr std::size_t longest_tail = 4;

bool opens_names(const NameWord& word, bool first) {
    const bool small_word = word.upos == Upos::det || word.upos == Upos::adp || word.upos == Upos::pron ||
                            word.upos == Upos::adv || word.upos == Upos::sconj || word.upos == Upos::cconj ||
                            word.upos == Upos::aux;
    return word.capital && !(first && small_word && word.word_classes == 0);
}

void mark_near(std::vector<NameWord>& words) {
    for (NameWord& word : words) word.near = word.capital;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!opens_names(words[i], i == 0)) continue;
        const std::size_t end = std::min(words.size(), i + 1 + longest_tail);
        for (std::size_t j = i == 0 ? 0 : i - 1; j < end; ++j) words[j].near = true;
    }
}

void mark_phrases(std::vector<NameWord>& words, const std::vector<syntax::WordForms>& forms,
                  const Gazetteer& gazetteer) {
    std::size_t covered = 0;
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        PhraseKey key;
        key.append(forms[begin].lower);
        const Gazetteer::Entry* entry = gazetteer.find(key);
        if (entry == nullptr) continue;
        words[begin].word_classes = entry->classes;
        if (begin < covered) continue;
        std::size_t last = begin;
        NameClasses classes = 0;
        for (std::size_t i = begin + 1; entry != nullptr && entry->goes_on && i < words.size(); ++i) {
            key.append(forms[i].lower);
            entry = gazetteer.find(key);
            if (entry == nullptr || entry->classes == 0) continue;
            last = i;
            classes = entry->classes;
        }
        for (std::size_t i = begin; last > begin && i <= last; ++i) {
            words[i].phrase_classes = classes;
            words[i].phrase_part = static_cast<std::uint8_t>(i == begin ? 1 : i == last ? 3 : 2);
        }
        covered = last + 1;
    }
}

void set_affixes(NameWord& word, std::string_view lower) {
    const auto starts = syntax::code_point_starts(lower);
    const std::size_t size = starts.size() - 1;
    for (std::size_t n = 0; n < word.prefixes.size(); ++n) {
        const bool fits = n + 2 <= size;
        word.prefixes[n] = fits ? hash_of(lower.substr(0, starts[n + 2])) : 0;
        word.suffixes[n] = fits ? hash_of(lower.substr(starts[size - n - 2])) : 0;
    }
}

}  // namespace

void ArticleForms::read(const syntax::Sentence& sentence) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    std::vector<std::pair<std::uint32_t, bool>> found;
    bool beginning = true;  // also behind what opens direct speech
    for (const syntax::Token& token : sentence.tokens) {
        const syntax::WordForms forms = syntax::word_forms(token.form);
        const Case letters = case_of(forms);
        if (!letters.letter) {
            beginning = beginning || token.form == ":" || token.form == "\"" || token.form == "«" || token.form == "“";
            continue;
        }
        if (forms.lower.size() >= shortest_headline_word) {
            ++words;
            capitals += letters.upper_first ? 1 : 0;
        }
        if (!beginning) found.emplace_back(hash_of(forms.lower), letters.upper_first);
        beginning = false;
    }
    const bool headline = 2 * capitals > words;
    for (const auto& [lower, capital] : found) {
        if (!capital) small_.insert(lower);
        if (capital && !headline) capitalised_.insert(lower);
    }
}

std::uint32_t ArticleForms::seen(std::uint32_t lower) const {
    return (small_.contains(lower) ? 1U : 0U) + (capitalised_.contains(lower) ? 2U : 0U);
}

NameWords name_words(const syntax::Sentence& sentence, const Gazetteer& gazetteer, const ArticleForms& article) {
    NameWords result;
    std::vector<syntax::WordForms> forms;
    std::vector<Case> cases;
    std::vector<std::size_t> lengths;
    for (const auto& unit : language::written_words(sentence)) {
        NameWord word;
        word.first = unit.first;
        word.last = unit.last;
        word.upos = sentence[unit.first].upos;
        forms.push_back(syntax::word_forms(*unit.form));
        cases.push_back(case_of(forms.back()));
        lengths.push_back(forms.back().lower.size());
        word.lower = hash_of(forms.back().lower);
        word.form = hash_of(forms.back().normal);
        word.shape = hash_of(syntax::word_shape(forms.back().normal));
        set_affixes(word, forms.back().lower);
        result.words.push_back(word);
    }
    result.capitals = capitals_of(cases, lengths);
    const bool telling = result.capitals == Capitals::normal;
    for (std::size_t i = 0; i < result.words.size(); ++i) {
        NameWord& word = result.words[i];
        word.capital = telling ? cases[i].upper_first : word.upos == Upos::propn;
        if (cases[i].upper_first) word.seen = article.seen(word.lower);
    }
    mark_phrases(result.words, forms, gazetteer);
    mark_runs(result.words);
    if (telling) mark_near(result.words);
    return result;
}

std::size_t name_features(const NameWords& sentence, std::size_t index,
                          std::span<std::uint32_t, most_name_features> features) {
    static const NameWord nothing = [] {
        NameWord word;
        word.lower = word.form = word.shape = outside;
        return word;
    }();
    const auto at = [&](int offset) -> const NameWord& {
        const auto i = static_cast<std::ptrdiff_t>(index) + offset;
        return i >= 0 && i < std::ssize(sentence.words) ? sentence.words[static_cast<std::size_t>(i)] : nothing;
    };
    const auto tag = [&](int offset) {
        return &at(offset) == &nothing ? 99U : static_cast<std::uint32_t>(at(offset).upos);
    };
    const auto capitals = static_cast<std::uint32_t>(sentence.capitals);
    const auto shape = [&](int offset) { return at(offset).shape + capitals; };
    const auto classes = [&](int offset) {
        const NameWord& word = at(offset);
        return (std::uint64_t{word.word_classes} << 32U) + (std::uint64_t{word.phrase_classes} << 8U) +
               (word.phrase_part * 2U) + (word.capital ? 1U : 0U);
    };
    const NameWord& word = at(0);
    std::size_t count = 0;
    std::uint32_t number = 0;
    const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
        features[count++] = mixed(++number, a, b, c);
    };
    const auto add_if = [&](bool holds, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
        ++number;
        if (holds) features[count++] = mixed(number, a, b, c);
    };
    add(capitals, index == 0 ? 1 : 0);
    for (const int offset : {-2, -1, 0, 1, 2}) add(at(offset).lower);
    add(word.form);
    add(at(-1).lower, word.lower);
    add(word.lower, at(1).lower);
    add(at(-2).lower, at(-1).lower, word.capital ? 1 : 0);
    add(at(1).lower, at(2).lower, word.capital ? 1 : 0);
    for (const std::uint32_t prefix : word.prefixes) add_if(prefix != 0, prefix);
    for (const std::uint32_t suffix : word.suffixes) add_if(suffix != 0, suffix);
    for (const std::uint32_t suffix : word.suffixes) add_if(suffix != 0 && word.capital, suffix, 1);
    add_if(at(-1).suffixes[1] != 0, at(-1).suffixes[1], word.shape);
    add_if(at(1).suffixes[1] != 0, at(1).suffixes[1], word.shape);
    for (const int offset : {-2, -1, 0, 1, 2}) add(shape(offset));
    add(shape(-1), shape(0));
    add(shape(0), shape(1));
    add(shape(-1), shape(0), shape(1));
    add(at(-1).lower, shape(0));
    add(at(1).lower, shape(0));
    add(at(-1).lower, shape(0), shape(1));
    for (const int offset : {-2, -1, 0, 1, 2}) add(tag(offset));
    add(tag(-1), tag(0));
    add(tag(0), tag(1));
    add(tag(-1), tag(0), tag(1));
    add(tag(0), shape(0), index == 0 ? 1 : 0);
    add(tag(-2), tag(-1), tag(0));
    for (const int offset : {-2, -1, 0, 1, 2}) add(classes(offset));
    add(classes(-1), classes(0));
    add(classes(0), classes(1));
    add(classes(0), tag(0), shape(0));
    add(classes(-1), classes(0), classes(1));
    add(classes(0), at(-1).lower);
    add(classes(0), at(1).lower);
    // Each class by itself, so that what is true of cities is learned whatever else they are.
    const std::uint64_t part = word.phrase_part * 2U + (word.capital ? 1U : 0U);
    for (unsigned i = 0; i < 11; ++i) add_if(((word.phrase_classes >> i) & 1U) != 0, i, part, capitals);
    for (unsigned i = 0; i < 11; ++i) add_if(((word.word_classes >> i) & 1U) != 0, i, part, 7);
    add_if(word.seen != 0 || word.capital, word.seen, capitals, index == 0 ? 1 : 0);
    add_if(word.seen != 0 || word.capital, word.seen, tag(0), shape(0));
    const bool run = word.run_part != 0;
    const std::uint64_t place = word.run_part * 16U + word.run_length;
    add_if(run, place);
    add_if(run, place, word.run_classes);
    add_if(run, place, classes(0));
    add_if(run, word.run_part, word.before_run);
    add_if(run, word.run_part, word.behind_run);
    add_if(run, word.run_part, word.run_first);
    add_if(run, word.run_part, word.run_last);
    add_if(run, word.before_run, word.behind_run, word.run_part);
    return count;
}

}  // namespace entente::entities
