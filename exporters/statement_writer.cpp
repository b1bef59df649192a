#include "exporters/statement_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "exporters/rdf_vocabulary.hpp"

namespace entente::exporters {

namespace {

std::string_view datatype_of(core::DatePrecision precision) {
    switch (precision) {
        case core::DatePrecision::year: return "gYear";
        case core::DatePrecision::month: return "gYearMonth";
        case core::DatePrecision::day: return "date";
    }
    return "date";
}

/// A number in decimal, without an allocation.
class Digits {
public:
    explicit Digits(std::size_t number) : end_(std::to_chars(text_.begin(), text_.end(), number).ptr) {}
    operator std::string_view() const { return {text_.begin(), end_}; }  // NOLINT: it is nothing but its digits

private:
    std::array<char, 20> text_{};
    char* end_;
};

}  // namespace

std::string_view language_tag(std::string_view language) {
    const bool letters = std::ranges::all_of(language, [](char byte) { return byte >= 'a' && byte <= 'z'; });
    return letters && language.size() >= 2 && language.size() <= 8 ? language : std::string_view();
}

void StatementWriter::begin(Namespace space, std::string_view id, const Types& types) {
    sink_.begin_subject({space, encode_(id)}, types);
}

void StatementWriter::text(const Property& property, std::string_view value, std::string_view language) {
    sink_.text(property, clean_(value), language_tag(language));
}

void StatementWriter::resource(const Property& property, Namespace space, std::string_view id) {
    sink_.resource(property, {space, encode_(id)});
}

void StatementWriter::typed(const Property& property, std::string_view value, const Iri& datatype) {
    sink_.typed(property, clean_(value), datatype);
}

void StatementWriter::date(const Property& property, const core::Date& value) {
    sink_.typed(property, core::to_string(value), {Namespace::xsd, datatype_of(value.precision)});
}

void StatementWriter::span(const core::Span& span, std::string_view anchor, std::string_view language,
                           std::string_view article) {
    text(property::anchor_of, anchor, language);
    sink_.typed(property::begin_index, Digits(span.begin), {Namespace::xsd, "nonNegativeInteger"});
    sink_.typed(property::end_index, Digits(span.end), {Namespace::xsd, "nonNegativeInteger"});
    resource(property::reference_context, Namespace::article, article);
}

std::string_view StatementWriter::fragment(std::string_view article, const core::Span& span) {
    fragment_.assign(encode_(article));
    fragment_.append("#char=").append(Digits(span.begin)).append(",").append(Digits(span.end));
    return fragment_;
}

std::string_view StatementWriter::sentence_of(const graph::PackedRelation& relation) {
    return fragment(graph_.text(relation.article), {relation.sentence_begin, relation.sentence_end});
}

}  // namespace entente::exporters
