#include "cli/names.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/errors.hpp"
#include "base/strings.hpp"
#include "cli/suggestion.hpp"
#include "language/lexicon.hpp"
#include "language/names.hpp"
#include "language/phrase_table.hpp"
#include "language/roles.hpp"
#include "text/unicode.hpp"

namespace entente::cli {

namespace {

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

/// Those whose id, label or alias is `text`, and principals whose id or label it is.
std::set<std::string> called(const std::vector<graph::ActorNode>& actors, const ontology::Ontology& ontology,
                             const std::string& text) {
    const std::string wanted = text::fold(text);
    std::set<std::string> ids;
    std::set<std::string> principals;
    for (const graph::ActorNode& actor : actors) {
        principals.insert(actor.principal);
        const auto same = [&](const graph::Alias& alias) { return text::fold(alias.text) == wanted; };
        const bool named = text::fold(actor.id) == wanted || text::fold(actor.label) == wanted;
        if (named || std::any_of(actor.aliases.begin(), actor.aliases.end(), same)) ids.insert(actor.id);
    }
    for (const std::string& principal : principals) {
        if (text::fold(principal) == wanted) ids.insert(principal);
        for (const auto& [language, label] : ontology.principal_actor(principal).labels) {
            if (text::fold(label) == wanted) ids.insert(principal);
        }
    }
    return ids;
}

}  // namespace

/// The tables of one language, each read when first needed.
struct Names::Language {
    Language(std::filesystem::path where, const ontology::Ontology& world)
        : folder(std::move(where)), code(folder.filename().string()), ontology(world) {}

    const language::NameTable& names() { return made(names_, folder / "names.tsv"); }
    const language::RoleTable& roles() { return made(roles_, folder / "roles.tsv"); }
    const language::ActionLexicon& actions() { return made(actions_, folder); }

    std::filesystem::path folder;
    std::string code;  ///< ISO 639-1

private:
    template <typename Part>
    const Part& made(std::optional<Part>& part, const std::filesystem::path& file) {
        if (!part) part.emplace(file, ontology);
        return *part;
    }

    const ontology::Ontology& ontology;
    std::optional<language::NameTable> names_;
    std::optional<language::RoleTable> roles_;
    std::optional<language::ActionLexicon> actions_;
};

bool is_any(std::string_view argument) {
    return argument.empty() || argument == "?" || argument == "*";
}

Names::Names(const std::filesystem::path& data) : ontology_(data / "ontology") {
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(data / "lang")) {
        if (entry.is_directory()) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    for (const auto& folder : folders) languages_.push_back(std::make_unique<Language>(folder, ontology_));
}

Names::~Names() = default;

std::set<std::string> Names::known_actors(const std::string& text) const {
    for (const std::string& id : {text, upper_ascii(text), text::to_lower(text)}) {
        if (ontology_.actor(id) != nullptr) return {id};
    }
    std::set<std::string> ids;
    for (const auto& language : languages_) {
        const auto named = language::actors_named(language->folder / "names.tsv", ontology_, text);
        ids.insert(named.begin(), named.end());
    }
    if (!ids.empty()) return ids;
    const std::string wanted = text::fold(text);
    for (const auto& [id, actor] : ontology_.actors()) {
        for (const auto& [language, label] : actor.labels) {
            if (text::fold(label) == wanted) ids.insert(id);
        }
    }
    return ids;
}

std::set<std::string> Names::role_suffixes(const std::string& text) const {
    std::set<std::string> suffixes;
    const std::string wanted = text::fold(text);
    for (const auto& [code, role] : ontology_.roles()) {
        bool named = text::fold(code) == wanted;
        for (const auto& [language, label] : role.labels) named = named || text::fold(label) == wanted;
        if (named) suffixes.insert(role.suffix);
    }
    for (const auto& language : languages_) {
        const auto* entries = language->roles().words().find(language::phrase_key(text));
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

std::set<std::string> Names::groups_among(const std::vector<graph::ActorNode>& actors, const std::string& text) const {
    std::set<std::string> ids;
    for (const std::string& suffix : role_suffixes(text)) {
        if (suffix.empty()) continue;
        for (const graph::ActorNode& actor : actors) {
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

std::set<std::string> Names::actors_among(const std::string& text, const std::vector<graph::ActorNode>& actors) const {
    std::set<std::string> ids = called(actors, ontology_, text);
    if (ids.empty()) ids = described_actors(text);
    if (ids.empty()) ids = groups_among(actors, text);
    return ids;
}

graph::ActorPattern Names::actor(const std::string& text, const graph::KnowledgeGraph& graph, bool exact) const {
    graph::ActorPattern pattern;
    pattern.exact = exact;
    if (is_any(text)) return pattern;
    pattern.ids = known_actors(text);
    if (pattern.ids.empty()) pattern.ids = actors_among(text, graph.actors());
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
    for (const auto& language : languages_) {
        collect_actions(language->actions().verb(key), pattern.any_of);
        collect_actions(language->actions().nouns().find(key), pattern.any_of);
    }
    if (!pattern.any_of.empty()) return pattern;
    std::vector<std::string> known;
    for (const auto& [id, action] : ontology_.actions()) known.push_back(id);
    for (const auto& language : languages_) {
        for (const auto& [word, entries] : language->actions().verbs().all()) known.push_back(word);
    }
    throw base::UsageError("no action is called `" + text + "`" +
                           suggestion(text, known, "; give a verb, a PLOVER type such as CONSULT, or a CAMEO code"));
}

graph::FactSource Names::labels() const {
    return [this](std::string_view id) -> std::optional<graph::ActorFacts> {
        const ontology::Actor actor = ontology_.principal_actor(id);
        graph::ActorFacts facts;
        for (const auto& [language, label] : actor.labels) {
            // Somebody whom the ontology does not know is called as the articles call him, not by his id.
            if (label == id) continue;
            if (language == "en") facts.label = label;
            facts.aliases.push_back({label, language, 0});
        }
        if (actor.kind != core::ActorKind::unknown) facts.kind = actor.kind;
        if (!actor.country.empty()) facts.country = actor.country;
        if (!actor.wikidata.empty()) facts.wikidata = actor.wikidata;
        return facts;
    };
}

graph::FactSource Names::facts() const {
    std::map<std::string, std::set<graph::Alias>, std::less<>> names;
    for (const auto& language : languages_) {
        for (const auto& [key, entries] : language->names().all()) {
            for (const language::NameEntry& entry : entries) {
                if (entry.kind == language::NameKind::name) {
                    names[entry.actor->id].insert({entry.form, language->code, 0});
                }
            }
        }
    }
    return [labels = labels(), names = std::move(names)](std::string_view id) -> std::optional<graph::ActorFacts> {
        auto facts = labels(id);
        const auto found = names.find(id);
        if (found == names.end()) return facts;
        std::set<graph::Alias> aliases(facts->aliases.begin(), facts->aliases.end());
        aliases.insert(found->second.begin(), found->second.end());
        facts->aliases.assign(aliases.begin(), aliases.end());
        return facts;
    };
}

}  // namespace entente::cli
