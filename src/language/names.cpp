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

constexpr std::size_t longest_spelt = 5;  // words of a name that is compared by its spelling

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

bool is_particle(std::string_view word) {
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

std::string_view first_word(std::string_view key) {
    return key.substr(0, key.find(' '));
}

/// Harald V, John Paul II: no last names.
bool is_ordinal(std::string_view word) {
    return word.find_first_not_of("IVX") == std::string_view::npos;
}

/// The surname of `Staffan de Mistura` is `de Mistura`; a single word has none, nor has Harald V.
std::string surname_of(std::string_view full_name) {
    const std::vector<std::string> words = base::split_list(full_name, ' ');
    if (words.size() < 2 || is_ordinal(words.back())) return {};
    std::size_t first = words.size() - 1;
    while (first > 1 && is_particle(text::to_lower(words[first - 1]))) {
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

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 128; });
}

/// The plain letters and digits of a form in lower case: forms of one key have the same, but for letters with accents
/// and of other scripts, which are passed over.
std::string plain_letters(std::string_view form) {
    std::string letters;
    for (const char byte : form) {
        const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) letters += lower;
    }
    return letters;
}

/// Whether a form can have the key whose plain letters are given; to make its key would take much longer.
bool may_have_letters(std::string_view form, std::string_view letters) {
    const std::string own = plain_letters(form);
    if (is_ascii(form)) return own == letters;
    std::size_t at = 0;
    for (const char letter : letters) {
        if (at < own.size() && own[at] == letter) ++at;
    }
    return at == own.size();
}

/// `J.`, `J.-M.`: capitals, each with its stop, that stand for a first name. Mr. is none.
bool is_initial(std::string_view form) {
    const std::string letters = base::replace_all(base::replace_all(std::string(form), "-", ""), ".", "");
    const auto stops = static_cast<std::size_t>(std::count(form.begin(), form.end(), '.'));
    return !letters.empty() && stops == text::code_point_count(letters) && form.ends_with('.') &&
           text::to_lower(letters) != letters && text::starts_upper(letters);
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

NameTable::NameTable(const std::filesystem::path& file, const ontology::Ontology& ontology) : ontology_(&ontology) {
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
            if (person) given_names_.insert(std::string(first_word(phrase_key(form))));
            if (person && !with_surname.contains(actor->id)) add_surname(form, *actor);
        }
    }
    for (const auto& [id, actor] : ontology.actors()) {
        if (actor.kind == core::ActorKind::person)
            full_names_.emplace(&actor, NameEntry{&actor, NameKind::name, actor.labels.at("en")});
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

void NameTable::add_titles(const std::filesystem::path& tokens_file) {
    const base::TsvFile rows(tokens_file, {"kind", "form", "value"});
    for (const base::TsvRow& row : rows) {
        if (row["kind"] != "abbreviation" || row["value"] != "title") continue;
        for (const std::string& form : row.list("form")) titles_.insert(base::replace_all(form, ".", ""));
    }
}

bool NameTable::is_title(std::string_view word) const {
    return !titles_.empty() && titles_.contains(base::replace_all(std::string(word), ".", ""));
}

std::vector<NameMatch> NameTable::find(const syntax::Sentence& sentence) const {
    std::vector<NameMatch> matches;
    const auto fits = [](const NameEntry& entry, std::string_view text) {
        const bool person = entry.actor->kind == core::ActorKind::person;
        return has_capitals_of(entry.form, text) &&
               (!person || !ends_in_capitalised(entry.form) || ends_in_capitalised(text));
    };
    const std::vector<Unit> units = units_of(sentence);
    for (auto& found : find_phrases(table_, units, fits)) {
        matches.push_back({found.first, found.last, std::move(found.entries)});
    }
    read_initials(units, matches);
    add_other_spellings(units, matches);
    return matches;
}

void NameTable::read_initials(const std::vector<Unit>& units, std::vector<NameMatch>& matches) const {
    // "V. Putin": of those with this last name only those whose first name begins so.
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        if (!is_initial(*units[i].form) || is_title(*units[i].form)) continue;
        const auto match = std::find_if(matches.begin(), matches.end(),
                                        [&](const NameMatch& m) { return m.first == units[i + 1].first; });
        if (match == matches.end() || match->of_kind(NameKind::surname) == nullptr) continue;
        std::erase_if(match->entries, [&](const NameEntry* entry) {
            return phrase_key(entry->actor->labels.at("en")).front() != units[i].key.front();
        });
        match->first = units[i].first;
        if (match->entries.empty()) matches.erase(match);
    }
}

void NameTable::add_other_spellings(const std::vector<Unit>& units, std::vector<NameMatch>& matches) const {
    std::vector<bool> known(units.empty() ? 0 : units.back().last + 1, false);
    for (const NameMatch& match : matches) {
        const bool certain = std::any_of(match.entries.begin(), match.entries.end(), [](const NameEntry* entry) {
            const bool last_name = entry->kind == NameKind::surname || entry->kind == NameKind::combining;
            const bool person = entry->actor->kind == core::ActorKind::person;
            return !last_name && !(person && entry->form.find(' ') == std::string::npos);
        });
        if (certain)
            std::fill(known.begin() + static_cast<long>(match.first), known.begin() + static_cast<long>(match.last) + 1,
                      true);
    }
    std::vector<NameMatch> spelt;
    for (std::size_t begin = 0; begin < units.size(); ++begin) {
        if (known[units[begin].first] || !text::starts_upper(*units[begin].form)) continue;
        std::string name;
        std::size_t best = begin;
        const NameEntry* entry = nullptr;
        for (std::size_t end = begin; end < units.size() && end < begin + longest_spelt; ++end) {
            const bool word = text::starts_upper(*units[end].form) || is_particle(units[end].key);
            if (known[units[end].first] || !(word || units[end].key.empty())) break;
            name += (end > begin ? " " : "") + *units[end].form;
            if (end == begin || !text::starts_upper(*units[end].form)) continue;
            const ontology::Actor* actor = ontology_->person_spelt(name);
            if (actor == nullptr) continue;
            best = end;
            entry = &full_names_.at(actor);
        }
        if (entry == nullptr) continue;
        spelt.push_back({units[begin].first, units[best].last, {entry}});
        begin = best;
    }
    if (spelt.empty()) return;
    // A last name inside ("Clinton" in "Hilary Clinton") is part of the whole.
    std::erase_if(matches, [&](const NameMatch& match) {
        return std::any_of(spelt.begin(), spelt.end(), [&](const NameMatch& whole) {
            return whole.first <= match.last && match.first <= whole.last;
        });
    });
    matches.insert(matches.end(), spelt.begin(), spelt.end());
    std::sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

bool NameTable::is_given_name(std::string_view key) const {
    return given_names_.contains(std::string(key));
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

std::set<std::string> actors_named(const std::filesystem::path& file, const ontology::Ontology& ontology,
                                   std::string_view text) {
    const std::string key = phrase_key(text);
    const std::string letters = plain_letters(key);
    const auto is_called = [&](std::string_view form) {
        return may_have_letters(form, letters) && phrase_key(form) == key;
    };
    std::set<std::string> ids;
    std::set<std::string> with_surname;
    std::set<std::string> by_surname;
    const base::TsvFile rows(file, {"actor", "kind", "forms"});
    for (const base::TsvRow& row : rows) {
        const ontology::Actor* actor = ontology.actor(row.required("actor"));
        if (actor == nullptr) row.fail("there is no actor '" + row["actor"] + "'");
        if (row["kind"] == to_string(NameKind::surname)) with_surname.insert(actor->id);
        const bool person = actor->kind == core::ActorKind::person && row["kind"] == to_string(NameKind::name);
        for (const std::string& form : row.list("forms")) {
            if (is_called(form)) ids.insert(actor->id);
            // The surname ends the full name; only where that fits is it worth cutting off.
            const std::size_t last_word = form.rfind(' ');
            if (!person || last_word == std::string::npos) continue;
            const std::string_view last = std::string_view(form).substr(last_word);
            const bool fits = !is_ascii(last) || letters.ends_with(plain_letters(last));
            if (fits && is_called(surname_of(form))) by_surname.insert(actor->id);
        }
    }
    for (const std::string& id : by_surname) {
        if (!with_surname.contains(id)) ids.insert(id);
    }
    return ids;
}

}  // namespace entente::language
