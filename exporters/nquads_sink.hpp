#pragma once

#include <cstddef>
#include <string>

#include "exporters/rdf.hpp"

namespace entente::exporters {

/// Writes statements as N-Quads; those of a graph without a name are N-Triples.
class NquadsSink : public TripleSink {
public:
    /// Both must outlive the sink.
    NquadsSink(const Namespaces& namespaces, Output& output) : namespaces_(namespaces), output_(output) {}

    void begin_graph(const std::string& iri) override;
    void begin_subject(const Iri& subject, Types types) override;
    void resource(const Property& property, const Iri& object) override;
    void text(const Property& property, std::string_view text, std::string_view language) override;
    void typed(const Property& property, std::string_view text, const Iri& datatype) override;
    void integer(const Property& property, std::int64_t value) override;
    void boolean(const Property& property, bool value) override;
    void end_subject() override {}

    [[nodiscard]] std::size_t statements() const { return statements_; }

private:
    Output& begin(const Property& property);

    const Namespaces& namespaces_;
    Output& output_;
    std::string end_ = " .\n";
    std::string subject_;
    std::size_t statements_ = 0;
};

}  // namespace entente::exporters
