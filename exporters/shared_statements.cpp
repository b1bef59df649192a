#include "exporters/shared_statements.hpp"

#include <array>
#include <map>
#include <set>
#include <utility>

#include "exporters/output.hpp"
#include "exporters/rdf_vocabulary.hpp"
#include "graph/analysis.hpp"

namespace entente::exporters {

namespace {

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

class SharedStatements {
public:
    SharedStatements(const EvidenceIndex& index, const ontology::Ontology& ontology, StatementWriter& writer)
        : graph_(writer.graph()), index_(index), ontology_(ontology), writer_(writer), sink_(writer.sink()) {}

    void write() {
        write_types();
        for (const RelationEdge* edge : index_.actions) write_action(*edge);
        write_actors();
        for (const auto& [id, label] : index_.bystanders) write_bystander(id, label);
        for (const auto& [key, place] : index_.places) write_place(key, place);
    }

private:
    void write_types() {
        std::set<core::EventType> types;
        for (const RelationEdge* edge : index_.actions) types.insert(edge->type);
        for (const core::EventType type : types) {
            const TypeLabel& labels = type_labels[static_cast<std::size_t>(type)];
            sink_.begin_subject({Namespace::ent, core::to_string(type)}, {{term::concept_type}});
            writer_.text(property::pref_label, labels.en, "en");
            writer_.text(property::pref_label, labels.fr, "fr");
            sink_.typed(property::notation, core::to_string(type), term::plover);
            sink_.resource(property::top_concept_of, term::action_scheme);
            sink_.end_subject();
        }
    }

    void write_action(const RelationEdge& edge) {
        writer_.begin(Namespace::action, edge.action, {term::concept_type, term::event_type});
        const ontology::Action* action = ontology_.action(edge.action);
        if (action == nullptr || action->labels.empty()) {
            writer_.text(property::pref_label, edge.action, "en");
        } else {
            for (const auto& [language, label] : action->labels) writer_.text(property::pref_label, label, language);
        }
        if (!edge.cameo.empty()) writer_.typed(property::notation, edge.cameo, term::cameo);
        sink_.resource(property::broader, {Namespace::ent, core::to_string(edge.type)});
        sink_.resource(property::in_scheme, term::action_scheme);
        if (edge.mode && !edge.mode->empty()) writer_.text(property::mode, *edge.mode);
        sink_.boolean(property::symmetric, edge.symmetric);
        sink_.end_subject();
    }

    void write_actors() {
        const std::vector<double> ranks = graph::pagerank(graph_);
        auto direct = index_.direct.begin();
        for (std::size_t i = 0; i < graph_.actors().size(); ++i) {
            const ActorNode& actor = graph_.actors()[i];
            writer_.begin(Namespace::actor, actor.id, {term::actor, {Namespace::ent, class_of(actor.kind)}});
            write_names(actor);
            if (actor.wikidata && !actor.wikidata->empty()) {
                writer_.resource(property::exact_match, Namespace::wikidata, *actor.wikidata);
            }
            if (!actor.principal.empty() && actor.principal != actor.id) {
                writer_.resource(property::acts_for, Namespace::actor, actor.principal);
            }
            if (actor.country && !actor.country->empty()) writer_.text(property::country, *actor.country);
            sink_.typed(property::page_rank, to_decimal(ranks[i], 6, true), {Namespace::xsd, "decimal"});
            for (; direct != index_.direct.end() && direct->source == i; ++direct) {
                const std::string action = iri_segment(index_.actions[direct->action]->action);
                writer_.resource({{Namespace::action, action}, "", Property::Range::any, true}, Namespace::actor,
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
        for (const auto& [language, label] : preferred) writer_.text(property::pref_label, label, language);
        std::set<Name> others;
        for (const graph::Alias& alias : actor.aliases) {
            const std::string language(language_tag(alias.language));
            const auto same = preferred.find(language);
            if (same != preferred.end() && same->second == alias.text) continue;
            others.emplace(language, writer_.cleaned(alias.text));
        }
        for (const auto& [language, name] : others) writer_.text(property::alt_label, name, language);
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
        writer_.begin(Namespace::actor, id, {term::actor, {Namespace::ent, class_of(known.kind)}});
        std::map<std::string, std::string> labels = labels_of(id);
        if (labels.empty()) labels["en"] = label.empty() ? id : label;
        for (const auto& [language, name] : labels) writer_.text(property::pref_label, name, language);
        if (!known.wikidata.empty()) writer_.resource(property::exact_match, Namespace::wikidata, known.wikidata);
        if (!known.country.empty()) writer_.text(property::country, known.country);
        sink_.end_subject();
    }

    void write_place(const std::string& key, const core::Place& place) {
        sink_.begin_subject({Namespace::place, key}, {term::place});
        writer_.text(property::label, place.label);
        if (place.country) writer_.text(property::country, *place.country);
        sink_.end_subject();
    }

    const graph::KnowledgeGraph& graph_;
    const EvidenceIndex& index_;
    const ontology::Ontology& ontology_;
    StatementWriter& writer_;
    TripleSink& sink_;
};

}  // namespace

void write_shared(const EvidenceIndex& index, const ontology::Ontology& ontology, StatementWriter& writer) {
    SharedStatements(index, ontology, writer).write();
}

}  // namespace entente::exporters
