#include "language/cues.hpp"

#include <algorithm>

#include "base/tsv.hpp"

namespace entente::language {

namespace {

constexpr std::array<std::string_view, cue_kind_count> kind_names{"negation",        "hedge",
                                                                  "source",          "feature",
                                                                  "modal",           "speech",
                                                                  "operator",        "aspect-negative",
                                                                  "occurrence",      "light",
                                                                  "conditional",     "purpose",
                                                                  "possible-noun",   "transparent-noun",
                                                                  "subject-control", "negative-particle",
                                                                  "approximator",    "pair-noun",
                                                                  "judgement",       "wrapper-noun",
                                                                  "announced",       "be-perfect",
                                                                  "undergo",         "doer",
                                                                  "home-event"};

Cue read_cue(const base::TsvRow& row, const ontology::Ontology& ontology) {
    constexpr std::array<std::string_view, 5> effects{"", "actual", "possible", "reported", "negative"};
    Cue cue;
    const std::filesystem::path file(row.location().file);
    cue.location =
        (file.parent_path().filename() / file.filename()).string() + ":" + std::to_string(row.location().line);
    const std::string& effect = row["effect"];
    if (effect.starts_with("action:")) {
        cue.effect = Cue::Effect::action;
        cue.action = ontology.action(effect.substr(7));
        if (cue.action == nullptr) row.fail("there is no action '" + effect.substr(7) + "'");
        return cue;
    }
    const auto found = std::find(effects.begin(), effects.end(), effect);
    if (found == effects.end()) row.fail("'" + effect + "' is no effect");
    cue.effect = static_cast<Cue::Effect>(found - effects.begin());
    return cue;
}

}  // namespace

CueTable::CueTable(const std::filesystem::path& file, const ontology::Ontology& ontology) {
    const base::TsvFile rows(file, {"kind", "word", "effect"});
    for (const base::TsvRow& row : rows) {
        const auto found = std::find(kind_names.begin(), kind_names.end(), row.required("kind"));
        if (found == kind_names.end()) row.fail("'" + row["kind"] + "' is no kind of cue");
        Cue cue = read_cue(row, ontology);
        if (*found == "feature") {
            features_.emplace_back(row.required("word"), std::move(cue));
        } else {
            tables_[static_cast<std::size_t>(found - kind_names.begin())].add(row.required("word"), std::move(cue));
        }
    }
}

const Cue* CueTable::find(CueKind kind, std::string_view key) const {
    const auto* found = table(kind).find(key);
    return found == nullptr ? nullptr : &found->front();
}

PrepositionTable::PrepositionTable(const std::filesystem::path& file) {
    const base::TsvFile rows(file, {"canonical", "forms", "use"});
    for (const base::TsvRow& row : rows) {
        for (const std::string& use : row.list("use")) {
            uses_.emplace(row.required("canonical"), use);
            if (use == "dative") dative_ = row["canonical"];
        }
        for (const std::string& form : row.list("forms")) table_.add(form, row.required("canonical"));
    }
    for (const auto& [form, canonical] : table_.all()) {
        if (form.find_first_of(" '") < form.size() - 1) phrases_.emplace(plain(form), canonical.front());
    }
}

std::string PrepositionTable::plain(std::string_view phrase) const {
    std::string words;
    const std::string key = phrase_key(phrase);
    for (std::size_t begin = 0; begin < key.size();) {
        std::size_t end = key.find_first_of(" '", begin);
        if (end == std::string::npos) end = key.size();
        if (end < key.size() && key[end] == '\'') ++end;
        std::string word = key.substr(begin, end - begin);
        if (const auto* known = table_.find(word)) word = known->front();
        if (!has_use(word, "article")) append_word(words, word);
        begin = end + (end < key.size() && key[end] == ' ' ? 1 : 0);
    }
    return words;
}

bool PrepositionTable::knows(std::string_view phrase) const {
    const std::string words = plain(phrase);
    return words.find(' ') != std::string::npos && phrases_.contains(words);
}

std::string PrepositionTable::canonical(std::string_view phrase) const {
    if (const auto* found = table_.find(phrase_key(phrase))) return found->front();
    const auto known = phrases_.find(plain(phrase));
    return known == phrases_.end() ? std::string(phrase) : known->second;
}

bool PrepositionTable::has_use(std::string_view canonical, std::string_view use) const {
    return uses_.contains({std::string(canonical), std::string(use)});
}

}  // namespace entente::language
