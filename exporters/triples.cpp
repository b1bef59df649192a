#include "exporters/triples.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "exporters/clean_text.hpp"
#include "exporters/evidence_index.hpp"
#include "exporters/labels.hpp"
#include "exporters/rdf_vocabulary.hpp"
#include "graph/analysis.hpp"

namespace entente::exporters {

namespace {

using core::Relation;
using graph::ActorNode;
using graph::RelationEdge;

struct TypeLabel {
    std::string_view en;
    std::string_view fr;
};

/// Labels of the event types, in the order of core::EventType.
constexpr std::array<TypeLabel, 17> type_labels{{
    {"agree", "convenir"},
    {"consult", "consulter"},
    {"support", "soutenir"},
    {"concede", "céder"},
    {"cooperate", "coopérer"},
    {"aid", "aider"},
    {"retreat", "se retirer"},
    {"request", "demander"},
    {"accuse", "accuser"},
    {"reject", "rejeter"},
    {"threaten", "menacer"},
    {"protest", "protester"},
    {"sanction", "sanctionner"},
    {"mobilize", "mobiliser"},
    {"coerce", "contraindre"},
    {"assault", "attaquer"},
    {"other", "autre action"},
}};

std::string_view class_of(core::ActorKind kind) {
    switch (kind) {
        case core::ActorKind::state: return "State";
        case core::ActorKind::igo: return "InternationalOrganisation";
        case core::ActorKind::person: return "Person";
        case core::ActorKind::organisation: return "Organisation";
        case core::ActorKind::group: return "Group";
        case core::ActorKind::medium: return "Medium";
        case core::ActorKind::company: return "Company";
        case core::ActorKind::armed_group: return "ArmedGroup";
        case core::ActorKind::unknown: return "UnknownActor";
    }
    return "UnknownActor";
}

/// The value of the attribution in the terms of GRaSP: how certain, when, whether at all (`u` is underspecified).
std::string factuality(const Relation& relation) {
    std::string value = "CERTAIN_NON_FUTURE";
    if (relation.status == core::Status::reported) value = "PROBABLE_NON_FUTURE";
    if (relation.status == core::Status::possible) {
        value = "POSSIBLE_u";
        if (relation.date && relation.published) {
            const bool ahead = core::last_day(relation.date->value) > core::last_day(*relation.published);
            value = ahead ? "POSSIBLE_FUTURE" : "POSSIBLE_NON_FUTURE";
        }
    }
    return value + (relation.polarity == core::Polarity::negative ? "_NEG" : "_POS");
}

std::string_view datatype_of(core::DatePrecision precision) {
    switch (precision) {
        case core::DatePrecision::year: return "gYear";
        case core::DatePrecision::month: return "gYearMonth";
        case core::DatePrecision::day: return "date";
    }
    return "date";
}

/// A language tag that RDF allows; anything else gives none.
std::string_view language_tag(std::string_view language) {
    const bool letters = std::ranges::all_of(language, [](char byte) { return byte >= 'a' && byte <= 'z'; });
    return letters && language.size() >= 2 && language.size() <= 8 ? language : std::string_view();
}

class Statements {
public:
    Statements(const ExportInput& input, TripleSink& sink)
        : graph_(input.graph), ontology_(input.ontology), index_(input.graph), sink_(sink) {}

    void write() {
        write_types();
        for (const auto& [id, edge] : index_.actions) write_action(*edge);
        write_actors();
        for (const auto& [id, label] : index_.bystanders) write_bystander(id, label);
        for (const auto& [key, place] : index_.places) write_place(key, place);
        for (const auto& [id, article] : index_.articles) write_article(id, article);
        for (const RelationEdge& edge : graph_.edges()) write_events(edge);
    }

    [[nodiscard]] std::size_t dropped() const { return clean_.dropped(); }

private:
    void text(const Property& property, std::string_view value, std::string_view language = {}) {
        sink_.text(property, clean_(value), language_tag(language));
    }

    void resource(const Property& property, Namespace space, std::string_view id) {
        sink_.resource(property, {space, iri_segment(id)});
    }

    void date(const Property& property, const core::Date& value) {
        sink_.typed(property, core::to_string(value), {Namespace::xsd, datatype_of(value.precision)});
    }

    void span(const core::Span& span, std::string_view anchor, std::string_view language, std::string_view article) {
        text(property::anchor_of, anchor, language);
        sink_.typed(property::begin_index, std::to_string(span.begin), {Namespace::xsd, "nonNegativeInteger"});
        sink_.typed(property::end_index, std::to_string(span.end), {Namespace::xsd, "nonNegativeInteger"});
        resource(property::reference_context, Namespace::article, article);
    }

    /// The fragment that NIF gives a stretch of an article's text (RFC 5147).
    static std::string fragment(const std::string& article, const core::Span& span) {
        return iri_segment(article) + "#char=" + std::to_string(span.begin) + "," + std::to_string(span.end);
    }

    void write_types() {
        std::set<core::EventType> types;
        for (const auto& [id, edge] : index_.actions) types.insert(edge->type);
        for (const core::EventType type : types) {
            const TypeLabel& labels = type_labels[static_cast<std::size_t>(type)];
            sink_.begin_subject({Namespace::ent, core::to_string(type)}, {term::concept_type});
            text(property::pref_label, labels.en, "en");
            text(property::pref_label, labels.fr, "fr");
            sink_.typed(property::notation, core::to_string(type), term::plover);
            sink_.resource(property::top_concept_of, term::action_scheme);
            sink_.end_subject();
        }
    }

    void write_action(const RelationEdge& edge) {
        sink_.begin_subject({Namespace::action, iri_segment(edge.action)}, {term::concept_type, term::event_type});
        const ontology::Action* action = ontology_.action(edge.action);
        if (action == nullptr || action->labels.empty()) {
            text(property::pref_label, edge.action, "en");
        } else {
            for (const auto& [language, label] : action->labels) text(property::pref_label, label, language);
        }
        if (!edge.cameo.empty()) sink_.typed(property::notation, clean_(edge.cameo), term::cameo);
        sink_.resource(property::broader, {Namespace::ent, core::to_string(edge.type)});
        sink_.resource(property::in_scheme, term::action_scheme);
        if (edge.mode && !edge.mode->empty()) text(property::mode, *edge.mode);
        sink_.boolean(property::symmetric, edge.symmetric);
        sink_.end_subject();
    }

    void write_actors() {
        const std::vector<double> ranks = graph::pagerank(graph_);
        auto direct = index_.direct.begin();
        for (std::size_t i = 0; i < graph_.actors().size(); ++i) {
            const ActorNode& actor = graph_.actors()[i];
            sink_.begin_subject({Namespace::actor, iri_segment(actor.id)},
                                {term::actor, {Namespace::ent, class_of(actor.kind)}});
            write_names(actor);
            if (actor.wikidata && !actor.wikidata->empty()) {
                resource(property::exact_match, Namespace::wikidata, *actor.wikidata);
            }
            if (!actor.principal.empty() && actor.principal != actor.id) {
                resource(property::acts_for, Namespace::actor, actor.principal);
            }
            if (actor.country && !actor.country->empty()) text(property::country, *actor.country);
            sink_.typed(property::page_rank, to_decimal(ranks[i], 6, true), {Namespace::xsd, "decimal"});
            for (; direct != index_.direct.end() && direct->source == i; ++direct) {
                const std::string action = iri_segment(direct->action);
                resource({{Namespace::action, action}, "", Property::Range::any, true}, Namespace::actor,
                         graph_.actors()[direct->target].id);
            }
            sink_.end_subject();
        }
    }

    /// One preferred label a language, and every other name once.
    void write_names(const ActorNode& actor) {
        using Name = std::pair<std::string, std::string>;
        std::map<std::string, std::string> preferred = labels_of(actor.id);
        preferred["en"] = actor.label.empty() ? actor.id : actor.label;
        for (const auto& [language, label] : preferred) text(property::pref_label, label, language);
        std::set<Name> others;
        for (const graph::Alias& alias : actor.aliases) {
            const std::string language(language_tag(alias.language));
            const auto same = preferred.find(language);
            if (same != preferred.end() && same->second == alias.text) continue;
            others.emplace(language, clean_(alias.text));
        }
        for (const auto& [language, name] : others) text(property::alt_label, name, language);
    }

    /// What the ontology calls an actor; nothing where it does not know it.
    [[nodiscard]] std::map<std::string, std::string> labels_of(const std::string& id) const {
        const ontology::Actor known = ontology_.principal_actor(id);
        std::map<std::string, std::string> labels;
        for (const auto& [language, label] : known.labels) {
            if (!label.empty() && label != id) labels.emplace(language, label);
        }
        return labels;
    }

    void write_bystander(const std::string& id, const std::string& label) {
        const ontology::Actor known = ontology_.principal_actor(id);
        sink_.begin_subject({Namespace::actor, iri_segment(id)}, {term::actor, {Namespace::ent, class_of(known.kind)}});
        std::map<std::string, std::string> labels = labels_of(id);
        if (labels.empty()) labels["en"] = label.empty() ? id : label;
        for (const auto& [language, name] : labels) text(property::pref_label, name, language);
        if (!known.wikidata.empty()) resource(property::exact_match, Namespace::wikidata, known.wikidata);
        if (!known.country.empty()) text(property::country, known.country);
        sink_.end_subject();
    }

    void write_place(const std::string& key, const core::Place& place) {
        sink_.begin_subject({Namespace::place, key}, {term::place});
        text(property::label, place.label);
        if (place.country) text(property::country, *place.country);
        sink_.end_subject();
    }

    void write_article(const std::string& id, const IndexedArticle& article) {
        sink_.begin_subject({Namespace::article, iri_segment(id)}, {term::article, term::context, term::entity});
        text(property::identifier, id);
        if (article.published) date(property::issued, *article.published);
        const std::string url = iri_of_url(article.url.value_or(""));
        if (!url.empty()) sink_.resource(property::source, {Namespace::none, url});
        sink_.end_subject();
        for (const IndexedSentence& indexed : article.sentences) {
            const Relation relation = graph_.relation(indexed.relation);
            sink_.begin_subject({Namespace::article, fragment(id, indexed.span)}, {term::sentence});
            span(indexed.span, relation.sentence.text, relation.language, id);
            sink_.end_subject();
        }
    }

    /// One event for each date on which the edge's action is said to have happened, and one for what has no date.
    void write_events(const RelationEdge& edge) {
        const std::vector<Relation> evidence = graph_.evidence(edge);
        std::map<std::optional<core::Date>, std::vector<const Relation*>> by_date;
        for (const Relation& relation : evidence) {
            by_date[relation.date ? std::optional(relation.date->value) : std::nullopt].push_back(&relation);
        }
        for (const auto& [date, relations] : by_date) {
            write_event(edge, date, relations);
            for (const Relation* relation : relations) write_mention(*relation);
        }
    }

    void write_event(const RelationEdge& edge, const std::optional<core::Date>& when,
                     const std::vector<const Relation*>& relations) {
        const std::string& source = graph_.actors()[edge.source].id;
        const std::string& target = graph_.actors()[edge.target].id;
        const std::string_view polarity = core::to_string(edge.polarity);
        const std::string_view status = core::to_string(edge.status);
        std::string id = iri_segment(source) + "/" + iri_segment(edge.action) + "/" + iri_segment(target) + "/";
        id.append(polarity).append("/").append(status);
        if (when) id += "/" + core::to_string(*when);

        std::set<std::string> articles;
        std::set<std::string> places;
        for (const Relation* relation : relations) {
            articles.insert(relation->article);
            if (relation->place) places.insert(place_key(*relation->place));
        }
        sink_.begin_subject({Namespace::event, id}, {term::event});
        resource(property::event_type, Namespace::action, edge.action);
        resource(property::agent, Namespace::actor, source);
        resource(property::target, Namespace::actor, target);
        if (when) date(property::has_time_stamp, *when);
        for (const std::string& place : places) sink_.resource(property::has_place, {Namespace::place, place});
        sink_.resource(property::polarity, {Namespace::ent, polarity});
        sink_.resource(property::status, {Namespace::ent, status});
        sink_.integer(property::article_count, static_cast<std::int64_t>(articles.size()));
        for (const std::string& article : articles) resource(property::derived_from, Namespace::article, article);
        for (const Relation* relation : relations) resource(property::denoted_by, Namespace::mention, relation->id);
        sink_.end_subject();
    }

    void write_mention(const Relation& relation) {
        sink_.begin_subject({Namespace::mention, iri_segment(relation.id)}, {term::mention, term::phrase});
        span(relation.action.span, relation.action.text, relation.language, relation.article);
        sink_.resource(property::sentence, {Namespace::article, fragment(relation.article, relation.sentence.span)});
        if (!relation.rule.empty()) text(property::rule, relation.rule);
        resource(property::has_attribution, Namespace::attribution, relation.id);
        sink_.end_subject();

        sink_.begin_subject({Namespace::attribution, iri_segment(relation.id)}, {term::attribution});
        sink_.resource(property::factuality, {Namespace::grasp, factuality(relation)});
        if (relation.attribution && relation.attribution->id) {
            resource(property::attributed_to, Namespace::actor, *relation.attribution->id);
        }
        if (relation.attribution) text(property::label, relation.attribution->label);
        resource(property::document_of, Namespace::article, relation.article);
        sink_.end_subject();
    }

    const graph::KnowledgeGraph& graph_;
    const ontology::Ontology& ontology_;
    EvidenceIndex index_;
    TripleSink& sink_;
    TextCleaner clean_;
};

}  // namespace

void write_triples(const ExportInput& input, const ExportOptions& options, TripleSink& sink) {
    Statements statements(input, sink);
    statements.write();
    warn_of_dropped(statements.dropped(), options.destination, input.diagnostics);
}

}  // namespace entente::exporters
