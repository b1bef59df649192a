#include "cli/evaluation.hpp"

#include <algorithm>
#include <istream>
#include <set>
#include <stdexcept>
#include <string_view>
#include <tuple>

#include "base/errors.hpp"
#include "base/json.hpp"
#include "base/strings.hpp"
#include "text/unicode.hpp"

namespace entente::cli {

namespace {

using core::Relation;
using Spellings = std::set<std::string>;

/// What stands in gold for any organisation that belongs to no country.
constexpr const char* any_organisation = "@igo";

bool has(const Answers& answers, std::string_view value) {
    return std::find(answers.begin(), answers.end(), value) != answers.end();
}

Answers answers_in(const base::JsonValue& line, const char* member) {
    const auto value = line[member].string();
    return value ? base::split_list(*value, '|') : Answers{};
}

Answers required(const base::JsonValue& line, const char* member) {
    Answers answers = answers_in(line, member);
    if (answers.empty()) throw std::invalid_argument("the member '" + std::string(member) + "' is missing");
    return answers;
}

GoldRelation gold_from_json(std::string_view text) {
    const base::JsonDocument document(text);
    const base::JsonValue line = document.root();
    const auto actor = [&](const char* side) {
        return GoldActor{required(line[side], "principal"), answers_in(line[side], "name")};
    };
    GoldRelation gold;
    gold.document = required(line, "doc").front();
    gold.sentence = line["sentence"].string().value_or("");
    gold.source = actor("source");
    gold.target = actor("target");
    gold.action = line["action"].string().value_or("");
    gold.types = required(line, "type");
    gold.polarities = required(line, "polarity");
    gold.statuses = answers_in(line, "status");
    gold.dates = answers_in(line, "date");
    gold.places = answers_in(line, "place");
    gold.symmetric = line["symmetric"].boolean().value_or(false);
    gold.core = line["weight"].string() == "core";
    return gold;
}

/// `RUS`, `SYR-REB`: of a country.
bool is_of_country(std::string_view principal) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return principal.size() >= 3 && std::all_of(principal.begin(), principal.begin() + 3, capital) &&
           (principal.size() == 3 || principal[3] == '-');
}

std::string country_of(const std::string& principal) {
    return is_of_country(principal) ? principal.substr(0, 3) : principal;
}

bool share(const Spellings& a, const Spellings& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& spelling) { return b.contains(spelling); });
}

/// A relation, extracted or annotated, reduced to what is compared.
struct Compared {
    Spellings source;
    Spellings target;
    Answers types;
    Answers polarities;
    bool symmetric = false;
};

class Comparer {
public:
    explicit Comparer(const Comparison& how) : how_(how) {}

    [[nodiscard]] Compared of(const GoldRelation& gold) const {
        return {actors(gold.source), actors(gold.target), gold.types, gold.polarities, gold.symmetric};
    }
    /// A gold line as if it had been extracted: its first answers.
    [[nodiscard]] Compared first_of(const GoldRelation& gold) const {
        return {
            first(gold.source), first(gold.target), {gold.types.front()}, {gold.polarities.front()}, gold.symmetric};
    }
    [[nodiscard]] Compared of(const Relation& relation) const {
        return {actors(relation.source),
                actors(relation.target),
                {std::string(to_string(relation.action.type))},
                {std::string(to_string(relation.polarity))},
                relation.symmetric};
    }
    [[nodiscard]] bool same(const Compared& gold, const Compared& found) const {
        if (!how_.untyped && !(has(gold.types, found.types.front()) && has(gold.polarities, found.polarities.front())))
            return false;
        if (share(gold.source, found.source) && share(gold.target, found.target)) return true;
        const bool either_way = gold.symmetric || found.symmetric || how_.untyped;
        return either_way && share(gold.source, found.target) && share(gold.target, found.source);
    }
    /// Extractions with the same key count once.
    [[nodiscard]] std::tuple<std::string, std::string, std::string, std::string> key(const Relation& relation) const {
        const auto side = [&](const core::Participant& actor) {
            return how_.country ? actor.country.value_or(actor.principal) : actor.principal;
        };
        std::string source = side(relation.source);
        std::string target = side(relation.target);
        if ((relation.symmetric || how_.untyped) && target < source) std::swap(source, target);
        if (how_.untyped) return {source, target, "", ""};
        return {source, target, std::string(to_string(relation.action.type)),
                std::string(to_string(relation.polarity))};
    }

private:
    [[nodiscard]] Spellings actors(const GoldActor& actor) const {
        Spellings found;
        for (const std::string& principal : actor.principals) {
            found.insert(how_.country ? country_of(principal) : principal);
        }
        return found;
    }
    [[nodiscard]] Spellings spellings(const std::string& principal, const std::string& country) const {
        if (!how_.country) return {principal};
        Spellings found{country_of(principal), country};
        if (!is_of_country(principal)) found.insert(any_organisation);
        return found;
    }
    [[nodiscard]] Spellings first(const GoldActor& actor) const {
        const std::string& principal = actor.principals.front();
        return spellings(principal, principal.substr(0, 3));
    }
    [[nodiscard]] Spellings actors(const core::Participant& actor) const {
        return spellings(actor.principal, actor.country.value_or(actor.principal));
    }

    Comparison how_;
};

/// Everything about one document.
struct Document {
    std::vector<const GoldRelation*> gold;
    std::vector<const Relation*> relations;
};

/// The annotated documents by name.
using Documents = std::map<std::string, Document>;

Documents annotated(const std::vector<GoldRelation>& gold, const std::vector<std::string>& articles) {
    Documents documents;
    for (const GoldRelation& line : gold) documents[line.document].gold.push_back(&line);
    for (const std::string& id : articles) {
        // An article in two languages is annotated as two documents.
        const auto next = documents.lower_bound(id + "-");
        const bool parts =
            next != documents.end() && next->first.starts_with(id + "-") && next->first.size() == id.size() + 3;
        if (!parts) documents.try_emplace(id);
    }
    return documents;
}

void count_attributes(const Comparer& comparer, const Document& document, const Relation& relation, Figures& figures) {
    std::vector<const GoldRelation*> same;
    for (const GoldRelation* gold : document.gold) {
        const bool here = relation.sentence.text.find(gold->sentence) != std::string::npos ||
                          gold->sentence.find(relation.sentence.text) != std::string::npos;
        if (here && comparer.same(comparer.of(*gold), comparer.of(relation))) same.push_back(gold);
    }
    if (same.empty()) return;
    const auto count = [&](const char* attribute, bool right) {
        Share& share = figures.attributes[attribute];
        share.first += right ? 1 : 0;
        ++share.second;
    };
    const auto any = [&](auto&& test) { return std::any_of(same.begin(), same.end(), test); };
    count("status", any([&](const GoldRelation* g) { return has(g->statuses, to_string(relation.status)); }));
    const auto one_of = [](const Answers& answers, const std::string& value) {
        return std::any_of(answers.begin(), answers.end(),
                           [&](const std::string& answer) { return text::to_lower(answer) == text::to_lower(value); });
    };
    // Which side of a symmetric relation is the source does not matter, so either side's name will do.
    for (const auto& [side, actor] :
         {std::pair(&GoldRelation::source, &relation.source), std::pair(&GoldRelation::target, &relation.target)}) {
        if (!any([side = side](const GoldRelation* g) { return !(g->*side).names.empty(); })) continue;
        const std::string name = actor->name.value_or("");
        count("name", any([&, side = side](const GoldRelation* g) {
                  return !(g->*side).names.empty() && (one_of(g->source.names, name) || one_of(g->target.names, name));
              }));
    }
    const auto compare = [&](const char* attribute, Answers GoldRelation::*field, const std::string& value) {
        if (!any([&](const GoldRelation* g) { return !(g->*field).empty(); })) return;
        count(attribute, any([&](const GoldRelation* g) { return one_of(g->*field, value); }));
    };
    compare("date", &GoldRelation::dates, relation.date ? core::to_string(relation.date->value) : "");
    compare("place", &GoldRelation::places, relation.place ? relation.place->label : "");
}

void evaluate(const Comparer& comparer, const std::string& name, const Document& document, Figures& figures) {
    std::vector<Compared> kept;
    for (const GoldRelation* gold : document.gold) {
        const auto repeats = [&](const Compared& one) { return comparer.same(one, comparer.first_of(*gold)); };
        if (!gold->core || std::any_of(kept.begin(), kept.end(), repeats)) continue;
        kept.push_back(comparer.of(*gold));
        const bool hit = std::any_of(document.relations.begin(), document.relations.end(), [&](const Relation* found) {
            return comparer.same(kept.back(), comparer.of(*found));
        });
        figures.recall.first += hit ? 1 : 0;
        ++figures.recall.second;
        if (!hit) figures.faults.push_back({name, gold, nullptr});
    }
    std::map<decltype(comparer.key(std::declval<Relation>())), std::vector<const Relation*>> distinct;
    for (const Relation* relation : document.relations) distinct[comparer.key(*relation)].push_back(relation);
    for (const auto& [key, mentions] : distinct) {
        const bool right = std::any_of(mentions.begin(), mentions.end(), [&](const Relation* relation) {
            return std::any_of(document.gold.begin(), document.gold.end(), [&](const GoldRelation* gold) {
                return comparer.same(comparer.of(*gold), comparer.of(*relation));
            });
        });
        figures.precision.first += right ? 1 : 0;
        ++figures.precision.second;
        if (!right) figures.faults.push_back({name, nullptr, mentions.front()});
    }
    for (const Relation* relation : document.relations) count_attributes(comparer, document, *relation, figures);
}

double percent(const Share& share) {
    return share.second == 0 ? 0 : 100.0 * static_cast<double>(share.first) / static_cast<double>(share.second);
}

}  // namespace

std::vector<GoldRelation> read_gold(std::istream& in, const std::string& name) {
    std::vector<GoldRelation> gold;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (base::trim(line).empty()) continue;
        try {
            gold.push_back(gold_from_json(line));
        } catch (const std::invalid_argument& problem) {
            throw base::DataError({name, number}, problem.what());
        }
    }
    return gold;
}

double Figures::precision_percent() const {
    return percent(precision);
}

double Figures::recall_percent() const {
    return percent(recall);
}

double Figures::f1_percent() const {
    const double sum = precision_percent() + recall_percent();
    return sum == 0 ? 0 : 2 * precision_percent() * recall_percent() / sum;
}

Figures evaluate(const std::vector<GoldRelation>& gold, const std::vector<std::string>& articles,
                 const std::vector<core::Relation>& relations, const Comparison& comparison) {
    Documents documents = annotated(gold, articles);
    Figures figures;
    for (const Relation& relation : relations) {
        auto found = documents.find(relation.article);
        if (found == documents.end()) found = documents.find(relation.article + "-" + relation.language);
        if (found == documents.end()) {
            ++figures.outside;
        } else {
            found->second.relations.push_back(&relation);
        }
    }
    const Comparer comparer(comparison);
    for (const auto& [name, document] : documents) evaluate(comparer, name, document, figures);
    return figures;
}

}  // namespace entente::cli
