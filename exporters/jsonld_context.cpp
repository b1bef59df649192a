#include "exporters/jsonld_context.hpp"

#include "base/json.hpp"
#include "exporters/rdf_vocabulary.hpp"

namespace entente::exporters {

namespace {

std::string_view coercion(Property::Range range) {
    switch (range) {
        case Property::Range::any: return "";
        case Property::Range::resource: return "@id";
        case Property::Range::decimal: return "xsd:decimal";
        case Property::Range::count: return "xsd:nonNegativeInteger";
    }
    return "";
}

}  // namespace

std::string jsonld_context(const Namespaces& namespaces) {
    base::JsonWriter json(base::JsonWriter::Layout::indented);
    json.begin_object().member("type", "@type").member("id", "@id");
    for (const Prefix& prefix : namespaces.prefixes()) json.member(prefix.name, std::string_view(prefix.iri));
    for (const Property& property : property::all) {
        const std::string iri = namespaces.compact(property.iri);
        const std::string_view type = coercion(property.range);
        if (type.empty()) {
            json.member(property.term, std::string_view(iri));
        } else {
            json.key(property.term)
                .begin_object()
                .member("@type", type)
                .member("@id", std::string_view(iri))
                .end_object();
        }
    }
    json.end_object();
    return json.take();
}

}  // namespace entente::exporters
