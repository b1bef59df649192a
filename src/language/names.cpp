#include "language/names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/strings.hpp"
#include "base/tsv.hpp"
#include "language/phrase_finder.hpp"

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
constexpr std::array<std::string_view, 21> particles{"al",  "el",  "ben", "bin",   "ibn", "abu", "de",
                                                     "di",  "da",  "del", "della", "des", "du",  "van",
                                                     "von", "der", "den", "la",    "le",  "dos", "ould"};

/// The surname of `Staffan de Mistura` is `de Mistura`; a single word has none.
std::string surname_of(std::string_view full_name) {
    const std::vector<std::string> words = base::split_list(full_name, ' ');
    if (words.size() < 2) return {};
    std::size_t first = words.size() - 1;
    while (first > 1 &&
           std::find(particles.begin(), particles.end(), text::to_lower(words[first - 1])) != particles.end()) {
        --first;
    }
    return base::join({words.begin() + static_cast<std::ptrdiff_t>(first), words.end()}, " ");
}

std::vector<const NameEntry*> fitting(const std::vector<NameEntry>& entries, std::string_view text) {
    std::vector<const NameEntry*> found;
    for (const NameEntry& entry : entries) {
        if (has_capitals_of(entry.form, text)) found.push_back(&entry);
    }
    return found;
}

/// Shorter acronyms of other languages are words or other acronyms too often.
constexpr std::size_t shortest_foreign = 3;

}  // namespace

std::string_view to_string(NameKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

const NameEntry* NameMatch::of_kind(NameKind kind) const {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [kind](const NameEntry* e) { return e->kind == kind; });
    return found == entries.end() ? nullptr : *found;
}

NameTable::NameTable(const std::filesystem::path& file, const ontology::Ontology& ontology) {
    const base::TsvFile rows(file, {"actor", "kind", "forms"});
    std::set<std::string> with_surname;  // actors whose last name the table gives itself
    for (const base::TsvRow& row : rows) {
        if (row["kind"] == to_string(NameKind::surname)) with_surname.insert(row["actor"]);
    }
    for (const base::TsvRow& row : rows) {
        const ontology::Actor* actor = ontology.actor(row.required("actor"));
        if (actor == nullptr) row.fail("there is no actor '" + row["actor"] + "'");
        const auto kind = parse_kind(row.required("kind"));
        if (!kind) row.fail("'" + row["kind"] + "' is no kind of name");
        for (const std::string& form : row.list("forms")) {
            table_.add(form, {actor, *kind, form});
            const bool person = actor->kind == core::ActorKind::person && *kind == NameKind::name;
            if (person && !with_surname.contains(actor->id)) add_surname(form, *actor);
        }
    }
}

void NameTable::add_surname(std::string_view form, const ontology::Actor& actor) {
    const std::string surname = surname_of(form);
    if (surname.empty()) return;
    const auto* known = table_.find(phrase_key(surname));
    const auto same = [&](const NameEntry& entry) { return entry.actor == &actor && entry.kind == NameKind::surname; };
    if (known != nullptr && std::any_of(known->begin(), known->end(), same)) return;
    table_.add(surname, {&actor, NameKind::surname, surname});
}

void NameTable::add_foreign_acronyms(const std::filesystem::path& file, const ontology::Ontology& ontology) {
    const base::TsvFile rows(file, {"actor", "kind", "forms"});
    for (const base::TsvRow& row : rows) {
        const ontology::Actor* actor = ontology.actor(row.required("actor"));
        if (actor == nullptr || row["kind"] != to_string(NameKind::name)) continue;
        for (const std::string& form : row.list("forms")) {
            const bool acronym =
                form.size() >= shortest_foreign && form.find(' ') == std::string::npos && text::is_all_upper(form);
            if (acronym && table_.find(phrase_key(form)) == nullptr) table_.add(form, {actor, NameKind::name, form});
        }
    }
}

std::vector<NameMatch> NameTable::find(const syntax::Sentence& sentence) const {
    std::vector<NameMatch> matches;
    const auto fits = [](const NameEntry& entry, std::string_view text) {
        const bool person = entry.actor->kind == core::ActorKind::person;
        return has_capitals_of(entry.form, text) &&
               (!person || !ends_in_capitalised(entry.form) || ends_in_capitalised(text));
    };
    for (auto& found : find_phrases(table_, sentence, fits)) {
        matches.push_back({found.first, found.last, std::move(found.entries)});
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
