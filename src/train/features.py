"""What the network sees of a word. src/syntax/features.cpp computes exactly the same; change both or neither.

A word is eleven strings, each with a type number; the FNV-1a hash (32 bits) of the type byte and the UTF-8 string is looked up in the model's
dictionary, which gives an embedding row. An unknown string of type t has row t.
"""
LOWER, FORM, PREFIX1, PREFIX2, PREFIX3, SUFFIX1, SUFFIX2, SUFFIX3, SUFFIX4, SHAPE, WORD_CLASS = range(11)
TYPES = 11
NORMAL = {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "`": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2026": "..."}


def normalise(form):
    """Typographic variants that the treebanks do not hold, mapped to those they do."""
    return "".join(NORMAL.get(c, c) for c in form)


def lower_character(c):
    """Simple lower case over Latin, Greek and Cyrillic: small, fixed tables rather than a Unicode version."""
    if "A" <= c <= "Z" or ("\u00c0" <= c <= "\u00de" and c != "\u00d7") or ("\u0391" <= c <= "\u03a9" and c != "\u03a2") or "\u0410" <= c <= "\u042f":
        return chr(ord(c) + 32)
    if "\u0400" <= c <= "\u040f":
        return chr(ord(c) + 80)
    if "\u0100" <= c <= "\u0137" or "\u014a" <= c <= "\u0177":
        return c if c in "\u0130\u0131" else chr(ord(c) | 1)
    if "\u0139" <= c <= "\u0148" or "\u0179" <= c <= "\u017e":
        return chr(ord(c) + 1) if ord(c) & 1 else c
    return "\u00ff" if c == "\u0178" else c


def lower(form):
    return "".join(map(lower_character, form))


def upper_character(c):
    """The inverse of lower_character where there is one."""
    up = c.upper()
    return up if len(up) == 1 and lower_character(up) == c else c


def title(form):
    """Lower case with the first character raised."""
    low = lower(form)
    return upper_character(low[0]) + low[1:] if low else low


def shape_of(c):
    if lower_character(c) != c:
        return "X"
    if "0" <= c <= "9":
        return "d"
    if "a" <= c <= "z" or (c >= "\u00c0" and not "\u2000" <= c <= "\u2bff" and c not in "\u00d7\u00f7"):
        return "x"
    return c


def shape(form):
    """Character classes, runs cut to two, at most ten."""
    out = []
    for c in map(shape_of, form):
        if len(out) < 2 or out[-1] != c or out[-2] != c:
            out.append(c)
        if len(out) == 10:
            break
    return "".join(out)


def strings(form):
    """The (type, string) pairs of a form; affixes longer than the form are left out."""
    form = normalise(form)
    low = lower(form)
    found = [(LOWER, low), (FORM, form), (SHAPE, shape(form)), (WORD_CLASS, low)]
    found += [(PREFIX1 + n - 1, low[:n]) for n in (1, 2, 3) if len(low) >= n]
    found += [(SUFFIX1 + n - 1, low[-n:]) for n in (1, 2, 3, 4) if len(low) >= n]
    return found


def fnv1a32(data):
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def fnv1a64(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def feature_hash(kind, string):
    return fnv1a32(bytes([kind]) + string.encode("utf-8"))


class Dictionary:
    """(type, string) -> embedding row. Rows 0..10 stand for the unknown string of each type."""
    CAPS = {LOWER: 20000, FORM: 6000, PREFIX1: 512, PREFIX2: 2048, PREFIX3: 4096, SUFFIX1: 512, SUFFIX2: 2048, SUFFIX3: 4096, SUFFIX4: 8192, SHAPE: 512}
    LEAST = {LOWER: 2, FORM: 3}

    def __init__(self, counts, classes):
        """`counts`: form -> occurrences in training; `classes`: lower-cased form -> name of its word class."""
        tallies = [dict() for _ in range(TYPES)]
        for form, count in counts.items():
            for kind, string in strings(form):
                tallies[kind][string] = tallies[kind].get(string, 0) + count
        self.rows, self.counts = {}, [0] * TYPES
        for kind in range(WORD_CLASS):
            best = sorted(tallies[kind].items(), key=lambda item: (-item[1], item[0]))[:self.CAPS[kind]]
            for string, count in best:
                if count >= self.LEAST.get(kind, 3):
                    self.rows[kind, string] = len(self.counts)
                    self.counts.append(count)
        row_of_class = {}
        for word, name in sorted(classes.items()):
            if name not in row_of_class:
                row_of_class[name] = len(self.counts)
                self.counts.append(1000)
            self.rows[WORD_CLASS, word] = row_of_class[name]
        self.cache = {}

    def ids(self, form):
        found = self.cache.get(form)
        if found is None:
            found = list(range(TYPES))
            for kind, string in strings(form):
                found[kind] = self.rows.get((kind, string), kind)
            if len(self.cache) < 500000:
                self.cache[form] = found
        return found

    def hashed(self):
        """Sorted (hash, row) pairs; of two strings with one hash the earlier row stays."""
        table = {}
        for (kind, string), row in self.rows.items():
            table.setdefault(feature_hash(kind, string), row)
        return sorted(table.items())
