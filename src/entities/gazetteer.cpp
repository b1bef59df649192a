#include "entities/gazetteer.hpp"

#include <array>

#include "base/strings.hpp"
#include "base/tsv.hpp"
#include "syntax/features.hpp"
#include "text/unicode.hpp"

namespace entente::entities {

namespace {

using language::NameKind;
using language::RoleWord;

constexpr std::uint64_t fnv_prime = 0x100000001B3;

/// The classes of data/lang/<code>/name_words.tsv.
constexpr std::array<std::pair<std::string_view, NameClass>, 4> word_classes{
    {{"title", NameClass::title},
     {"organisation", NameClass::organisation_word},
     {"place", NameClass::place_word},
     {"other", NameClass::other_word}}};

NameClass class_of(const language::NameEntry& entry) {
    switch (entry.kind) {
        case NameKind::demonym:
        case NameKind::adjective:
        case NameKind::combining: return NameClass::demonym;
        case NameKind::capital: return NameClass::place;
        case NameKind::seat: return NameClass::organisation;
        case NameKind::surname: return NameClass::surname;
        case NameKind::name: break;
    }
    if (entry.actor->kind == core::ActorKind::person) return NameClass::person;
    return entry.actor->kind == core::ActorKind::state ? NameClass::state : NameClass::organisation;
}

}  // namespace

void PhraseKey::append(std::string_view lower) {
    inside_ = false;
    for (const char c : lower) {
        if (c == '.') continue;
        if (c == ' ' || c == '-' || c == '\'') {
            inside_ = false;
            continue;
        }
        if (!inside_) value_ = (value_ ^ static_cast<unsigned char>(' ')) * fnv_prime;
        inside_ = true;
        value_ = (value_ ^ static_cast<unsigned char>(c)) * fnv_prime;
    }
}

Gazetteer::Gazetteer(const std::filesystem::path& name_words, const std::filesystem::path& given_names)
    : slots_(1U << 16U) {
    for (const base::TsvRow& row : base::TsvFile(given_names, {"culture", "names"})) {
        for (const std::string& name : row.list("names")) add(name, NameClass::given_name);
    }
    for (const base::TsvRow& row : base::TsvFile(name_words, {"class", "words"})) {
        const auto found = std::find_if(word_classes.begin(), word_classes.end(),
                                        [&](const auto& known) { return known.first == row["class"]; });
        if (found == word_classes.end()) row.fail("'" + row["class"] + "' is no class of name words");
        for (const std::string& word : row.list("words")) add(word, found->second);
    }
}

Gazetteer::Gazetteer(const std::filesystem::path& name_words, const std::filesystem::path& given_names,
                     const language::LanguagePack& pack)
    : Gazetteer(name_words, given_names) {
    // The tables' own keys are without accents, as names are written in capitals.
    for (const auto& [key, entries] : pack.names.all()) {
        for (const language::NameEntry& entry : entries) add(entry.form, key, class_of(entry));
    }
    for (const auto& [key, entries] : pack.places.all()) {
        for (const auto& entry : entries) add(entry.form, key, NameClass::place);
    }
    for (const auto& [key, words] : pack.roles.words().all()) {
        for (const RoleWord& word : words) {
            if (word.kind == RoleWord::Kind::person) add(word.word, key, NameClass::title);
            if (word.kind == RoleWord::Kind::organ) add(word.word, key, NameClass::organisation_word);
        }
    }
}

void Gazetteer::add(std::string_view phrase, NameClass name_class) {
    add(phrase, text::fold(phrase), name_class);
}

void Gazetteer::add(std::string_view phrase, std::string_view plain, NameClass name_class) {
    const std::string lower = syntax::word_forms(phrase).lower;
    add_key(lower, name_class);
    if (plain != lower) add_key(plain, name_class);
}

void Gazetteer::add_key(std::string_view lower, NameClass name_class) {
    PhraseKey key;
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t end = std::min(lower.find_first_of(" -'", at), lower.size());
        key.append(lower.substr(at, end - at));
        at = end + 1;
        if (at < lower.size()) slot(key.value()).goes_on = true;
    }
    slot(key.value()).classes |= bit(name_class);
}

Gazetteer::Entry& Gazetteer::slot(std::uint64_t key) {
    if (2 * used_ >= slots_.size()) grow();
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    used_ += slots_[at].key == 0 ? 1 : 0;
    slots_[at].key = key;
    return slots_[at];
}

void Gazetteer::grow() {
    std::vector<Entry> old(2 * slots_.size());
    old.swap(slots_);
    used_ = 0;
    for (const Entry& entry : old) {
        if (entry.key != 0) slot(entry.key) = entry;
    }
}

const Gazetteer::Entry* Gazetteer::find(const PhraseKey& key) const {
    for (std::size_t at = key.value() & (slots_.size() - 1); slots_[at].key != 0; at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].key == key.value()) return &slots_[at];
    }
    return nullptr;
}

}  // namespace entente::entities
