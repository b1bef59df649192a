#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/relation.hpp"
#include "graph/string_table.hpp"

namespace entente::graph {

/// A participant with its texts as numbers of the pool's table.
struct PackedSide {
    std::uint32_t id, label, principal, country, name, begin, end, text;
    core::ActorKind kind;
};

/// A relation in some 180 bytes: texts as numbers of the pool's table, `none` where there is none, dates packed.
struct PackedRelation {
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    std::uint32_t id, article, url, published, language;
    std::uint32_t sentence_number, sentence_begin, sentence_end, sentence_text;
    PackedSide source, target;
    std::uint32_t action, mode, cameo, action_begin, action_end, action_text;
    std::uint32_t attribution_id, attribution_label, attribution_text;
    std::uint32_t date, date_begin, date_end, date_text;
    std::uint32_t place_label, place_country, rule;
    core::EventType type;
    core::Polarity polarity;
    core::Status status;
    bool symmetric;
};

/// A set of relations by id, in little memory: texts that recur (labels, sentences, rules…) are stored once.
///
/// Of two relations with one id but different content the smaller is kept, whichever came first.
class RelationPool {
public:
    /// A relation without an id gets the one it must carry.
    void add(const core::Relation& relation);

    [[nodiscard]] std::size_t size() const { return relations_.size(); }
    [[nodiscard]] const PackedRelation& operator[](std::size_t index) const { return relations_[index]; }
    [[nodiscard]] core::Relation unpack(std::size_t index) const;
    [[nodiscard]] std::string_view text(std::uint32_t number) const { return strings_[number]; }
    /// One more than the greatest text number in use.
    [[nodiscard]] std::size_t text_count() const { return strings_.size(); }

private:
    PackedRelation pack(const core::Relation& relation);
    PackedSide pack(const core::Participant& participant);
    std::uint32_t pack(const std::optional<std::string>& text);
    [[nodiscard]] core::Participant unpack(const PackedSide& side) const;
    [[nodiscard]] std::optional<std::string> unpack_text(std::uint32_t number) const;

    StringTable strings_;
    std::vector<PackedRelation> relations_;
    std::vector<std::uint32_t> relation_of_text_;  // by text number of the id: index + 1
};

/// The date behind a packed number.
[[nodiscard]] core::Date unpack_date(std::uint32_t packed);

}  // namespace entente::graph
