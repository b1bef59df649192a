"""Texts with marked names: which may train a shipped model, and how they become training text (src/train/name_examples.hpp).

The models are released under CC BY-SA 4.0, so nothing with an NC term is taken: no WikiNEuRal, no HIPE 2020, of GUM only the genres that are CC BY or in the public domain.
"""
import json
import re
import subprocess
import tempfile
from collections import namedtuple
from pathlib import Path

import conllu
from treebanks import GENRES

Example = namedtuple("Example", "forms labels lang article lists", defaults=("", True))

LONGEST_OCR, SHORTEST_OCR = 80, 4
MISREAD = re.compile(r"[^\w\s.,;:!?'’()«»\"\-–—%/°]|[a-zà-ÿ][A-Z0-9]|[0-9][a-zA-Z]{2}")
ONE_LETTER_WORDS = set("aàyôldnscjmt")
ELIDED = {"l", "d", "qu", "n", "s", "c", "j", "m", "t"}


def read_iob2(path):
    """(forms, labels) of each sentence of a two-column file."""
    sentences, forms, labels = [], [], []
    with conllu.open_text(path) as file:
        for line in list(file) + ["\n"]:
            line = line.rstrip("\n")
            if "\t" in line:
                form, label = line.split("\t")
                forms.append(form)
                labels.append(label)
            elif not line and forms:
                sentences.append((forms, labels))
                forms, labels = [], []
    return sentences


def articles_of(treebank):
    """Words of a sentence -> (article, genre), from the comments of a treebank."""
    found, article = {}, ""
    for sentence in conllu.read(treebank):
        for line in sentence.lines:
            if line.startswith("# newdoc id = "):
                article = line[14:]
        found[" ".join(sentence.forms)] = (article, sentence.license.rsplit(" ", 1)[-1])
    return found


def ewt(ner, treebanks):
    known = articles_of(Path(treebanks, "en", "train.conllu.xz"))
    return [Example(forms, labels, "en", known.get(" ".join(forms), ("", ""))[0])
            for forms, labels in read_iob2(Path(ner, "en_uner_ewt_train_first.iob2.xz"))]


def gum(ner, treebanks):
    """The free genres only."""
    known = articles_of(Path(treebanks, "en", "train.conllu.xz"))
    examples = []
    for forms, labels in read_iob2(Path(ner, "en_gum_train.iob2.xz")):
        article, genre = known.get(" ".join(forms), ("", ""))
        if genre in GENRES:
            examples.append(Example(forms, labels, "en", article))
    return examples


def join_elisions(forms, labels):
    """`l '` as our tokeniser has it: `l'`."""
    joined, kept = [], []
    for form, label in zip(forms, labels):
        if form in ("'", "’") and joined and joined[-1].lower() in ELIDED:
            joined[-1] += "'"
            continue
        joined.append(form)
        kept.append("B" + label[1:] if label.startswith("I-") and (not kept or kept[-1] == "O") else label)
    return joined, kept


def old_newspapers(path):
    """Sentences that the scanner has read well. Names of other kinds are not marked there, so that what is unmarked may be one."""
    examples = []
    for forms, labels in read_iob2(path):
        misread = sum(1 for f in forms if MISREAD.search(f) or (len(f) == 1 and f.isalpha() and f.lower() not in ONE_LETTER_WORDS))
        if not SHORTEST_OCR <= len(forms) <= LONGEST_OCR or misread > 0.03 * len(forms):
            continue
        forms, labels = join_elisions(forms, labels)
        labels = ["o" if label == "O" and form[:1].isupper() else label for form, label in zip(forms, labels)]
        examples.append(Example(forms, labels, "fr"))
    return examples


def written_words(sentence):
    """Forms as written: contractions (`du`) whole, words merely written together (`Russia` + `'s`) apart."""
    cells = [line.split("\t") for line in sentence.lines if not line.startswith("#")]
    forms = {c[0]: c[1] for c in cells}
    words, hidden = [], 0
    for c in cells:
        if "-" in c[0]:
            first, last = map(int, c[0].split("-"))
            if "".join(forms[str(i)] for i in range(first, last + 1)) != c[1]:
                words.append(c[1])
                hidden = last
        elif int(c[0]) > hidden:
            words.append(c[1])
    return words


def offsets(words, text, begin):
    """(begin, end) of each word in the article; typographic apostrophes count as plain ones."""
    plain, at, found = text.replace("’", "'").replace("‘", "'"), 0, []
    for word in words:
        word = word.replace("’", "'").replace("‘", "'")
        at = max(plain.find(word, at), at)
        found.append((begin + at, begin + at + len(word)))
        at += len(word)
    return found


def sentences_of(corpora, language, build):
    """(article, words, offsets) of every sentence of the Wikinews corpus, cut by the program itself."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as articles, tempfile.NamedTemporaryFile("w", suffix=".conllu") as parsed:
        documents = {}
        with conllu.open_text(Path(corpora, f"wikinews_{language}.jsonl.xz")) as file:
            for line in file:
                article = json.loads(line)
                document = (article.get("title") or "") + "\n\n" + article["text"]
                documents[article["id"]] = "".join(" " if c.isspace() else c for c in document)
                articles.write(line)
        articles.flush()
        subprocess.run([Path(build, "entente"), "annotate", "--lang", language, articles.name], stdout=parsed, check=True)
        name, at = "", 0
        for sentence in conllu.read(parsed.name):
            for line in sentence.lines:
                if line.startswith("# newdoc id = "):
                    name, at = line[14:], 0
                elif line.startswith("# text = "):
                    text = line[9:]
            begin = documents[name].find(text, at)
            if begin < 0:
                continue
            at = begin + len(text)
            words = written_words(sentence)
            yield name, words, offsets(words, text, begin)


def read_marks(language):
    """article -> [(begin, end, [(begin, end, kind)])]: what was marked by hand."""
    marks = {}
    for line in conllu.open_text(Path(__file__).parent / "names" / f"wikinews_{language}.tsv"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#") or cells[0] == "article":
            continue
        names = []
        for name in filter(None, cells[3].split("|")):
            place, kind = name.split(" ")
            names.append((*map(int, place.split("-")), kind))
        marks.setdefault(cells[0], []).append((int(cells[1]), int(cells[2]), names))
    return marks


def label(places, names):
    labels = []
    for begin, end in places:
        inside = [(b, k) for b, e, k in names if b < end and begin < e]
        labels.append("O" if not inside else ("B-" if begin <= inside[0][0] else "I-") + inside[0][1])
    return labels


def wikinews(corpora, language, build):
    """The sentences marked by hand."""
    marks, examples = read_marks(language), []
    for article, words, places in sentences_of(corpora, language, build):
        for begin, end, names in marks.get(article, []):
            if words and begin <= places[0][0] and places[-1][1] <= end:
                examples.append(Example(words, label(places, names), language, article))
    return examples


def english(ner, treebanks, corpora, build):
    return ewt(ner, treebanks) + 3 * wikinews(corpora, "en", build) + 2 * wikinews(corpora, "fr", build)


def french(ner, treebanks, corpora, build):
    old = old_newspapers(Path(ner, "fr_europeana_bnf.iob2.xz")) + old_newspapers(Path(ner, "fr_hipe22_newseye.iob2.xz"))
    return 3 * wikinews(corpora, "fr", build) + ewt(ner, treebanks) + old


READERS = {"en": english, "fr": french}


def write(path, examples):
    with open(path, "w", encoding="utf-8") as file:
        for example in examples:
            file.write(f"# lang = {example.lang}\n")
            if example.article:
                file.write(f"# article = {example.article}\n")
            if not example.lists:
                file.write("# lists = no\n")
            for form, mark in zip(example.forms, example.labels):
                file.write(f"{form}\t{mark}\n")
            file.write("\n")
