#include "syntax/lemmatiser.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "syntax/model_file.hpp"

namespace entente::syntax {

namespace {

std::uint64_t hash_of(std::string_view word, std::string_view upos) {
    return fnv1a64(std::string(upos) + "\t", word);
}

}  // namespace

LemmaScript::LemmaScript(std::string_view text) {
    const std::size_t kind = text.empty() ? std::string_view::npos : std::string_view("KLT").find(text.front());
    const std::size_t dash = text.find('-');
    if (kind == std::string_view::npos || dash == std::string_view::npos)
        throw std::invalid_argument("not a lemma script");
    case_ = static_cast<Case>(kind);
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + dash, cut_);
    if (error != std::errc() || end != text.data() + dash) throw std::invalid_argument("not a lemma script");
    ending_ = text.substr(dash + 1);
}

std::string LemmaScript::apply(const WordForms& word) const {
    std::string base = case_ == Case::keep ? word.normal : case_ == Case::lower ? word.lower : title_case(word.lower);
    if (cut_ > 0) {
        const std::vector<std::size_t> starts = code_point_starts(base);
        const std::size_t size = starts.size() - 1;
        base.resize(starts[size - std::min(cut_, size)]);
    }
    return base + ending_;
}

Lemmatiser::Lemmatiser(const ModelFile& file) {
    for (const std::string& line : file.lines("scripts")) {
        try {
            scripts_.emplace_back(line);
        } catch (const std::invalid_argument& problem) {
            file.fail(problem.what());
        }
    }
    hashes_ = file.array<std::uint64_t>("lexicon.hash").values;
    script_numbers_ = file.array<std::uint16_t>("lexicon.script", 1, hashes_.size());
    known_ = file.array<std::uint64_t>("lemmas.hash").values;
    if (!std::is_sorted(known_.begin(), known_.end())) file.fail("the known lemmas are not sorted");
    if (!std::is_sorted(hashes_.begin(), hashes_.end())) file.fail("the lexicon is not sorted");
    for (const std::uint16_t number : script_numbers_) {
        if (number >= scripts_.size()) file.fail("the lexicon names a script that is not there");
    }
}

std::optional<std::size_t> Lemmatiser::script_of(std::string_view form, std::string_view upos) const {
    const std::uint64_t hash = hash_of(form, upos);
    const auto found = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
    if (found == hashes_.end() || *found != hash) return std::nullopt;
    return script_numbers_[static_cast<std::size_t>(found - hashes_.begin())];
}

std::optional<std::string> Lemmatiser::find(const WordForms& word, std::string_view upos) const {
    if (const auto script = script_of(word.normal, upos)) return apply(*script, word);
    if (word.lower == word.normal) return std::nullopt;
    const auto script = script_of(word.lower, upos);
    if (!script) return std::nullopt;
    return apply(*script, {word.lower, word.lower});
}

std::string Lemmatiser::choose(const WordForms& word, std::string_view upos,
                               std::span<const std::size_t> scripts) const {
    for (const std::size_t script : scripts) {
        std::string lemma = scripts_[script].apply(word);
        if (std::binary_search(known_.begin(), known_.end(), hash_of(lemma, upos))) return lemma;
    }
    return apply(scripts.front(), word);
}

std::string Lemmatiser::apply(std::size_t script, const WordForms& word) const {
    std::string lemma = scripts_[script].apply(word);
    return lemma.empty() ? word.normal : lemma;
}

}  // namespace entente::syntax
