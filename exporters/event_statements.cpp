#include "exporters/event_statements.hpp"

#include <algorithm>
#include <set>

#include "exporters/rdf_vocabulary.hpp"

namespace entente::exporters {

namespace {

using graph::PackedRelation;
using graph::RelationEdge;

/// The value of the attribution in the terms of GRaSP: how certain, when, whether at all (`u` is underspecified).
std::string factuality(const PackedRelation& relation) {
    std::string value = "CERTAIN_NON_FUTURE";
    if (relation.status == core::Status::reported) value = "PROBABLE_NON_FUTURE";
    if (relation.status == core::Status::possible) {
        value = "POSSIBLE_u";
        if (relation.date != PackedRelation::none && relation.published != PackedRelation::none) {
            const bool ahead = core::last_day(graph::unpack_date(relation.date)) >
                               core::last_day(graph::unpack_date(relation.published));
            value = ahead ? "POSSIBLE_FUTURE" : "POSSIBLE_NON_FUTURE";
        }
    }
    return value + (relation.polarity == core::Polarity::negative ? "_NEG" : "_POS");
}

}  // namespace

void EventStatements::write_article(const IndexedArticle& article) {
    TripleSink& sink = writer_.sink();
    writer_.begin(Namespace::article, article.id, {term::article, term::context, term::entity});
    writer_.text(property::identifier, article.id);
    if (article.published) writer_.date(property::issued, *article.published);
    const std::string url = iri_of_url(article.url);
    if (!url.empty()) sink.resource(property::source, {Namespace::none, url});
    sink.end_subject();
    for (const IndexedSentence& indexed : index_.sentences_of(writer_.graph(), article)) {
        const PackedRelation& relation = packed(indexed.relation);
        sink.begin_subject({Namespace::article, writer_.sentence_of(relation)}, {term::sentence});
        writer_.span(indexed.span, text(relation.sentence_text), text(relation.language), article.id);
        sink.end_subject();
    }
}

void EventStatements::write_events(const RelationEdge& edge, std::span<const std::uint32_t> relations, Part part) {
    sorted_.assign(relations.begin(), relations.end());
    // What has no date comes first, as PackedRelation::none + 1 overflows to 0.
    const auto date = [this](std::uint32_t number) { return packed(number).date + 1; };
    std::ranges::stable_sort(sorted_, {}, date);
    for (std::size_t begin = 0; begin < sorted_.size();) {
        std::size_t end = begin + 1;
        while (end < sorted_.size() && date(sorted_[end]) == date(sorted_[begin])) ++end;
        const auto group = std::span<const std::uint32_t>(sorted_).subspan(begin, end - begin);
        write_event(edge, packed(sorted_[begin]).date, group, part);
        if (part != Part::count) {
            for (const std::uint32_t number : group) write_mention(packed(number));
        }
        begin = end;
    }
}

void EventStatements::write_event(const RelationEdge& edge, std::uint32_t when,
                                  std::span<const std::uint32_t> relations, Part part) {
    const std::string& source = writer_.graph().actors()[edge.source].id;
    const std::string& target = writer_.graph().actors()[edge.target].id;
    const std::string_view polarity = core::to_string(edge.polarity);
    const std::string_view status = core::to_string(edge.status);
    const bool dated = when != PackedRelation::none;
    event_.assign(iri_segment(source)).append("/").append(iri_segment(edge.action)).append("/");
    event_.append(iri_segment(target)).append("/").append(polarity).append("/").append(status);
    if (dated) event_.append("/").append(core::to_string(graph::unpack_date(when)));
    // Evidence comes article by article.
    articles_.clear();
    for (const std::uint32_t number : relations) {
        const std::uint32_t article = packed(number).article;
        if (articles_.empty() || articles_.back() != article) articles_.push_back(article);
    }

    TripleSink& sink = writer_.sink();
    const auto count = static_cast<std::int64_t>(articles_.size());
    if (part == Part::count) {
        sink.begin_subject({Namespace::event, event_}, {});
        sink.integer(property::article_count, count);
        return sink.end_subject();
    }
    sink.begin_subject({Namespace::event, event_}, {term::event});
    writer_.resource(property::event_type, Namespace::action, edge.action);
    writer_.resource(property::agent, Namespace::actor, source);
    writer_.resource(property::target, Namespace::actor, target);
    if (dated) writer_.date(property::has_time_stamp, graph::unpack_date(when));
    write_places(relations);
    sink.resource(property::polarity, {Namespace::ent, polarity});
    sink.resource(property::status, {Namespace::ent, status});
    if (part == Part::all) sink.integer(property::article_count, count);
    for (const std::uint32_t article : articles_) {
        writer_.resource(property::derived_from, Namespace::article, text(article));
    }
    for (const std::uint32_t number : relations) {
        writer_.resource(property::denoted_by, Namespace::mention, text(packed(number).id));
    }
    sink.end_subject();
}

void EventStatements::write_places(std::span<const std::uint32_t> relations) {
    std::set<std::string> places;
    for (const std::uint32_t number : relations) {
        const PackedRelation& relation = packed(number);
        if (relation.place_label == PackedRelation::none) continue;
        core::Place place{std::string(text(relation.place_label)), std::nullopt};
        if (relation.place_country != PackedRelation::none) place.country = text(relation.place_country);
        places.insert(place_key(place));
    }
    for (const std::string& place : places) {
        writer_.sink().resource(property::has_place, {Namespace::place, place});
    }
}

void EventStatements::write_mention(const PackedRelation& relation) {
    TripleSink& sink = writer_.sink();
    const std::string_view article = text(relation.article);
    writer_.begin(Namespace::mention, text(relation.id), {term::mention, term::phrase});
    writer_.span({relation.action_begin, relation.action_end}, text(relation.action_text), text(relation.language),
                 article);
    sink.resource(property::sentence, {Namespace::article, writer_.sentence_of(relation)});
    if (!text(relation.rule).empty()) writer_.text(property::rule, text(relation.rule));
    writer_.resource(property::has_attribution, Namespace::attribution, text(relation.id));
    sink.end_subject();

    writer_.begin(Namespace::attribution, text(relation.id), {term::attribution});
    sink.resource(property::factuality, {Namespace::grasp, factuality(relation)});
    if (relation.attribution_id != PackedRelation::none) {
        writer_.resource(property::attributed_to, Namespace::actor, text(relation.attribution_id));
    }
    if (relation.attribution_label != PackedRelation::none) {
        writer_.text(property::label, text(relation.attribution_label));
    }
    writer_.resource(property::document_of, Namespace::article, article);
    sink.end_subject();
}

}  // namespace entente::exporters
