#include "cli/merge_proposals.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <tuple>

#include "graph/duplicates.hpp"
#include "ontology/spelling.hpp"
#include "text/unicode.hpp"

namespace entente::cli {

namespace {

graph::ComparedName compared_name(const std::string& name, const ontology::Spelling& spelling) {
    graph::ComparedName compared;
    const std::string folded = text::fold(name);
    std::string word;
    for (const char c : folded + " ") {
        if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0) {
            word += c;
        } else if (!word.empty()) {
            compared.words.push_back(std::move(word));
            word.clear();
        }
    }
    compared.spelling = spelling.key(name);
    constexpr std::size_t longest_acronym = 8;
    const bool acronym = compared.words.size() == 1 && folded.size() <= longest_acronym && text::is_all_upper(name);
    if (acronym) compared.acronym = compared.words.front();
    return compared;
}

void sort_unique(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// The actors of a file as those who may have doubles, sorted by id.
class Cast {
public:
    Cast(const store::GraphFile& file, const Names& names, const std::filesystem::path& data)
        : spelling_(data / "ontology" / "spellings.tsv") {
        const std::vector<store::ActorRow> rows = file.actor_rows();
        for (const store::ActorRow& row : rows) index_.emplace(row.id, 0);
        std::uint32_t next = 0;
        for (auto& [id, index] : index_) index = next++;
        actors_.resize(index_.size());
        labels_.resize(index_.size());
        for (const store::ActorRow& row : rows) place_[row.number] = index_.at(row.id);
        note_ties(file);
        note_rows(rows);
        for (std::size_t i = 0; i < actors_.size(); ++i) complete(i, names);
    }

    [[nodiscard]] const std::vector<graph::Namesake>& actors() const { return actors_; }
    [[nodiscard]] const std::string& label(std::size_t actor) const { return labels_[actor]; }

private:
    void note_ties(const store::GraphFile& file) {
        file.for_each_tie([this](const store::Tie& tie) {
            ++uses_[tie.source];
            ++uses_[tie.target];
            note_tie(tie.source, tie.target, tie.article);
            note_tie(tie.target, tie.source, tie.article);
        });
        for (graph::Namesake& actor : actors_) {
            sort_unique(actor.neighbours);
            sort_unique(actor.articles);
        }
    }

    void note_tie(std::int64_t who, std::int64_t with, std::int64_t article) {
        graph::Namesake& actor = actors_[place_.at(who)];
        ++actor.relations;
        actor.neighbours.push_back(place_.at(with));
        actor.articles.push_back(static_cast<std::uint32_t>(article));
    }

    /// An actor is as most of its relations say; every label is a name.
    void note_rows(const std::vector<store::ActorRow>& rows) {
        std::map<std::size_t, std::size_t> most;
        for (const store::ActorRow& row : rows) {
            const std::size_t at = index_.at(row.id);
            graph::Namesake& actor = actors_[at];
            names_[at].insert(row.label);
            const auto [best, is_first] = most.try_emplace(at, uses_[row.number]);
            if (!is_first && uses_[row.number] <= best->second) continue;
            best->second = uses_[row.number];
            actor.id = row.id;
            actor.kind = core::parse_actor_kind(row.kind).value_or(core::ActorKind::unknown);
            actor.principal = row.principal;
            actor.country = row.country;
            labels_[at] = row.label;
        }
    }

    void complete(std::size_t at, const Names& names) {
        graph::Namesake& actor = actors_[at];
        const ontology::Actor known = names.ontology().principal_actor(actor.id);
        for (const auto& [language, label] : known.labels) {
            if (label == actor.id) continue;
            actor.known = true;
            names_[at].insert(label);
        }
        for (const std::string& name : names_[at]) actor.names.push_back(compared_name(name, spelling_));
    }

    ontology::Spelling spelling_;
    std::map<std::string, std::uint32_t> index_;
    std::map<std::int64_t, std::uint32_t> place_;  // of a row of the table
    std::map<std::int64_t, std::size_t> uses_;
    std::map<std::size_t, std::set<std::string>> names_;
    std::vector<graph::Namesake> actors_;
    std::vector<std::string> labels_;
};

ProposedActor described(const store::GraphFile& file, const Cast& cast, std::size_t index) {
    const graph::Namesake& actor = cast.actors()[index];
    ProposedActor described{actor.id, cast.label(index), actor.relations, {}, {}};
    std::optional<core::Relation> first;
    const auto place = [](const core::Relation& relation) {
        return std::tie(relation.published, relation.article, relation.sentence, relation.id);
    };
    store::Selection selection;
    selection.one = {{actor.id}, true};
    file.for_each_relation(selection, [&](const core::Relation& relation) {
        if (!first || place(relation) < place(*first)) first = relation;
    });
    if (first) {
        described.article = first->article;
        described.sentence = first->sentence.text;
    }
    return described;
}

}  // namespace

std::vector<ProposedMerge> proposed_merges(const store::GraphFile& file, const Names& names,
                                           const std::filesystem::path& data, std::size_t limit) {
    const Cast cast(file, names, data);
    const auto apart = [&](std::size_t a, std::size_t b) {
        return file.identities().held_apart(cast.actors()[a].id, cast.actors()[b].id);
    };
    std::vector<ProposedMerge> proposed;
    for (graph::MergeProposal& proposal : graph::suggest_merges(cast.actors(), apart)) {
        if (limit > 0 && proposed.size() == limit) break;
        proposed.push_back({described(file, cast, proposal.actor), described(file, cast, proposal.other),
                            proposal.score, std::move(proposal.reasons)});
    }
    return proposed;
}

}  // namespace entente::cli
