"""Training noise: headlines, capitals, lost diacritics, typing errors. News text has them, treebanks do not."""
import unicodedata

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def strip_diacritics(form):
    return "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))


def mistype(form, random):
    if len(form) < 4 or not form.isalpha():
        return form
    at = random.randrange(1, len(form) - 1)
    kind = random.randrange(3)
    if kind == 0:
        return form[:at] + form[at + 1:]
    if kind == 1:
        return form[:at] + form[at + 1] + form[at] + form[at + 2:]
    return form[:at] + random.choice(LETTERS) + form[at + 1:]


def noisy(forms, random):
    """A noisy variant of the forms of one sentence, of the same length."""
    kind = random.randrange(6)
    if kind == 0:
        return [f.lower() for f in forms]
    if kind == 1:
        return [f.upper() for f in forms]
    if kind == 2:
        return [f[:1].upper() + f[1:] for f in forms]
    if kind == 3:
        return [strip_diacritics(f) for f in forms]
    if kind == 4:
        return [strip_diacritics(f).upper() for f in forms]
    return [mistype(f, random) if random.random() < 0.1 else f for f in forms]


def final_punctuation(sentence):
    """Whether the last word is punctuation on which nothing depends."""
    n = len(sentence)
    return n > 2 and sentence.upos[-1] == "PUNCT" and n not in sentence.heads
