#include "core/relation.hpp"

#include "base/hash.hpp"

namespace entente::core {

std::string relation_id(const Relation& relation) {
    const auto spelled = [](const Span& span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); };
    // The unit separator cannot stand in any of the parts, so that no two relations share the joined text.
    constexpr char separator = '\x1f';
    std::string parts = relation.article;
    for (const Span& span :
         {relation.sentence.span, relation.source.span, relation.action.span, relation.target.span}) {
        parts += separator + spelled(span);
    }
    parts += separator + relation.source.id + separator + relation.action.id + separator + relation.target.id;
    return base::hash_hex(parts).substr(0, 20);
}

}  // namespace entente::core
