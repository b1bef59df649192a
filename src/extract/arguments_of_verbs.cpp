// The participants of verbs, turned into those of an active, complete clause.
#include <algorithm>

#include "extract/arguments.hpp"

namespace entente::extract {

namespace {

using language::CueKind;
using language::Pronoun;
using syntax::Deprel;
using syntax::Upos;

}  // namespace

bool ArgumentReader::has_article(std::size_t noun) const {
    const auto determiner = tree_.child(noun, {Deprel::det});
    return determiner && tree_[*determiner].has("PronType", "Art");
}

bool ArgumentReader::is_bare_infinitive(std::size_t verb) const {
    return tree_[verb].has("VerbForm", "Inf") &&
           !tree_.has_child(verb, {Deprel::obj, Deprel::iobj, Deprel::ccomp, Deprel::xcomp});
}

bool ArgumentReader::is_approximate(std::size_t phrase) const {
    const auto number = tree_.child(phrase, {Deprel::nummod});
    const auto word = tree_.child(phrase, {Deprel::case_});
    if (!number) return false;
    if (!word) return true;  // the parser took the words before the number together
    if (*word > *number) return false;
    std::string written;
    for (std::size_t i = *word; i < *number; ++i) written += (i == *word ? "" : " ") + tree_[i].form;
    return pack_.cues.is(CueKind::approximator, language::phrase_key(written));
}

void ArgumentReader::add_obliques(std::size_t governor, Arguments& arguments) const {
    for (const std::size_t phrase : tree_.children(governor, {Deprel::obl, Deprel::nmod, Deprel::obl_agent})) {
        // "kill at least 92 Palestinians": no preposition but part of the number.
        std::string slot = is_approximate(phrase) ? "obj" : preposition(phrase);
        // "a rencontré pendant des heures une quinzaine d'élus": an oblique without a preposition is a lost object.
        const bool bare = slot.empty() && tree_.is(phrase, {Deprel::obl}) && tree_.is(governor, {Upos::verb}) &&
                          phrase > governor && !tree_.has_child(governor, {Deprel::obj, Deprel::ccomp}) &&
                          has_article(phrase);
        if (bare) slot = "obj";
        if (!slot.empty()) arguments.add(slot, referent(phrase));
    }
}

void ArgumentReader::add_members(std::size_t verb, Arguments& arguments) const {
    // "Eleven people were killed, including a police chief": the parser hangs the example on the verb.
    if (!arguments.has("obj")) return;
    for (const std::size_t phrase : tree_.children(verb, {Deprel::obl})) {
        if (pack_.prepositions.has_use(preposition(phrase), "member")) arguments.add("obj", referent(phrase));
    }
}

void ArgumentReader::add_receiver(std::size_t verb, Arguments& arguments) const {
    // "granted Greece a loan", "has given Ukraine billions": parsers take a receiver for an object, or for part of it.
    if (arguments.has("iobj") || is_passive(verb)) return;
    const auto objects = tree_.children(verb, {Deprel::obj});
    std::optional<std::size_t> receiver;
    if (objects.size() > 1 && objects[0] > verb) receiver = objects[0];
    if (objects.size() == 1 && objects[0] > verb + 1 && tree_.is(verb + 1, {Upos::propn}) &&
        tree_.is(verb + 1, {Deprel::compound}) && tree_.head(verb + 1) == objects[0]) {
        receiver = verb + 1;
    }
    if (!receiver) return;
    arguments.add("iobj", referent(*receiver));
    arguments.add(pack_.prepositions.dative(), referent(*receiver));
}

Arguments ArgumentReader::of_verb(std::size_t verb) const {
    Arguments arguments;
    const auto subject = surface_subject(verb);
    if (is_passive(verb)) {
        if (const auto agent = passive_agent(verb)) arguments.add("subj", *agent);
        if (subject) arguments.add("obj", *subject);
    } else {
        if (subject) arguments.add("subj", *subject);
    }
    for (const std::size_t object : tree_.children(verb, {Deprel::obj})) {
        if (pack_.pronouns.find(tree_[object].form, Pronoun::Kind::reflexive) == nullptr) {
            arguments.add("obj", referent(object));
        }
    }
    // "The House impeached President Donald Trump": of two subjects the one behind the verb is its object.
    const auto subjects = tree_.children(verb, {Deprel::nsubj});
    if (subjects.size() > 1 && subjects.front() < verb && subjects.back() > verb && !arguments.has("obj")) {
        arguments.add("obj", antecedent(subjects.back()));
    }
    for (const std::size_t object : tree_.children(verb, {Deprel::iobj})) {
        arguments.add("iobj", referent(object));
        arguments.add(pack_.prepositions.dative(), referent(object));
        // "urged Serbia to recognise": the only object is the object, whatever it is called.
        if (!tree_.is(object, {Upos::pron}) && !arguments.has("obj")) arguments.add("obj", referent(object));
    }
    if (takes_phrase(verb)) arguments.add("obj", referent(*tree_.head(verb + 1)));
    // "Munich police arrest five men": a verb taken for a noun has its subject before it.
    if (tree_.is(verb, {Upos::noun}) && !arguments.has("subj")) {
        const auto before = tree_.children(verb, {Deprel::compound, Deprel::nmod});
        for (const std::size_t word : before) {
            if (word + 1 == verb) arguments.add("subj", word);
        }
    }
    add_receiver(verb, arguments);
    for (const std::size_t object : tree_.children(verb, {Deprel::obj})) {
        // "found the ban unlawful": an adjective behind the object says what it is found to be.
        for (const std::size_t word : tree_.children(object, {Deprel::amod})) {
            if (word > object) arguments.add("xcomp", word);
        }
    }
    for (const std::size_t complement : tree_.children(verb, {Deprel::xcomp})) {
        arguments.add("xcomp", complement);
        // "was found guilty by a court"
        if (tree_.is(complement, {Upos::adj, Upos::noun})) add_obliques(complement, arguments);
    }
    add_obliques(verb, arguments);
    add_members(verb, arguments);
    // "US-backed rebels": the participle before its noun, its agent before a hyphen.
    const bool hyphened = verb >= 2 && tree_[verb - 1].form == "-" && !tree_[verb - 1].space_after;
    const bool attribute = tree_.is(verb, {Deprel::amod}) && tree_.head(verb).has_value();
    if (attribute && hyphened && tree_[verb].has("VerbForm", "Part")) {
        arguments.add("subj", verb - 2);
        arguments.add("obj", *tree_.head(verb));
    } else if (attribute && subject && *subject < verb && tree_.has_child(verb, {Deprel::nsubj}) &&
               *tree_.head(verb) > verb) {
        arguments.add("obj", *tree_.head(verb));  // "Moscow accused Washington.", parsed as an attribute of its object
    }
    // "The opposition called for elections.": a whole sentence has a verb; what looks like a participle of its first
    // noun may be it. In a headline ("Two men arrested in Paris") the noun stays the object.
    const auto above = tree_.head(verb);
    const bool only = tree_.is(verb, {Deprel::acl}) && above && !tree_.head(*above) && *above < verb &&
                      tree_[tree_.size() - 1].form == "." && !tree_.has_child(*above, {Deprel::cop, Deprel::nsubj});
    if (only && !arguments.has("subj")) arguments.add("subj", *above);
    // What an object shared by coordinated verbs belongs to is only written once, with the last.
    if (!arguments.has("obj") && !tree_.has_child(verb, {Deprel::ccomp, Deprel::xcomp, Deprel::obl})) {
        for (const std::size_t other : tree_.children(verb, {Deprel::conj})) {
            const auto object = tree_.child(other, {Deprel::obj});
            if (object && other == verb + 2 && tree_.is(other, {Upos::verb})) arguments.add("obj", *object);
        }
    }
    // "the man they met": the antecedent is the object that the relative clause lacks.
    if (tree_.is(verb, {Deprel::acl_relcl}) && !arguments.has("obj") && tree_.head(verb) && subject &&
        *subject != *tree_.head(verb) && !tree_.has_child(verb, {Deprel::obl, Deprel::ccomp, Deprel::xcomp})) {
        arguments.add("obj", *tree_.head(verb));
    }
    return arguments;
}

}  // namespace entente::extract
