#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>

#include "base/errors.hpp"
#include "base/hash.hpp"
#include "base/strings.hpp"
#include "exporters/import.hpp"
#include "exporters/labels.hpp"
#include "exporters/xml_reader.hpp"

namespace entente::exporters {

namespace {

using Data = std::map<std::string, std::string, std::less<>>;

std::string value(const Data& data, std::string_view key) {
    const auto found = data.find(key);
    return found == data.end() ? std::string() : found->second;
}

std::optional<std::string> known(const Data& data, std::string_view key) {
    const auto found = data.find(key);
    return found == data.end() ? std::nullopt : std::optional(found->second);
}

std::size_t number(const Data& data, std::string_view key) {
    const std::string text = value(data, key);
    std::size_t result = 0;
    std::from_chars(text.data(), text.data() + text.size(), result);
    return result;
}

int hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

/// An actor id from the NMTOKEN that stands for it: `_x20_` is a space.
std::string id_of_token(std::string_view token) {
    std::string id;
    for (std::size_t at = 0; at < token.size(); ++at) {
        const bool escape = token.substr(at).starts_with("_x") && at + 4 < token.size() && token[at + 4] == '_' &&
                            hexadecimal(token[at + 2]) >= 0 && hexadecimal(token[at + 3]) >= 0;
        if (!escape) {
            id += token[at];
            continue;
        }
        id += static_cast<char>(hexadecimal(token[at + 2]) * 16 + hexadecimal(token[at + 3]));
        at += 4;
    }
    return id;
}

core::Participant participant(const std::string& id, const Data& data) {
    core::Participant side;
    side.id = id;
    side.label = value(data, "label");
    side.kind = core::parse_actor_kind(value(data, "kind")).value_or(core::ActorKind::unknown);
    side.principal = value(data, "principal");
    side.country = known(data, "country");
    return side;
}

/// What all the evidence of an edge shares. @throws std::invalid_argument
core::Relation common(const Data& data) {
    core::Relation relation;
    relation.action.id = value(data, "interaction");
    relation.action.cameo = value(data, "cameo");
    const auto type = core::parse_event_type(value(data, "type"));
    const auto polarity = core::parse_polarity(value(data, "polarity"));
    const auto status = core::parse_status(value(data, "status"));
    if (relation.action.id.empty() || !type || !polarity || !status) {
        throw std::invalid_argument("an edge without action, type, polarity or status");
    }
    relation.action.type = *type;
    relation.polarity = *polarity;
    relation.status = *status;
    const std::string symmetric = value(data, "symmetric");
    relation.symmetric = symmetric == "true" || symmetric == "True" || symmetric == "1";
    return relation;
}

std::optional<core::DateMention> date_of(const Data& data, std::string_view key) {
    const auto date = core::parse_date(value(data, key));
    return date ? std::optional(core::DateMention{*date, {}, ""}) : std::nullopt;
}

/// As many relations as the edge has mentions, over all its articles.
void expand(core::Relation relation, const Data& data, const RelationSink& sink) {
    const std::vector<std::string> articles = base::split_list(value(data, "articles"), list_separator.front());
    const std::vector<std::string> languages = base::split_list(value(data, "languages"), list_separator.front());
    if (articles.empty()) throw std::invalid_argument("an edge without articles");
    constexpr std::size_t most_mentions = 10'000'000;
    const std::size_t count = std::max(number(data, "mentions"), articles.size());
    if (count > most_mentions) throw std::invalid_argument("an edge with " + std::to_string(count) + " mentions");
    // Articles that print one dispatch share its sentence, and so count once again.
    const std::size_t copies = articles.size() - std::min(number(data, "weight"), articles.size());
    const std::string edge = relation.source.id + " " + relation.action.id + " " + relation.target.id + " " +
                             std::string(core::to_string(relation.polarity)) + " " +
                             std::string(core::to_string(relation.status));
    const auto first_seen = date_of(data, "first_seen");
    const auto last_seen = date_of(data, "last_seen");
    for (std::size_t i = 0; i < count; ++i) {
        relation.article = articles[std::min(i, articles.size() - 1)];
        relation.language = languages.empty() ? "" : languages[std::min(i, languages.size() - 1)];
        relation.sentence.text = i <= copies ? value(data, "sentence") : "";
        relation.date = i == 0 ? first_seen : i + 1 == count ? last_seen : std::nullopt;
        // Keeps them apart and in this order.
        relation.source.span = {i, i};
        relation.id = base::hash_hex(edge + " " + std::to_string(i)).substr(0, 20);
        sink(relation);
    }
}

/// Nodes before edges; what an attribute is called is told by the keys in front, whose ids each program chooses anew.
class GraphmlReader final : public XmlEvents {
public:
    GraphmlReader(const std::filesystem::path& path, const RelationSink& sink, base::Diagnostics& diagnostics)
        : path_(path.string()), sink_(sink), diagnostics_(diagnostics) {}

    void begin(std::string_view name, const XmlAttributes& attributes, std::size_t line) override {
        if (name == "key") return declare(attributes);
        if (name == "graph") return begin_graph();
        if (name == "data") {
            key_ = attribute(attributes, "key");
            return;
        }
        const bool is_node = name == "node";
        if (!is_node && name != "edge") return;
        if (inside_) throw std::invalid_argument("has a <" + std::string(name) + "> within another");
        inside_ = true;
        line_ = line;
        data_.clear();
        token_ = attribute(attributes, "id");
        source_ = attribute(attributes, "source");
        target_ = attribute(attributes, "target");
    }

    void end(std::string_view name, std::string_view text) override {
        if (name == "data" && inside_) {
            const auto found = names_.find(key_);
            if (found != names_.end()) data_.emplace(found->second, text);
        }
        if (name != "node" && name != "edge") return;
        inside_ = false;
        if (name == "node") {
            actors_.emplace(token_, participant(id_of_token(token_), data_));
            return;
        }
        try {
            take_edge();
        } catch (const std::invalid_argument& problem) {
            diagnostics_.error({path_, line_}, token_ + ": " + problem.what());
        }
    }

    [[nodiscard]] bool has_graph() const { return has_graph_; }

private:
    void declare(const XmlAttributes& attributes) {
        names_.insert_or_assign(std::string(attribute(attributes, "id")),
                                std::string(attribute(attributes, "attr.name")));
    }

    void begin_graph() {
        if (has_graph_) throw std::invalid_argument("has a second <graph>: nested graphs are not read");
        has_graph_ = true;
        for (const std::string_view wanted : {"interaction", "type", "polarity", "status", "articles"}) {
            const auto is_wanted = [wanted](const auto& key) { return key.second == wanted; };
            if (std::ranges::any_of(names_, is_wanted)) continue;
            throw std::invalid_argument("is GraphML, but none of `entente export`: no attribute is named `" +
                                        std::string(wanted) + "`");
        }
    }

    void take_edge() {
        const auto source = actors_.find(source_);
        const auto target = actors_.find(target_);
        if (source == actors_.end() || target == actors_.end()) {
            throw std::invalid_argument("an edge without its nodes, which must stand before it");
        }
        core::Relation relation = common(data_);
        relation.source = source->second;
        relation.target = target->second;
        expand(std::move(relation), data_, sink_);
    }

    std::string path_;
    const RelationSink& sink_;
    base::Diagnostics& diagnostics_;
    std::map<std::string, std::string, std::less<>> names_;  // of attributes, by the id of their key
    std::unordered_map<std::string, core::Participant> actors_;
    Data data_;
    std::string key_, token_, source_, target_;
    std::size_t line_ = 0;
    bool inside_ = false;  // a node or an edge
    bool has_graph_ = false;
};

}  // namespace

void read_graphml(const std::filesystem::path& path, const RelationSink& sink, base::Diagnostics& diagnostics) {
    GraphmlReader reader(path, sink, diagnostics);
    read_xml(path, "http://graphml.graphdrawing.org/xmlns", reader);
    if (!reader.has_graph()) throw base::DataError({path.string(), 1}, "is GraphML without a <graph>");
}

}  // namespace entente::exporters
