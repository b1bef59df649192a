#include "language/lexicon.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "base/tsv.hpp"

namespace entente::language {

namespace {

/// Shorter words have too many neighbours: "rap" is no "rape".
constexpr std::size_t shortest_stem = 5;

using base::TsvFile;
using base::TsvRow;

std::map<std::string, Frame, std::less<>> read_frames(const std::filesystem::path& file) {
    std::map<std::string, Frame, std::less<>> frames;
    const TsvFile rows(file, {"frame", "source", "target", "pair"});
    for (const TsvRow& row : rows) {
        const std::string& name = row.required("frame");
        const auto list = [&](std::string_view column) { return base::split_list(row[column], ','); };
        if (!frames.emplace(name, Frame{"@" + name, list("source"), list("target"), list("pair")}).second) {
            row.fail("frame '" + name + "' stands twice");
        }
    }
    return frames;
}

Frame read_frame(const TsvRow& row, const std::map<std::string, Frame, std::less<>>& frames) {
    const std::string& text = row.required("frame");
    if (text.starts_with('@')) {
        const auto found = frames.find(std::string_view(text).substr(1));
        if (found == frames.end()) row.fail("there is no frame '" + text + "'");
        return found->second;
    }
    const std::vector<std::string> sides = base::split(text, '>');
    if (sides.size() != 2) row.fail("a frame is @NAME or SOURCE>TARGET, not '" + text + "'");
    return {text, base::split_list(sides[0], ','), base::split_list(sides[1], ','), {}};
}

std::vector<std::string> keys_of(std::string_view alternatives) {
    std::vector<std::string> keys;
    for (const std::string& word : base::split_list(alternatives, '|')) keys.push_back(phrase_key(word));
    return keys;
}

Condition read_condition(const TsvRow& row, const std::string& text) {
    using Test = Condition::Test;
    if (text.starts_with('!')) return {text.substr(1), Test::empty, {}};
    if (const auto at = text.find("!="); at != std::string::npos) {
        return {text.substr(0, at), Test::none_of, keys_of(std::string_view(text).substr(at + 2))};
    }
    if (const auto at = text.find('='); at != std::string::npos) {
        return {text.substr(0, at), Test::one_of, keys_of(std::string_view(text).substr(at + 1))};
    }
    static const std::map<std::string, Test, std::less<>> kinds{
        {"actor", Test::actor}, {"person", Test::person}, {"state", Test::state}};
    const auto at = text.find(':');
    const auto kind = at == std::string::npos ? kinds.end() : kinds.find(text.substr(at + 1));
    if (kind == kinds.end()) row.fail("'" + text + "' is no condition");
    return {text.substr(0, at), kind->second, {}};
}

}  // namespace

ActionLexicon::ActionLexicon(const std::filesystem::path& folder, const ontology::Ontology& ontology) {
    const Frames frames = read_frames(folder / "frames.tsv");
    read(folder / "verbs.tsv", "verb", frames, ontology, verbs_);
    read(folder / "nouns.tsv", "noun", frames, ontology, nouns_);
    find_stems();
}

void ActionLexicon::find_stems() {
    std::vector<std::string> verbs;
    for (const auto& [verb, entries] : verbs_.all()) {
        // Of a pronominal verb the bare one: "s'alarme" comes from "se alarmer".
        const std::string bare = verb.starts_with("se ") ? verb.substr(3) : verb;
        if (bare.find(' ') == std::string::npos) verbs.push_back(bare);
    }
    std::sort(verbs.begin(), verbs.end());
    for (const std::size_t letters : {1U, 2U}) {
        for (const std::string& verb : verbs) {
            if (verb.size() >= shortest_stem + letters) {
                verb_of_stem_.try_emplace(verb.substr(0, verb.size() - letters), verb);
            }
        }
    }
}

std::string_view ActionLexicon::verb_near(std::string_view key) const {
    if (key.size() < shortest_stem || key.find(' ') != std::string_view::npos || verbs_.find(key) != nullptr) return {};
    const std::string_view shorter = key.substr(0, key.size() - 1);
    if (verbs_.find(shorter) != nullptr) return shorter;
    const auto found = verb_of_stem_.find(key);
    return found == verb_of_stem_.end() ? std::string_view{} : std::string_view(found->second);
}

void ActionLexicon::read(const std::filesystem::path& file, std::string_view word_column, const Frames& frames,
                         const ontology::Ontology& ontology, PhraseTable<ActionEntry>& table) {
    const TsvFile rows(file, {"action", std::string(word_column), "frame", "where"});
    const std::string name = (file.parent_path().filename() / file.filename()).string();
    for (const TsvRow& row : rows) {
        ActionEntry entry;
        entry.action = ontology.action(row.required("action"));
        if (entry.action == nullptr) row.fail("there is no action '" + row["action"] + "'");
        entry.word = row.required(word_column);
        if (entry.word.ends_with('+')) {
            entry.plural_only = true;
            entry.word.pop_back();
        }
        entry.frame = read_frame(row, frames);
        for (const std::string& condition : base::split_list(row["where"], ' ')) {
            entry.where.push_back(read_condition(row, condition));
        }
        entry.location = name + ":" + std::to_string(row.location().line);
        const std::string word = entry.word;
        table.add(word, std::move(entry));
    }
}

}  // namespace entente::language
