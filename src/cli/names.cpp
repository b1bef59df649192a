#include "cli/names.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/errors.hpp"
#include "base/strings.hpp"
#include "cli/suggestion.hpp"
#include "language/phrase_table.hpp"
#include "text/unicode.hpp"

namespace entente::cli {

namespace {

std::vector<Names::Words> load_words(const std::filesystem::path& data, const ontology::Ontology& ontology) {
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(data / "lang")) {
        if (entry.is_directory()) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    std::vector<Names::Words> words;
    for (const auto& folder : folders) {
        words.push_back({folder.filename().string(), language::NameTable(folder / "names.tsv", ontology),
                         language::RoleTable(folder / "roles.tsv", ontology),
                         language::ActionLexicon(folder, ontology)});
    }
    return words;
}

bool is_cameo(const std::string& text) {
    return text.size() >= 2 && text.find_first_not_of("0123456789") == std::string::npos;
}

/// `SYR-OPP` in whatever case it was typed.
std::string upper_ascii(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    });
    return text;
}

void collect_actions(const std::vector<language::ActionEntry>* entries, std::set<std::string>& ids) {
    if (entries == nullptr) return;
    for (const language::ActionEntry& entry : *entries) ids.insert(entry.action->id);
}

/// The graph's own actors whose label or alias is `text`; actors and principals whose id it is.
std::set<std::string> actors_in(const graph::KnowledgeGraph& graph, const ontology::Ontology& ontology,
                                const std::string& text) {
    const std::string wanted = text::fold(text);
    std::set<std::string> ids;
    for (const graph::ActorNode& actor : graph.actors()) {
        if (text::fold(actor.id) == wanted) ids.insert(actor.id);
        if (text::fold(actor.principal) == wanted) ids.insert(actor.principal);
        if (text::fold(actor.label) == wanted) ids.insert(actor.id);
        for (const auto& [language, label] : ontology.principal_actor(actor.principal).labels) {
            if (text::fold(label) == wanted) ids.insert(actor.principal);
        }
        for (const graph::Alias& alias : actor.aliases) {
            if (text::fold(alias.text) == wanted) ids.insert(actor.id);
        }
    }
    return ids;
}

}  // namespace

bool is_any(std::string_view argument) {
    return argument.empty() || argument == "?" || argument == "*";
}

Names::Names(const std::filesystem::path& data) : ontology_(data / "ontology"), words_(load_words(data, ontology_)) {}

std::vector<std::string> Names::known_actors(const std::string& text) const {
    std::set<std::string> ids;
    for (const std::string& id : {text, upper_ascii(text), text::to_lower(text)}) {
        if (ontology_.actor(id) != nullptr) return {id};
    }
    for (const Words& words : words_) {
        for (const language::NameEntry* entry : words.actors.lookup(text)) ids.insert(entry->actor->id);
    }
    if (!ids.empty()) return {ids.begin(), ids.end()};
    const std::string wanted = text::fold(text);
    for (const auto& [id, actor] : ontology_.actors()) {
        for (const auto& [language, label] : actor.labels) {
            if (text::fold(label) == wanted) ids.insert(id);
        }
    }
    return {ids.begin(), ids.end()};
}

std::set<std::string> Names::role_suffixes(const std::string& text) const {
    std::set<std::string> suffixes;
    const std::string wanted = text::fold(text);
    for (const auto& [code, role] : ontology_.roles()) {
        bool named = text::fold(code) == wanted;
        for (const auto& [language, label] : role.labels) named = named || text::fold(label) == wanted;
        if (named) suffixes.insert(role.suffix);
    }
    for (const Words& words : words_) {
        const auto* entries = words.roles.words().find(language::phrase_key(text));
        if (entries == nullptr) continue;
        for (const language::RoleWord& entry : *entries) suffixes.insert(entry.role->suffix);
    }
    return suffixes;
}

std::set<std::string> Names::described_actors(const std::string& text) const {
    const std::vector<std::string> words = base::split_list(base::replace_all(text::fold(text), "'", " "), ' ');
    const auto joined = [&](std::size_t first, std::size_t last) {
        return base::join(
            {words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(last)},
            " ");
    };
    std::set<std::string> ids;
    const auto add = [&](const std::string& role, const std::string& nation) {
        for (const std::string& suffix : role_suffixes(role)) {
            for (const std::string& id : known_actors(nation)) {
                if (ontology_.actor(id)->kind != core::ActorKind::state) continue;
                ids.insert(suffix.empty() ? id : id + "-" + suffix);
            }
        }
    };
    // The first word may be an article.
    for (std::size_t first = 0; first < std::min<std::size_t>(2, words.size()) && ids.empty(); ++first) {
        for (std::size_t middle = first + 1; middle < words.size(); ++middle) {
            add(joined(first, middle), joined(middle, words.size()));
            add(joined(middle, words.size()), joined(first, middle));
        }
    }
    return ids;
}

std::set<std::string> Names::groups_in(const graph::KnowledgeGraph& graph, const std::string& text) const {
    std::set<std::string> ids;
    for (const std::string& suffix : role_suffixes(text)) {
        if (suffix.empty()) continue;
        for (const graph::ActorNode& actor : graph.actors()) {
            if (actor.principal.ends_with("-" + suffix)) ids.insert(actor.principal);
        }
    }
    return ids;
}

std::vector<std::string> Names::known_names(const graph::KnowledgeGraph& graph) const {
    std::vector<std::string> names;
    for (const graph::ActorNode& actor : graph.actors()) {
        names.push_back(actor.label);
        names.push_back(actor.id);
        for (const graph::Alias& alias : actor.aliases) names.push_back(alias.text);
    }
    for (const auto& [id, actor] : ontology_.actors()) {
        for (const auto& [language, label] : actor.labels) names.push_back(label);
    }
    return names;
}

graph::ActorPattern Names::actor(const std::string& text, const graph::KnowledgeGraph& graph, bool exact) const {
    graph::ActorPattern pattern;
    pattern.exact = exact;
    if (is_any(text)) return pattern;
    for (const std::string& id : known_actors(text)) pattern.ids.insert(id);
    if (pattern.ids.empty()) pattern.ids = actors_in(graph, ontology_, text);
    if (pattern.ids.empty()) pattern.ids = described_actors(text);
    if (pattern.ids.empty()) pattern.ids = groups_in(graph, text);
    if (!pattern.ids.empty()) return pattern;
    throw base::UsageError("nobody is called `" + text + "`" +
                           suggestion(text, known_names(graph), "; `?` stands for anybody"));
}

graph::ActionPattern Names::action(const std::string& text) const {
    graph::ActionPattern pattern;
    if (is_any(text)) return pattern;
    const std::string lower = text::to_lower(text);
    if (ontology_.action(lower) != nullptr || core::parse_event_type(upper_ascii(text)) || is_cameo(text)) {
        pattern.any_of.insert(lower);
        return pattern;
    }
    const std::string key = language::phrase_key(text);
    for (const Words& words : words_) {
        collect_actions(words.actions.verb(key), pattern.any_of);
        collect_actions(words.actions.nouns().find(key), pattern.any_of);
    }
    if (!pattern.any_of.empty()) return pattern;
    std::vector<std::string> known;
    for (const auto& [id, action] : ontology_.actions()) known.push_back(id);
    for (const Words& words : words_) {
        for (const auto& [word, entries] : words.actions.verbs().all()) known.push_back(word);
    }
    throw base::UsageError("no action is called `" + text + "`" +
                           suggestion(text, known, "; give a verb, a PLOVER type such as CONSULT, or a CAMEO code"));
}

graph::FactSource Names::facts() const {
    std::map<std::string, std::set<graph::Alias>, std::less<>> names;
    for (const Words& words : words_) {
        for (const auto& [key, entries] : words.actors.all()) {
            for (const language::NameEntry& entry : entries) {
                if (entry.kind == language::NameKind::name) {
                    names[entry.actor->id].insert({entry.form, words.language, 0});
                }
            }
        }
    }
    return [this, names = std::move(names)](std::string_view id) -> std::optional<graph::ActorFacts> {
        const ontology::Actor actor = ontology_.principal_actor(id);
        graph::ActorFacts facts;
        std::set<graph::Alias> aliases;
        for (const auto& [language, label] : actor.labels) {
            if (language == "en") facts.label = label;
            aliases.insert({label, language, 0});
        }
        if (actor.kind != core::ActorKind::unknown) facts.kind = actor.kind;
        if (!actor.country.empty()) facts.country = actor.country;
        if (!actor.wikidata.empty()) facts.wikidata = actor.wikidata;
        if (const auto found = names.find(id); found != names.end()) {
            aliases.insert(found->second.begin(), found->second.end());
        }
        facts.aliases.assign(aliases.begin(), aliases.end());
        return facts;
    };
}

}  // namespace entente::cli
