#include "exporters/csv.hpp"

#include <array>

#include "base/strings.hpp"
#include "exporters/clean_text.hpp"
#include "exporters/labels.hpp"

namespace entente::exporters {

namespace {

constexpr std::array<std::string_view, 22> columns{
    "Source",
    "Target",
    "Id",
    "Label",
    "source_label",
    "source_kind",
    "source_principal",
    "target_label",
    "target_kind",
    "target_principal",
    "action",
    "type",
    "cameo",
    "polarity",
    "status",
    "symmetric",
    "Weight",
    "mentions",
    "first_seen",
    "last_seen",
    "articles",
    "sentence",
};

/// Lines after RFC 4180: a field with a comma, quote or line end stands in quotes.
class CsvWriter {
public:
    explicit CsvWriter(Output& output) : output_(output) {}

    CsvWriter& field(std::string_view text) {
        if (!first_) output_ << ',';
        first_ = false;
        const std::string_view legal = clean_(text);
        if (legal.find_first_of(",\"\r\n") == std::string_view::npos) {
            output_ << legal;
        } else {
            output_ << '"' << base::replace_all(std::string(legal), "\"", "\"\"") << '"';
        }
        return *this;
    }
    CsvWriter& field(std::size_t number) { return field(std::to_string(number)); }
    CsvWriter& field(const std::optional<core::Date>& date) { return field(date ? core::to_string(*date) : ""); }
    void end_line() {
        output_ << '\n';
        first_ = true;
    }
    [[nodiscard]] std::size_t dropped() const { return clean_.dropped(); }

private:
    Output& output_;
    TextCleaner clean_;
    bool first_ = true;
};

void write_edge(CsvWriter& csv, const ExportInput& input, std::size_t index) {
    const graph::RelationEdge& edge = input.graph.edges()[index];
    const graph::ActorNode& source = input.graph.actors()[edge.source];
    const graph::ActorNode& target = input.graph.actors()[edge.target];
    csv.field(source.id).field(target.id).field("e" + std::to_string(index));
    csv.field(qualified(action_label(input.ontology, edge), edge));
    for (const graph::ActorNode* actor : {&source, &target}) {
        csv.field(actor->label).field(core::to_string(actor->kind)).field(actor->principal);
    }
    csv.field(edge.action).field(core::to_string(edge.type)).field(edge.cameo);
    csv.field(core::to_string(edge.polarity)).field(core::to_string(edge.status));
    csv.field(edge.symmetric ? "true" : "false").field(edge.weight).field(edge.mentions);
    csv.field(edge.first_seen).field(edge.last_seen).field(base::join(edge.articles, list_separator));
    csv.field(edge.sentence).end_line();
}

}  // namespace

void write_csv(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    Output output(sink);
    CsvWriter csv(output);
    for (const std::string_view column : columns) csv.field(column);
    csv.end_line();
    for (std::size_t i = 0; i < input.graph.edges().size(); ++i) write_edge(csv, input, i);
    output.flush();
    warn_of_dropped(csv.dropped(), options.destination, input.diagnostics);
}

}  // namespace entente::exporters
