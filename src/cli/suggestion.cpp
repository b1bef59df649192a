#include "cli/suggestion.hpp"

#include "base/nearest.hpp"

namespace entente::cli {

std::string suggestion(std::string_view typed, const std::vector<std::string>& known, std::string_view otherwise) {
    const std::vector<std::string> guesses = base::nearest(typed, known);
    if (guesses.empty()) return std::string(otherwise);
    std::string text = "; did you mean ";
    for (std::size_t i = 0; i < guesses.size(); ++i) {
        if (i > 0) text += i + 1 == guesses.size() ? " or " : ", ";
        text += "`" + guesses[i] + "`";
    }
    return text + "?";
}

}  // namespace entente::cli
