#include "extract/mention.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace entente::extract {

namespace {

using language::NameKind;
using language::NameMatch;
using language::phrase_key;
using language::Pronoun;
using language::RoleWord;
using syntax::Deprel;
using syntax::Upos;

/// Longest role phrase in words: "ministre des Affaires étrangères et du Développement international".
constexpr std::size_t longest_role = 9;

const Pronoun* find_pronoun(const language::PronounTable& table, std::string_view form) {
    for (const auto kind : {Pronoun::Kind::personal, Pronoun::Kind::possessive, Pronoun::Kind::demonstrative}) {
        if (const Pronoun* found = table.find(form, kind)) return found;
    }
    return nullptr;
}

}  // namespace

MentionReader::MentionReader(const syntax::Tree& tree, const language::LanguagePack& pack, const ArgumentReader& arguments,
                             const std::vector<NameMatch>& names)
    : tree_(tree), pack_(pack), arguments_(arguments), name_of_token_(tree.size(), nullptr) {
    for (const NameMatch& name : names) {
        for (std::size_t i = name.first; i <= name.last; ++i) name_of_token_[i] = &name;
    }
}

std::optional<RoleMatch> MentionReader::role_at(std::size_t token) const {
    const auto& words = pack_.roles.words();
    std::optional<RoleMatch> best;
    const std::size_t earliest = token < longest_role ? 0 : token - longest_role + 1;
    for (std::size_t first = earliest; first <= token; ++first) {
        // Each phrase is looked for as written, with its first word as lemma, and with all words as lemmas.
        std::string written;
        std::string half;
        std::string lemmas;
        for (std::size_t last = first; last < tree_.size() && last < first + longest_role; ++last) {
            const std::string form = phrase_key(tree_[last].form);
            const std::string lemma = phrase_key(tree_[last].lemma);
            language::append_word(written, form);
            language::append_word(half, last == first ? lemma : form);
            language::append_word(lemmas, lemma);
            if (last < token) continue;
            for (const std::string* key : {&written, &half, &lemmas}) {
                const auto* found = words.find(*key);
                if (found == nullptr) continue;
                if (!best || last - first > best->last - best->first) best = RoleMatch{&found->front(), first, last};
                break;
            }
        }
    }
    return best;
}

bool MentionReader::is_nationality(std::size_t token) const {
    const NameMatch* name = name_at(token);
    if (name != nullptr) {
        return std::any_of(name->entries.begin(), name->entries.end(), [](const language::NameEntry* entry) {
            return entry->kind == NameKind::adjective || entry->kind == NameKind::demonym ||
                   entry->kind == NameKind::name || entry->kind == NameKind::capital || entry->kind == NameKind::seat;
        });
    }
    return tree_[token].form.find('-') != std::string::npos;
}

void MentionReader::read_children(Mention& mention) const {
    for (const std::size_t child : tree_.children(mention.head)) {
        const bool inside = child >= mention.first && child <= mention.last;
        const std::string preposition = arguments_.preposition(child);
        if (tree_.is(child, {Deprel::det})) {
            mention.first = std::min(mention.first, child);
            mention.definite = mention.definite || tree_[child].has("Definite", "Def") || tree_[child].has("PronType", "Art");
            mention.counted = mention.counted || tree_[child].has("Definite", "Ind");
            if (pack_.pronouns.find(tree_[child].form, Pronoun::Kind::possessive) != nullptr) mention.owners.push_back(child);
        } else if (tree_.is(child, {Deprel::nmod_poss})) {
            mention.first = std::min(mention.first, tree_.subtree(child).front());
            mention.owners.push_back(child);
        } else if (tree_.is(child, {Deprel::amod, Deprel::compound, Deprel::flat, Deprel::nummod})) {
            mention.first = std::min(mention.first, child);
            mention.last = std::max(mention.last, child);
            mention.counted = mention.counted || tree_.is(child, {Deprel::nummod});
            if (is_nationality(child)) mention.nationality.push_back(child);
            // "Russian and US diplomats": coordinated nationalities hang on the first.
            for (const std::size_t other : tree_.children(child, {Deprel::conj})) {
                if (is_nationality(other)) mention.nationality.push_back(other);
            }
            // "Syrian government forces": the nationality may stand one level down.
            for (const std::size_t below : tree_.children(child, {Deprel::amod, Deprel::compound})) {
                if (is_nationality(below)) {
                    mention.nationality.push_back(below);
                    mention.first = std::min(mention.first, below);
                }
            }
        } else if (tree_.is(child, {Deprel::appos})) {
            mention.appositions.push_back(child);
        } else if (tree_.is(child, {Deprel::nmod}) && preposition.empty() && !inside) {
            if (is_nationality(child) && child < mention.head) {
                mention.nationality.push_back(child);
                mention.first = std::min(mention.first, child);
            } else {
                mention.appositions.push_back(child);
            }
        } else if (tree_.is(child, {Deprel::nmod}) && !inside && pack_.prepositions.has_use(preposition, "genitive")) {
            mention.owners.push_back(child);
        }
    }
}

void MentionReader::read_proper_name(Mention& mention) const {
    const auto named = [&](std::size_t token) {
        return tree_.is(token, {Upos::propn}) && name_at(token) == nullptr && text::starts_upper(tree_[token].form);
    };
    const bool role_head = mention.role && mention.role->first <= mention.head && mention.head <= mention.role->last;
    std::vector<std::size_t> starts;
    if (named(mention.head) && !role_head) starts.push_back(mention.head);
    for (const std::size_t child : tree_.children(mention.head, {Deprel::flat, Deprel::appos, Deprel::compound, Deprel::nmod})) {
        if (named(child) && arguments_.preposition(child).empty()) starts.push_back(child);
    }
    if (starts.empty()) return;
    std::size_t first = starts.front();
    std::size_t last = first;
    while (first > 0 && named(first - 1)) --first;
    while (last + 1 < tree_.size() && named(last + 1)) ++last;
    mention.name_first = first;
    mention.name_last = last;
    for (std::size_t i = first; i <= last; ++i) {
        if (i > first && tree_[i - 1].space_after) mention.proper_name += ' ';
        mention.proper_name += tree_[i].form;
    }
    const bool adjacent = first <= mention.last + 1 && last + 1 >= mention.first;
    if (adjacent) {
        mention.first = std::min(mention.first, first);
        mention.last = std::max(mention.last, last);
    }
}

Mention MentionReader::at(std::size_t head) const {
    Mention mention;
    mention.head = mention.first = mention.last = head;
    if (tree_.is(head, {Upos::pron, Upos::det})) mention.pronoun = find_pronoun(pack_.pronouns, tree_[head].form);
    mention.head_name = name_at(head);
    mention.role = mention.pronoun == nullptr ? role_at(head) : std::nullopt;
    if (mention.head_name != nullptr) {
        mention.first = std::min(mention.first, mention.head_name->first);
        mention.last = std::max(mention.last, mention.head_name->last);
        mention.names.push_back(mention.head_name);
    }
    if (mention.role) {
        mention.first = std::min(mention.first, mention.role->first);
        mention.last = std::max(mention.last, mention.role->last);
    }
    read_children(mention);
    read_proper_name(mention);
    if (!mention.role) {
        // A title before a name: "Foreign Minister Lavrov" with the name as head.
        for (const std::size_t child : tree_.children(head, {Deprel::compound, Deprel::flat, Deprel::amod, Deprel::appos, Deprel::nmod})) {
            if (mention.role || !arguments_.preposition(child).empty()) continue;
            mention.role = role_at(child);
            if (mention.role && !tree_.is(child, {Deprel::appos})) {
                mention.first = std::min(mention.first, mention.role->first);
            }
        }
    }
    for (std::size_t i = mention.first; i <= mention.last; ++i) {
        const NameMatch* name = name_at(i);
        const bool known = std::find(mention.names.begin(), mention.names.end(), name) != mention.names.end();
        if (name != nullptr && !known) mention.names.push_back(name);
    }
    mention.plural = tree_[head].has("Number", "Plur");
    return mention;
}

}  // namespace entente::extract
