// The participants of event nouns: those of the noun itself, and those of the verb that supports it.
#include "extract/arguments.hpp"

namespace entente::extract {

namespace {

using language::CueKind;
using language::Pronoun;
using syntax::Deprel;
using syntax::Upos;

/// How far before its noun the dash of "the Iran–United States talks" may stand, in words.
constexpr std::size_t longest_dashed = 4;

}  // namespace

void ArgumentReader::add_dashed(std::size_t noun, Arguments& arguments) const {
    // "the Iran–US agreement": the tree seldom knows what to do with the dash.
    const auto is_dash = [&](std::size_t i) {
        return tree_.is(i, {Upos::punct, Upos::sym}) && tree_[i].form == "-" && !tree_[i].space_after &&
               !tree_[i - 1].space_after;
    };
    for (std::size_t i = noun; i-- > 1 && i + longest_dashed >= noun;) {
        if (is_dash(i)) {
            arguments.add("comp", i - 1);
            arguments.add("comp", noun - 1);
            return;
        }
        if (!tree_.is(i, {Upos::propn, Upos::adj, Upos::noun})) return;
    }
}

std::optional<std::size_t> ArgumentReader::supporting_verb(std::size_t noun) const {
    noun = tree_.first_conjunct(noun);
    auto governor = tree_.head(noun);
    // "a series of attacks": what supports the series supports the attacks.
    while (governor && tree_.is(noun, {Deprel::nmod}) &&
           pack_.cues.is(CueKind::transparent_noun, language::phrase_key(tree_[*governor].lemma))) {
        noun = tree_.first_conjunct(*governor);
        governor = tree_.head(noun);
    }
    if (!governor || !tree_.is(*governor, {Upos::verb})) return std::nullopt;
    const bool object =
        tree_.is(noun, {Deprel::obj, Deprel::nsubj_pass}) || (tree_.is(noun, {Deprel::nsubj}) && is_passive(*governor));
    if (object && verb_cue(*governor, CueKind::light) != nullptr) return governor;
    if (tree_.is(noun, {Deprel::nsubj}) && verb_cue(*governor, CueKind::occurrence) != nullptr) return governor;
    if (tree_.is(noun, {Deprel::obl, Deprel::nmod})) {
        const std::string phrase = language::phrase_key(tree_[*governor].lemma + " " + preposition(noun));
        if (pack_.cues.is(CueKind::light, phrase)) return governor;
    }
    return std::nullopt;
}

std::optional<std::size_t> ArgumentReader::undergoer(std::size_t noun) const {
    std::string inner;  // the noun between: the target of, the object of
    noun = tree_.first_conjunct(noun);
    for (auto at = tree_.head(noun); at; noun = *at, at = tree_.head(*at)) {
        const std::string lemma = language::phrase_key(tree_[*at].lemma);
        if (tree_.is(*at, {Upos::verb})) {
            const bool object = tree_.is(noun, {Deprel::obj});
            const std::string between = inner.empty() ? "" : " " + inner;
            const std::string key = object ? lemma + between : lemma + " " + preposition(noun) + between;
            return pack_.cues.is(CueKind::undergo, language::phrase_key(key)) ? surface_subject(*at) : std::nullopt;
        }
        if (!inner.empty() || !tree_.is(noun, {Deprel::nmod}) || !tree_.is(*at, {Upos::noun})) return std::nullopt;
        if (!pack_.prepositions.has_use(preposition(noun), "genitive")) return std::nullopt;
        inner = lemma;
        // "was the target of an attack", "victim of an attack, the minister …"
        if (!pack_.cues.is(CueKind::undergo, inner)) continue;
        if (const auto subject = tree_.child(*at, {Deprel::nsubj})) return referent(*subject);
        if (tree_.is(*at, {Deprel::appos, Deprel::acl, Deprel::amod})) return tree_.head(*at);
        if (tree_.is(*at, {Deprel::advcl, Deprel::xcomp, Deprel::obl}) && tree_.head(*at))
            return surface_subject(*tree_.head(*at));
    }
    return std::nullopt;
}

std::vector<std::size_t> ArgumentReader::named_doers(std::size_t noun) const {
    std::vector<std::size_t> doers;
    for (const std::size_t participle : tree_.children(noun, {Deprel::acl, Deprel::amod})) {
        if (participle < noun || !is_passive(participle)) continue;
        if (const auto agent = passive_agent(participle)) doers.push_back(*agent);
        for (const std::size_t phrase : tree_.children(participle, {Deprel::obl, Deprel::nmod, Deprel::iobj})) {
            const std::string key = language::phrase_key(tree_[participle].lemma + " " + preposition(phrase));
            if (pack_.cues.is(CueKind::doer, key)) doers.push_back(referent(phrase));
        }
    }
    return doers;
}

Arguments ArgumentReader::of_noun(std::size_t noun) const {
    Arguments arguments;
    for (const std::size_t doer : named_doers(noun)) arguments.add("doer", doer);
    for (const std::size_t child : tree_.children(noun)) {
        const bool possessive = pack_.pronouns.find(tree_[child].form, Pronoun::Kind::possessive) != nullptr;
        if (tree_.is(child, {Deprel::nmod_poss}) || (tree_.is(child, {Deprel::det}) && possessive)) {
            arguments.add("poss", child);
        } else if (tree_.is(child, {Deprel::amod})) {
            arguments.add("adj", child);
        } else if (tree_.is(child, {Deprel::compound, Deprel::flat}) ||
                   (tree_.is(child, {Deprel::nmod}) && preposition(child).empty() && child < noun)) {
            arguments.add("comp", child);
        } else if (tree_.is(child, {Deprel::acl}) && (is_passive(child) || is_bare_infinitive(child))) {
            add_obliques(child, arguments);  // "a deal signed with", "pressure to bear on"
        }
    }
    add_obliques(noun, arguments);
    // "la visite du président iranien en France": what comes after an of-phrase is the event's rather than the
    // phrase's.
    for (const std::size_t owner : tree_.children(noun, {Deprel::nmod})) {
        if (!pack_.prepositions.has_use(preposition(owner), "genitive")) continue;
        for (const std::size_t phrase : tree_.children(owner, {Deprel::nmod})) {
            const std::string slot = preposition(phrase);
            if (phrase > owner && !slot.empty() && !pack_.prepositions.has_use(slot, "genitive"))
                arguments.add(slot, referent(phrase));
        }
    }
    // "une série de frappes contre …": what hangs on the noun that only measures is the event's.
    const auto measure = tree_.head(noun);
    if (measure && *measure < noun && tree_.is(noun, {Deprel::nmod}) &&
        pack_.cues.is(CueKind::transparent_noun, language::phrase_key(tree_[*measure].lemma))) {
        for (const std::size_t phrase : tree_.children(*measure, {Deprel::nmod})) {
            const std::string slot = preposition(phrase);
            if (phrase > noun && !slot.empty() && !pack_.prepositions.has_use(slot, "genitive"))
                arguments.add(slot, referent(phrase));
        }
    }
    add_dashed(noun, arguments);
    // "Turkey is an ally of …", and verbs that the tagger took for nouns: "L'armée combat …".
    if (const auto subject = tree_.child(noun, {Deprel::nsubj})) {
        // "Ukraine is under attack": who undergoes it does not do it.
        const bool undergone = pack_.prepositions.has_use(preposition(noun), "undergoing");
        arguments.add(undergone ? "undergoer" : "subj", referent(*subject));
    }
    if (const auto verb = supporting_verb(noun)) {
        const auto doer = agent(*verb);
        if (doer && *doer != noun) arguments.add("subj", *doer);
        for (const std::size_t phrase : tree_.children(*verb, {Deprel::obl, Deprel::nmod})) {
            const std::string slot = preposition(phrase);
            if (!slot.empty() && phrase != noun) arguments.add(slot, referent(phrase));
        }
        // "No talks took place between A and B": the phrase may hang on the bare noun.
        for (const std::size_t object : tree_.children(*verb, {Deprel::obj})) {
            if (object == *verb + 1 && object != noun) add_obliques(object, arguments);
        }
        if (const auto receiver = tree_.child(*verb, {Deprel::iobj})) {
            arguments.add(pack_.prepositions.dative(), *receiver);
        }
    }
    if (const auto sufferer = undergoer(noun)) arguments.add("undergoer", *sufferer);
    // "des négociations sont en cours entre A et B": what stands with the predicate stands with its subject.
    const auto predicate = tree_.is(noun, {Deprel::nsubj}) ? tree_.head(noun) : std::nullopt;
    if (predicate && tree_.has_child(*predicate, {Deprel::cop})) add_obliques(*predicate, arguments);
    // Coordinated event nouns share what stands with the first: "les contacts et négociations avec Moscou".
    const std::size_t first = tree_.first_conjunct(noun);
    if (first != noun && arguments.all().empty()) return of_noun(first);
    return arguments;
}

}  // namespace entente::extract
