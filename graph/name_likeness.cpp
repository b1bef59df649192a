#include "graph/name_likeness.hpp"

#include <algorithm>
#include <array>

#include "base/nearest.hpp"
#include "base/strings.hpp"

namespace entente::graph {

namespace {

struct Weight {
    int points;
    std::string_view words;
};

/// In the order of Likeness.
constexpr std::array weights{
    Weight{70, "same name"},
    Weight{65, "same name, other spelling"},
    Weight{50, "acronym of the name"},
    Weight{50, "longer form of the name"},
    Weight{45, "same surname, initials fit"},
    Weight{40, "names differ in a letter or two"},
    Weight{30, "part of the name"},
};

using Words = std::vector<std::string>;

constexpr std::size_t least_word = 4;  // letters of a name that stands alone: shorter ones are chance
constexpr std::size_t least_name = 8;  // letters of a name that may hold a slip
constexpr std::size_t long_name = 14;  // … that may hold two
constexpr std::size_t small_word = 3;  // of, the, and, des: not in an acronym
constexpr std::size_t least_acronym = 3;
constexpr std::size_t end_length = 4;

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// The first letters of all words, or of the longer ones.
std::string first_letters(const Words& words, std::size_t longer_than) {
    std::string letters;
    for (const std::string& word : words) {
        if (word.size() > longer_than) letters += word.front();
    }
    return letters;
}

/// Whether `few` are among `many`, in their order.
template <typename Same>
bool stand_in(const Words& few, const Words& many, Same same) {
    std::size_t at = 0;
    for (const std::string& word : many) {
        if (at < few.size() && same(few[at], word)) ++at;
    }
    return at == few.size();
}

bool same_or_initial(const std::string& a, const std::string& b) {
    return a == b || ((a.size() == 1 || b.size() == 1) && a.front() == b.front());
}

bool is_acronym_of(const ComparedName& a, const ComparedName& b) {
    if (a.acronym.size() < least_acronym || b.words.size() < 2) return false;
    return a.acronym == first_letters(b.words, 0) || a.acronym == first_letters(b.words, small_word);
}

/// `few` has no more words than `many`, and both have at least two.
std::optional<Likeness> compare_words(const Words& few, const Words& many) {
    const auto same = [](const std::string& a, const std::string& b) { return a == b; };
    if (few.size() < many.size() && stand_in(few, many, same)) return Likeness::longer;
    const bool surname = few.back() == many.back() && few.back().size() >= 3;
    if (surname && few.front() != many.front() && same_or_initial(few.front(), many.front()) &&
        stand_in(few, many, same_or_initial)) {
        return Likeness::initials;
    }
    return std::nullopt;
}

bool nearly(const std::string& a, const std::string& b) {
    const std::size_t letters = std::min(a.size(), b.size());
    if (letters < least_name || has_digit(a) || has_digit(b)) return false;
    const std::size_t limit = letters < long_name ? 1 : 2;
    return base::edit_distance(a, b, limit) <= limit;
}

}  // namespace

int points(Likeness likeness) {
    return weights.at(static_cast<std::size_t>(likeness)).points;
}

std::string_view in_words(Likeness likeness) {
    return weights.at(static_cast<std::size_t>(likeness)).words;
}

std::optional<Likeness> compare(const ComparedName& a, const ComparedName& b) {
    if (a.words.empty() || b.words.empty()) return std::nullopt;
    if (a.words == b.words) return Likeness::same;
    const std::string one = base::join(a.words, " ");
    const std::string two = base::join(b.words, " ");
    const bool comparable = !has_digit(one) && !has_digit(two);
    if (comparable && a.spelling == b.spelling && a.spelling.size() >= least_word) return Likeness::spelling;
    if (is_acronym_of(a, b) || is_acronym_of(b, a)) return Likeness::acronym;
    const Words& few = a.words.size() <= b.words.size() ? a.words : b.words;
    const Words& many = a.words.size() <= b.words.size() ? b.words : a.words;
    if (few.size() > 1) {
        if (const auto found = compare_words(few, many)) return found;
        if (nearly(one, two)) return Likeness::nearly;
        return std::nullopt;
    }
    const std::string& word = few.front();
    if (many.size() > 1 && word.size() >= least_word && (word == many.front() || word == many.back())) {
        return Likeness::part;
    }
    if (nearly(one, two)) return Likeness::nearly;
    return std::nullopt;
}

std::vector<std::string> block_keys(const ComparedName& name) {
    std::vector<std::string> keys;
    if (name.words.empty()) return keys;
    const std::string all = base::join(name.words, " ");
    keys.push_back("name " + all);
    keys.push_back("spelling " + name.spelling);
    keys.push_back("word " + name.words.back());
    keys.push_back("word " + name.words.front());
    // Two words in a row: a title or a second surname may stand at either end.
    for (std::size_t i = 0; i + 1 < name.words.size(); ++i) {
        keys.push_back("words " + name.words[i] + " " + name.words[i + 1]);
    }
    if (name.words.size() > 2) keys.push_back("words " + name.words.front() + " " + name.words.back());
    for (const std::string& letters :
         {name.acronym, first_letters(name.words, 0), first_letters(name.words, small_word)}) {
        if (letters.size() >= least_acronym) keys.push_back("acronym " + letters);
    }
    if (all.size() >= least_name) {
        // A slip leaves one end as it was.
        keys.push_back("begin " + all.substr(0, end_length));
        keys.push_back("end " + all.substr(all.size() - end_length));
    }
    return keys;
}

}  // namespace entente::graph
