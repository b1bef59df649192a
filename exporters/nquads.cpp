#include "exporters/nquads.hpp"

#include "exporters/rdf.hpp"
#include "exporters/triples.hpp"

namespace entente::exporters {

namespace {

class NquadsSink final : public TripleSink {
public:
    NquadsSink(const Namespaces& namespaces, const std::string& graph_iri, Output& output)
        : namespaces_(namespaces), end_(graph_iri.empty() ? " .\n" : " <" + graph_iri + "> .\n"), output_(output) {}

    void begin_subject(const Iri& subject, const std::vector<Iri>& types) override {
        subject_ = "<" + namespaces_.full(subject) + "> ";
        constexpr Property type{{Namespace::rdf, "type"}, ""};
        for (const Iri& one : types) resource(type, one);
    }
    void resource(const Property& property, const Iri& object) override {
        begin(property) << '<' << namespaces_.full(object) << '>' << end_;
    }
    void text(const Property& property, std::string_view text, std::string_view language) override {
        begin(property) << rdf_string(text);
        if (!language.empty()) output_ << '@' << language;
        output_ << end_;
    }
    void typed(const Property& property, std::string_view text, const Iri& datatype) override {
        begin(property) << rdf_string(text) << "^^<" << namespaces_.full(datatype) << '>' << end_;
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
        return output_ << subject_ << '<' << namespaces_.full(property.iri) << "> ";
    }

    const Namespaces& namespaces_;
    std::string end_;
    Output& output_;
    std::string subject_;
};

}  // namespace

void write_nquads(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    require_graph_iri(options.graph_iri);
    const Namespaces namespaces(options.base_iri);
    Output output(sink);
    NquadsSink quads(namespaces, options.graph_iri, output);
    write_triples(input, options, quads);
    output.flush();
}

void write_ntriples(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    ExportOptions without_graph = options;
    without_graph.graph_iri.clear();
    write_nquads(input, without_graph, sink);
}

}  // namespace entente::exporters
