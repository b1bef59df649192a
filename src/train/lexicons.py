"""Form lexicons from two Debian packages: WordNet (wordnet-base) for English, the Dicollecte spelling dictionary (hunspell-fr-comprehensive) for French.

Both know words that no treebank holds, so that a tagger need not guess *denies* or *summons* from its ending. Only which forms a word has and what part of speech they can be goes
into a model, no definitions.
"""
import re
from collections import Counter, defaultdict
from pathlib import Path

WORDNET, HUNSPELL = Path("/usr/share/wordnet"), Path("/usr/share/hunspell")
PARTS = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}
SENSE_PARTS = {"1": "NOUN", "2": "VERB", "3": "ADJ", "4": "ADV", "5": "ADJ"}


def lines_of(path):
    if not path.exists():
        raise SystemExit(f"{path} is missing: install the Debian packages wordnet-base and hunspell-fr-comprehensive")
    return path.read_text(encoding="utf-8").splitlines()


def english_plural(noun):
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def english_past(verb):
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def english_gerund(verb):
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"


def verb_forms(verb, irregular):
    """(form, VerbForm) of an English verb; `irregular`: its forms in the list of exceptions, which holds doubled consonants too."""
    yield verb, "Inf"
    yield english_plural(verb) if verb != "have" else "has", "Fin"
    gerunds = [f for f in irregular if f.endswith("ing")]
    pasts = [f for f in irregular if not f.endswith("ing")]
    for form in gerunds or [english_gerund(verb)]:
        yield form, "Ger"
    for form in pasts or [english_past(verb)]:
        yield form, "Part"
        yield form, "Fin"


def wordnet():
    """(form, upos, feats, lemma, count) of the single words of WordNet; count: how often its corpus has the word in that part of speech, at least 1."""
    seen = Counter()
    for line in lines_of(WORDNET / "cntlist.rev"):
        sense, _, count = line.split(" ")
        lemma, _, rest = sense.partition("%")
        seen[lemma, SENSE_PARTS[rest[0]]] += int(count)
    for file, upos in PARTS.items():
        irregular = defaultdict(list)
        for line in lines_of(WORDNET / f"{file}.exc"):
            form, lemma = line.split(" ")[:2]
            irregular[lemma].append(form)
        for word in sorted(wordnet_words(WORDNET / f"data.{file}")):
            count = seen[word.lower(), upos] + 1
            capital = word[0].isupper()
            part = "PROPN" if capital and upos == "NOUN" else upos
            if upos == "VERB":
                for form, kind in verb_forms(word, irregular[word]):
                    yield form, upos, f"VerbForm={kind}", word, count
            else:
                yield word, part, "_", word, count
                for form in irregular[word] or ([english_plural(word)] if part == "NOUN" else []):
                    yield form, part, "_", word, count


def wordnet_words(path):
    """The words of a data file as they are written, without collocations and single letters."""
    words = set()
    for line in lines_of(path):
        if line.startswith(" "):
            continue
        cells = line.split(" ")
        for i in range(int(cells[3], 16)):
            word = cells[4 + 2 * i].partition("(")[0]
            if len(word) > 1 and word.isalpha():
                words.add(word)
    return words


VERB_FEATS = {"infi": "VerbForm=Inf", "ppre": "VerbForm=Part", "ppas": "VerbForm=Part", "cond": "Mood=Cnd|VerbForm=Fin", "ifut": "Tense=Fut|VerbForm=Fin"}


def hunspell_upos(tags):
    """The UPOS of an entry's `po:` tags, most verbal last; empty for closed classes, which the treebanks know whole."""
    found = []
    for tag in tags:
        if tag[0] == "v" and tag[1:2].isdigit():
            found.append("VERB")
        else:
            found += {"nom": ["NOUN"], "adj": ["ADJ"], "adv": ["ADV"], "npr": ["PROPN"], "prn": ["PROPN"], "patr": ["PROPN"]}.get(tag, [])
    return found


def hunspell_rules(path):
    """flag -> (strip, ending, condition, tags) of the suffix rules."""
    rules = defaultdict(list)
    for line in lines_of(path):
        cells = line.split()
        if cells[:1] == ["SFX"] and len(cells) >= 5:
            strip, ending = ("" if c == "0" else c for c in (cells[2], cells[3].partition("/")[0]))
            rules[cells[1]].append((strip, ending, re.compile(cells[4] + "$"), [c[3:].rstrip("!") for c in cells[5:] if c.startswith("po:")]))
    return rules


def hunspell():
    """(form, upos, feats, lemma, 1) of the French spelling dictionary, every inflected form."""
    rules = hunspell_rules(HUNSPELL / "fr.aff")
    for line in lines_of(HUNSPELL / "fr.dic")[1:]:
        cells = line.split()
        word, _, flags = cells[0].partition("/")
        kinds = hunspell_upos([c[3:] for c in cells[1:] if c.startswith("po:")])
        if not kinds or len(word) < 2 or not word.replace("-", "").isalpha():
            continue
        forms = {(word, "VerbForm=Inf" if kinds == ["VERB"] else "_")}
        for flag in (flags[i:i + 2] for i in range(0, len(flags), 2)):
            for strip, ending, condition, tags in rules.get(flag, ()):
                if word.endswith(strip) and condition.search(word):
                    forms.add((word[:len(word) - len(strip)] + ending, verb_feats(tags)))
        for form, feats in sorted(forms):
            for upos in kinds:
                yield form, upos, feats if upos == "VERB" else "_", word, 1


def verb_feats(tags):
    return next((VERB_FEATS[t] for t in tags if t in VERB_FEATS), "VerbForm=Fin" if tags else "_")


SOURCES = {"en": wordnet, "fr": hunspell}


def entries(language):
    """All entries for a language, none for languages without a lexicon here."""
    return list(SOURCES[language]()) if language in SOURCES else []
