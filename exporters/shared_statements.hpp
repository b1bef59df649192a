#pragma once

#include "exporters/evidence_index.hpp"
#include "exporters/statement_writer.hpp"
#include "ontology/ontology.hpp"

namespace entente::exporters {

/// Says what belongs to no single article: event types, actions, actors with their direct triples, places.
void write_shared(const EvidenceIndex& index, const ontology::Ontology& ontology, StatementWriter& writer);

}  // namespace entente::exporters
