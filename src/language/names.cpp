#include "language/names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.hpp"
#include "base/tsv.hpp"

namespace entente::language {

namespace {

constexpr std::array<std::string_view, 7> kind_names{"name", "demonym",   "adjective", "capital",
                                                     "seat", "combining", "surname"};

std::optional<NameKind> parse_kind(std::string_view text) {
    const auto found = std::find(kind_names.begin(), kind_names.end(), text);
    if (found == kind_names.end()) return std::nullopt;
    return static_cast<NameKind>(found - kind_names.begin());
}

/// Words that belong to the surname behind them: al-Assad, de Mistura, van der Bellen.
constexpr std::array<std::string_view, 21> particles{"al",  "el",  "ben", "bin", "ibn", "abu", "de",  "di",  "da", "del", "della",
                                                     "des", "du",  "van", "von", "der", "den", "la",  "le",  "dos", "ould"};

/// The surname of `Staffan de Mistura` is `de Mistura`; a single word has none.
std::string surname_of(std::string_view full_name) {
    const std::vector<std::string> words = base::split_list(full_name, ' ');
    if (words.size() < 2) return {};
    std::size_t first = words.size() - 1;
    while (first > 1 && std::find(particles.begin(), particles.end(), text::to_lower(words[first - 1])) != particles.end()) {
        --first;
    }
    return base::join({words.begin() + static_cast<std::ptrdiff_t>(first), words.end()}, " ");
}

std::string without_stops(std::string_view text) { return base::replace_all(std::string(text), ".", ""); }

/// Whether `text` has the capitals that the form `form` needs.
bool case_fits(std::string_view form, std::string_view text) {
    if (!text::starts_upper(form)) return true;
    if (!text::starts_upper(text)) return false;
    const std::string letters = without_stops(form);
    constexpr std::size_t long_acronym = 5;  // UNESCO is also written Unesco, but "us" is no country
    const bool acronym = letters.size() < long_acronym && text::is_all_upper(letters);
    return !acronym || text::is_all_upper(without_stops(text));
}

/// A written unit: a token, or the tokens of one multiword token.
struct Unit {
    std::size_t first;
    std::size_t last;
    const std::string* form;
    std::string key;
};

std::vector<Unit> units_of(const syntax::Sentence& sentence) {
    std::vector<Unit> units;
    auto multiword = sentence.multiwords.begin();
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        while (multiword != sentence.multiwords.end() && multiword->last < i) ++multiword;
        // English contractions (Russia's, Trump's) are ranges whose first word is a name of its own.
        const bool fused = multiword != sentence.multiwords.end() && multiword->first == i &&
                           sentence[i].span == sentence[multiword->last].span;
        if (fused) {
            units.push_back({i, multiword->last, &multiword->form, phrase_key(multiword->form)});
            i = multiword->last;
        } else {
            units.push_back({i, i, &sentence[i].form, phrase_key(sentence[i].form)});
        }
    }
    return units;
}

std::vector<const NameEntry*> fitting(const std::vector<NameEntry>& entries, std::string_view text) {
    std::vector<const NameEntry*> found;
    for (const NameEntry& entry : entries) {
        if (case_fits(entry.form, text)) found.push_back(&entry);
    }
    return found;
}

}  // namespace

std::string_view to_string(NameKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

const NameEntry* NameMatch::of_kind(NameKind kind) const {
    const auto found = std::find_if(entries.begin(), entries.end(), [kind](const NameEntry* e) { return e->kind == kind; });
    return found == entries.end() ? nullptr : *found;
}

NameTable::NameTable(const std::filesystem::path& file, const ontology::Ontology& ontology) {
    const base::TsvFile rows(file, {"actor", "kind", "forms"});
    for (const base::TsvRow& row : rows) {
        const ontology::Actor* actor = ontology.actor(row.required("actor"));
        if (actor == nullptr) row.fail("there is no actor '" + row["actor"] + "'");
        const auto kind = parse_kind(row.required("kind"));
        if (!kind) row.fail("'" + row["kind"] + "' is no kind of name");
        for (const std::string& form : row.list("forms")) add(form, *actor, *kind);
    }
}

void NameTable::add(std::string_view form, const ontology::Actor& actor, NameKind kind) {
    table_.add(form, {&actor, kind, std::string(form)});
    if (actor.kind != core::ActorKind::person || kind != NameKind::name) return;
    const std::string surname = surname_of(form);
    if (surname.empty()) return;
    const auto* known = table_.find(phrase_key(surname));
    const auto same = [&](const NameEntry& entry) { return entry.actor == &actor && entry.kind == NameKind::surname; };
    if (known != nullptr && std::any_of(known->begin(), known->end(), same)) return;
    table_.add(surname, {&actor, NameKind::surname, surname});
}

std::vector<NameMatch> NameTable::find(const syntax::Sentence& sentence) const {
    const std::vector<Unit> units = units_of(sentence);
    std::vector<NameMatch> matches;
    for (std::size_t begin = 0; begin < units.size();) {
        std::string key;
        std::string text;
        NameMatch best;
        std::size_t next = begin + 1;
        const std::size_t longest = table_.longest_from(units[begin].key);
        for (std::size_t end = begin; end < units.size() && end < begin + longest; ++end) {
            append_word(key, units[end].key);
            text += *units[end].form;
            if (const auto* entries = table_.find(key)) {
                auto found = fitting(*entries, text);
                if (!found.empty()) {
                    best = {units[begin].first, units[end].last, std::move(found)};
                    next = end + 1;
                }
            }
        }
        if (!best.entries.empty()) matches.push_back(std::move(best));
        begin = next;
    }
    return matches;
}

std::vector<const NameEntry*> NameTable::lookup(std::string_view text) const {
    std::vector<const NameEntry*> found;
    if (const auto* entries = table_.find(phrase_key(text))) {
        for (const NameEntry& entry : *entries) found.push_back(&entry);
    }
    return found;
}

std::vector<const NameEntry*> NameTable::lookup_cased(std::string_view text) const {
    const auto* entries = table_.find(phrase_key(text));
    return entries == nullptr ? std::vector<const NameEntry*>{} : fitting(*entries, text);
}

}  // namespace entente::language
