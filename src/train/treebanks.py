"""Which sentences may train a shipped model, and the external lexicons.

The models are released under CC BY-SA 4.0, so only sources that allow commercial use are taken: GUM as a collection is NC because of some genres; those whose
texts are CC BY or in the public domain stay. French-ParTUT is CC BY-NC-SA and left out.
"""
from collections import Counter, defaultdict
from pathlib import Path

import conllu
from features import lower, normalise

SOURCES = {
    "en": {"en_ewt", "en_gum"},
    "fr": {"fr_gsd", "fr_sequoia", "fr_fqb", "fr_rhapsodie", "fr_parisstories"},
}
GENRES = {"news", "interview", "bio", "voyage", "textbook", "vlog", "speech", "conversation"}
SPOKEN = {"fr_rhapsodie", "fr_parisstories"}  # Gender and Number are mostly missing there: no features are learned from them
OLD_LEMMAS = {"fr_fqb"}  # pronouns are `il`, `le/lui` there, `lui`, `soi` elsewhere; so too in the form lexicon
TREEBANK_WEIGHT = 30  # what an occurrence in a treebank counts against one in a form lexicon or in OLD_LEMMAS
NO_VOICE = {"fr_fqb"}  # participles without Voice: their features are not learned


def allowed(sentence, language):
    if language in SOURCES and sentence.source not in SOURCES[language]:
        return False
    return "genre" not in sentence.license or sentence.license.rsplit(" ", 1)[-1] in GENRES


def part(directory, language, name):
    path = Path(directory) / language / f"{name}.conllu.xz"
    return conllu.read(path) if path.exists() else []


def training(directory, language, spoken=False):
    sentences = part(directory, language, "train") + (part(directory, language, "train_spoken") if spoken else [])
    return [s for s in sentences if allowed(s, language)]


def form_lexicon(directory, language):
    """(form, upos, feats, lemma, count) entries of the form lexicons of a language."""
    entries = []
    for path in sorted(Path(directory, "lexicon").glob(f"{language}_*.tsv.xz")):
        for line in conllu.open_text(path):
            cells = line.rstrip("\n").split("\t")
            if not line.startswith("# ") and len(cells) == 5 and cells[4].isdigit() and cells[1] != "_":
                entries.append((cells[0], cells[2], cells[3], cells[1], int(cells[4])))
    return entries


def lemma_entries(sentences, entries, further):
    """(form, upos, lemma, weight) of everything that the lexicon of lemmas is made of; of the `further` entries only which lemmas there are: scripts make the forms."""
    own = [(f, u, l, 1 if s.source in OLD_LEMMAS else TREEBANK_WEIGHT) for s in sentences for f, u, l in zip(s.forms, s.upos, s.lemmas)]
    known = sorted({(l, u, l, 1) for _, u, _, l, _ in further if u != "PROPN"})
    return own + [(f, u, l, c) for f, u, _, l, c in entries] + known


def word_classes(entries):
    """Lower-cased form -> its tags in the lexicon, most frequent first (`NOUN VERB.Part`); rare combinations keep the first tag only.

    Conditional and future are told apart: their endings do not give them away (*montrait*, *livrerait*), and extraction must know hearsay and plans.
    """
    tallies = defaultdict(Counter)
    for form, upos, feats, _, count in entries:
        marks = [f.partition("=")[2] for f in feats.split("|") if f.startswith("VerbForm=") or f in ("Mood=Cnd", "Tense=Fut")]
        tallies[lower(normalise(form))][".".join([upos] + marks)] += count
    names = {}
    for form, tally in tallies.items():
        total = sum(tally.values())
        tags = sorted((t for t in tally if tally[t] >= 0.02 * total), key=lambda t: (-tally[t], t))
        names[form] = " ".join(tags[:4])
    frequent = Counter(names.values())
    return {form: name if frequent[name] >= 4 else name.split()[0] + " ?" for form, name in names.items()}
