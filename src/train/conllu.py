"""Reading CoNLL-U for training: sentences as parallel lists, with the source and licence comments that decide what may be used."""
import lzma

KEPT_FEATURES = {"Number", "Gender", "Person", "Mood", "Tense", "VerbForm", "Voice", "Polarity", "PronType", "Poss", "Reflex"}


class Sentence:
    """One tree. `heads` count from 1, 0 is the root; `feats` holds only KEPT_FEATURES; `lines` are the raw lines, for writing; `headline`: made by headlines.py;
    `silver`: the tree is not the work of people."""
    __slots__ = ("forms", "lemmas", "upos", "feats", "heads", "deprels", "source", "license", "lines", "headline", "silver")

    def __len__(self):
        return len(self.forms)


def open_text(path):
    return lzma.open(path, "rt", encoding="utf-8") if str(path).endswith(".xz") else open(path, encoding="utf-8")


def kept(feats):
    if feats == "_":
        return "_"
    return "|".join(f for f in feats.split("|") if f.split("=")[0] in KEPT_FEATURES) or "_"


def read(path):
    """All sentences of a (possibly xz-compressed) CoNLL-U file; empty nodes and multiword ranges carry no tree and are passed over."""
    sentences, lines = [], []
    with open_text(path) as file:
        for line in file:
            line = line.rstrip("\n")
            if line:
                lines.append(line)
            elif lines:
                sentences.append(parse(lines))
                lines = []
    if lines:
        sentences.append(parse(lines))
    return sentences


def parse(lines):
    sentence = Sentence()
    sentence.lines, sentence.source, sentence.license, sentence.headline, sentence.silver = lines, "", "", False, False
    words = []
    for line in lines:
        if line.startswith("# source = "):
            sentence.source = line[11:]
        elif line.startswith("# license = "):
            sentence.license = line[12:]
        elif not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():
                words.append(cells)
    sentence.forms = [w[1] for w in words]
    sentence.lemmas = [w[2] for w in words]
    sentence.upos = [w[3] for w in words]
    sentence.feats = [kept(w[5]) for w in words]
    sentence.heads = [int(w[6]) for w in words]
    sentence.deprels = [w[7] for w in words]
    return sentence


def write(path, sentences, predictions):
    """The same lines with lemma, UPOS, FEATS, HEAD and DEPREL replaced by `predictions`: per sentence a list of such 5-tuples."""
    with open(path, "w", encoding="utf-8") as file:
        for sentence, words in zip(sentences, predictions):
            at = 0
            for line in sentence.lines:
                cells = line.split("\t")
                if not line.startswith("#") and cells[0].isdigit():
                    lemma, upos, feats, head, deprel = words[at]
                    at += 1
                    cells[2], cells[3], cells[4], cells[5], cells[6], cells[7] = lemma, upos, "_", feats, str(head), deprel
                    line = "\t".join(cells)
                file.write(line + "\n")
            file.write("\n")
