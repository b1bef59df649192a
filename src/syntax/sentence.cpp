#include "syntax/sentence.hpp"

#include <algorithm>
#include <array>

namespace entente::syntax {

std::string_view to_string(NamedKind kind) {
    constexpr std::array<std::string_view, 4> spellings{"PER", "LOC", "ORG", "MISC"};
    return spellings[static_cast<std::size_t>(kind)];
}

std::string_view Token::feature(std::string_view name) const {
    std::string_view rest = feats;
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('|'));
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
            return pair.substr(name.size() + 1);
        }
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    }
    return {};
}

std::size_t Sentence::root() const {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].head < 0) return i;
    }
    return 0;
}

std::vector<std::size_t> Sentence::children(std::size_t index) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].head == static_cast<int>(index)) found.push_back(i);
    }
    return found;
}

}  // namespace entente::syntax
