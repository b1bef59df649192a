#include "exporters/jsonld.hpp"

#include "base/json.hpp"
#include "exporters/jsonld_context.hpp"
#include "exporters/rdf.hpp"
#include "exporters/triples.hpp"

namespace entente::exporters {

namespace {

/// One node a line. A property that may have several values is always an array, so that readers find one shape.
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
        node_.string(iri);
        output_ << ",\n{\"id\":" << node_.take() << ",\"@graph\":[";
        first_ = true;
    }
    void end() override {
        if (in_inner_graph_) output_ << "\n]}";
    }
    void begin_subject(const Iri& subject, Types types) override {
        output_ << (first_ ? "\n" : ",\n");
        first_ = false;
        node_.begin_object();
        if (types.size() != 0) {
            node_.key("type").begin_array();
            for (const Iri& type : types) node_.string(namespaces_.compact(type));
            node_.end_array();
        }
        node_.key("id").string(namespaces_.compact(subject));
    }
    void resource(const Property& property, const Iri& object) override {
        begin(property);
        if (property.range == Property::Range::resource) {
            node_.string(namespaces_.compact(object));
        } else {
            node_.begin_object().key("id").string(namespaces_.compact(object)).end_object();
        }
    }
    void text(const Property& property, std::string_view text, std::string_view language) override {
        begin(property);
        if (language.empty()) {
            node_.string(text);
        } else {
            node_.begin_object().member("@language", language).member("@value", text).end_object();
        }
    }
    void typed(const Property& property, std::string_view text, const Iri& datatype) override {
        begin(property);
        // The context already types these.
        if (property.range != Property::Range::any) {
            node_.string(text);
        } else {
            node_.begin_object().member("@type", namespaces_.compact(datatype)).member("@value", text).end_object();
        }
    }
    void integer(const Property& property, std::int64_t value) override {
        begin(property);
        node_.integer(value);
    }
    void boolean(const Property& property, bool value) override {
        begin(property);
        node_.boolean(value);
    }
    void end_subject() override {
        end_property();
        node_.end_object();
        output_ << node_.take();
    }

private:
    void begin(const Property& property) {
        const std::string name = property.term.empty() ? namespaces_.compact(property.iri) : std::string(property.term);
        if (name == property_) return;
        end_property();
        node_.key(name);
        property_ = name;
        if (property.many) node_.begin_array();
        in_array_ = property.many;
    }

    void end_property() {
        if (in_array_) node_.end_array();
        in_array_ = false;
        property_.clear();
    }

    const Namespaces& namespaces_;
    Output& output_;
    base::JsonWriter node_;
    std::string property_;
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
