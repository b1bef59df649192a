"""News in the present tense: variants of training sentences as headlines and news in brief have them.

The English treebanks tell news in the past tense and in whole clauses; agencies write "Police arrest two men", "Envoy denies claims", "Five killed in clashes". A model that has not
seen such sentences takes their verbs for nouns. The variants are made from the trees: finite verbs of the third person go from the past to the present, and some sentences lose
articles, auxiliaries of the passive and the final stop.
"""

IRREGULAR = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do"), "go": ("goes", "go")}
ARTICLES = {"a", "an", "the"}


def english_present(lemma, plural):
    """The third person of the present tense."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma][plural]
    if plural:
        return lemma
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


PRESENT = {"en": english_present}


def is_past(sentence, i):
    feats = sentence.feats[i].split("|")
    return (sentence.upos[i] in ("VERB", "AUX") and {"Tense=Past", "VerbForm=Fin", "Person=3"} <= set(feats)
            and sentence.lemmas[i].isalpha() and sentence.lemmas[i].islower())


def copy(sentence):
    variant = type(sentence)()
    for name in ("forms", "lemmas", "upos", "feats", "heads", "deprels"):
        setattr(variant, name, list(getattr(sentence, name)))
    variant.source, variant.license, variant.lines, variant.headline, variant.silver = sentence.source, sentence.license, [], True, False
    return variant


def in_present(sentence, present):
    variant = copy(sentence)
    for i in range(len(sentence)):
        if is_past(sentence, i):
            variant.forms[i] = present(sentence.lemmas[i], "Number=Plur" in sentence.feats[i])
            variant.feats[i] = sentence.feats[i].replace("Tense=Past", "Tense=Pres")
    return variant


def with_commas(sentence):
    """Subjects joined by a comma: *Russia, Turkey agree truce*. The tree stays."""
    for i in range(1, len(sentence)):
        joined = sentence.heads[i] - 1
        if sentence.deprels[i] == "cc" and sentence.lemmas[i] == "and" and sentence.deprels[joined] == "conj":
            if sentence.deprels[sentence.heads[joined] - 1].startswith("nsubj"):
                sentence.forms[i] = sentence.lemmas[i] = ","
                sentence.upos[i], sentence.feats[i], sentence.deprels[i] = "PUNCT", "_", "punct"
    return sentence


def shortened(sentence):
    """Without articles, auxiliaries of passives and progressives, and a final stop, where nothing hangs on them."""
    sentence = with_commas(sentence)
    kept = []
    for i in range(len(sentence)):
        article = sentence.upos[i] == "DET" and sentence.lemmas[i] in ARTICLES
        auxiliary = (sentence.deprels[i] in ("aux:pass", "aux") and sentence.lemmas[i] == "be"
                     and "VerbForm=Part" in sentence.feats[sentence.heads[i] - 1])
        stop = i == len(sentence) - 1 and sentence.forms[i] == "."
        free = i + 1 not in sentence.heads
        if not (free and (article or auxiliary or stop)):
            kept.append(i)
    number = {old + 1: new + 1 for new, old in enumerate(kept)}
    number[0] = 0
    variant = copy(sentence)
    for name in ("forms", "lemmas", "upos", "feats", "deprels"):
        setattr(variant, name, [getattr(sentence, name)[i] for i in kept])
    variant.heads = [number[sentence.heads[i]] for i in kept]
    variant.forms[0] = variant.forms[0][:1].upper() + variant.forms[0][1:]
    return variant


def variants(sentences, language, share, random):
    """Present-tense variants of a share of the sentences that can have one; every second is shortened too. None for languages without PRESENT."""
    made = []
    present = PRESENT.get(language)
    for sentence in sentences if present else ():
        if len(sentence) < 4 or not any(is_past(sentence, i) for i in range(len(sentence))) or random.random() >= share:
            continue
        variant = in_present(sentence, present)
        made.append(shortened(variant) if random.randrange(2) == 0 else variant)
    return [v for v in made if len(v) >= 3]
