#include <fstream>
#include <map>

#include "base/errors.hpp"
#include "base/json.hpp"
#include "base/strings.hpp"
#include "exporters/import.hpp"

namespace entente::exporters {

namespace {

int hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

/// What stands behind the prefix of a compact IRI, its percent-encoding undone.
std::string local(std::string_view iri) {
    const std::size_t colon = iri.find(':');
    std::string text;
    for (std::size_t at = colon == std::string_view::npos ? 0 : colon + 1; at < iri.size(); ++at) {
        const bool encoded = iri[at] == '%' && at + 2 < iri.size() && hexadecimal(iri[at + 1]) >= 0;
        text += encoded ? static_cast<char>(hexadecimal(iri[at + 1]) * 16 + hexadecimal(iri[at + 2])) : iri[at];
        if (encoded) at += 2;
    }
    return text;
}

std::string text_of(const base::JsonValue& value) {
    if (value.is_object()) return value["@value"].string().value_or("");
    return value.string().value_or("");
}

std::string member(const base::JsonValue& node, std::string_view name) {
    return text_of(node[name]);
}

std::string local_member(const base::JsonValue& node, std::string_view name) {
    return local(member(node, name));
}

std::size_t count(const base::JsonValue& node, std::string_view name) {
    const std::string text = member(node, name);
    return text.empty() ? 0 : std::stoul(text);
}

/// Of a list of texts the English one.
std::string english(const base::JsonValue& labels) {
    for (const base::JsonValue& label : labels.elements()) {
        if (label["@language"].string() == "en") return text_of(label);
    }
    return {};
}

std::optional<std::string> optional_text(const base::JsonValue& node, std::string_view name) {
    const std::string text = member(node, name);
    return text.empty() ? std::nullopt : std::optional(text);
}

core::ActorKind kind_of(std::string_view type) {
    static const std::map<std::string_view, core::ActorKind> kinds{
        {"ent:State", core::ActorKind::state},     {"ent:InternationalOrganisation", core::ActorKind::igo},
        {"ent:Person", core::ActorKind::person},   {"ent:Organisation", core::ActorKind::organisation},
        {"ent:Group", core::ActorKind::group},     {"ent:Medium", core::ActorKind::medium},
        {"ent:Company", core::ActorKind::company}, {"ent:ArmedGroup", core::ActorKind::armed_group},
    };
    const auto found = kinds.find(type);
    return found == kinds.end() ? core::ActorKind::unknown : found->second;
}

/// What a mention denotes.
struct Event {
    std::string agent, target, action;
    core::Polarity polarity = core::Polarity::affirmative;
    core::Status status = core::Status::actual;
    std::optional<core::DateMention> date;
    std::size_t awaited = 0;  // mentions that are not yet relations
};

struct Mention {
    core::ActionRef words;  ///< span and text alone
    std::string language, article, sentence, rule, place;
    bool told = false;  // its own node was read
    std::string event;  // empty until an event names it
};

/// Nodes may come in any order. In ours an event is followed by its mentions, and each of these by its attribution:
/// then a mention becomes a relation as soon as the next one begins, and nothing waits for the end.
class JsonldReader {
public:
    explicit JsonldReader(const RelationSink& sink) : sink_(sink) {}

    /// Takes one node. @throws std::invalid_argument
    void take(const base::JsonValue& node) {
        const std::vector<base::JsonValue> types = node["type"].elements();
        if (types.empty()) return;  // how often an event is told: that follows
        const std::string type = types.front().string().value_or("");
        const std::string id = node["id"].string().value_or("");
        if (type != "grasp:Attribution") complete_last();
        if (type == "sem:Actor") return take_actor(local(id), types.back().string().value_or(""), node);
        if (type == "sem:Event") return take_event(id, node);
        if (type == "sem:Place") {
            places_[id] = {member(node, "label"), optional_text(node, "country")};
        } else if (type == "skos:Concept") {
            if (types.size() > 1) take_action(local(id), node);
        } else if (type == "ent:Article") {
            core::Relation& article = articles_[local(id)];
            article.article = member(node, "identifier");
            article.url = optional_text(node, "source");
            article.published = core::parse_date(member(node, "issued"));
        } else if (type == "nif:Sentence") {
            sentences_[id] = {0, {count(node, "beginIndex"), count(node, "endIndex")}, member(node, "anchorOf")};
        } else if (type == "ent:Mention") {
            take_mention(local(id), node);
        } else if (type == "grasp:Attribution") {
            if (node["label"].exists()) {
                const std::string who = member(node, "wasAttributedTo");
                attributions_[local(id)] = {who.empty() ? std::nullopt : std::optional(local(who)),
                                            member(node, "label"), ""};
            }
        }
    }

    /// Makes relations of the mentions that are left. @return how many lack something.
    std::size_t finish() {
        complete_last();
        std::size_t incomplete = 0;
        for (const auto& [id, mention] : mentions_) {
            const auto event = events_.find(mention.event);
            if (event != events_.end() && is_complete(mention, event->second)) {
                sink_(relation(id, mention, event->second));
            } else {
                ++incomplete;
            }
        }
        return incomplete;
    }

    [[nodiscard]] bool empty() const { return !any_; }

private:
    void take_actor(const std::string& id, const std::string& type, const base::JsonValue& node) {
        core::Participant& actor = actors_[id];
        actor.id = id;
        actor.label = english(node["prefLabel"]);
        actor.kind = kind_of(type);
        actor.principal = node["actsFor"].exists() ? local_member(node, "actsFor") : id;
        actor.country = optional_text(node, "country");
    }

    void take_action(const std::string& id, const base::JsonValue& node) {
        core::Relation& action = actions_[id];
        action.action.id = id;
        action.action.type = core::parse_event_type(local_member(node, "broader")).value_or(core::EventType::other);
        action.action.mode = optional_text(node, "mode");
        for (const base::JsonValue& notation : node["notation"].elements()) action.action.cameo = text_of(notation);
        action.symmetric = node["symmetric"].boolean().value_or(false);
    }

    void take_event(const std::string& id, const base::JsonValue& node) {
        Event& event = events_[id];
        event.agent = local_member(node, "agent");
        event.target = local_member(node, "target");
        event.action = local_member(node, "eventType");
        const auto polarity = core::parse_polarity(local_member(node, "polarity"));
        const auto status = core::parse_status(local_member(node, "status"));
        if (!polarity || !status) throw std::invalid_argument("an event without polarity or status: " + id);
        event.polarity = *polarity;
        event.status = *status;
        if (const auto date = core::parse_date(member(node, "hasTimeStamp"))) event.date = {*date, {}, ""};
        // Which mention names which place is not told; that all are named is.
        const std::vector<base::JsonValue> places = node["hasPlace"].elements();
        std::size_t next = 0;
        for (const base::JsonValue& value : node["denotedBy"].elements()) {
            Mention& mention = mentions_[local(value.string().value_or(""))];
            if (mention.event.empty()) ++event.awaited;
            mention.event = id;
            if (places.empty()) continue;
            mention.place = places[next].string().value_or("");
            if (next + 1 < places.size()) ++next;
        }
    }

    void take_mention(const std::string& id, const base::JsonValue& node) {
        Mention& mention = mentions_[id];
        mention.words.text = member(node, "anchorOf");
        mention.words.span = {count(node, "beginIndex"), count(node, "endIndex")};
        mention.language = node["anchorOf"]["@language"].string().value_or("");
        mention.article = local_member(node, "referenceContext");
        mention.sentence = member(node, "sentence");
        mention.rule = member(node, "rule");
        mention.told = any_ = true;
        last_ = id;
    }

    [[nodiscard]] bool is_complete(const Mention& mention, const Event& event) const {
        return mention.told && articles_.contains(mention.article) && sentences_.contains(mention.sentence) &&
               actors_.contains(event.agent) && actors_.contains(event.target) && actions_.contains(event.action);
    }

    /// The mention read last, if all that it needs is known. What nobody needs any more is forgotten.
    void complete_last() {
        if (last_.empty()) return;
        const auto mention = mentions_.find(last_);
        const auto event = events_.find(mention->second.event);
        last_.clear();
        if (event == events_.end() || !is_complete(mention->second, event->second)) return;
        sink_(relation(mention->first, mention->second, event->second));
        attributions_.erase(mention->first);
        mentions_.erase(mention);
        if (--event->second.awaited == 0) events_.erase(event);
    }

    template <typename Value>
    static Value known(const std::map<std::string, Value>& values, const std::string& key) {
        const auto found = values.find(key);
        return found == values.end() ? Value() : found->second;
    }

    [[nodiscard]] core::Relation relation(const std::string& id, const Mention& mention, const Event& event) const {
        core::Relation relation = known(articles_, mention.article);
        const core::Relation action = known(actions_, event.action);
        relation.id = id;
        relation.language = mention.language;
        relation.sentence = known(sentences_, mention.sentence);
        relation.source = known(actors_, event.agent);
        relation.action = action.action;
        relation.action.span = mention.words.span;
        relation.action.text = mention.words.text;
        relation.target = known(actors_, event.target);
        relation.symmetric = action.symmetric;
        relation.polarity = event.polarity;
        relation.status = event.status;
        if (attributions_.contains(id)) relation.attribution = attributions_.at(id);
        relation.date = event.date;
        if (!mention.place.empty()) relation.place = known(places_, mention.place);
        relation.rule = mention.rule;
        return relation;
    }

    std::map<std::string, core::Participant> actors_;
    std::map<std::string, core::Relation> actions_;   ///< action and symmetric alone
    std::map<std::string, core::Relation> articles_;  ///< article, url and date alone
    std::map<std::string, core::Place> places_;
    std::map<std::string, core::SentenceRef> sentences_;
    std::map<std::string, core::Attribution> attributions_;
    std::map<std::string, Event> events_;
    std::map<std::string, Mention> mentions_;
    const RelationSink& sink_;
    std::string last_;  // a mention that may have an attribution still to come
    bool any_ = false;
};

}  // namespace

void read_jsonld(const std::filesystem::path& path, const RelationSink& sink, base::Diagnostics& diagnostics) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw base::DataError({path.string(), 0}, "cannot be read");
    JsonldReader reader(sink);
    std::string line;
    std::size_t number = 0;
    bool ended = false;
    while (std::getline(file, line)) {
        ++number;
        // One node a line; the context before them, and the beginning and end of graphs, are none.
        std::string_view node = base::trim(line);
        ended = ended || node == "]}";
        if (node.ends_with(',')) node.remove_suffix(1);
        if (!node.starts_with("{\"type\"")) continue;
        try {
            reader.take(base::JsonDocument(node).root());
        } catch (const std::logic_error& problem) {
            diagnostics.error({path.string(), number}, problem.what());
        }
    }
    if (reader.empty()) {
        throw base::DataError({path.string(), number}, "ends without a mention as `entente export` writes them");
    }
    if (!ended) throw base::DataError({path.string(), number}, "is cut off: the last line does not close the graph");
    if (const std::size_t incomplete = reader.finish(); incomplete > 0) {
        diagnostics.error(
            {path.string(), number},
            std::to_string(incomplete) + " mentions lack what they need: an event, actors, an article or a sentence");
    }
}

decltype(&read_jsonld) reader_of_path(std::string_view path) {
    if (path.ends_with(".jsonld")) return &read_jsonld;
    if (path.ends_with(".graphml")) return &read_graphml;
    return nullptr;
}

}  // namespace entente::exporters
