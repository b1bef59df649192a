#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/date.hpp"
#include "core/span.hpp"
#include "core/vocabulary.hpp"

namespace entente::core {

/// The sentence that states a relation.
struct SentenceRef {
    std::size_t number = 0;  ///< counted from 1 within the article; the title is sentence 1 where there is one
    Span span;
    std::string text;

    friend auto operator<=>(const SentenceRef&, const SentenceRef&) = default;
};

/// One side of a relation: who is meant, and the words that say so.
struct Participant {
    std::string id;     ///< actor id: an XML NMTOKEN (`RUS`, `SYR-OPP`, `john-kerry`)
    std::string label;  ///< English name for display
    ActorKind kind = ActorKind::unknown;
    std::string principal;               ///< for whom it acts: `RUS`, `SYR-OPP`, `UN`
    std::optional<std::string> country;  ///< ISO 3166 alpha-3
    std::optional<std::string> name;     ///< the named person or organisation, canonical spelling where known
    Span span;
    std::string text;

    friend auto operator<=>(const Participant&, const Participant&) = default;
};

/// What is done, and the words that say so.
struct ActionRef {
    std::string id;  ///< canonical action: `negotiate`
    EventType type = EventType::other;
    std::optional<std::string> mode;  ///< PLOVER mode: `visit`, `aerial`…
    std::string cameo;                ///< CAMEO code: `046`
    Span span;
    std::string text;

    friend auto operator<=>(const ActionRef&, const ActionRef&) = default;
};

/// Who says so, where the text names a source other than the article itself.
struct Attribution {
    std::optional<std::string> id;  ///< actor id, where the source could be resolved
    std::string label;
    std::string text;

    friend auto operator<=>(const Attribution&, const Attribution&) = default;
};

struct DateMention {
    Date value;
    Span span;
    std::string text;

    friend auto operator<=>(const DateMention&, const DateMention&) = default;
};

struct Place {
    std::string label;
    std::optional<std::string> country;  ///< ISO 3166 alpha-3

    friend auto operator<=>(const Place&, const Place&) = default;
};

/// One actor–action–actor triple with its evidence: the waist between language processing and the graph.
///
/// All spans count Unicode code points of the article's document (title, two newlines, text), and the text beside a
/// span is always the document's slice.
struct Relation {
    std::string id;
    std::string article;
    std::optional<std::string> url;
    std::optional<Date> published;
    std::string language;  ///< ISO 639-1
    SentenceRef sentence;
    Participant source;
    ActionRef action;
    Participant target;
    bool symmetric = false;
    Polarity polarity = Polarity::affirmative;
    Status status = Status::actual;
    std::optional<Attribution> attribution;
    std::optional<DateMention> date;
    std::optional<Place> place;
    std::string rule;  ///< the pattern and lexicon line that fired

    friend auto operator<=>(const Relation&, const Relation&) = default;
};

/// The id that a relation must carry: a hash of article id, spans and action.
[[nodiscard]] std::string relation_id(const Relation& relation);

}  // namespace entente::core
