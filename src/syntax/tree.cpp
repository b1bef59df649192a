#include "syntax/tree.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace entente::syntax {

namespace {

template <typename Value>
bool contains(std::initializer_list<Value> values, Value value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

Tree::Tree(const Sentence& sentence) : sentence_(&sentence), children_(sentence.size()) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i].head >= 0) children_[static_cast<std::size_t>(sentence[i].head)].push_back(i);
    }
}

std::span<const std::size_t> Tree::children(std::size_t index) const {
    return children_[index];
}

std::vector<std::size_t> Tree::children(std::size_t index, std::initializer_list<Deprel> relations) const {
    std::vector<std::size_t> found;
    std::copy_if(children_[index].begin(), children_[index].end(), std::back_inserter(found),
                 [&](std::size_t child) { return is(child, relations); });
    return found;
}

std::optional<std::size_t> Tree::child(std::size_t index, std::initializer_list<Deprel> relations) const {
    for (const std::size_t child : children_[index]) {
        if (is(child, relations)) return child;
    }
    return std::nullopt;
}

std::optional<std::size_t> Tree::head(std::size_t index) const {
    const int head = (*this)[index].head;
    return head < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(head));
}

bool Tree::is(std::size_t index, std::initializer_list<Deprel> relations) const {
    return contains(relations, (*this)[index].deprel);
}

bool Tree::is(std::size_t index, std::initializer_list<Upos> tags) const {
    return contains(tags, (*this)[index].upos);
}

std::vector<std::size_t> Tree::subtree(std::size_t index) const {
    std::vector<std::size_t> found{index};
    for (std::size_t next = 0; next < found.size(); ++next) {
        const auto& below = children_[found[next]];
        found.insert(found.end(), below.begin(), below.end());
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool Tree::dominates(std::size_t ancestor, std::size_t index) const {
    for (std::optional<std::size_t> at = index; at; at = head(*at)) {
        if (*at == ancestor) return true;
    }
    return false;
}

std::vector<std::size_t> Tree::conjuncts(std::size_t first) const {
    std::vector<std::size_t> found{first};
    for (std::size_t next = 0; next < found.size(); ++next) {
        const auto more = children(found[next], {Deprel::conj});
        found.insert(found.end(), more.begin(), more.end());
        const auto names = listed_subjects(found[next]);
        found.insert(found.end(), names.begin(), names.end());
    }
    return found;
}

/// Parsers hang the middle of "France, Germany and Italy urge" on the verb as a subject of its own.
std::vector<std::size_t> Tree::listed_subjects(std::size_t first) const {
    const auto verb = head(first);
    if (!verb || *verb < first || !is(first, {Upos::propn}) || !is(first, {Deprel::nsubj, Deprel::nsubj_pass}))
        return {};
    const auto subjects = children(*verb, {Deprel::nsubj, Deprel::nsubj_pass});
    if (subjects.front() != first) return {};
    std::vector<std::size_t> listed;
    for (const std::size_t subject : subjects) {
        const bool name = subject > first && subject < *verb && is(subject, {Upos::propn});
        if (name && has_punctuation_between(first, subject)) listed.push_back(subject);
    }
    return listed;
}

std::size_t Tree::first_conjunct(std::size_t index) const {
    while (is(index, {Deprel::conj}) && head(index)) index = *head(index);
    return index;
}

bool Tree::has_punctuation_between(std::size_t first, std::size_t second) const {
    for (std::size_t i = first + 1; i < second; ++i) {
        if (is(i, {Upos::punct})) return true;
    }
    return false;
}

std::string Tree::fixed_phrase(std::size_t index) const {
    std::string phrase = text::to_lower((*this)[index].form);
    for (const std::size_t more : children(index, {Deprel::fixed})) {
        phrase += (phrase.ends_with('\'') ? "" : " ") + text::to_lower((*this)[more].form);
    }
    return phrase;
}

}  // namespace entente::syntax
