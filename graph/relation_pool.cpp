#include "graph/relation_pool.hpp"

#include <string>

namespace entente::graph {

namespace {

std::uint32_t narrow(std::size_t value) {
    return static_cast<std::uint32_t>(value);
}

std::uint32_t pack_date(const core::Date& date) {
    const int days = (date.year * 12 + date.month - 1) * 31 + date.day - 1;
    return static_cast<std::uint32_t>(days * 4 + static_cast<int>(date.precision));
}

}  // namespace

core::Date unpack_date(std::uint32_t packed) {
    const int days = static_cast<int>(packed / 4);
    return {days / (12 * 31), days / 31 % 12 + 1, days % 31 + 1, static_cast<core::DatePrecision>(packed % 4)};
}

void RelationPool::add(const core::Relation& relation) {
    const std::uint32_t id = strings_.intern(relation.id.empty() ? core::relation_id(relation) : relation.id);
    if (id >= relation_of_text_.size()) relation_of_text_.resize(std::max<std::size_t>(id + 1, 2 * id), 0);
    std::uint32_t& index = relation_of_text_[id];
    if (index == 0) {
        relations_.push_back(pack(relation));
        relations_.back().id = id;
        index = narrow(relations_.size());
        return;
    }
    core::Relation candidate = relation;
    candidate.id = strings_[id];
    if (candidate < unpack(index - 1)) {
        const std::size_t place = index - 1;
        relations_[place] = pack(candidate);
    }
}

std::uint32_t RelationPool::pack(const std::optional<std::string>& text) {
    return text ? strings_.intern(*text) : PackedRelation::none;
}

PackedSide RelationPool::pack(const core::Participant& side) {
    return {strings_.intern(side.id),
            strings_.intern(side.label),
            strings_.intern(side.principal),
            pack(side.country),
            pack(side.name),
            narrow(side.span.begin),
            narrow(side.span.end),
            strings_.intern(side.text),
            side.kind};
}

PackedRelation RelationPool::pack(const core::Relation& relation) {
    PackedRelation packed{};
    packed.id = strings_.intern(relation.id);
    packed.article = strings_.intern(relation.article);
    packed.url = pack(relation.url);
    packed.published = relation.published ? pack_date(*relation.published) : PackedRelation::none;
    packed.language = strings_.intern(relation.language);
    packed.sentence_number = narrow(relation.sentence.number);
    packed.sentence_begin = narrow(relation.sentence.span.begin);
    packed.sentence_end = narrow(relation.sentence.span.end);
    packed.sentence_text = strings_.intern(relation.sentence.text);
    packed.source = pack(relation.source);
    packed.target = pack(relation.target);
    packed.action = strings_.intern(relation.action.id);
    packed.mode = pack(relation.action.mode);
    packed.cameo = strings_.intern(relation.action.cameo);
    packed.action_begin = narrow(relation.action.span.begin);
    packed.action_end = narrow(relation.action.span.end);
    packed.action_text = strings_.intern(relation.action.text);
    const auto& attribution = relation.attribution;
    packed.attribution_id = attribution ? pack(attribution->id) : PackedRelation::none;
    packed.attribution_label = attribution ? strings_.intern(attribution->label) : PackedRelation::none;
    packed.attribution_text = attribution ? strings_.intern(attribution->text) : PackedRelation::none;
    packed.date = relation.date ? pack_date(relation.date->value) : PackedRelation::none;
    packed.date_begin = relation.date ? narrow(relation.date->span.begin) : 0;
    packed.date_end = relation.date ? narrow(relation.date->span.end) : 0;
    packed.date_text = relation.date ? strings_.intern(relation.date->text) : PackedRelation::none;
    packed.place_label = relation.place ? strings_.intern(relation.place->label) : PackedRelation::none;
    packed.place_country = relation.place ? pack(relation.place->country) : PackedRelation::none;
    packed.rule = strings_.intern(relation.rule);
    packed.type = relation.action.type;
    packed.polarity = relation.polarity;
    packed.status = relation.status;
    packed.symmetric = relation.symmetric;
    return packed;
}

std::optional<std::string> RelationPool::unpack_text(std::uint32_t number) const {
    if (number == PackedRelation::none) return std::nullopt;
    return std::string(strings_[number]);
}

core::Participant RelationPool::unpack(const PackedSide& side) const {
    return {std::string(strings_[side.id]),
            std::string(strings_[side.label]),
            side.kind,
            std::string(strings_[side.principal]),
            unpack_text(side.country),
            unpack_text(side.name),
            {side.begin, side.end},
            std::string(strings_[side.text])};
}

core::Relation RelationPool::unpack(std::size_t index) const {
    const PackedRelation& packed = relations_[index];
    core::Relation relation;
    relation.id = strings_[packed.id];
    relation.article = strings_[packed.article];
    relation.url = unpack_text(packed.url);
    if (packed.published != PackedRelation::none) relation.published = unpack_date(packed.published);
    relation.language = strings_[packed.language];
    relation.sentence = {packed.sentence_number,
                         {packed.sentence_begin, packed.sentence_end},
                         std::string(strings_[packed.sentence_text])};
    relation.source = unpack(packed.source);
    relation.target = unpack(packed.target);
    relation.action = {std::string(strings_[packed.action]),
                       packed.type,
                       unpack_text(packed.mode),
                       std::string(strings_[packed.cameo]),
                       {packed.action_begin, packed.action_end},
                       std::string(strings_[packed.action_text])};
    relation.symmetric = packed.symmetric;
    relation.polarity = packed.polarity;
    relation.status = packed.status;
    if (packed.attribution_label != PackedRelation::none) {
        relation.attribution =
            core::Attribution{unpack_text(packed.attribution_id), std::string(strings_[packed.attribution_label]),
                              std::string(strings_[packed.attribution_text])};
    }
    if (packed.date != PackedRelation::none) {
        relation.date = core::DateMention{
            unpack_date(packed.date), {packed.date_begin, packed.date_end}, std::string(strings_[packed.date_text])};
    }
    if (packed.place_label != PackedRelation::none) {
        relation.place = core::Place{std::string(strings_[packed.place_label]), unpack_text(packed.place_country)};
    }
    relation.rule = strings_[packed.rule];
    return relation;
}

}  // namespace entente::graph
