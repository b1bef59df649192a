#include "extract/modality.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

using core::Polarity;
using core::Status;
using language::Cue;
using language::CueKind;
using language::phrase_key;
using syntax::Deprel;
using syntax::Upos;

void raise(Modality& modality, Status status) {
    modality.status = std::max(modality.status, status);
}

void flip(Modality& modality) {
    modality.polarity = modality.polarity == Polarity::negative ? Polarity::affirmative : Polarity::negative;
}

}  // namespace

bool ModalityReader::is_negated(std::size_t predicate, std::optional<std::size_t> event) const {
    std::string particle;  // French "ne": what "plus" or "personne" mean depends on it
    for (const std::size_t child : tree_.children(predicate)) {
        const std::string key = phrase_key(tree_[child].form);
        if (pack_.cues.is(CueKind::negative_particle, key)) particle = phrase_key(tree_[child].lemma);
    }
    const auto negates = [&](std::size_t word) {
        const std::string form = phrase_key(tree_[word].form);
        // "no longer": the parser hangs the first word on the second.
        const std::string with_first = word == 0 ? form : phrase_key(tree_[word - 1].form) + " " + form;
        const std::string lemma = phrase_key(tree_[word].lemma);
        for (const std::string& key : {form, lemma, phrase_key(tree_.fixed_phrase(word)), with_first}) {
            if (pack_.cues.is(CueKind::negation, key)) return true;
            if (!particle.empty() && pack_.cues.is(CueKind::negation, particle + " " + key)) return true;
        }
        return false;
    };
    for (const std::size_t child : tree_.children(predicate)) {
        const bool function_word = tree_.is(child, {Deprel::advmod, Deprel::det, Deprel::aux, Deprel::case_, Deprel::cc,
                                                    Deprel::mark, Deprel::discourse, Deprel::dep});
        if (function_word && negates(child)) return true;
        // "aucune rencontre n'a eu lieu", "no talks took place", "personne n'a rencontré"
        if (child == event || !tree_.is(child, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::obj})) continue;
        if (tree_.is(child, {Upos::pron}) && negates(child)) return true;
        const auto determiners = tree_.children(child, {Deprel::det, Deprel::cc});  // "neither France nor …"
        if (std::any_of(determiners.begin(), determiners.end(), negates)) return true;
    }
    return false;
}

void ModalityReader::read_features(std::size_t token, Modality& modality) const {
    for (const auto& [feature, cue] : pack_.cues.features()) {
        const std::size_t equals = feature.find('=');
        if (!tree_[token].has(std::string_view(feature).substr(0, equals),
                              std::string_view(feature).substr(equals + 1)))
            continue;
        if (cue.effect == Cue::Effect::reported) raise(modality, Status::reported);
        if (cue.effect == Cue::Effect::possible) raise(modality, Status::possible);
    }
}

void ModalityReader::read_own(std::size_t predicate, Modality& modality, std::optional<std::size_t> event) const {
    if (is_negated(predicate, event)) flip(modality);
    read_features(predicate, modality);
    for (const std::size_t child : tree_.children(predicate)) {
        const std::string key = phrase_key(tree_[child].lemma);
        const std::string phrase = phrase_key(tree_.fixed_phrase(child));
        if (tree_.is(child, {Deprel::aux, Deprel::aux_pass, Deprel::cop})) {
            read_features(child, modality);
            const Cue* cue = pack_.cues.find(CueKind::modal, key);
            if (cue == nullptr) cue = pack_.cues.find(CueKind::modal, phrase);
            if (cue != nullptr) apply(*cue, predicate, modality);
        } else if (tree_.is(child, {Deprel::advmod, Deprel::amod, Deprel::obl, Deprel::discourse})) {
            const Cue* cue = pack_.cues.find(CueKind::hedge, phrase);
            if (cue == nullptr) cue = pack_.cues.find(CueKind::hedge, key);
            if (cue != nullptr) apply(*cue, predicate, modality);
        } else if (tree_.is(child, {Deprel::mark})) {
            const bool infinitive = tree_.is(predicate, {Deprel::advcl, Deprel::acl});
            const Cue* condition = conditional(child);
            if (condition != nullptr) apply(*condition, predicate, modality);
            if (infinitive && pack_.cues.is(CueKind::purpose, phrase) && !is_under_way(predicate)) {
                raise(modality, Status::possible);
            }
        } else if (tree_.is(child, {Deprel::case_}) && pack_.cues.is(CueKind::purpose, phrase)) {
            raise(modality, Status::possible);
        }
    }
}

const Cue* ModalityReader::conditional(std::size_t mark) const {
    // "même si" concedes what "si" only supposes.
    const std::string phrase = phrase_key(tree_.fixed_phrase(mark));
    if (mark > 0) {
        const std::string longer = phrase_key(tree_[mark - 1].form) + " " + phrase;
        if (const Cue* cue = pack_.cues.find(CueKind::conditional, longer)) return cue;
    }
    return pack_.cues.find(CueKind::conditional, phrase);
}

bool ModalityReader::is_about_its_complement(std::size_t noun) const {
    return noun_cue(noun, CueKind::possible_noun) != nullptr || noun_cue(noun, CueKind::operator_) != nullptr ||
           noun_cue(noun, CueKind::transparent_noun) != nullptr;
}

bool ModalityReader::is_under_way(std::size_t infinitive) const {
    // "took to the streets to protest", "the operation to retake the town": who is out for it does it.
    const auto governor = tree_.head(infinitive);
    if (!governor) return false;
    const Cue* cue = arguments_.verb_cue(*governor, CueKind::operator_);
    return cue != nullptr && cue->effect == Cue::Effect::actual;
}

void ModalityReader::read_sources(std::size_t predicate, Modality& modality) const {
    // "…, affirme le Wall Street Journal": the verb of saying hangs on what is said.
    for (const std::size_t said : tree_.children(predicate, {Deprel::parataxis, Deprel::advcl})) {
        if (!tree_.is(said, {Upos::verb}) || said < predicate) continue;
        // A participle ("…, accusing it of …") says something of its own.
        if (tree_.is(said, {Deprel::advcl}) && !tree_.has_child(said, {Deprel::nsubj})) continue;
        const Cue* speech = arguments_.verb_cue(said, CueKind::speech);
        const auto speaker = speech == nullptr ? std::nullopt : arguments_.speaker(said);
        if (!speaker) continue;
        apply(*speech, said, modality);
        if (!modality.speaker) modality.speaker = speaker;
    }
    for (const std::size_t phrase :
         tree_.children(predicate, {Deprel::obl, Deprel::advmod, Deprel::nmod, Deprel::parataxis, Deprel::advcl})) {
        for (const std::size_t word : tree_.children(phrase, {Deprel::case_, Deprel::mark})) {
            if (!pack_.cues.is(CueKind::source, phrase_key(tree_.fixed_phrase(word)))) continue;
            raise(modality, Status::reported);
            if (!modality.speaker) modality.speaker = phrase;
        }
    }
}

void ModalityReader::apply(const Cue& cue, std::size_t governor, Modality& modality) const {
    switch (cue.effect) {
        case Cue::Effect::possible: raise(modality, Status::possible); break;
        case Cue::Effect::reported: raise(modality, Status::reported); break;
        case Cue::Effect::negative: flip(modality); break;
        case Cue::Effect::action:
            // The outermost agreement or refusal is what the article reports.
            modality.action = cue.action;
            modality.action_token = governor;
            modality.actor = arguments_.agent(governor);
            modality.status = Status::actual;
            break;
        case Cue::Effect::none:
        case Cue::Effect::actual: break;
    }
}

void ModalityReader::apply_noun(const Cue& cue, std::size_t noun, Modality& modality) const {
    const auto owner = tree_.child(noun, {Deprel::nmod_poss});
    if (cue.effect == Cue::Effect::action && !tree_.is(noun, {Upos::adj}) && !owner) {
        // "a mandate to fight": whose word it is, the text does not say.
        raise(modality, Status::possible);
        return;
    }
    apply(cue, noun, modality);
    if (cue.effect == Cue::Effect::action && owner) modality.actor = owner;
}

const Cue* ModalityReader::noun_cue(std::size_t noun, CueKind kind) const {
    return pack_.cues.find(kind, phrase_key(tree_[noun].lemma));
}

void ModalityReader::read_complement_of(std::size_t governor, std::size_t complement, Modality& modality) const {
    // "said it would attack": an infinitive with an auxiliary is a finite clause.
    const bool infinitive = tree_.is(complement, {Deprel::xcomp}) ||
                            (tree_.is(complement, {Deprel::ccomp, Deprel::acl, Deprel::advcl}) &&
                             tree_[complement].has("VerbForm", "Inf") && !tree_.has_child(complement, {Deprel::aux}));
    const Cue* modal = infinitive ? arguments_.verb_cue(governor, CueKind::modal) : nullptr;
    const Cue* operator_cue = arguments_.verb_cue(governor, CueKind::operator_);
    const Cue* speech = arguments_.verb_cue(governor, CueKind::speech);
    if (infinitive && is_negated(governor)) flip(modality);
    if (modal != nullptr) {
        apply(*modal, governor, modality);
    } else if (operator_cue != nullptr && !infinitive && operator_cue->effect == Cue::Effect::action &&
               operator_cue->action->type == core::EventType::reject) {
        flip(modality);  // "denied that it had bombed"
    } else if (operator_cue != nullptr && (infinitive || operator_cue->effect != Cue::Effect::action)) {
        // "agree to meet" is an agreement; "ask Russia to withdraw" only makes the withdrawal possible.
        const bool has_object =
            (tree_.has_child(governor, {Deprel::obj, Deprel::iobj}) && !arguments_.is_passive(governor)) ||
            (infinitive && arguments_.addressee(governor).has_value());
        if (operator_cue->effect == Cue::Effect::action && has_object) {
            raise(modality, Status::possible);
        } else {
            apply(*operator_cue, governor, modality);
        }
    } else if (speech != nullptr) {
        apply(*speech, governor, modality);
    }
    const bool told = !infinitive && (speech != nullptr || tree_.is(complement, {Deprel::ccomp, Deprel::parataxis}));
    if (told && speech != nullptr && !modality.speaker) modality.speaker = arguments_.speaker(governor);
}

void ModalityReader::read_purpose_of(std::size_t governor, Modality& modality) const {
    // "was not authorised to put pressure on", "has no mandate to fight": what does not come about has no effect.
    const Cue* cue = arguments_.verb_cue(governor, CueKind::operator_);
    if (cue != nullptr && cue->effect != Cue::Effect::action) apply(*cue, governor, modality);
    if (is_negated(governor)) flip(modality);
}

void ModalityReader::read_nominal_of(std::size_t governor, std::size_t noun, Modality& modality) const {
    if (tree_.is(governor, {Upos::verb, Upos::adj})) {
        // "agreed to talks" is about the talks, "agreed in the talks" is not.
        const std::string preposition = arguments_.preposition(noun);
        const bool aside = tree_.is(noun, {Deprel::obl}) && (pack_.prepositions.has_use(preposition, "locative") ||
                                                             pack_.prepositions.has_use(preposition, "setting"));
        const bool object = !aside && tree_.is(noun, {Deprel::obj, Deprel::obl, Deprel::nsubj_pass, Deprel::xcomp});
        const Cue* undoing = arguments_.verb_cue(governor, CueKind::aspect_negative);
        const Cue* operator_cue = object ? arguments_.verb_cue(governor, CueKind::operator_) : nullptr;
        // "The talks ended", "collapsed": they had been held.
        const bool over = tree_.is(noun, {Deprel::nsubj}) && !arguments_.is_passive(governor) &&
                          arguments_.verb_cue(governor, CueKind::occurrence) != nullptr;
        if (undoing != nullptr && !over && tree_.is(noun, {Deprel::obj, Deprel::nsubj, Deprel::nsubj_pass})) {
            apply(*undoing, governor, modality);
        } else if (operator_cue != nullptr) {
            apply(*operator_cue, governor, modality);
        }
        const bool subject = tree_.is(noun, {Deprel::nsubj, Deprel::nsubj_pass});
        if (over && undoing != nullptr) {
            read_features(governor, modality);
        } else if (arguments_.supporting_verb(noun) == governor || undoing != nullptr) {
            read_own(governor, modality, noun);
        } else if (subject || tree_.is(noun, {Deprel::obj})) {
            Modality outer;
            read_own(governor, outer);
            if (outer.status != Status::actual && subject) raise(modality, outer.status);
            if (outer.status == Status::possible && operator_cue != nullptr) raise(modality, outer.status);
        }
    } else if (tree_.is(noun, {Deprel::nmod, Deprel::nmod_poss, Deprel::compound})) {
        if (const Cue* cue = noun_cue(governor, CueKind::possible_noun)) {
            if (cue->effect == Cue::Effect::none) {
                raise(modality, Status::possible);
            } else {
                apply(*cue, governor, modality);
            }
        }
    }
}

Modality ModalityReader::of(std::size_t predicate) const {
    Modality modality;
    read_own(predicate, modality);
    if (tree_[tree_.size() - 1].form == "?") raise(modality, Status::possible);  // asked, not said
    bool scope = true;  // whether what stands above still says something about the predicate itself
    for (std::size_t at = predicate; true;) {
        read_sources(at, modality);
        const auto governor = tree_.head(at);
        if (!governor) return modality;
        switch (tree_[at].deprel) {
            case Deprel::conj:
                if (scope && !tree_.has_child(at, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux, Deprel::aux_pass}) &&
                    tree_.is(at, {Upos::verb})) {
                    Modality first;
                    read_own(*governor, first);
                    raise(modality, first.status);
                }
                break;
            case Deprel::xcomp:
            case Deprel::ccomp:
            case Deprel::parataxis:
            case Deprel::csubj:
                if (scope) {
                    read_complement_of(*governor, at, modality);
                    if (tree_.is(at, {Deprel::xcomp})) {
                        Modality outer;
                        read_own(*governor, outer);
                        raise(modality, outer.status);
                    }
                } else if (!modality.speaker && arguments_.verb_cue(*governor, CueKind::speech) != nullptr) {
                    modality.speaker = arguments_.speaker(*governor);
                }
                break;
            case Deprel::acl:
            case Deprel::advcl:
                if (scope && tree_[at].has("VerbForm", "Inf")) {
                    if (const Cue* cue = noun_cue(*governor, CueKind::operator_)) apply_noun(*cue, *governor, modality);
                }
                if (scope && tree_.is(at, {Deprel::advcl}) && tree_[at].has("VerbForm", "Inf")) {
                    read_purpose_of(*governor, modality);
                } else if (scope && tree_.is(at, {Deprel::advcl}) && tree_.has_child(at, {Deprel::mark}) &&
                           tree_.has_child(*governor, {Deprel::obj})) {
                    // "accused Hamas of firing"
                    const Cue* cue = arguments_.verb_cue(*governor, CueKind::operator_);
                    if (cue != nullptr && cue->effect != Cue::Effect::action) apply(*cue, *governor, modality);
                }
                scope = false;
                break;
            case Deprel::acl_relcl: scope = false; break;
            case Deprel::obj:
            case Deprel::obl:
            case Deprel::nsubj:
            case Deprel::nsubj_pass:
            case Deprel::nmod:
            case Deprel::nmod_poss:
            case Deprel::compound:
                if (scope) read_nominal_of(*governor, at, modality);
                // Only what supports the noun goes on speaking about it.
                if (tree_.is(*governor, {Upos::verb, Upos::adj}) && arguments_.supporting_verb(at) != governor)
                    scope = false;
                // "assistance to the war": nothing is said of the war itself.
                if (tree_.is(*governor, {Upos::noun, Upos::propn}) && !is_about_its_complement(*governor))
                    scope = false;
                break;
            default: break;
        }
        at = *governor;
    }
}

}  // namespace entente::extract
