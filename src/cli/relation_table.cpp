#include "cli/relation_table.hpp"

namespace entente::cli {

namespace {

constexpr auto data = Column::Kind::data;
constexpr auto shown = Column::Kind::shown;
constexpr auto people = Column::Kind::people;

Cell text(std::string_view value) {
    return std::string(value);
}

Cell date_cell(const std::optional<core::Date>& date) {
    return date ? Cell(core::to_string(*date)) : Cell();
}

std::string action_for_people(const graph::RelationEdge& edge) {
    return edge.polarity == core::Polarity::negative ? "not " + edge.action : edge.action;
}

}  // namespace

Table edge_table(const graph::QueryResult& result) {
    Table table;
    table.columns = {{"source", shown},        {"source_id", data},   {"does", people},    {"action", data},
                     {"target", shown},        {"target_id", data},   {"type", data},      {"cameo", data},
                     {"polarity", data},       {"status", shown},     {"symmetric", data}, {"articles", shown},
                     {"mentions", data},       {"first_seen", shown}, {"last_seen", data}, {"languages", data},
                     {"sentence", shown, true}};
    for (const graph::QueryRow& row : result.rows) {
        const graph::RelationEdge& edge = result.graph.edges()[row.edge];
        const graph::ActorNode& source = result.graph.actors()[row.reversed ? edge.target : edge.source];
        const graph::ActorNode& target = result.graph.actors()[row.reversed ? edge.source : edge.target];
        table.rows.push_back({source.label, source.id, action_for_people(edge), edge.action, target.label, target.id,
                              text(core::to_string(edge.type)), edge.cameo, text(core::to_string(edge.polarity)),
                              text(core::to_string(edge.status)), edge.symmetric, cell(edge.weight),
                              cell(edge.mentions), date_cell(edge.first_seen), date_cell(edge.last_seen),
                              edge.languages, edge.sentence});
    }
    return table;
}

std::vector<Column> relation_columns() {
    return {{"article", shown},    {"published", data},   {"language", data},    {"sentence_number", data},
            {"source", shown},     {"source_id", data},   {"source_text", data}, {"action", shown},
            {"type", shown},       {"action_text", data}, {"target", shown},     {"target_id", data},
            {"target_text", data}, {"polarity", shown},   {"status", shown},     {"attribution", data},
            {"date", shown},       {"place", data},       {"begin", data},       {"end", data},
            {"sentence", data},    {"rule", shown, true}, {"id", data}};
}

std::vector<Cell> relation_row(const core::Relation& relation) {
    return {relation.article,
            date_cell(relation.published),
            relation.language,
            cell(relation.sentence.number),
            relation.source.label,
            relation.source.id,
            relation.source.text,
            relation.action.id,
            text(core::to_string(relation.action.type)),
            relation.action.text,
            relation.target.label,
            relation.target.id,
            relation.target.text,
            text(core::to_string(relation.polarity)),
            text(core::to_string(relation.status)),
            relation.attribution ? Cell(relation.attribution->label) : Cell(),
            relation.date ? Cell(core::to_string(relation.date->value)) : Cell(),
            relation.place ? Cell(relation.place->label) : Cell(),
            cell(relation.sentence.span.begin),
            cell(relation.sentence.span.end),
            relation.sentence.text,
            relation.rule,
            relation.id};
}

}  // namespace entente::cli
