#!/usr/bin/env python3
"""Prints the text of the treebanks that a shipped model may use (treebanks.py), for train_sentences.cpp: one paragraph a line, a tab between
sentences where a space is written, a vertical tab where nothing is.

    src/train/sentences.py --lang fr --treebanks DIR | build/release/bin/train_sentences data/lang/fr/tokens.tsv >data/lang/fr/sentences.tsv

Paragraphs are those of the treebank (newdoc, newpar). Where it marks none, its sentences follow each other in one paragraph; they come a
second time shuffled, since what stands at a boundary depends little on the sentence behind it and more pairs are seen so.
"""
import argparse
import random

import conllu
import treebanks

SHUFFLES = 2
QUOTED = 0.05  # share of the shuffled sentences that are put into quotation marks
QUOTES = ("« {} »", "“{}”", '"{}"', "« {}»")


def text_and_layout(sentence):
    """The written text, whether a paragraph begins with it, and whether a space follows it."""
    text = next(line[9:] for line in sentence.lines if line.startswith("# text = "))
    begins = any(line.startswith(("# newdoc", "# newpar")) for line in sentence.lines)
    return " ".join(text.split()), begins, "SpaceAfter=No" not in sentence.lines[-1].split("\t")[9]


def paragraphs(sentences):
    lines, glue = [], ""
    for text, begins, space in map(text_and_layout, sentences):
        if begins or not lines:
            lines.append(text)
        else:
            lines[-1] += glue + text
        glue = "\t" if space else "\v"
    return lines


def quoted(text, chance):
    """News quotes whole sentences far more often than the treebanks do."""
    if chance.random() >= QUOTED or not text.endswith((".", "!", "?")) or any(c in text for c in '«“"»”'):
        return text
    return chance.choice(QUOTES).format(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", required=True)
    parser.add_argument("--treebanks", required=True)
    parser.add_argument("--part", default="train")
    options = parser.parse_args()
    sentences = [s for s in treebanks.part(options.treebanks, options.lang, options.part) if treebanks.allowed(s, options.lang)]
    by_source = {}
    for sentence in sentences:
        by_source.setdefault(sentence.source, []).append(sentence)
    for source in sorted(by_source):
        print("\n".join(paragraphs(by_source[source])))
    if any(text_and_layout(s)[1] for s in sentences):
        return
    shuffle = random.Random(1)
    for _ in range(SHUFFLES):
        shuffle.shuffle(sentences)
        print("\t".join(quoted(text_and_layout(s)[0], shuffle) for s in sentences))


if __name__ == "__main__":
    main()
