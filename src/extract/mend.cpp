#include "extract/mend.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "text/unicode.hpp"

namespace entente::extract {

namespace {

using language::CueKind;
using language::phrase_key;
using language::Pronoun;
using syntax::Deprel;
using syntax::Token;
using syntax::Upos;

/// How many nouns may stand between an agent and its verb: "expelled from the Council of Europe by …".
constexpr int longest_way_up = 5;

/// Letters of the endings behind which a verb is looked for: "imposant", "bombardent".
constexpr int longest_ending = 3;

class Mender {
public:
    Mender(syntax::Sentence& sentence, const language::LanguagePack& pack) : tokens_(sentence.tokens), pack_(pack) {}

    void mend() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            nationality(i);
            verb(i);
            perfect(i);
            undergone(i);
            preposition(i);
            count(i);
        }
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            crossing(i);
            described(i);
            between(i);
            agent(i);
            beside_agent(i);
        }
    }

private:
    [[nodiscard]] bool is(std::size_t i, std::initializer_list<Deprel> relations) const {
        return std::find(relations.begin(), relations.end(), tokens_[i].deprel) != relations.end();
    }
    [[nodiscard]] bool is(std::size_t i, std::initializer_list<Upos> tags) const {
        return std::find(tags.begin(), tags.end(), tokens_[i].upos) != tags.end();
    }
    [[nodiscard]] std::optional<std::size_t> head(std::size_t i) const {
        return tokens_[i].head < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(tokens_[i].head));
    }
    [[nodiscard]] std::vector<std::size_t> children(std::size_t i, std::initializer_list<Deprel> relations) const {
        std::vector<std::size_t> found;
        for (std::size_t child = 0; child < tokens_.size(); ++child) {
            if (head(child) == i && is(child, relations)) found.push_back(child);
        }
        return found;
    }
    [[nodiscard]] bool has(std::size_t i, std::initializer_list<Deprel> relations) const {
        return !children(i, relations).empty();
    }
    [[nodiscard]] bool dominates(std::size_t ancestor, std::size_t i) const {
        for (std::optional<std::size_t> at = i; at; at = head(*at)) {
            if (*at == ancestor) return true;
        }
        return false;
    }
    void attach(std::size_t i, std::size_t to, Deprel relation) {
        if (dominates(i, to)) return;
        tokens_[i].head = static_cast<int>(to);
        tokens_[i].deprel = relation;
        tokens_[i].deprel_subtype.clear();
    }
    [[nodiscard]] std::string canonical_preposition(std::size_t phrase) const {
        std::string written;
        for (const std::size_t word : children(phrase, {Deprel::case_})) {
            if (word > phrase) continue;
            for (std::size_t i = word; i < phrase; ++i) {
                if (i == word || (head(i) == word && is(i, {Deprel::fixed}))) append(written, tokens_[i].form);
            }
        }
        return pack_.prepositions.canonical(written);
    }
    static void append(std::string& phrase, const std::string& word) {
        if (!phrase.empty() && phrase.back() != '\'') phrase += ' ';
        phrase += word;
    }
    [[nodiscard]] bool is_reflexive(std::size_t verb) const {
        for (const std::size_t child : children(verb, {Deprel::expl, Deprel::obj, Deprel::iobj})) {
            if (child < verb && pack_.pronouns.find(tokens_[child].form, Pronoun::Kind::reflexive) != nullptr)
                return true;
        }
        return false;
    }

    /// "les militaires nigériens", tagged as a name: names are capitalised where adjectives are not.
    void nationality(std::size_t i) {
        Token& token = tokens_[i];
        if (token.upos != Upos::propn || text::starts_upper(token.form)) return;
        const auto entries = pack_.names.lookup(token.form);
        const bool adjective = std::any_of(entries.begin(), entries.end(), [](const auto* entry) {
            return entry->kind == language::NameKind::adjective;
        });
        if (!adjective) return;
        token.upos = Upos::adj;
        if (is(i, {Deprel::nmod, Deprel::appos, Deprel::flat})) token.deprel = Deprel::amod;
    }

    /// What in the tree makes a verb of a word that is tagged otherwise.
    struct Evidence {
        bool perfect = false;    ///< an auxiliary before it
        bool subject = false;    ///< a subject before it, and no article
        bool reflexive = false;  ///< a reflexive pronoun
        bool object = false;     ///< an object behind an adjective: "une résolution imposant des sanctions"
        bool agent = false;      ///< an agent behind an adjective: "préoccupé par"
    };

    [[nodiscard]] Evidence evidence(std::size_t i) const {
        const auto any_before = [&](const std::vector<std::size_t>& words) {
            return std::any_of(words.begin(), words.end(), [&](std::size_t word) { return word < i; });
        };
        Evidence found;
        found.reflexive = is_reflexive(i);
        const bool copular = has(i, {Deprel::cop});
        found.perfect = !copular && any_before(children(i, {Deprel::aux, Deprel::aux_pass}));
        found.subject =
            !copular && !has(i, {Deprel::det}) && any_before(children(i, {Deprel::nsubj, Deprel::nsubj_pass}));
        if (!is(i, {Upos::adj})) return found;
        found.object = !copular && !any_before(children(i, {Deprel::obj})) && has(i, {Deprel::obj});
        for (const std::size_t phrase : children(i, {Deprel::obl, Deprel::obl_agent, Deprel::nmod})) {
            const bool by = pack_.prepositions.has_use(canonical_preposition(phrase), "agent");
            found.agent = found.agent || (by && phrase > i);
        }
        return found;
    }

    /// The verb of the lexicon that a form may belong to, by its beginning; empty if there is none.
    [[nodiscard]] std::string verb_of(std::size_t i) const {
        const std::string lemma = phrase_key(tokens_[i].lemma);
        if (pack_.actions.verb(lemma) != nullptr) return lemma;
        std::string form = phrase_key(tokens_[i].form);
        for (int cut = 0; cut <= longest_ending && !form.empty(); ++cut, form.pop_back()) {
            if (const auto near = pack_.actions.verb_near(form); !near.empty()) return std::string(near);
        }
        return {};
    }

    /// "La Turquie bombarde les Kurdes", "elle s'alarme", "ils ont tendu …": what has a subject, a reflexive, an
    /// auxiliary or an object is a verb, whatever its tag.
    void verb(std::size_t i) {
        if (!is(i, {Upos::noun, Upos::propn, Upos::adj})) return;
        const Evidence found = evidence(i);
        if (!found.perfect && !found.subject && !found.reflexive && !found.object && !found.agent) return;
        const std::string known = verb_of(i);
        if (known.empty() && !found.perfect) return;
        // "Greece and Turkey resume talks": an event may well stay one; a verb has somebody behind it.
        const auto behind = children(i, {Deprel::nmod, Deprel::appos, Deprel::obj});
        const bool object = std::any_of(behind.begin(), behind.end(),
                                        [&](std::size_t child) { return child > i && !has(child, {Deprel::case_}); });
        if (found.subject && !found.perfect && !found.reflexive && is_event(i) && !object) return;
        Token& token = tokens_[i];
        token.upos = Upos::verb;
        if (!known.empty()) token.lemma = known;
        const bool past = found.perfect || (found.agent && !found.subject && !found.object);
        token.feats = past ? "Tense=Past|VerbForm=Part" : found.object ? "Tense=Pres|VerbForm=Part" : "VerbForm=Fin";
        if (is(i, {Deprel::amod})) token.deprel = Deprel::acl;
        if (found.agent) {
            for (const std::size_t child : children(i, {Deprel::cop})) tokens_[child].deprel = Deprel::aux_pass;
            for (const std::size_t child : children(i, {Deprel::nsubj})) tokens_[child].deprel = Deprel::nsubj_pass;
        }
        for (const std::size_t child : children(i, {Deprel::nmod, Deprel::appos})) {
            const bool bare = !has(child, {Deprel::case_});
            if (child < i) continue;
            if (!bare) tokens_[child].deprel = Deprel::obl;
            if (bare && !has(i, {Deprel::obj})) tokens_[child].deprel = Deprel::obj;
        }
        if (token.feats == "VerbForm=Fin") partitive(i);
    }

    /// Whether a verb of the lexicon has a participant or a condition in this slot.
    [[nodiscard]] bool takes(std::size_t verb, std::string_view slot) const {
        const auto* entries = pack_.actions.verb(phrase_key(tokens_[verb].lemma));
        return entries != nullptr && std::any_of(entries->begin(), entries->end(), [&](const auto& entry) {
                   const auto among = [&](const std::vector<std::string>& slots) {
                       return std::find(slots.begin(), slots.end(), slot) != slots.end();
                   };
                   return among(entry.frame.source) || among(entry.frame.target) ||
                          std::any_of(entry.where.begin(), entry.where.end(),
                                      [&](const auto& condition) { return condition.slot == slot; });
               });
    }

    /// "La Bolivie livre du gaz": behind a verb that was taken for a noun, what is delivered was taken for its owner.
    void partitive(std::size_t verb) {
        if (has(verb, {Deprel::obj}) || !takes(verb, "obj")) return;
        const auto phrases = children(verb, {Deprel::obl});
        const auto first = std::find_if(phrases.begin(), phrases.end(), [&](std::size_t i) { return i > verb; });
        if (first == phrases.end()) return;
        const std::string slot = canonical_preposition(*first);
        if (!pack_.prepositions.has_use(slot, "genitive") || takes(verb, slot)) return;
        for (const std::size_t word : children(*first, {Deprel::case_})) tokens_[word].deprel = Deprel::det;
        tokens_[*first].deprel = Deprel::obj;
    }

    /// "sont parvenues à", "ils ont eux-mêmes accusés": verbs that form their perfect with "être" have no passive, nor
    /// has a perfect with another auxiliary.
    void perfect(std::size_t i) {
        if (!is(i, {Upos::verb}) || is_reflexive(i) || has(i, {Deprel::obl_agent})) return;
        const auto auxiliaries = children(i, {Deprel::aux});
        const bool active = !has(i, {Deprel::aux_pass}) && !auxiliaries.empty() &&
                            std::none_of(auxiliaries.begin(), auxiliaries.end(), [&](std::size_t word) {
                                return pack_.cues.is(CueKind::occurrence, phrase_key(tokens_[word].lemma));
                            });
        if (!active && !pack_.cues.is(CueKind::be_perfect, phrase_key(tokens_[i].lemma))) return;
        for (const std::size_t child : children(i, {Deprel::aux_pass})) tokens_[child].deprel = Deprel::aux;
        for (const std::size_t child : children(i, {Deprel::nsubj_pass})) tokens_[child].deprel = Deprel::nsubj;
    }

    /// "L'Iran s'est vu infliger des sanctions": a passive, "voir" its auxiliary.
    void undergone(std::size_t i) {
        const auto governor = head(i);
        if (!governor || !is(i, {Upos::verb}) || !is(i, {Deprel::xcomp}) || !is_reflexive(*governor)) return;
        if (!pack_.cues.is(CueKind::undergo, "se " + phrase_key(tokens_[*governor].lemma))) return;
        tokens_[i].head = tokens_[*governor].head;
        tokens_[i].deprel = tokens_[*governor].deprel;
        const bool object = has(i, {Deprel::obj});
        for (const std::size_t child : children(*governor, {Deprel::nsubj, Deprel::nsubj_pass})) {
            attach(child, i, object ? Deprel::iobj : Deprel::nsubj_pass);
        }
        for (std::size_t child = 0; child < tokens_.size(); ++child) {
            if (head(child) == *governor && !is(child, {Deprel::expl, Deprel::aux})) {
                attach(child, i, tokens_[child].deprel);
            }
        }
        tokens_[*governor].head = static_cast<int>(i);
        tokens_[*governor].deprel = Deprel::aux_pass;
        for (const std::size_t child : children(i, {Deprel::obl})) {
            if (pack_.prepositions.has_use(canonical_preposition(child), "agent"))
                tokens_[child].deprel = Deprel::obl_agent;
        }
    }

    /// "a protesté auprès du Pakistan", "à l'encontre de": the phrase, not the word inside the preposition, is what
    /// stands with the verb.
    void preposition(std::size_t i) {
        if (!is(i, {Upos::adv, Upos::noun, Upos::adp, Upos::adj}) || !head(i) || i + 2 >= tokens_.size()) return;
        const std::size_t link = i + 1;
        if (!is(link, {Deprel::case_}) || !head(link)) return;
        const std::size_t phrase = *head(link);
        const bool below = head(phrase) == i && is(phrase, {Deprel::obl, Deprel::nmod});
        const bool beside =
            head(phrase) == head(i) && is(i, {Deprel::advmod}) && is(phrase, {Deprel::obl, Deprel::nmod});
        if (phrase <= link || (!below && !beside) || has(phrase, {Deprel::nummod})) return;
        std::size_t first = i;
        while (first > 0 && head(first - 1) == i && is(first - 1, {Deprel::case_, Deprel::det})) --first;
        for (; first <= i; ++first) {
            std::string written;
            for (std::size_t word = first; word <= link; ++word) append(written, tokens_[word].form);
            if (pack_.prepositions.knows(written)) break;
        }
        if (first > i) return;
        if (below) {
            const std::size_t governor = *head(i);
            const bool clause = is(governor, {Upos::verb, Upos::adj, Upos::aux});
            const Deprel relation = is(i, {Deprel::conj}) ? Deprel::conj : clause ? Deprel::obl : Deprel::nmod;
            tokens_[phrase].head = static_cast<int>(governor);
            tokens_[phrase].deprel = relation;
            for (std::size_t child = 0; child < tokens_.size(); ++child) {
                if (child != phrase && head(child) == i) attach(child, phrase, tokens_[child].deprel);
            }
        }
        for (std::size_t word = first; word <= link; ++word) {
            tokens_[word].head = static_cast<int>(word == first ? phrase : first);
            tokens_[word].deprel = word == first ? Deprel::case_ : Deprel::fixed;
        }
    }

    /// "deux cents lycéennes": the people counted, not the number, are meant.
    void count(std::size_t i) {
        if (!is(i, {Upos::noun, Upos::num}) || i + 1 >= tokens_.size() || head(i + 1) != i) return;
        const std::size_t people = i + 1;
        const bool number = is(i, {Upos::num}) || has(i, {Deprel::nummod});
        if (!number || !is(people, {Deprel::amod}) || !is(people, {Upos::adj})) return;
        const auto& roles = pack_.roles.words();
        if (roles.find(phrase_key(tokens_[people].lemma)) == nullptr &&
            roles.find(phrase_key(tokens_[people].form)) == nullptr)
            return;
        tokens_[people].head = tokens_[i].head;
        tokens_[people].deprel = tokens_[i].deprel;
        tokens_[people].upos = Upos::noun;
        for (std::size_t child = 0; child < tokens_.size(); ++child) {
            if (child != people && head(child) == i) tokens_[child].head = static_cast<int>(people);
        }
        tokens_[i].head = static_cast<int>(people);
        tokens_[i].deprel = Deprel::nummod;
    }

    /// "La Bolivie livre du gaz à …": what stands behind the verb does not belong to the subject before it.
    void crossing(std::size_t i) {
        const auto subject = head(i);
        if (!subject || *subject > i || !is(i, {Deprel::nmod}) || !is(*subject, {Deprel::nsubj, Deprel::nsubj_pass}))
            return;
        const auto verb = head(*subject);
        if (!verb || *verb < *subject || *verb > i || !is(*verb, {Upos::verb})) return;
        for (std::size_t mark = *verb; mark < i; ++mark) {
            if (is(mark, {Upos::punct})) return;
        }
        const bool partitive = pack_.prepositions.has_use(canonical_preposition(i), "genitive");
        const bool open = !has(*verb, {Deprel::obj, Deprel::ccomp, Deprel::xcomp, Deprel::aux_pass});
        if (partitive && !open) return;
        if (partitive) {
            for (const std::size_t word : children(i, {Deprel::case_})) tokens_[word].deprel = Deprel::det;
        }
        attach(i, *verb, partitive ? Deprel::obj : Deprel::obl);
    }

    /// "les combats entre l'armée et les rebelles": between is between two.
    void between(std::size_t i) {
        const auto event = head(i);
        if (!event || !is(i, {Deprel::nmod, Deprel::obl}) || has(i, {Deprel::conj})) return;
        if (!pack_.prepositions.has_use(canonical_preposition(i), "between")) return;
        for (const std::size_t other : children(*event, {Deprel::conj})) {
            const bool second = other > i && has(other, {Deprel::cc}) && !has(other, {Deprel::case_});
            if (second && is(other, {Upos::noun, Upos::propn})) {
                attach(other, i, Deprel::conj);
                return;
            }
        }
    }

    /// "une attaque surprise des rebelles": whose the attack is does not stand with the word that only describes it.
    void described(std::size_t i) {
        const auto describing = head(i);
        if (!describing || *describing == 0 || *describing > i || !is(i, {Deprel::nmod})) return;
        const std::size_t event = *describing - 1;
        const bool bare =
            is(*describing, {Deprel::nmod, Deprel::appos, Deprel::flat, Deprel::amod, Deprel::compound}) &&
            !has(*describing, {Deprel::case_, Deprel::det});
        if (bare && head(*describing) == event && is_event(event)) attach(i, event, Deprel::nmod);
    }

    [[nodiscard]] bool is_passive(std::size_t verb) const {
        if (!is(verb, {Upos::verb})) return false;
        if (has(verb, {Deprel::aux_pass, Deprel::nsubj_pass, Deprel::aux_caus})) return true;
        return is(verb, {Deprel::acl, Deprel::advcl}) && tokens_[verb].has("VerbForm", "Part") &&
               tokens_[verb].has("Tense", "Past");
    }

    [[nodiscard]] bool is_event(std::size_t noun) const {
        return pack_.actions.nouns().find(phrase_key(tokens_[noun].lemma)) != nullptr;
    }

    /// "a été expulsée du Conseil de l'Europe par la France": by goes with the passive, unless an event stands between.
    void agent(std::size_t i) {
        if (!is(i, {Deprel::nmod}) || !pack_.prepositions.has_use(canonical_preposition(i), "agent")) return;
        auto at = head(i);
        for (int up = 0; at && up < longest_way_up; ++up, at = head(*at)) {
            if (is(*at, {Upos::verb})) {
                if (*at < i && is_passive(*at) && !has(*at, {Deprel::obl_agent})) attach(i, *at, Deprel::obl_agent);
                return;
            }
            if (*at > i || is_event(*at) ||
                !is(*at, {Deprel::nmod, Deprel::obl, Deprel::obj, Deprel::amod, Deprel::conj}))
                return;
        }
    }

    /// "ouverte par la justice contre le ministre": against whom goes with the verb too.
    void beside_agent(std::size_t i) {
        const auto doer = head(i);
        if (!doer || !is(i, {Deprel::nmod}) || !is(*doer, {Deprel::obl_agent}) || i < *doer || is_event(*doer)) return;
        const std::string slot = canonical_preposition(i);
        if (slot.empty()) return;
        for (const std::string_view use : {"genitive", "locative", "agent", "member", "origin"}) {
            if (pack_.prepositions.has_use(slot, use)) return;
        }
        attach(i, *head(*doer), Deprel::obl);
    }

    std::vector<Token>& tokens_;
    const language::LanguagePack& pack_;
};

}  // namespace

syntax::Sentence mended(const syntax::Sentence& sentence, const language::LanguagePack& pack) {
    syntax::Sentence copy = sentence;
    Mender(copy, pack).mend();
    return copy;
}

}  // namespace entente::extract
