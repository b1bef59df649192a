// Names with what stands before and beside them: titles, which parsers often take apart, and lists.
#include <algorithm>

#include "extract/mention.hpp"
#include "text/unicode.hpp"

namespace entente::extract {

namespace {

using language::NameMatch;
using syntax::Deprel;
using syntax::NamedKind;
using syntax::Upos;

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// How far before a name its title is looked for, in words.
constexpr std::size_t longest_title = 10;

/// Jordan is a country before it is anybody's last name.
bool is_person(const NameMatch& name) {
    const auto of_kind = [&](core::ActorKind kind) {
        return std::any_of(name.entries.begin(), name.entries.end(),
                           [kind](const auto* entry) { return entry->actor->kind == kind; });
    };
    return of_kind(core::ActorKind::person) && !of_kind(core::ActorKind::state);
}

}  // namespace

std::size_t MentionReader::end_of_unknown_person(std::size_t token) const {
    const syntax::NamedSpan* named = named_of_token_[token];
    if (named == nullptr || named->kind != NamedKind::person) return token;
    for (std::size_t i = token; i <= named->last; ++i) {
        if (name_of_token_[i] != nullptr || role_of_token_[i]) return token;
    }
    return named->last;
}

bool MentionReader::is_field(std::size_t token) const {
    return tree_.is(token, {Upos::noun, Upos::propn}) && !tree_[token].has("NumType", "Card");
}

bool MentionReader::joins_title(std::size_t token, bool person) const {
    const std::string preposition = pack_.prepositions.canonical(tree_[token].form);
    if (pack_.prepositions.has_use(preposition, "genitive")) return true;
    // "ministre de la Culture et des Sports X", "Senator from Vermont X": only before somebody who is surely a person.
    return person && (is_field(token) || tree_.is(token, {Upos::cconj, Upos::part}) ||
                      pack_.prepositions.has_use(preposition, "origin"));
}

MentionReader::Titled MentionReader::with_title(std::size_t name_first, std::size_t name_last) const {
    Titled titled{name_first, name_last, name_first, name_of_token_[name_first], std::nullopt};
    // "Ms Rice": the parser may take the title for the head.
    const auto is_title = [&](std::size_t i) { return !role_of_token_[i] && pack_.names.is_title(tree_[i].form); };
    while (titled.first > 0 && is_title(titled.first - 1)) --titled.first;
    bool behind_role = false;  // a preposition joins a title only to its country: "president of Ukraine X"
    std::size_t first = titled.first;
    const syntax::NamedSpan* named = named_of_token_[name_first];
    const bool person = named != nullptr && named->kind == NamedKind::person;
    bool of_organ = false;
    for (std::size_t i = titled.first; i-- > 0 && i + longest_title >= name_first;) {
        const NameMatch* name = name_of_token_[i];
        if (role_of_token_[i]) {
            using Kind = language::RoleWord::Kind;
            const language::RoleWord& word = *role_of_token_[i]->word;
            // "French journalist X", "Senator from Vermont X": a word for people is a title too where the recogniser
            // sees a person behind it.
            const bool member = i + 1 == name_first || word.role->suffix == "LEG" || of_organ;
            const bool called = member && person && word.kind == Kind::people && !tree_[i].has("Number", "Plur");
            // "spiritual leader of Syria's Druze community X"
            if (word.kind == Kind::organ && person && !behind_role) {
                i = role_of_token_[i]->first;
                of_organ = true;
                continue;
            }
            if (word.kind != Kind::person && !called) break;
            if (!titled.role) titled.role = role_of_token_[i];
            first = std::min(i, role_of_token_[i]->first);
            i = first;
            behind_role = true;
        } else if ((name != nullptr && !is_person(*name)) || tree_.is(i, {Upos::adj, Upos::det})) {
            if (behind_role) first = i;
        } else if (behind_role || (i + 1 == titled.first ? !(person && is_field(i)) : !joins_title(i, person))) {
            break;
        }
    }
    if (titled.role) titled.first = first;
    return titled;
}

void MentionReader::find_titled() {
    for (std::size_t i = 0; i < tree_.size(); ++i) {
        const NameMatch* name = name_of_token_[i];
        std::size_t last = i;
        if (name != nullptr && is_person(*name)) {
            last = name->last;
        } else if (is_unknown_name(i)) {
            while (last + 1 < tree_.size() && is_unknown_name(last + 1)) ++last;
            last = std::max(last, end_of_unknown_person(i));
        } else {
            continue;
        }
        titled_.push_back(with_title(i, last));
        for (std::size_t t = titled_.back().first; t <= last; ++t) titled_of_token_[t] = titled_.size() - 1;
        i = last;
    }
}

bool MentionReader::is_astray(const Titled& titled) const {
    // A person who fills a place of his own in the clause is in no list that the tree does not know.
    for (std::size_t i = titled.first; i <= titled.last; ++i) {
        const auto head = tree_.head(i);
        if (head && *head >= titled.first && *head <= titled.last) continue;
        const bool bare = tree_.is(i, {Deprel::nmod, Deprel::obl}) && tree_.children(i, {Deprel::case_}).empty();
        if (!bare && !tree_.is(i, {Deprel::compound, Deprel::flat, Deprel::appos, Deprel::dep, Deprel::vocative}))
            return false;
    }
    return true;
}

std::vector<std::size_t> MentionReader::people_listed_with(std::size_t head) const {
    // "the Libyan leader X and the Bulgarian president Y": titles often break the coordination.
    std::vector<std::size_t> listed;
    const std::size_t own = titled_of_token_[head];
    if (own == none) return listed;
    const auto joined = [&](const Titled& one, const Titled& other) {
        bool conjunction = false;
        for (std::size_t i = one.last + 1; i < other.first; ++i) {
            if (!tree_.is(i, {Upos::cconj, Upos::det}) && tree_[i].form != ",") return false;
            conjunction = conjunction || tree_.is(i, {Upos::cconj});
        }
        return conjunction;
    };
    if (own > 0 && joined(titled_[own - 1], titled_[own]) && is_astray(titled_[own - 1]))
        listed.push_back(titled_[own - 1].name_first);
    if (own + 1 < titled_.size() && joined(titled_[own], titled_[own + 1]) && is_astray(titled_[own + 1]))
        listed.push_back(titled_[own + 1].name_first);
    return listed;
}

std::vector<std::size_t> MentionReader::listed_with(std::size_t head) const {
    std::vector<std::size_t> listed = people_listed_with(head);
    if (!listed.empty()) return listed;
    std::size_t certain = 0;  // a list is one only if "and" or "or" stands before its last member
    const NameMatch* name = name_at(head);
    while (name != nullptr && !is_person(*name)) {
        std::size_t next = name->last + 1;
        bool joined = false;
        bool closed = false;
        while (next < tree_.size() &&
               (tree_.is(next, {Upos::cconj, Upos::adp, Upos::det}) || tree_[next].form == ",")) {
            // A new preposition begins something else, unless it repeats the one before the list.
            joined = joined || tree_.is(next, {Upos::cconj, Upos::punct});
            if (tree_.is(next, {Upos::adp}) && tree_[next].lemma != preposition_lemma(*name)) {
                listed.resize(certain);
                return listed;
            }
            closed = closed || tree_.is(next, {Upos::cconj});
            ++next;
        }
        if (!joined || next >= tree_.size()) break;
        name = name_at(next);
        if (name == nullptr || is_person(*name) || tree_.is(next, {Upos::adj})) break;
        listed.push_back(name->first);
        if (closed) certain = listed.size();
    }
    listed.resize(certain);
    return listed;
}

std::string_view MentionReader::preposition_lemma(const NameMatch& name) const {
    for (std::size_t i = name.first; i-- > 0;) {
        if (tree_.is(i, {Upos::adp})) return tree_[i].lemma;
        if (!tree_.is(i, {Upos::det})) break;
    }
    return {};
}

}  // namespace entente::extract
