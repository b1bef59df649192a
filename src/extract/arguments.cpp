#include "extract/arguments.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

using language::CueKind;
using language::Pronoun;
using syntax::Deprel;
using syntax::Upos;

/// How far an understood subject is looked for: deeper chains are parse errors more often than language.
constexpr int longest_chain = 6;

}  // namespace

void Arguments::add(std::string_view slot, std::size_t token) {
    const bool known = std::any_of(arguments_.begin(), arguments_.end(), [&](const Argument& argument) {
        return argument.slot == slot && argument.token == token;
    });
    if (!known) arguments_.push_back({std::string(slot), token});
}

std::vector<std::size_t> Arguments::in(std::string_view slot) const {
    std::vector<std::size_t> found;
    for (const Argument& argument : arguments_) {
        if (argument.slot == slot) found.push_back(argument.token);
    }
    return found;
}

std::string ArgumentReader::preposition(std::size_t phrase) const {
    const auto cases = tree_.children(phrase, {Deprel::case_});
    std::string written;
    for (const std::size_t word : cases) {
        if (word > phrase) continue;  // the English genitive stands behind
        if (!written.empty() && written.back() != '\'') written += ' ';
        written += tree_.fixed_phrase(word);
    }
    if (written.empty()) return {};
    const std::string canonical = pack_.prepositions.canonical(written);
    if (canonical != written) return canonical;
    return pack_.prepositions.canonical(cases.size() == 1 && tree_.children(cases[0], {Deprel::fixed}).empty()
                                            ? tree_[cases[0]].lemma
                                            : tree_.fixed_phrase(cases[0]));
}

bool ArgumentReader::takes_phrase(std::size_t verb) const {
    // "handed over the district", "has taken in two million refugees": a particle taken for a preposition, the object
    // for an adverbial. Only where the lexicon has such a verb and nothing else can be its object.
    if (tree_.has_child(verb, {Deprel::obj, Deprel::nsubj_pass, Deprel::aux_pass}) || verb + 2 >= tree_.size())
        return false;
    const std::string key = language::phrase_key(tree_[verb].lemma + " " + tree_[verb + 1].form);
    const auto phrase = tree_.head(verb + 1);
    return tree_.is(verb + 1, {Deprel::case_}) && phrase && tree_.head(*phrase) == verb &&
           tree_.is(*phrase, {Upos::noun}) && tree_.is(*phrase, {Deprel::obl}) && pack_.actions.verb(key) != nullptr;
}

const std::vector<std::string>& ArgumentReader::verb_keys(std::size_t verb) const {
    std::vector<std::string>& keys = keys_[verb];
    if (!keys.empty()) return keys;
    const std::string lemma = language::phrase_key(tree_[verb].lemma);
    for (const std::size_t child : tree_.children(verb)) {
        const bool particle =
            tree_.is(child, {Deprel::compound_prt}) || (child == verb + 1 && tree_.is(child, {Deprel::advmod}));
        // "take place", "avoir lieu", "rendre visite": a bare noun makes one word with its verb.
        const bool bare = child == verb + 1 && tree_.is(child, {Deprel::obj}) && tree_.is(child, {Upos::noun});
        if (particle || bare) keys.push_back(lemma + " " + language::phrase_key(tree_[child].form));
        // "handed over the district to": the particle hangs on the object.
        const bool object = tree_.is(child, {Deprel::obj}) || (tree_.is(child, {Deprel::obl}) && takes_phrase(verb));
        const auto mark = object ? tree_.child(child, {Deprel::case_}) : std::nullopt;
        if (mark && *mark == verb + 1 && tree_.is(child, {Upos::noun}))
            keys.push_back(lemma + " " + language::phrase_key(tree_[*mark].form));
    }
    // A pronominal verb is a verb of its own: "se rendre" is not "rendre".
    const std::string prefix = is_reflexive(verb) && !tree_.has_child(verb, {Deprel::aux_caus}) ? "se " : "";
    keys.push_back(prefix + lemma);
    if (const auto near = pack_.actions.verb_near(lemma); !near.empty()) keys.push_back(prefix + std::string(near));
    // "freed" taken for a form of "fre": of a word that is none, the form without its ending may be one.
    const std::string form = language::phrase_key(tree_[verb].form);
    if (keys.size() == 1 && pack_.actions.verb(lemma) == nullptr && form.size() > lemma.size()) {
        for (std::size_t ending = 1; ending <= 2 && form.size() > ending + 3; ++ending) {
            const std::string stem = form.substr(0, form.size() - ending);
            if (pack_.actions.verb(stem) != nullptr) keys.push_back(prefix + stem);
        }
    }
    return keys;
}

const language::Cue* ArgumentReader::verb_cue(std::size_t verb, CueKind kind) const {
    for (const std::string& key : verb_keys(verb)) {
        if (const language::Cue* cue = pack_.cues.find(kind, key)) return cue;
    }
    return nullptr;
}

bool ArgumentReader::is_reflexive(std::size_t verb) const {
    const auto pronouns = tree_.children(verb, {Deprel::expl, Deprel::obj, Deprel::iobj});
    return std::any_of(pronouns.begin(), pronouns.end(), [&](std::size_t pronoun) {
        return pronoun < verb && pack_.pronouns.find(tree_[pronoun].form, Pronoun::Kind::reflexive) != nullptr;
    });
}

bool ArgumentReader::is_active_in_disguise(std::size_t verb) const {
    // "Washington called on Russia to release …": a verb without an auxiliary whose clause goes on is active, whatever
    // its subject is called; "Two men arrested in Paris" is a headline.
    if (tree_.has_child(verb, {Deprel::aux_pass, Deprel::aux, Deprel::cop})) return false;
    if (!tree_.has_child(verb, {Deprel::nsubj_pass}) || tree_.is(verb, {Deprel::acl, Deprel::amod})) return false;
    const auto clauses = tree_.children(verb, {Deprel::advcl});
    return tree_.has_child(verb, {Deprel::obj, Deprel::ccomp, Deprel::xcomp}) ||
           std::any_of(clauses.begin(), clauses.end(),
                       [&](std::size_t clause) { return clause > verb && tree_[clause].has("VerbForm", "Inf"); });
}

bool ArgumentReader::is_passive(std::size_t verb) const {
    // "se sont rendus" looks like a passive to the tagger; whoever surrenders does so himself.
    // "s'est fait expulser par": who has himself expelled is expelled.
    const bool by = tree_.has_child(verb, {Deprel::obl_agent});
    if (is_reflexive(verb)) {
        return tree_.has_child(verb, {Deprel::aux_caus}) || (by && tree_.has_child(verb, {Deprel::nsubj_pass}));
    }
    if (is_active_in_disguise(verb)) return false;
    if (tree_.has_child(verb, {Deprel::nsubj_pass, Deprel::aux_pass, Deprel::csubj_pass})) return true;
    if (tree_.has_child(verb, {Deprel::nsubj, Deprel::aux, Deprel::cop})) return false;
    if (!tree_[verb].has("VerbForm", "Part") || !tree_[verb].has("Tense", "Past")) return false;
    if (tree_.is(verb, {Deprel::acl, Deprel::advcl})) return true;
    // "ten people are reported killed"
    // "se dit préoccupée par": what has an agent is passive.
    if (tree_.is(verb, {Deprel::xcomp}) && tree_.head(verb)) return by || is_passive(*tree_.head(verb));
    return tree_.is(verb, {Deprel::conj}) && tree_.head(verb) && is_passive(*tree_.head(verb));
}

std::size_t ArgumentReader::antecedent(std::size_t token) const {
    if (pack_.pronouns.find(tree_[token].form, Pronoun::Kind::relative) == nullptr) return token;
    if (!tree_.is(token, {Upos::pron, Upos::sconj, Upos::det, Upos::adv})) return token;
    for (std::optional<std::size_t> at = token; at; at = tree_.head(*at)) {
        if (tree_.is(*at, {Deprel::acl_relcl}) && tree_.head(*at)) return *tree_.head(*at);
    }
    return token;
}

std::size_t ArgumentReader::referent(std::size_t token) const {
    token = antecedent(token);
    for (int depth = 0; depth < longest_chain; ++depth) {
        const auto measured = measured_by(token);
        if (!measured) break;
        token = *measured;
    }
    return token;
}

std::optional<std::size_t> ArgumentReader::measured_by(std::size_t token) const {
    // "plus de 500 combattants", "hundreds of thousands of rebels", "certains de leurs représentants": the head only
    // measures.
    const bool measure = tree_.is(token, {Upos::num, Upos::adv, Upos::adj, Upos::sym}) ||
                         (tree_.is(token, {Upos::pron}) && tree_[token].feature("PronType") != "Prs") ||
                         pack_.cues.is(CueKind::transparent_noun, language::phrase_key(tree_[token].lemma));
    if (!measure) return std::nullopt;
    for (const std::size_t child : tree_.children(token, {Deprel::nmod, Deprel::obl})) {
        if (child > token && pack_.prepositions.has_use(preposition(child), "genitive")) return child;
    }
    return std::nullopt;
}

bool ArgumentReader::is_robbed(std::size_t verb) const {
    const bool subject = tree_.has_child(verb, {Deprel::nsubj, Deprel::nsubj_pass});
    return !subject && tree_.is(verb, {Upos::verb}) && tree_[verb].has("VerbForm", "Fin") &&
           !tree_.is(verb, {Deprel::conj});
}

std::optional<std::size_t> ArgumentReader::own_subject(std::size_t predicate) const {
    // "The ministers of Egypt and Turkey meet to support talks": parsers give a subject away to a verb further on. It
    // belongs to the first finite verb behind it that has none.
    const auto stolen = [&](std::size_t subject) {
        for (std::size_t i = subject + 1; i < predicate; ++i) {
            if (is_robbed(i)) return true;
        }
        return false;
    };
    // Of two subjects with a comma between, the first is an adverbial: "La semaine dernière, le Kenya a expulsé …"; two
    // names are a list (Tree::conjuncts).
    std::optional<std::size_t> own;
    for (const std::size_t subject : tree_.children(predicate, {Deprel::nsubj, Deprel::nsubj_pass})) {
        if (stolen(subject)) continue;
        const bool list = own && tree_.is(*own, {Upos::propn}) && tree_.is(subject, {Upos::propn});
        const bool comma = own && !list && subject < predicate && tree_.has_punctuation_between(*own, subject);
        if (!own || comma) own = subject;
    }
    if (own) return own;
    if (is_robbed(predicate)) {
        for (std::size_t i = predicate; i-- > 0;) {
            if (tree_.is(i, {Upos::verb}) && tree_[i].has("VerbForm", "Fin")) break;
            if (tree_.is(i, {Deprel::nsubj}) && tree_.head(i) && *tree_.head(i) > predicate) return i;
        }
    }
    // Parsers sometimes hang the subject on the auxiliary.
    for (const std::size_t auxiliary : tree_.children(predicate, {Deprel::aux, Deprel::aux_pass, Deprel::cop})) {
        if (const auto hung = tree_.child(auxiliary, {Deprel::nsubj, Deprel::nsubj_pass})) return hung;
    }
    return std::nullopt;
}

std::optional<std::size_t> ArgumentReader::surface_subject(std::size_t predicate) const {
    for (int depth = 0; depth < longest_chain; ++depth) {
        if (const auto own = own_subject(predicate)) return referent(*own);
        const auto next = inherited_subject(predicate);
        if (!next) return std::nullopt;
        // A noun phrase answers at once; a predicate hands the question on.
        if (!tree_.is(*next, {Upos::verb, Upos::aux, Upos::adj}) || !tree_.head(predicate)) return referent(*next);
        predicate = *next;
    }
    return std::nullopt;
}

std::optional<std::size_t> ArgumentReader::inherited_subject(std::size_t predicate) const {
    const auto governor = tree_.head(predicate);
    if (!governor) return std::nullopt;
    switch (tree_[predicate].deprel) {
        case Deprel::conj: return governor;
        case Deprel::acl: {
            const bool infinitive =
                tree_[predicate].has("VerbForm", "Inf") || tree_.has_child(predicate, {Deprel::mark});
            if (!infinitive) {
                // "issued a statement calling on Iran", "his remarks urging soldiers": who makes the statement calls.
                const bool words = tree_.is(*governor, {Upos::noun}) &&
                                   pack_.cues.is(CueKind::speech, language::phrase_key(tree_[*governor].lemma));
                if (!words) return governor;
                if (const auto owner = tree_.child(*governor, {Deprel::nmod_poss})) return owner;
                const auto verb = tree_.head(*governor);
                const bool held =
                    verb && tree_.is(*governor, {Deprel::obj, Deprel::obl}) && tree_.is(*verb, {Upos::verb});
                return held ? verb : governor;
            }
            // "être en train de parler": the noun is the predicate, its subject the verb's.
            if (const auto own = tree_.child(*governor, {Deprel::nsubj})) return own;
            if (const auto owner = tree_.child(*governor, {Deprel::nmod_poss})) return owner;
            // "l'opération de l'armée pour reprendre la ville": whose noun it is acts.
            for (const std::size_t owner : tree_.children(*governor, {Deprel::nmod})) {
                if (owner < predicate && pack_.prepositions.has_use(preposition(owner), "genitive")) return owner;
            }
            const auto verb = tree_.head(*governor);
            return verb && tree_.is(*verb, {Upos::verb}) ? verb : std::nullopt;
        }
        case Deprel::xcomp:
            if (!is_passive(*governor) && verb_cue(*governor, CueKind::subject_control) == nullptr) {
                const auto controller = tree_.child(*governor, {Deprel::obj, Deprel::iobj});
                const bool person = controller && tree_.is(*controller, {Upos::noun, Upos::propn, Upos::pron}) &&
                                    pack_.pronouns.find(tree_[*controller].form, Pronoun::Kind::reflexive) == nullptr;
                if (person) return controller;
                if (const auto asked = addressee(*governor); asked && *asked < predicate) return asked;
            }
            return governor;
        case Deprel::advcl: {
            // "accuse Hamas of firing": what somebody is accused of or urged to do, the object does.
            // Who makes an effort or launches an operation to save somebody saves him: the object is what he does.
            const auto object = tree_.child(*governor, {Deprel::obj});
            const bool does =
                object && tree_.is(*object, {Upos::noun}) && verb_cue(*governor, CueKind::light) != nullptr;
            if (object && !does && !is_passive(*governor) && tree_.is(*object, {Upos::propn, Upos::noun}) &&
                tree_.has_child(predicate, {Deprel::mark}) && verb_cue(*governor, CueKind::operator_) != nullptr) {
                return object;
            }
            // "called on Sweden to release", "appealed to them to stop": whoever is asked does it.
            const auto* asking = pack_.actions.verb(language::phrase_key(tree_[*governor].lemma));
            const bool asks = asking != nullptr && std::any_of(asking->begin(), asking->end(), [](const auto& entry) {
                                  return entry.action->type == core::EventType::request;
                              });
            if (asks && *governor < predicate && tree_[predicate].has("VerbForm", "Inf")) {
                for (const std::size_t asked : tree_.children(*governor, {Deprel::obl})) {
                    const bool whom = asked > *governor && asked < predicate && !preposition(asked).empty() &&
                                      tree_.is(asked, {Upos::noun, Upos::propn, Upos::pron});
                    if (whom && tree_.has_child(asked, {Deprel::case_}) && asked <= *governor + 4) return asked;
                }
            }
            // A finite adverbial clause names its own subject; what it lacks the parser lost.
            const bool finite = tree_[predicate].has("VerbForm", "Fin");
            return finite ? std::nullopt : governor;
        }
        case Deprel::aux_caus:
        case Deprel::ccomp: return tree_[predicate].has("VerbForm", "Inf") ? governor : std::nullopt;
        default: return std::nullopt;
    }
}

std::optional<std::size_t> ArgumentReader::passive_agent(std::size_t verb) const {
    if (const auto agent = tree_.child(verb, {Deprel::obl_agent})) return referent(*agent);
    for (const std::size_t oblique : tree_.children(verb, {Deprel::obl, Deprel::nmod})) {
        if (pack_.prepositions.has_use(preposition(oblique), "agent")) return referent(oblique);
    }
    return std::nullopt;
}

std::optional<std::size_t> ArgumentReader::agent(std::size_t verb) const {
    return is_passive(verb) ? passive_agent(verb) : surface_subject(verb);
}

std::optional<std::size_t> ArgumentReader::addressee(std::size_t verb) const {
    const language::Cue* cue = verb_cue(verb, CueKind::operator_);
    if (cue == nullptr || verb_cue(verb, CueKind::subject_control) != nullptr) return std::nullopt;
    // "accepte à Genève de", "parvient à l'accord": only those who ask or forbid have somebody to do so.
    const bool asks = cue->effect == language::Cue::Effect::possible ||
                      cue->effect == language::Cue::Effect::negative ||
                      (cue->action != nullptr && cue->action->type == core::EventType::request);
    if (!asks) return std::nullopt;
    for (const std::size_t phrase : tree_.children(verb, {Deprel::obl})) {
        if (phrase > verb && preposition(phrase) == pack_.prepositions.dative()) return referent(phrase);
    }
    return std::nullopt;
}

std::optional<std::size_t> ArgumentReader::speaker(std::size_t verb) const {
    if (const auto doer = agent(verb)) return doer;
    const auto object = tree_.child(verb, {Deprel::obj, Deprel::xcomp});
    const bool inverted = object && *object > verb && tree_.is(*object, {Upos::noun, Upos::propn, Upos::pron}) &&
                          !is_passive(verb) && !tree_.has_child(verb, {Deprel::ccomp});
    return inverted ? object : std::nullopt;
}

}  // namespace entente::extract
