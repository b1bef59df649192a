#pragma once

#include <string>

#include "exporters/rdf.hpp"

namespace entente::exporters {

/// The JSON-LD context as an indented JSON object: aliases, prefixes, and one term a property. With the default base it
/// is what data/ontology/context.jsonld holds.
[[nodiscard]] std::string jsonld_context(const Namespaces& namespaces);

}  // namespace entente::exporters
