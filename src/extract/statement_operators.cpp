// Statements that a word makes about the clause below it: to agree to something, to refuse, demand or threaten it.
#include <algorithm>

#include "extract/statement.hpp"

namespace entente::extract {

namespace {

using language::Cue;
using language::CueKind;
using language::phrase_key;
using syntax::Deprel;
using syntax::Upos;

}  // namespace

std::optional<std::size_t> StatementFinder::operating_subject(std::size_t predicate) const {
    if (!tree_.is(predicate, {Upos::noun})) return arguments_.agent(predicate);
    // "reiterated its demand that Israel …", "the refusal of Iran to …": somebody's own word, or nobody's.
    const Arguments around = arguments_.of_noun(predicate);
    for (const Argument& argument : around.all()) {
        const bool own = argument.slot == "poss" || argument.slot == "subj" || argument.slot == "adj" ||
                         pack_.prepositions.has_use(argument.slot, "genitive") ||
                         pack_.prepositions.has_use(argument.slot, "agent");
        if (own) return argument.token;
    }
    return std::nullopt;
}

std::vector<std::size_t> StatementFinder::complements(std::size_t predicate) const {
    const bool noun = tree_.is(predicate, {Upos::noun});
    std::vector<std::size_t> found;
    for (const std::size_t child : tree_.children(predicate)) {
        if (child < predicate) continue;
        const bool infinitive = tree_[child].has("VerbForm", "Inf");
        const bool clause = tree_.is(child, {Deprel::ccomp, Deprel::xcomp}) ||
                            (tree_.is(child, {Deprel::advcl}) && infinitive) ||
                            (noun && tree_.is(child, {Deprel::acl, Deprel::acl_relcl}));
        if (clause || (!noun && tree_.is(child, {Deprel::obj, Deprel::obl}))) found.push_back(child);
    }
    return found;
}

std::vector<Statement> StatementFinder::of_operator(std::size_t predicate) const {
    if (!tree_.is(predicate, {Upos::verb, Upos::adj, Upos::noun})) return {};
    const Cue* cue = arguments_.verb_cue(predicate, CueKind::operator_);
    if (cue == nullptr || cue->effect != Cue::Effect::action) return {};
    Statement statement;
    statement.general = true;
    statement.nominal = tree_.is(predicate, {Upos::noun});
    statement.action = cue->action;
    statement.rule = cue->location + " complement";
    statement.predicate = statement.shown_first = statement.shown_last = predicate;
    statement.modality = modality_.of(predicate);
    const auto source = operating_subject(predicate);
    if (!source || statement.modality.action != nullptr) return {};
    statement.sources.push_back({"subj", coordinated(*source)});
    // "agreed to re-open its borders to UN peacekeepers", "threatened to break off relations with Congo": whoever the
    // complement names first.
    for (const std::size_t complement : complements(predicate)) {
        // "agreed on sanctions against": what they agree on is not an agreement with whom it hits.
        const auto* nouns = pack_.actions.nouns().find(phrase_key(tree_[complement].lemma));
        const bool hostile =
            nouns != nullptr && core::quad_of(nouns->front().action->type) == core::Quad::material_conflict;
        if (hostile && cue->action->type == core::EventType::agree) return {};
        const bool clause = tree_.is(complement, {Deprel::ccomp, Deprel::xcomp, Deprel::advcl});
        for (const std::size_t token : tree_.subtree(complement)) {
            const bool phrase = tree_.is(token, {Upos::noun, Upos::propn}) && !mentions_.is_inner(token);
            const bool relative = token != complement && is_in_relative(token, complement);
            // Of a noun only whom its own clause names as the doer: "its demand that Israel ease …".
            const bool doer = tree_.head(token) == complement && tree_.is(token, {Deprel::nsubj, Deprel::nsubj_pass});
            if (!phrase || relative || (statement.nominal && !doer)) continue;
            statement.targets.push_back({std::string(clause ? complement_slot : object_slot), coordinated(token)});
        }
    }
    // "China and India agree to resume flights": with each other, where nobody else is named.
    if (statement.action->symmetric) statement.pairs = statement.sources;
    if (statement.targets.empty() && statement.pairs.empty()) return {};
    return {std::move(statement)};
}

std::optional<std::size_t> StatementFinder::saying_verb(std::size_t predicate) const {
    const auto speaks = [&](std::size_t verb) {
        return arguments_.verb_cue(verb, CueKind::speech) != nullptr && arguments_.speaker(verb).has_value();
    };
    const auto governor = tree_.head(predicate);
    const bool clause = tree_.is(predicate, {Deprel::ccomp, Deprel::parataxis});
    if (clause && governor && speaks(*governor)) return governor;
    for (const std::size_t verb : tree_.children(predicate, {Deprel::parataxis})) {
        if (verb > predicate && speaks(verb)) return verb;  // "…, said the minister"
    }
    return std::nullopt;
}

std::optional<std::size_t> StatementFinder::owned_subject(std::size_t predicate) const {
    // "was Iran's doing": taken for a verb, its owner is taken for a subject.
    for (const std::size_t subject : tree_.children(predicate, {Deprel::nsubj})) {
        const auto mark = tree_.child(subject, {Deprel::case_});
        if (mark && *mark > subject && *mark < predicate) return subject;
    }
    return std::nullopt;
}

const Cue* StatementFinder::judgement(std::size_t predicate) const {
    for (const std::size_t auxiliary : tree_.children(predicate, {Deprel::aux, Deprel::aux_pass})) {
        if (const Cue* cue = pack_.cues.find(CueKind::judgement, phrase_key(tree_[auxiliary].lemma))) return cue;
    }
    const bool bare = tree_.is(predicate, {Upos::verb}) && !tree_.has_child(predicate, {Deprel::xcomp, Deprel::cop}) &&
                      !tree_.has_child(predicate, {Deprel::nmod_poss}) && !owned_subject(predicate);
    if (bare) {
        // "said that Israel had violated the truce": a deed that is one only in the eyes of whoever says so.
        const Cue* deed = pack_.cues.find(CueKind::judgement, phrase_key(tree_[predicate].lemma));
        const bool accused = deed != nullptr && deed->action != nullptr &&
                             deed->action->type == core::EventType::accuse && !arguments_.is_passive(predicate);
        return accused ? deed : nullptr;
    }
    const Cue* cue = pack_.cues.find(CueKind::judgement, phrase_key(tree_[predicate].lemma));
    return cue != nullptr ? cue : pack_.cues.find(CueKind::judgement, phrase_key(tree_[predicate].form));
}

std::optional<std::size_t> StatementFinder::saying_clause(std::size_t token) const {
    for (auto at = std::optional(token); at; at = tree_.head(*at)) {
        if (const auto verb = saying_verb(*at)) return verb;
        const auto head = tree_.head(*at);
        const bool object = head && *at == token && tree_.is(*at, {Deprel::obj});
        if (object && arguments_.verb_cue(*head, CueKind::speech) != nullptr && arguments_.speaker(*head)) return head;
        if (tree_.is(*at, {Deprel::acl_relcl, Deprel::acl, Deprel::root, Deprel::parataxis})) return std::nullopt;
    }
    return std::nullopt;
}

std::vector<Statement> StatementFinder::of_judgement(std::size_t predicate) const {
    // "Moscow said that Kyiv must return the prisoners" demands it, "… that the crash was Iran's doing" blames Iran.
    const Cue* cue = judgement(predicate);
    if (cue == nullptr || cue->action == nullptr) return {};
    auto verb = saying_verb(predicate);
    const bool copular = tree_.has_child(predicate, {Deprel::cop});
    auto target = tree_.child(predicate, {Deprel::nmod_poss});
    if (!target) target = owned_subject(predicate);
    if (!target && tree_.is(predicate, {Upos::noun}) && !copular) target = operating_subject(predicate);
    // "… because of Israel's violations", "the failure of Washington to …": whose fault it is may be said in passing.
    if (!verb && target) verb = saying_clause(predicate);
    if (!target && verb && saying_verb(predicate)) target = arguments_.surface_subject(predicate);
    if (!verb || !target) return {};
    Statement statement;
    statement.general = true;
    statement.action = cue->action;
    statement.rule = cue->location + " clause";
    statement.predicate = statement.shown_first = statement.shown_last = *verb;
    statement.nominal = tree_.is(predicate, {Upos::noun});
    statement.modality = modality_.of(*verb);
    if (modality_.of(predicate).polarity == core::Polarity::negative) return {};
    statement.sources.push_back({"subj", coordinated(*arguments_.speaker(*verb))});
    statement.targets.push_back({"subj", coordinated(*target)});
    return {std::move(statement)};
}

bool StatementFinder::is_in_relative(std::size_t token, std::size_t below) const {
    for (auto at = std::optional(token); at && *at != below; at = tree_.head(*at)) {
        if (tree_.is(*at, {Deprel::acl_relcl, Deprel::appos, Deprel::parataxis})) return true;
    }
    return false;
}

}  // namespace entente::extract
