#include <algorithm>
#include <charconv>
#include <map>

#include <pugixml.hpp>

#include "base/errors.hpp"
#include "base/hash.hpp"
#include "base/strings.hpp"
#include "exporters/import.hpp"
#include "exporters/labels.hpp"

namespace entente::exporters {

namespace {

using Data = std::map<std::string, std::string, std::less<>>;

Data data_of(const pugi::xml_node& element) {
    Data data;
    for (const pugi::xml_node& item : element.children("data")) {
        data.emplace(item.attribute("key").value(), item.text().get());
    }
    return data;
}

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
    relation.symmetric = value(data, "symmetric") == "true";
    return relation;
}

std::optional<core::DateMention> date_of(const Data& data, std::string_view key) {
    const auto date = core::parse_date(value(data, key));
    return date ? std::optional(core::DateMention{*date, {}, ""}) : std::nullopt;
}

/// As many relations as the edge has mentions, over all its articles.
void expand(core::Relation relation, const Data& data, const RelationSink& sink) {
    const std::vector<std::string> articles = base::split_list(value(data, "edgearticles"), list_separator.front());
    const std::vector<std::string> languages = base::split_list(value(data, "languages"), list_separator.front());
    if (articles.empty()) throw std::invalid_argument("an edge without articles");
    const std::size_t count = std::max(number(data, "edgementions"), articles.size());
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

}  // namespace

void read_graphml(const std::filesystem::path& path, const RelationSink& sink, base::Diagnostics& diagnostics) {
    pugi::xml_document document;
    const auto result = document.load_file(path.c_str(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!result) throw base::DataError({path.string(), 0}, result.description());
    const pugi::xml_node graph = document.child("graphml").child("graph");
    if (!graph) throw base::DataError({path.string(), 0}, "is no GraphML");
    std::map<std::string, core::Participant, std::less<>> actors;
    for (const pugi::xml_node& node : graph.children("node")) {
        const std::string token = node.attribute("id").value();
        actors.emplace(token, participant(id_of_token(token), data_of(node)));
    }
    for (const pugi::xml_node& edge : graph.children("edge")) {
        try {
            const Data data = data_of(edge);
            const auto source = actors.find(std::string_view(edge.attribute("source").value()));
            const auto target = actors.find(std::string_view(edge.attribute("target").value()));
            if (source == actors.end() || target == actors.end())
                throw std::invalid_argument("an edge without its nodes");
            core::Relation relation = common(data);
            relation.source = source->second;
            relation.target = target->second;
            expand(std::move(relation), data, sink);
        } catch (const std::invalid_argument& problem) {
            diagnostics.error({path.string(), 0}, std::string(edge.attribute("id").value()) + ": " + problem.what());
        }
    }
}

}  // namespace entente::exporters
