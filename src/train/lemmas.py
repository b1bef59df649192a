"""Lemmas as edit scripts, and the lexicon of (form, UPOS). src/syntax/lemmatiser.cpp applies them; change both or neither.

A script is a case letter (K keep, L lower, T lower with a capital first), the number of characters cut from the end, and what is appended:
`L2-y` makes `tries` of `Tries`... as `Tri` + `y` after cutting `es`.
"""
from collections import Counter, defaultdict

from features import fnv1a64, lower, normalise, title

CASES = {"K": lambda form: form, "L": lower, "T": title}


def apply(script, form):
    case, rest = script[0], script[1:]
    cut, _, ending = rest.partition("-")
    base, cut = CASES[case](normalise(form)), int(cut)
    return (base[:-cut] if cut else base) + ending


def script_of(form, lemma):
    """The script with the smallest change that makes `lemma` of `form`."""
    best = None
    for case in "KLT":
        base = CASES[case](normalise(form))
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        script = f"{case}{len(base) - common}-{lemma[common:]}"
        cost = (len(base) - common + len(lemma) - common, "KLT".index(case))
        if best is None or cost < best[0]:
            best = (cost, script)
    return best[1]


def lexicon(entries):
    """(form, upos) -> lemma out of (form, upos, lemma, count): exact forms where they differ from what their lower-cased form gives."""
    exact, lowered = defaultdict(Counter), defaultdict(Counter)
    for form, upos, lemma, count in entries:
        form = normalise(form)
        if lemma == "_" or "\t" in lemma:
            continue
        exact[form, upos][lemma] += count
        lowered[lower(form), upos][lemma] += count
    best = lambda tally: min(tally.items(), key=lambda item: (-item[1], item[0]))[0]
    table = {key: best(tally) for key, tally in lowered.items()}
    # The lower-cased form, where it occurs itself, before the others: they are compared with what it gives.
    for (form, upos), tally in sorted(exact.items(), key=lambda item: item[0][0] != lower(item[0][0])):
        if best(tally) != table[lower(form), upos]:
            table[form, upos] = best(tally)
    return table


def lookup(table, form, upos):
    """(form the script applies to, lemma) or None: the exact form first, then its lower case."""
    form = normalise(form)
    found = table.get((form, upos))
    return found if found is not None else table.get((lower(form), upos))


def known_lemmas(table):
    """The (lemma, upos) pairs that the lexicon leads to: a script that makes one of them is preferred to one that makes a new word."""
    return {(lemma, upos) for (_, upos), lemma in table.items()}


def choose(form, upos, scripts, known):
    """The lemma of a form that the lexicon lacks: the first of `scripts` (best first) that makes a known lemma, else the best one's."""
    made = [apply(script, form) for script in scripts]
    return next((lemma for lemma in made if (lemma, upos) in known), made[0]) or normalise(form)


def lexicon_hash(form, upos):
    return fnv1a64(upos.encode() + b"\t" + form.encode("utf-8"))
