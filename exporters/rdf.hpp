#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/output.hpp"

namespace entente::exporters {

/// The vocabularies and the parts of the exported data that IRIs are made from.
enum class Namespace {
    rdf,
    rdfs,
    xsd,
    skos,
    dcterms,
    prov,
    sem,
    gaf,
    grasp,
    nif,
    wikidata,
    ent,
    actor,
    action,
    article,
    attribution,
    event,
    mention,
    place,
    none,  ///< the local part is the whole IRI
};

/// An IRI in two parts; the local part is legal in an IRI as it stands. Does not own its text.
struct Iri {
    Namespace space = Namespace::none;
    std::string_view local;

    friend bool operator==(const Iri&, const Iri&) = default;
};

/// A predicate with its place in the JSON-LD context.
struct Property {
    enum class Range { any, resource, decimal, count };

    Iri iri;
    std::string_view term;  ///< its JSON-LD member name; empty: the compact IRI
    Range range = Range::any;
    bool many = false;  ///< may have several values: an array in JSON-LD
};

/// One row of the namespace table.
struct Prefix {
    Namespace space;
    std::string_view name;
    std::string iri;
};

/// All namespaces, for one base.
class Namespaces {
public:
    /// @throws UsageError if `base` cannot be the beginning of an IRI.
    explicit Namespaces(std::string_view base);

    [[nodiscard]] const std::vector<Prefix>& prefixes() const { return prefixes_; }
    /// What stands before the local part.
    [[nodiscard]] std::string_view before(Namespace space) const {
        return space == Namespace::none ? std::string_view() : prefixes_[static_cast<std::size_t>(space)].iri;
    }
    [[nodiscard]] std::string_view prefix(Namespace space) const {
        return prefixes_[static_cast<std::size_t>(space)].name;
    }
    /// The whole IRI, without angle brackets.
    [[nodiscard]] std::string full(const Iri& iri) const;
    /// `prefix:local`, or the whole IRI where it has no prefix.
    [[nodiscard]] std::string compact(const Iri& iri) const;

private:
    std::vector<Prefix> prefixes_;
};

/// The classes of a subject.
using Types = std::initializer_list<Iri>;

/// Takes the statements of RDF graphs, graph by graph and subject by subject. No subject comes twice in one graph, and
/// all values of a property come one after the other: so every form can be written as a stream.
class TripleSink {
public:
    TripleSink() = default;
    TripleSink(const TripleSink&) = delete;
    TripleSink& operator=(const TripleSink&) = delete;
    virtual ~TripleSink() = default;

    /// An empty name is the default graph. No graph comes twice.
    virtual void begin_graph(const std::string& iri) = 0;
    virtual void begin_subject(const Iri& subject, Types types) = 0;
    virtual void resource(const Property& property, const Iri& object) = 0;
    /// A text in a language, or in none if `language` is empty.
    virtual void text(const Property& property, std::string_view text, std::string_view language) = 0;
    virtual void typed(const Property& property, std::string_view text, const Iri& datatype) = 0;
    virtual void integer(const Property& property, std::int64_t value) = 0;
    virtual void boolean(const Property& property, bool value) = 0;
    virtual void end_subject() = 0;
    /// Behind the last subject of the last graph.
    virtual void end() {}
};

/// Writes a quoted string as N-Triples and Turtle have it.
void write_rdf_string(std::string_view text, Output& output);

/// Whether `iri` is absolute and has no character that IRIs forbid.
[[nodiscard]] bool is_absolute_iri(std::string_view iri);

/// A web address as articles give it, as an IRI: what IRIs forbid is percent-encoded. Empty if it is not absolute.
[[nodiscard]] std::string iri_of_url(std::string_view url);

/// @throws UsageError if `iri` is neither empty (the default graph) nor an absolute IRI.
void require_graph_iri(std::string_view iri);

}  // namespace entente::exporters
