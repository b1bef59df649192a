#pragma once

#include <array>

#include "exporters/rdf.hpp"

namespace entente::exporters {

/// The classes, properties and values that exports use; data/ontology/entente.ttl defines those of our own.
namespace term {

inline constexpr Iri event{Namespace::sem, "Event"};
inline constexpr Iri actor{Namespace::sem, "Actor"};
inline constexpr Iri place{Namespace::sem, "Place"};
inline constexpr Iri event_type{Namespace::sem, "EventType"};
inline constexpr Iri concept_type{Namespace::skos, "Concept"};
inline constexpr Iri attribution{Namespace::grasp, "Attribution"};
inline constexpr Iri article{Namespace::ent, "Article"};
inline constexpr Iri context{Namespace::nif, "Context"};
inline constexpr Iri entity{Namespace::prov, "Entity"};
inline constexpr Iri sentence{Namespace::nif, "Sentence"};
inline constexpr Iri phrase{Namespace::nif, "Phrase"};
inline constexpr Iri mention{Namespace::ent, "Mention"};
inline constexpr Iri action_scheme{Namespace::ent, "Actions"};
inline constexpr Iri cameo{Namespace::ent, "cameo"};
inline constexpr Iri plover{Namespace::ent, "plover"};

}  // namespace term

namespace property {

using Range = Property::Range;

inline constexpr Property agent{{Namespace::ent, "agent"}, "agent", Range::resource};
inline constexpr Property target{{Namespace::ent, "target"}, "target", Range::resource};
inline constexpr Property event_type{{Namespace::sem, "eventType"}, "eventType", Range::resource};
inline constexpr Property has_time_stamp{{Namespace::sem, "hasTimeStamp"}, "hasTimeStamp"};
inline constexpr Property has_place{{Namespace::sem, "hasPlace"}, "hasPlace", Range::resource, true};
inline constexpr Property polarity{{Namespace::ent, "polarity"}, "polarity", Range::resource};
inline constexpr Property status{{Namespace::ent, "status"}, "status", Range::resource};
inline constexpr Property article_count{{Namespace::ent, "articleCount"}, "articleCount"};
inline constexpr Property derived_from{{Namespace::prov, "wasDerivedFrom"}, "wasDerivedFrom", Range::resource, true};
inline constexpr Property denoted_by{{Namespace::gaf, "denotedBy"}, "denotedBy", Range::resource, true};

inline constexpr Property anchor_of{{Namespace::nif, "anchorOf"}, "anchorOf"};
inline constexpr Property begin_index{{Namespace::nif, "beginIndex"}, "beginIndex", Range::count};
inline constexpr Property end_index{{Namespace::nif, "endIndex"}, "endIndex", Range::count};
inline constexpr Property reference_context{{Namespace::nif, "referenceContext"}, "referenceContext", Range::resource};
inline constexpr Property sentence{{Namespace::nif, "sentence"}, "sentence", Range::resource};
inline constexpr Property rule{{Namespace::ent, "rule"}, "rule"};
inline constexpr Property has_attribution{{Namespace::grasp, "hasAttribution"}, "hasAttribution", Range::resource};

inline constexpr Property factuality{{Namespace::rdf, "value"}, "value", Range::resource};
inline constexpr Property attributed_to{{Namespace::grasp, "wasAttributedTo"}, "wasAttributedTo", Range::resource};
inline constexpr Property document_of{{Namespace::prov, "wasAttributedTo"}, "attributedToDocument", Range::resource};
inline constexpr Property label{{Namespace::rdfs, "label"}, "label"};

inline constexpr Property pref_label{{Namespace::skos, "prefLabel"}, "prefLabel", Range::any, true};
inline constexpr Property alt_label{{Namespace::skos, "altLabel"}, "altLabel", Range::any, true};
inline constexpr Property notation{{Namespace::skos, "notation"}, "notation", Range::any, true};
inline constexpr Property broader{{Namespace::skos, "broader"}, "broader", Range::resource};
inline constexpr Property in_scheme{{Namespace::skos, "inScheme"}, "inScheme", Range::resource};
inline constexpr Property exact_match{{Namespace::skos, "exactMatch"}, "exactMatch", Range::resource, true};
inline constexpr Property top_concept_of{{Namespace::skos, "topConceptOf"}, "topConceptOf", Range::resource};
inline constexpr Property mode{{Namespace::ent, "mode"}, "mode"};
inline constexpr Property symmetric{{Namespace::ent, "symmetric"}, "symmetric"};
inline constexpr Property acts_for{{Namespace::ent, "actsFor"}, "actsFor", Range::resource};
inline constexpr Property country{{Namespace::ent, "country"}, "country"};
inline constexpr Property page_rank{{Namespace::ent, "pageRank"}, "pageRank", Range::decimal};

inline constexpr Property identifier{{Namespace::dcterms, "identifier"}, "identifier"};
inline constexpr Property issued{{Namespace::dcterms, "issued"}, "issued"};
inline constexpr Property source{{Namespace::dcterms, "source"}, "source", Range::resource};

/// All of them: the terms of the JSON-LD context.
inline constexpr std::array all{
    agent,         target,       event_type,      has_time_stamp, has_place,     polarity,       status,
    article_count, derived_from, denoted_by,      anchor_of,      begin_index,   end_index,      reference_context,
    sentence,      rule,         has_attribution, factuality,     attributed_to, document_of,    label,
    pref_label,    alt_label,    notation,        broader,        in_scheme,     top_concept_of, mode,
    exact_match,   symmetric,    acts_for,        country,        page_rank,     identifier,     issued,
    source,
};

}  // namespace property

}  // namespace entente::exporters
