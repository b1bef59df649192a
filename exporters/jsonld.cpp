#include "exporters/jsonld.hpp"

#include "base/json.hpp"
#include "exporters/jsonld_context.hpp"
#include "exporters/rdf.hpp"
#include "exporters/triples.hpp"

namespace entente::exporters {

namespace {

/// One node a line. A property that may have several values is always an array, so that readers find one shape.
///
/// Texts are quoted as in N-Triples, whose escapes JSON has too; IRIs need none.
class JsonldSink final : public TripleSink {
public:
    JsonldSink(const Namespaces& namespaces, Output& output) : namespaces_(namespaces), output_(output) {}

    /// Graphs beside the first one are nodes of it with nodes of their own.
    void begin_graph(const std::string& iri) override {
        if (!in_graph_) {
            in_graph_ = true;
            return;
        }
        if (in_inner_graph_) output_ << "\n]}";
        in_inner_graph_ = true;
        output_ << ",\n{\"id\":";
        write_rdf_string(iri, output_);
        output_ << ",\"@graph\":[";
        first_ = true;
    }
    void end() override {
        if (in_inner_graph_) output_ << "\n]}";
    }
    void begin_subject(const Iri& subject, Types types) override {
        output_ << (first_ ? "\n{" : ",\n{");
        first_ = false;
        if (types.size() != 0) {
            output_ << "\"type\":[";
            for (const Iri& type : types) compact(type, &type == types.begin() ? "\"" : ",\"");
            output_ << "],";
        }
        compact(subject, "\"id\":\"");
        property_ = {};
    }
    void resource(const Property& property, const Iri& object) override {
        begin(property);
        if (property.range == Property::Range::resource) {
            compact(object, "\"");
        } else {
            compact(object, "{\"id\":\"");
            output_ << '}';
        }
    }
    void text(const Property& property, std::string_view text, std::string_view language) override {
        begin(property);
        if (!language.empty()) output_ << "{\"@language\":\"" << language << "\",\"@value\":";
        write_rdf_string(text, output_);
        if (!language.empty()) output_ << '}';
    }
    void typed(const Property& property, std::string_view text, const Iri& datatype) override {
        begin(property);
        // The context already types the others.
        const bool is_open = property.range == Property::Range::any;
        if (is_open) {
            compact(datatype, "{\"@type\":\"");
            output_ << ",\"@value\":";
        }
        write_rdf_string(text, output_);
        if (is_open) output_ << '}';
    }
    void integer(const Property& property, std::int64_t value) override {
        begin(property);
        output_ << std::to_string(value);
    }
    void boolean(const Property& property, bool value) override {
        begin(property);
        output_ << (value ? "true" : "false");
    }
    void end_subject() override {
        end_property();
        output_ << '}';
    }

private:
    /// The compact IRI behind what comes before it, which opens the quotes.
    void compact(const Iri& iri, std::string_view before) {
        output_ << before;
        if (iri.space != Namespace::none) output_ << namespaces_.prefix(iri.space) << ':';
        output_ << iri.local << '"';
    }

    void begin(const Property& property) {
        if (property.iri == property_) {
            output_ << ',';
            return;
        }
        end_property();
        if (property.term.empty()) {
            compact(property.iri, ",\"");
        } else {
            output_ << ",\"" << property.term << '"';
        }
        output_ << (property.many ? ":[" : ":");
        in_array_ = property.many;
        local_.assign(property.iri.local);
        property_ = {property.iri.space, local_};
    }

    void end_property() {
        if (in_array_) output_ << ']';
        in_array_ = false;
    }

    const Namespaces& namespaces_;
    Output& output_;
    std::string local_;
    Iri property_;  ///< of the statement before, within the subject
    bool in_array_ = false;
    bool first_ = true;
    bool in_graph_ = false;
    bool in_inner_graph_ = false;
};

}  // namespace

void write_jsonld(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    const Namespaces namespaces(options.base_iri);
    const std::string graph_iri = main_graph(options);
    Output output(sink);
    output << "{\"@context\": " << jsonld_context(namespaces) << ",\n";
    if (!graph_iri.empty()) {
        base::JsonWriter name;
        name.string(graph_iri);
        output << "\"id\": " << name.take() << ",\n";
    }
    output << "\"@graph\": [";
    JsonldSink nodes(namespaces, output);
    write_triples(input, options, nodes);
    output << "\n]}\n";
    output.flush();
}

}  // namespace entente::exporters
