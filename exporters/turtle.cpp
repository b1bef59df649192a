#include "exporters/turtle.hpp"

#include <algorithm>

#include "exporters/rdf.hpp"
#include "exporters/triples.hpp"

namespace entente::exporters {

namespace {

/// Turtle allows more in the local part of a name, but not without escapes.
bool is_plain_local(std::string_view local) {
    return !local.empty() && local.front() != '-' && std::ranges::all_of(local, [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
               byte == '-' || byte == '_';
    });
}

class TurtleSink final : public TripleSink {
public:
    TurtleSink(const Namespaces& namespaces, Output& output) : namespaces_(namespaces), output_(output) {
        for (const Prefix& prefix : namespaces.prefixes()) {
            output_ << "@prefix " << prefix.name << ": <" << prefix.iri << "> .\n";
        }
    }

    void begin_graph(const std::string& /*iri*/) override {}
    void begin_subject(const Iri& subject, Types types) override {
        output_ << '\n' << name(subject);
        predicate_.clear();
        for (const Iri& type : types) output_ << (&type == types.begin() ? " a " : ", ") << name(type);
        first_ = types.size() == 0;
    }
    void resource(const Property& property, const Iri& object) override { begin(property) << name(object); }
    void text(const Property& property, std::string_view text, std::string_view language) override {
        write_rdf_string(text, begin(property));
        if (!language.empty()) output_ << '@' << language;
    }
    void typed(const Property& property, std::string_view text, const Iri& datatype) override {
        if (datatype == Iri{Namespace::xsd, "decimal"}) {
            begin(property) << text;  // Turtle reads a bare 0.5 as a decimal.
        } else {
            write_rdf_string(text, begin(property));
            output_ << "^^" << name(datatype);
        }
    }
    void integer(const Property& property, std::int64_t value) override { begin(property) << std::to_string(value); }
    void boolean(const Property& property, bool value) override { begin(property) << (value ? "true" : "false"); }
    void end_subject() override { output_ << " .\n"; }

private:
    std::string name(const Iri& iri) const {
        if (iri.space != Namespace::none && is_plain_local(iri.local)) return namespaces_.compact(iri);
        return "<" + namespaces_.full(iri) + ">";
    }

    Output& begin(const Property& property) {
        const std::string predicate = name(property.iri);
        if (predicate == predicate_) return output_ << ", ";
        output_ << (first_ ? " " : " ;\n    ") << predicate << ' ';
        first_ = false;
        predicate_ = predicate;
        return output_;
    }

    const Namespaces& namespaces_;
    Output& output_;
    std::string predicate_;  ///< of the statement before, within the subject
    bool first_ = true;
};

}  // namespace

void write_turtle(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    const Namespaces namespaces(options.base_iri);
    Output output(sink);
    TurtleSink turtle(namespaces, output);
    ExportOptions without_graph = options;
    without_graph.graph_per_article = false;
    write_triples(input, without_graph, turtle);
    output.flush();
}

}  // namespace entente::exporters
