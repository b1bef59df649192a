#include "extract/statement.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

using language::ActionEntry;
using language::Condition;
using language::phrase_key;
using syntax::Deprel;
using syntax::Upos;

/// Longest multi-word event noun in words: "accord de partage du pouvoir".
constexpr std::size_t longest_noun = 6;

/// The verb of lines about what stands with any verb: "at the request of".
constexpr std::string_view any_verb = "*";

}  // namespace

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::size_t> StatementFinder::coordinated(std::size_t head) const {
    std::vector<std::size_t> heads;
    for (const std::size_t conjunct : tree_.conjuncts(head)) {
        if (conjunct == head || !tree_.is(conjunct, {Upos::verb, Upos::aux, Upos::adp})) heads.push_back(conjunct);
    }
    for (const std::size_t listed : mentions_.listed_with(head)) {
        if (std::find(heads.begin(), heads.end(), listed) == heads.end()) heads.push_back(listed);
    }
    return heads;
}

void StatementFinder::add_second(std::size_t head, std::vector<std::size_t>& members) const {
    // "a deal between China and the United States was reached": trees often tear the two apart.
    for (std::size_t i = head + 1; i < tree_.size(); ++i) {
        if (tree_.is(i, {Upos::verb, Upos::aux, Upos::punct})) return;
        if (!tree_.is(i, {Upos::cconj})) continue;
        for (std::size_t second = i + 1; second < tree_.size(); ++second) {
            if (!tree_.is(second, {Upos::det, Upos::adj, Upos::noun, Upos::propn, Upos::num})) return;
            const auto above = tree_.head(second);
            const bool inner = above && *above > second && tree_.is(*above, {Upos::noun, Upos::propn}) &&
                               !tree_.is(second, {Deprel::nsubj, Deprel::obj});
            if (inner || !tree_.is(second, {Upos::noun, Upos::propn})) continue;
            members.push_back(second);
            return;
        }
    }
}

std::vector<SlotFilling> StatementFinder::fill(const std::vector<std::string>& slots,
                                               const Arguments& arguments) const {
    std::vector<SlotFilling> fillings;
    for (const std::string& slot : slots) {
        SlotFilling filling{slot, {}};
        std::vector<std::size_t> in_slot = arguments.in(slot);
        if (pack_.prepositions.has_use(slot, "agent")) {
            const auto doers = arguments.in("doer");
            in_slot.insert(in_slot.end(), doers.begin(), doers.end());
        }
        for (const std::size_t head : in_slot) {
            if (is_reciprocal(head)) continue;
            auto members = coordinated(head);
            if (members.size() == 1 && pack_.prepositions.has_use(slot, "between")) add_second(head, members);
            for (const std::size_t conjunct : members) {
                if (std::find(filling.heads.begin(), filling.heads.end(), conjunct) == filling.heads.end()) {
                    filling.heads.push_back(conjunct);
                }
            }
        }
        if (!filling.heads.empty()) fillings.push_back(std::move(filling));
    }
    return fillings;
}

bool StatementFinder::is_reciprocal(std::size_t head) const {
    const auto kind = language::Pronoun::Kind::reflexive;
    const language::Pronoun* one = pack_.pronouns.find(tree_[head].form, kind);
    if (one == nullptr) one = pack_.pronouns.find(tree_.fixed_phrase(head), kind);
    if (one == nullptr && head > 0) one = pack_.pronouns.find(tree_[head - 1].form + " " + tree_[head].form, kind);
    return one != nullptr && one->number == language::Pronoun::Number::plural;
}

bool StatementFinder::holds(const Condition& condition, const Arguments& arguments) const {
    using Test = Condition::Test;
    const auto heads = arguments.in(condition.slot);
    const auto is_word = [&](std::size_t head) {
        return contains(condition.lemmas, phrase_key(tree_[head].lemma)) ||
               contains(condition.lemmas, phrase_key(tree_[head].form));
    };
    // "an aid programme", "les opérations de secours": what stands inside is what counts.
    const auto listed = [&](std::size_t head) {
        if (is_word(head)) return true;
        if (!pack_.cues.is(language::CueKind::wrapper_noun, phrase_key(tree_[head].lemma))) return false;
        const auto inner = tree_.children(head, {Deprel::compound, Deprel::nmod, Deprel::amod});
        return std::any_of(inner.begin(), inner.end(), [&](std::size_t word) {
            const bool bare = tree_.is(word, {Deprel::compound, Deprel::amod}) ||
                              pack_.prepositions.has_use(arguments_.preposition(word), "genitive");
            return bare && is_word(word);
        });
    };
    switch (condition.test) {
        case Test::one_of: return std::any_of(heads.begin(), heads.end(), listed);
        case Test::none_of: return std::none_of(heads.begin(), heads.end(), listed);
        case Test::empty: return heads.empty();
        case Test::actor:
        case Test::person:
        case Test::state: return !heads.empty();  // who it is, resolution decides
    }
    return false;
}

bool StatementFinder::is_hostile_agreement(const ActionEntry& entry, const Modality& modality) const {
    using core::EventType;
    const EventType type = entry.action->type;
    return modality.action != nullptr && modality.action->type == EventType::agree &&
           (type == EventType::sanction || type == EventType::coerce || type == EventType::accuse ||
            type == EventType::mobilize);
}

Statement StatementFinder::make(const ActionEntry& entry, const Arguments& arguments, std::size_t predicate) const {
    Statement statement;
    statement.entry = &entry;
    statement.action = entry.action;
    statement.rule = entry.location + " " + entry.frame.name;
    statement.nominal = !tree_.is(predicate, {Upos::verb, Upos::aux});
    statement.predicate = statement.shown_first = statement.shown_last = predicate;
    statement.sources = fill(entry.frame.source, arguments);
    statement.targets = fill(entry.frame.target, arguments);
    statement.pairs = fill(entry.frame.pair, arguments);
    add_event_slots(statement);
    // "negotiated by Moscow and Washington", "their talks": what one does with the other where all are named at once.
    if (statement.action->symmetric) {
        statement.pairs.insert(statement.pairs.end(), statement.sources.begin(), statement.sources.end());
    }
    for (const std::string& slot : entry.frame.target) {
        const auto heads = arguments.in(slot);
        if (std::any_of(heads.begin(), heads.end(), [&](std::size_t head) { return is_reciprocal(head); })) {
            statement.pairs.insert(statement.pairs.end(), statement.sources.begin(), statement.sources.end());
        }
    }
    statement.modality = modality_.of(predicate);
    if (is_hostile_agreement(entry, statement.modality)) {
        // "agreed on sanctions against", "agreed to expel": what they agree on is still to come.
        statement.modality.action = nullptr;
        statement.modality.status = std::max(statement.modality.status, core::Status::possible);
    }
    if (statement.modality.action != nullptr) {
        statement.action = statement.modality.action;
        // To be ready to attack somebody is no agreement with him.
        const language::Cue* cue =
            pack_.cues.find(language::CueKind::announced, phrase_key(core::to_string(entry.action->type)));
        if (cue != nullptr && statement.action->type == core::EventType::agree) statement.action = cue->action;
        statement.shown_first = std::min(predicate, *statement.modality.action_token);
        statement.shown_last = std::max(predicate, *statement.modality.action_token);
    }
    return statement;
}

void StatementFinder::join_nouns(const Arguments& of_verb, std::string_view slot, Arguments& joined,
                                 bool only_between) const {
    for (const std::size_t head : of_verb.in(slot)) {
        // "fired rubber bullets and tear gas at": what stands with the last of them stands with all.
        for (const std::size_t noun : tree_.conjuncts(head)) {
            if (!tree_.is(noun, {Upos::noun, Upos::adj})) continue;
            const Arguments of_noun = arguments_.of_noun(noun);
            for (const Argument& argument : of_noun.all()) {
                const bool wanted = !only_between || pack_.prepositions.has_use(argument.slot, "between");
                if (argument.slot != "subj" && wanted) joined.add(argument.slot, argument.token);
            }
            if (only_between) continue;
            for (const std::size_t victim : victims_of(noun)) joined.add(victim_slot, victim);
        }
    }
}

std::vector<Statement> StatementFinder::readings_of(const std::vector<ActionEntry>& entries, const Arguments& of_verb,
                                                    std::size_t verb) const {
    std::vector<Statement> readings;
    Arguments with_object = of_verb;
    join_nouns(of_verb, "obj", with_object);
    for (const ActionEntry& entry : entries) {
        Arguments arguments = with_object;
        for (const Condition& condition : entry.where) {
            if (condition.test != Condition::Test::one_of || condition.slot == "obj") continue;
            join_nouns(with_object, condition.slot, arguments, condition.slot == "subj");
        }
        const bool fits = std::all_of(entry.where.begin(), entry.where.end(),
                                      [&](const Condition& condition) { return holds(condition, arguments); });
        if (!fits) continue;
        Statement statement = make(entry, arguments, verb);
        add_implied(entry, statement);
        for (const Condition& condition : entry.where) {
            const auto heads = of_verb.in(condition.slot);
            if (condition.test == Condition::Test::one_of) {
                statement.consumed.insert(statement.consumed.end(), heads.begin(), heads.end());
            }
        }
        for (const std::size_t child : tree_.children(verb, {Deprel::compound_prt})) {
            statement.shown_last = std::max(statement.shown_last, child);
        }
        readings.push_back(std::move(statement));
    }
    std::stable_sort(readings.begin(), readings.end(), [](const Statement& a, const Statement& b) {
        return a.entry->where.size() > b.entry->where.size();
    });
    return readings;
}

std::vector<Statement> StatementFinder::of_verb(std::size_t verb) const {
    const Arguments of_verb = arguments_.of_verb(verb);
    for (const std::string& key : arguments_.verb_keys(verb)) {
        const auto* entries = pack_.actions.verb(key);
        if (entries == nullptr) continue;
        auto readings = readings_of(*entries, of_verb, verb);
        if (!readings.empty()) return readings;  // "carry out" is not "carry"
    }
    return {};
}

std::vector<Statement> StatementFinder::of_circumstances(std::size_t verb) const {
    const auto* entries = pack_.actions.verb(any_verb);
    if (entries == nullptr) return {};
    auto readings = readings_of(*entries, arguments_.of_verb(verb), verb);
    std::erase_if(readings, [](const Statement& reading) {
        return reading.sources.empty() || !contains(reading.entry->frame.source, reading.sources.front().slot);
    });
    return readings;
}

std::optional<std::size_t> StatementFinder::copular_subject(std::size_t noun) const {
    for (std::optional<std::size_t> at = noun; at; at = tree_.head(*at)) {
        if (tree_.is(*at, {Upos::verb}) && *at != noun) {
            // Taggers differ on whether "sommes" in "nous sommes en contact" is a copula.
            const bool being = arguments_.verb_cue(*at, language::CueKind::occurrence) != nullptr;
            return being ? arguments_.surface_subject(*at) : std::nullopt;
        }
        const bool copular = tree_.has_child(*at, {Deprel::cop});
        const auto subject = tree_.child(*at, {Deprel::nsubj});
        if (copular && subject && *subject != noun && !tree_.dominates(*subject, noun)) return subject;
        if (tree_.is(*at, {Deprel::nsubj, Deprel::acl_relcl, Deprel::conj})) return std::nullopt;
    }
    return std::nullopt;
}

std::vector<Statement> StatementFinder::of_noun(std::size_t noun) const {
    const auto& nouns = pack_.actions.nouns();
    const std::vector<ActionEntry>* entries = nullptr;
    std::size_t best_first = noun;
    std::size_t best_last = noun;
    const std::size_t earliest = noun < longest_noun ? 0 : noun - longest_noun + 1;
    // Whether anything is called by words that begin with this one: most begin nothing, and no more is to be looked up.
    const auto begins = [&](std::string_view key) { return key.empty() || nouns.longest_from(key) > 0; };
    for (std::size_t first = earliest; first <= noun; ++first) {
        const bool written_so = first != noun && begins(phrase_key(tree_[first].form));
        if (!written_so && !begins(phrase_key(tree_[first].lemma))) continue;
        std::string lemmas;
        std::string written;
        for (std::size_t last = first; last < tree_.size() && last < first + longest_noun; ++last) {
            language::append_word(lemmas, phrase_key(tree_[last].lemma));
            language::append_word(written, phrase_key(last == noun ? tree_[last].lemma : tree_[last].form));
            if (last < noun) continue;
            const auto* found = nouns.find(lemmas);
            if (found == nullptr) found = nouns.find(written);
            const bool longer = entries == nullptr || last - first > best_last - best_first;
            if (found != nullptr && longer) {
                entries = found;
                best_first = first;
                best_last = last;
            }
        }
    }
    std::vector<Statement> readings;
    if (entries == nullptr) return readings;
    const Arguments arguments = arguments_.of_noun(noun);
    for (const ActionEntry& entry : *entries) {
        if (entry.plural_only && !tree_[noun].has("Number", "Plur")) continue;
        const bool fits = std::all_of(entry.where.begin(), entry.where.end(),
                                      [&](const Condition& condition) { return holds(condition, arguments); });
        if (!fits) continue;
        Statement statement = make(entry, arguments, noun);
        statement.shown_first = std::min(statement.shown_first, best_first);
        statement.shown_last = std::max(statement.shown_last, best_last);
        // Who carries it out stands with the verb that supports the noun.
        const auto doer = fill({"doer", "subj"}, arguments);
        const auto undergoer = fill({"undergoer"}, arguments);
        // "a subi une attaque de …": its subject is nobody's source.
        if (undergoer.empty()) statement.sources.insert(statement.sources.begin(), doer.begin(), doer.end());
        statement.targets.insert(statement.targets.begin(), undergoer.begin(), undergoer.end());
        add_implied(entry, statement);
        if (statement.action->symmetric) {
            statement.pairs.insert(statement.pairs.end(), doer.begin(), doer.end());
            // "we are in contact with", "nous sommes dans une phase des négociations avec": the clause says who.
            if (const auto subject = copular_subject(noun))
                statement.sources.push_back({"clause", coordinated(*subject)});
        }
        add_clause(noun, statement);
        readings.push_back(std::move(statement));
    }
    std::stable_sort(readings.begin(), readings.end(), [](const Statement& a, const Statement& b) {
        return a.entry->where.size() > b.entry->where.size();
    });
    return readings;
}

std::vector<std::vector<Statement>> StatementFinder::find() const {
    std::vector<std::vector<Statement>> found;
    for (std::size_t i = 0; i < tree_.size(); ++i) {
        std::vector<Statement> readings;
        // "Munich police arrest five men": what has an object is a verb, whatever the tagger calls it.
        const bool acts = tree_.is(i, {Upos::noun}) && tree_.has_child(i, {Deprel::obj});
        if (acts || tree_.is(i, {Upos::verb, Upos::aux})) readings = of_verb(i);
        // Taggers take some event nouns for verbs ("Clashes erupt between …"): the noun is tried after the verb.
        const bool finite = tree_[i].has("VerbForm", "Fin") && tree_.has_child(i, {Deprel::nsubj, Deprel::nsubj_pass});
        if (!finite && tree_.is(i, {Upos::noun, Upos::propn, Upos::verb, Upos::adj})) {
            for (Statement& reading : of_noun(i)) readings.push_back(std::move(reading));
        }
        if (!readings.empty()) found.push_back(std::move(readings));
        if (!tree_.is(i, {Upos::verb})) continue;
        if (auto around = of_circumstances(i); !around.empty()) found.push_back(std::move(around));
    }
    // What operators say by themselves comes last: it counts only where nothing more exact was found.
    for (std::size_t i = 0; i < tree_.size(); ++i) {
        for (auto readings : {of_operator(i), of_judgement(i)}) {
            if (!readings.empty()) found.push_back(std::move(readings));
        }
    }
    return found;
}

}  // namespace entente::extract
