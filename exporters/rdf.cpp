#include "exporters/rdf.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/errors.hpp"
#include "exporters/clean_text.hpp"

namespace entente::exporters {

namespace {

struct Vocabulary {
    Namespace space;
    std::string_view prefix;
    std::string_view iri;
};

constexpr std::array<Vocabulary, 12> vocabularies{{
    {Namespace::rdf, "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {Namespace::rdfs, "rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {Namespace::xsd, "xsd", "http://www.w3.org/2001/XMLSchema#"},
    {Namespace::skos, "skos", "http://www.w3.org/2004/02/skos/core#"},
    {Namespace::dcterms, "dcterms", "http://purl.org/dc/terms/"},
    {Namespace::prov, "prov", "http://www.w3.org/ns/prov#"},
    {Namespace::sem, "sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
    {Namespace::gaf, "gaf", "http://groundedannotationframework.org/gaf#"},
    {Namespace::grasp, "grasp", "http://groundedannotationframework.org/grasp#"},
    {Namespace::nif, "nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
    {Namespace::wikidata, "wd", "http://www.wikidata.org/entity/"},
    {Namespace::ent, "ent", "https://w3id.org/entente/ontology#"},
}};

/// Parts of the exported data: the prefix is also the path behind the base.
constexpr std::array<std::pair<Namespace, std::string_view>, 7> parts{{
    {Namespace::actor, "actor"},
    {Namespace::action, "action"},
    {Namespace::article, "article"},
    {Namespace::attribution, "attribution"},
    {Namespace::event, "event"},
    {Namespace::mention, "mention"},
    {Namespace::place, "place"},
}};

bool is_forbidden(char byte) {
    return static_cast<unsigned char>(byte) <= 0x20 || byte == 0x7F ||
           std::string_view("<>\"{}|^`\\").find(byte) != std::string_view::npos;
}

std::string_view escape_of(char byte) {
    if (byte > '\\' && byte != '\x7F') return {};
    switch (byte) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        case '\x7F': return "\\u007F";
        default: return {};
    }
}

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

}  // namespace

bool is_absolute_iri(std::string_view iri) {
    const std::size_t colon = iri.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == iri.size() || !is_letter(iri.front()))
        return false;
    const bool scheme = std::ranges::all_of(iri.substr(0, colon), [](char byte) {
        return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '+' || byte == '-' || byte == '.';
    });
    return scheme && std::ranges::none_of(iri, is_forbidden);
}

Namespaces::Namespaces(std::string_view base) {
    if (!is_absolute_iri(base) || base.find_first_of("#?") != std::string_view::npos) {
        throw base::UsageError("'" + std::string(base) +
                               "' cannot be a base IRI: give an absolute IRI without '#' and '?', such as "
                               "https://example.org/news/");
    }
    std::string folder(base);
    if (folder.back() != '/' && folder.back() != ':') folder += '/';
    for (const auto& [space, prefix, iri] : vocabularies) prefixes_.push_back({space, prefix, std::string(iri)});
    for (const auto& [space, name] : parts) prefixes_.push_back({space, name, folder + std::string(name) + "/"});
}

std::string Namespaces::full(const Iri& iri) const {
    if (iri.space == Namespace::none) return std::string(iri.local);
    return prefixes_[static_cast<std::size_t>(iri.space)].iri + std::string(iri.local);
}

std::string Namespaces::compact(const Iri& iri) const {
    if (iri.space == Namespace::none) return std::string(iri.local);
    return std::string(prefixes_[static_cast<std::size_t>(iri.space)].name) + ":" + std::string(iri.local);
}

std::string iri_of_url(std::string_view url) {
    std::string iri;
    for (const char byte : url) {
        if (is_forbidden(byte) || static_cast<unsigned char>(byte) >= 0x80) {
            iri += iri_segment(std::string_view(&byte, 1));
        } else {
            iri += byte;
        }
    }
    return is_absolute_iri(iri) ? iri : std::string();
}

void require_graph_iri(std::string_view iri) {
    if (!iri.empty() && !is_absolute_iri(iri)) {
        throw base::UsageError("'" + std::string(iri) + "' is no absolute IRI and cannot name a graph");
    }
}

void write_rdf_string(std::string_view text, Output& output) {
    output << '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view escape = escape_of(text[at]);
        if (escape.empty()) continue;
        output << text.substr(from, at - from) << escape;
        from = at + 1;
    }
    output << text.substr(from) << '"';
}

}  // namespace entente::exporters
