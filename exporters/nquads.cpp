#include "exporters/nquads.hpp"

#include "exporters/rdf.hpp"
#include "exporters/triples.hpp"

namespace entente::exporters {

namespace {

class NquadsSink final : public TripleSink {
public:
    NquadsSink(const Namespaces& namespaces, Output& output) : namespaces_(namespaces), output_(output) {}

    void begin_graph(const std::string& iri) override { end_ = iri.empty() ? " .\n" : " <" + iri + "> .\n"; }
    void begin_subject(const Iri& subject, Types types) override {
        subject_.assign("<").append(namespaces_.before(subject.space)).append(subject.local).append("> <");
        constexpr Property type{{Namespace::rdf, "type"}, ""};
        for (const Iri& one : types) resource(type, one);
    }
    void resource(const Property& property, const Iri& object) override {
        begin(property) << '<' << namespaces_.before(object.space) << object.local << '>' << end_;
    }
    void text(const Property& property, std::string_view text, std::string_view language) override {
        write_rdf_string(text, begin(property));
        if (!language.empty()) output_ << '@' << language;
        output_ << end_;
    }
    void typed(const Property& property, std::string_view text, const Iri& datatype) override {
        write_rdf_string(text, begin(property));
        output_ << "^^<" << namespaces_.before(datatype.space) << datatype.local << '>' << end_;
    }
    void integer(const Property& property, std::int64_t value) override {
        typed(property, std::to_string(value), {Namespace::xsd, "integer"});
    }
    void boolean(const Property& property, bool value) override {
        typed(property, value ? "true" : "false", {Namespace::xsd, "boolean"});
    }
    void end_subject() override {}

private:
    Output& begin(const Property& property) {
        return output_ << subject_ << namespaces_.before(property.iri.space) << property.iri.local << "> ";
    }

    const Namespaces& namespaces_;
    std::string end_;
    Output& output_;
    std::string subject_;
};

}  // namespace

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
