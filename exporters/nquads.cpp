#include "exporters/nquads.hpp"

#include "exporters/nquads_sink.hpp"
#include "exporters/triples.hpp"

namespace entente::exporters {

void NquadsSink::begin_graph(const std::string& iri) {
    end_ = iri.empty() ? " .\n" : " <" + iri + "> .\n";
}

void NquadsSink::begin_subject(const Iri& subject, Types types) {
    subject_.assign("<").append(namespaces_.before(subject.space)).append(subject.local).append("> <");
    constexpr Property type{{Namespace::rdf, "type"}, ""};
    for (const Iri& one : types) resource(type, one);
}

void NquadsSink::resource(const Property& property, const Iri& object) {
    begin(property) << '<' << namespaces_.before(object.space) << object.local << '>' << end_;
}

void NquadsSink::text(const Property& property, std::string_view text, std::string_view language) {
    write_rdf_string(text, begin(property));
    if (!language.empty()) output_ << '@' << language;
    output_ << end_;
}

void NquadsSink::typed(const Property& property, std::string_view text, const Iri& datatype) {
    write_rdf_string(text, begin(property));
    output_ << "^^<" << namespaces_.before(datatype.space) << datatype.local << '>' << end_;
}

void NquadsSink::integer(const Property& property, std::int64_t value) {
    typed(property, std::to_string(value), {Namespace::xsd, "integer"});
}

void NquadsSink::boolean(const Property& property, bool value) {
    typed(property, value ? "true" : "false", {Namespace::xsd, "boolean"});
}

Output& NquadsSink::begin(const Property& property) {
    ++statements_;
    return output_ << subject_ << namespaces_.before(property.iri.space) << property.iri.local << "> ";
}

void write_nquads(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    const Namespaces namespaces(options.base_iri);
    Output output(sink);
    NquadsSink quads(namespaces, output);
    write_triples(input, options, quads);
    output.flush();
}

void write_ntriples(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    ExportOptions without_graph = options;
    without_graph.graph_iri.clear();
    without_graph.graph_per_article = false;
    write_nquads(input, without_graph, sink);
}

}  // namespace entente::exporters
