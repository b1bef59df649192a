#!/usr/bin/env python3
"""F1 of the recogniser of names on a two-column IOB2 file: score_names.py ENTENTE LANG FILE[.xz] [KIND…] prints one line.

Words are kept as they stand in the file, kinds that the file does not mark (or that are not asked for) do not count.
"""
import lzma
import re
import subprocess
import sys
import tempfile


def read(path):
    sentences, words = [], []
    with (lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")) as file:
        for line in list(file) + ["\n"]:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 2:
                words.append(cells)
            elif words and not cells[0]:
                sentences.append(words)
                words = []
    return sentences


def conllu(sentences, language, file):
    for words in sentences:
        file.write(f"# lang = {language}\n")
        for number, (form, _) in enumerate(words, 1):
            file.write("\t".join([str(number), re.sub(r"\s", "_", form)] + ["_"] * 8) + "\n")
        file.write("\n")
    file.flush()


def spans(labels):
    found, first = set(), None
    for at, label in enumerate(labels + ["O"]):
        if first is not None and label != "I-" + labels[first][2:]:
            found.add((first, at, labels[first][2:]))
            first = None
        if label.startswith("B-"):
            first = at
    return found


def main():
    program, language, path, *kinds = sys.argv[1:]
    gold = read(path)
    marked = sorted({label[2:] for words in gold for _, label in words if label != "O"} & set(kinds or ["PER", "LOC", "ORG", "MISC"]))
    with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8") as file:
        conllu(gold, language, file)
        text = subprocess.run([program, "annotate", "--keep-tokens", file.name, "--lang", language], check=True, capture_output=True, text=True).stdout
    counts = {kind: [0, 0, 0] for kind in marked + ["all"]}
    blocks = [block for block in text.split("\n\n") if block.strip()]
    assert len(blocks) == len(gold)
    for words, block in zip(gold, blocks):
        labels = []
        for line in block.split("\n"):
            if line and not line.startswith("#"):
                misc = re.search(r"NER=([^|]*)", line.split("\t")[9])
                labels.append(misc.group(1) if misc else "O")
        right, found = spans([label for _, label in words]), spans(labels)
        for slot, some in enumerate((right & found, found, right)):
            for span in some:
                if span[2] in counts and span[2] != "all":
                    counts[span[2]][slot] += 1
                    counts["all"][slot] += 1
    figures = []
    for kind, (hit, found, there) in counts.items():
        figures.append(f"{kind} P {100 * hit / max(found, 1):.1f} R {100 * hit / max(there, 1):.1f} F1 {200 * hit / max(found + there, 1):.1f}")
    print(", ".join(figures))


if __name__ == "__main__":
    main()
