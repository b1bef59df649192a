#include "exporters/dot.hpp"

#include "exporters/clean_text.hpp"
#include "exporters/labels.hpp"

namespace entente::exporters {

namespace {

/// A quoted string of the DOT language. Every backslash is doubled: alone it would begin an escape such as `\N`.
std::string quoted(TextCleaner& clean, std::string_view text) {
    std::string result = "\"";
    for (const char byte : clean(text)) {
        if (byte == '\n' || byte == '\r' || byte == '\t') {
            result += ' ';
            continue;
        }
        if (byte == '"' || byte == '\\') result += '\\';
        result += byte;
    }
    return result + "\"";
}

std::string_view shape_of(core::ActorKind kind) {
    switch (kind) {
        case core::ActorKind::state:
        case core::ActorKind::igo: return "box";
        case core::ActorKind::person: return "ellipse";
        default: return "octagon";
    }
}

}  // namespace

void write_dot(const ExportInput& input, const ExportOptions& options, const Sink& sink) {
    Output output(sink);
    TextCleaner clean;
    output << "digraph entente {\n  graph [charset=\"UTF-8\", overlap=false];\n  node [fontname=\"sans-serif\"];\n";
    for (const graph::ActorNode& actor : input.graph.actors()) {
        output << "  " << quoted(clean, actor.id) << " [label=" << quoted(clean, actor.label)
               << ", shape=" << shape_of(actor.kind) << "];\n";
    }
    for (const graph::RelationEdge& edge : input.graph.edges()) {
        output << "  " << quoted(clean, input.graph.actors()[edge.source].id) << " -> "
               << quoted(clean, input.graph.actors()[edge.target].id)
               << " [label=" << quoted(clean, qualified(action_label(input.ontology, edge), edge))
               << ", weight=" << std::to_string(edge.weight);
        if (edge.symmetric) output << ", dir=both";
        if (edge.polarity == core::Polarity::negative || edge.status == core::Status::possible) {
            output << ", style=dashed";
        }
        output << "];\n";
    }
    output << "}\n";
    output.flush();
    warn_of_dropped(clean.dropped(), options.destination, input.diagnostics);
}

}  // namespace entente::exporters
