#include "extract/mention.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace entente::extract {

namespace {

using language::NameKind;
using language::NameMatch;
using language::phrase_key;
using language::Pronoun;
using syntax::Deprel;
using syntax::NamedKind;
using syntax::Upos;

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Shorter capitalised words before a last name are titles (Mr, Mme) rather than first names.
constexpr std::size_t shortest_first_name = 4;

const Pronoun* find_pronoun(const language::PronounTable& table, std::string_view form) {
    for (const auto kind : {Pronoun::Kind::personal, Pronoun::Kind::possessive, Pronoun::Kind::demonstrative}) {
        if (const Pronoun* found = table.find(form, kind)) return found;
    }
    return nullptr;
}

}  // namespace

MentionReader::MentionReader(const syntax::Tree& tree, const language::LanguagePack& pack,
                             const ArgumentReader& arguments, const std::vector<NameMatch>& names)
    : tree_(tree),
      pack_(pack),
      arguments_(arguments),
      name_of_token_(tree.size(), nullptr),
      named_of_token_(tree.size(), nullptr),
      role_of_token_(tree.size()),
      titled_of_token_(tree.size(), none),
      read_(tree.size()) {
    for (const syntax::NamedSpan& named : tree.sentence().named) {
        for (std::size_t i = named.first; i <= named.last; ++i) named_of_token_[i] = &named;
    }
    for (const NameMatch& name : names) {
        if (is_part_of_longer_name(name)) continue;
        for (std::size_t i = name.first; i <= name.last; ++i) name_of_token_[i] = &name;
    }
    find_roles();
    find_titled();
}

bool MentionReader::is_part_of_longer_name(const NameMatch& name) const {
    const bool surname = std::all_of(name.entries.begin(), name.entries.end(),
                                     [](const auto* entry) { return entry->kind == NameKind::surname; });
    if (!surname) return false;
    // "Lee County", "Clinton Foundation": the recogniser sees no person there.
    const syntax::NamedSpan* named = named_of_token_[name.first];
    const bool longer = named != nullptr && (named->first < name.first || named->last > name.last);
    if (longer && named->kind != NamedKind::person) return true;
    // "Michel Temer" is no Charles Michel, "Jeanne Lavrov" no Sergey; "Mr. Lavrov" may be.
    const auto is_name_word = [&](std::size_t token) {
        const std::string& form = tree_[token].form;
        return tree_.is(token, {Upos::propn}) && text::starts_upper(form) && !form.ends_with('.') &&
               text::code_point_count(form) >= shortest_first_name &&
               pack_.roles.words().find(phrase_key(form)) == nullptr && pack_.names.lookup_cased(form).empty();
    };
    const bool before = name.first > 0 && is_name_word(name.first - 1);
    const bool behind = name.last + 1 < tree_.size() && tree_[name.last].space_after && is_name_word(name.last + 1);
    return before || behind;
}

void MentionReader::find_roles() {
    const auto& words = pack_.roles.words();
    for (std::size_t first = 0; first < tree_.size();) {
        std::optional<RoleMatch> best;
        // Each phrase is looked for as written, with its first word as lemma, and with all words as lemmas.
        std::string written = phrase_key(tree_[first].form);
        std::string half = phrase_key(tree_[first].lemma);
        std::string lemmas = half;
        const std::size_t longest = std::max(words.longest_from(written), words.longest_from(half));
        for (std::size_t last = first; last < tree_.size() && last < first + longest + 2; ++last) {
            if (longest == 0 || tree_.is(last, {Upos::verb, Upos::punct})) break;
            if (last > first) {
                language::append_word(written, phrase_key(tree_[last].form));
                language::append_word(half, phrase_key(tree_[last].form));
                language::append_word(lemmas, phrase_key(tree_[last].lemma));
            }
            for (const std::string* key : {&written, &half, &lemmas}) {
                const auto* found = words.find(*key);
                if (found == nullptr) continue;
                best = RoleMatch{&found->front(), first, last};
                break;
            }
        }
        const std::size_t next = best ? best->last + 1 : first + 1;
        if (best && is_within_name(*best)) best.reset();
        for (std::size_t i = first; best && i <= best->last; ++i) {
            if (name_of_token_[i] == nullptr) role_of_token_[i] = best;
        }
        first = next;
    }
}

bool MentionReader::is_within_name(const RoleMatch& role) const {
    // "Jong Woo Son", "Harvey Milk Friend": a word for people as the last part of a person's name.
    const syntax::NamedSpan* named = named_of_token_[role.first];
    return named != nullptr && named->kind == NamedKind::person && role.first > named->first &&
           role.last == named->last && role.first == role.last && !role_of_token_[role.first - 1] &&
           role.word->kind == language::RoleWord::Kind::people && text::starts_upper(tree_[role.first].form);
}

bool MentionReader::is_unknown_name(std::size_t token) const {
    return tree_.is(token, {Upos::propn}) && name_of_token_[token] == nullptr && !role_of_token_[token] &&
           text::starts_upper(tree_[token].form) && !pack_.names.is_title(tree_[token].form);
}

bool MentionReader::is_inner(std::size_t token) const {
    const auto head = tree_.head(token);
    if (!head) return false;
    const std::size_t titled = titled_of_token_[token];
    const bool same_title = titled != none && titled_of_token_[*head] == titled;
    return same_title || (name_at(token) != nullptr && name_at(*head) == name_at(token));
}

bool MentionReader::is_nationality(std::size_t token) const {
    if (const NameMatch* name = name_at(token)) {
        return std::any_of(name->entries.begin(), name->entries.end(), [](const language::NameEntry* entry) {
            return entry->kind != NameKind::combining && entry->kind != NameKind::surname;
        });
    }
    return tree_[token].form.find('-') != std::string::npos;
}

void MentionReader::read_modifier(std::size_t modifier, Mention& mention) const {
    mention.first = std::min(mention.first, modifier);
    mention.last = std::max(mention.last, modifier);
    mention.counted = mention.counted || tree_.is(modifier, {Deprel::nummod});
    if (is_nationality(modifier)) mention.nationality.push_back(modifier);
    // "Russian and US diplomats": coordinated nationalities hang on the first.
    for (const std::size_t other : tree_.children(modifier, {Deprel::conj})) {
        if (is_nationality(other)) mention.nationality.push_back(other);
    }
    // "Syrian government forces": the nationality may stand one level down.
    for (const std::size_t below : tree_.children(modifier, {Deprel::amod, Deprel::compound})) {
        if (!is_nationality(below)) continue;
        mention.nationality.push_back(below);
        mention.first = std::min(mention.first, below);
    }
}

void MentionReader::read_children(std::size_t head, Mention& mention) const {
    for (const std::size_t child : tree_.children(head)) {
        const bool inside = mention.role && child >= mention.role->first && child <= mention.role->last;
        if (inside || (mention.head_name != nullptr && name_at(child) == mention.head_name)) continue;
        const std::string preposition = arguments_.preposition(child);
        if (tree_.is(child, {Deprel::det})) {
            mention.first = std::min(mention.first, child);
            mention.definite =
                mention.definite || tree_[child].has("Definite", "Def") || tree_[child].has("PronType", "Art");
            mention.counted = mention.counted || tree_[child].has("Definite", "Ind");
            if (pack_.pronouns.find(tree_[child].form, Pronoun::Kind::possessive) != nullptr)
                mention.owners.push_back(child);
        } else if (tree_.is(child, {Deprel::nmod_poss})) {
            mention.first = std::min(mention.first, tree_.subtree(child).front());
            mention.owners.push_back(child);
        } else if (tree_.is(child, {Deprel::amod, Deprel::compound, Deprel::flat, Deprel::nummod})) {
            read_modifier(child, mention);
        } else if (tree_.is(child, {Deprel::appos})) {
            mention.appositions.push_back(child);
        } else if (tree_.is(child, {Deprel::nmod}) && preposition.empty()) {
            if (is_nationality(child) && child < mention.head) {
                mention.nationality.push_back(child);
                mention.first = std::min(mention.first, child);
            } else {
                mention.appositions.push_back(child);
            }
        } else if (tree_.is(child, {Deprel::nmod}) && pack_.prepositions.has_use(preposition, "genitive")) {
            mention.owners.push_back(child);
        } else if (mention.role && tree_.is(child, {Deprel::nmod}) &&
                   pack_.prepositions.has_use(preposition, "origin")) {
            mention.owners.push_back(child);  // "ministers from Egypt and Jordan"
        } else if (pack_.prepositions.has_use(preposition, "member")) {
            mention.members.push_back(child);
        } else if (tree_.is(child, {Deprel::nmod}) && pack_.prepositions.has_use(preposition, "agent")) {
            mention.agents.push_back(child);
        } else if (tree_.is(child, {Deprel::nmod}) && pack_.prepositions.has_use(preposition, "locative")) {
            mention.locations.push_back(child);
        }
    }
}

void MentionReader::read_titled(const Titled& titled, Mention& mention) const {
    mention.first = std::min(mention.first, titled.first);
    mention.last = std::max(mention.last, titled.last);
    if (titled.role) mention.role = titled.role;
    for (std::size_t i = titled.first; i < titled.name_first; ++i) {
        if (name_at(i) != nullptr && is_nationality(i) && (i == titled.first || name_at(i - 1) != name_at(i))) {
            mention.nationality.push_back(i);
        }
    }
    if (titled.name != nullptr) {
        mention.head_name = titled.name;
        return;
    }
    for (std::size_t i = titled.name_first; i <= titled.last; ++i) {
        if (i > titled.name_first && tree_[i - 1].space_after) mention.proper_name += ' ';
        mention.proper_name += tree_[i].form;
    }
    mention.name_words = titled.last - titled.name_first + 1;
    mention.named = named_of_token_[titled.name_first];
}

void MentionReader::read_phrase(Mention& mention) const {
    if (mention.role) {
        mention.first = std::min(mention.first, mention.role->first);
        mention.last = std::max(mention.last, mention.role->last);
        // "porte-parole du ministère russe": what stands with any word of the title stands with the title.
        for (std::size_t i = mention.role->first; i <= mention.role->last; ++i) {
            if (i != mention.head && tree_.is(i, {Upos::noun, Upos::propn})) read_children(i, mention);
        }
    }
    read_children(mention.head, mention);
    // "an attack claimed by gunmen", "the town held by rebels"; who is killed by somebody is nobody's.
    const bool people = mention.role || mention.head_name != nullptr || !mention.proper_name.empty();
    const bool event = pack_.actions.nouns().find(phrase_key(tree_[mention.head].lemma)) != nullptr;
    if (event || !people) {
        const auto doers = arguments_.named_doers(mention.head);
        mention.agents.insert(mention.agents.end(), doers.begin(), doers.end());
    }
    // "… in Geneva, Russian and US diplomats": the tree may give the first nationality away.
    while (mention.first >= 2 && !mention.nationality.empty() && tree_.is(mention.first - 1, {Upos::cconj})) {
        const std::size_t before = mention.first - 2;
        const NameMatch* name = name_at(before);
        const bool adjective = name != nullptr && tree_.is(before, {Upos::adj}) && is_nationality(before);
        if (!adjective || name_at(mention.first) == nullptr) break;
        mention.nationality.insert(mention.nationality.begin(), before);
        mention.first = before;
    }
}

const Mention& MentionReader::at(std::size_t head) const {
    if (!read_[head]) read_[head] = std::make_unique<const Mention>(read(head));
    return *read_[head];
}

Mention MentionReader::read(std::size_t head) const {
    Mention mention;
    mention.head = mention.first = mention.last = head;
    mention.plural = tree_[head].has("Number", "Plur");
    if (tree_.is(head, {Upos::pron, Upos::det})) {
        mention.pronoun = find_pronoun(pack_.pronouns, tree_[head].form);
        if (mention.pronoun != nullptr) return mention;
    }
    mention.head_name = name_at(head);
    mention.role = role_at(head);
    if (mention.head_name != nullptr) {
        mention.first = std::min(mention.first, mention.head_name->first);
        mention.last = std::max(mention.last, mention.head_name->last);
    }
    if (titled_of_token_[head] != none) read_titled(titled_[titled_of_token_[head]], mention);
    read_phrase(mention);
    for (std::size_t i = mention.first; i <= mention.last; ++i) {
        const NameMatch* name = name_at(i);
        const bool known = std::find(mention.names.begin(), mention.names.end(), name) != mention.names.end();
        if (name != nullptr && !known) mention.names.push_back(name);
    }
    return mention;
}

}  // namespace entente::extract
