#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/relation.hpp"

namespace entente::cli {

/// A field of an annotation: answers that are equally right, `a|b` in the file.
using Answers = std::vector<std::string>;

/// One side of an annotated relation.
struct GoldActor {
    Answers principals;
    Answers names;  ///< empty if nobody is named
};

/// One annotated relation (docs/commands/eval.md tells the form of its line).
struct GoldRelation {
    std::string document;
    std::string sentence;
    GoldActor source;
    GoldActor target;
    std::string action;
    Answers types;
    Answers polarities;
    Answers statuses;
    Answers dates;
    Answers places;
    bool symmetric = false;
    bool core = false;  ///< must be found; an optional one is only right if found
};

/// Reads annotations, one JSON object a line. @throws DataError naming `name` and the line.
[[nodiscard]] std::vector<GoldRelation> read_gold(std::istream& in, const std::string& name);

/// How relations are compared.
struct Comparison {
    bool country = false;  ///< countries rather than principals; `@igo` stands for any organisation of no country
    bool untyped = false;  ///< who did something to whom: types, polarity and direction do not matter
};

/// So many right of so many.
using Share = std::pair<std::size_t, std::size_t>;

/// What is wrong with one document.
struct Fault {
    std::string document;
    const GoldRelation* missed = nullptr;   ///< a core relation that nobody found …
    const core::Relation* wrong = nullptr;  ///< … or an extracted one that no annotation allows
};

/// Precision counts distinct extracted relations, recall distinct core ones; attributes are right where any annotation
/// of the same relation and sentence says the same.
struct Figures {
    Share recall;                             ///< core relations found, of all
    Share precision;                          ///< extracted relations that are right, of all
    std::map<std::string, Share> attributes;  ///< status, name, date, place over the matched relations
    std::size_t outside = 0;                  ///< relations of documents that are not annotated
    std::vector<Fault> faults;                ///< point into what was given

    [[nodiscard]] double precision_percent() const;
    [[nodiscard]] double recall_percent() const;
    [[nodiscard]] double f1_percent() const;
};

/// Compares extracted relations with annotations. `articles` are the ids of further annotated articles: what is
/// extracted from one without annotations is wrong. An annotation may stand under `id-language`.
[[nodiscard]] Figures evaluate(const std::vector<GoldRelation>& gold, const std::vector<std::string>& articles,
                               const std::vector<core::Relation>& relations, const Comparison& comparison);

}  // namespace entente::cli
