#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exporters/evidence_index.hpp"
#include "exporters/statement_writer.hpp"

namespace entente::exporters {

/// Says what articles say: themselves, their sentences, and events with their mentions.
class EventStatements {
public:
    /// What is said of an event: all; all but how many articles tell of it; that alone.
    enum class Part { all, evidence, count };

    EventStatements(const EvidenceIndex& index, StatementWriter& writer) : index_(index), writer_(writer) {}

    void write_article(const IndexedArticle& article);
    /// One event for each date on which the edge's action is said to have happened, and one for what has no date;
    /// `relations` are all or some of the edge's evidence, ascending.
    void write_events(const graph::RelationEdge& edge, std::span<const std::uint32_t> relations, Part part);

private:
    void write_event(const graph::RelationEdge& edge, std::uint32_t when, std::span<const std::uint32_t> relations,
                     Part part);
    void write_places(std::span<const std::uint32_t> relations);
    void write_mention(const graph::PackedRelation& relation);
    [[nodiscard]] const graph::PackedRelation& packed(std::uint32_t number) const {
        return writer_.graph().packed(number);
    }
    [[nodiscard]] std::string_view text(std::uint32_t number) const { return writer_.graph().text(number); }

    const EvidenceIndex& index_;
    StatementWriter& writer_;
    std::string event_;
    std::vector<std::uint32_t> sorted_;
    std::vector<std::uint32_t> articles_;
};

}  // namespace entente::exporters
