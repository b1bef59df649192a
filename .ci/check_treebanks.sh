#!/usr/bin/env bash
# Measures the tokeniser, tagger and parser on the test parts of the Universal Dependencies treebanks that lie beside the
# project, and compares with the figures `ud.*` of .ci/floors.tsv.
#
#   check_treebanks.sh ENTENTE
#
# `gold`: sentences and words given; `raw`: everything from the running text. That text keeps the paragraphs of the
# treebank where it marks them (newdoc, newpar: English); sentences of a paragraph stand one space apart, or none where
# the treebank has none. French treebanks mark no paragraphs: all sentences of the file, related or not, are one.
# Each language is measured whole, then treebank by treebank. `feats` counts words with all learned features right.
# Besides: all parts are read and written back with every column and comment as it was (but `# lang`, which is added),
# and the tokens of every text hold all its letters in order.
# Exit code 1 if anything does not hold, 77 if there are no treebanks.
set -euo pipefail
entente=$(readlink -f "$1")
cd "$(dirname "${BASH_SOURCE[0]}")"
shared=$(readlink -f ../../shared)
[ -f "$shared/tools/ud_eval.py" ] && [ -d "$shared/treebanks" ] || { echo "no treebanks: nothing to measure"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/part.py" <<'PY'
"""part.py CONLLU [SOURCE]: prints the sentences of one source; part.py --text CONLLU: the running text;
part.py --feats GOLD SYSTEM: percentage of words with all learned features right; part.py --letters TEXT CONLLU."""
import re
import sys

LEARNED = {"Number", "Gender", "Person", "Mood", "Tense", "VerbForm", "Voice", "Polarity", "PronType", "Poss", "Reflex"}


def blocks(path):
    with open(path, encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            if block.strip():
                yield block.strip("\n").split("\n")


def running_text(path):
    paragraphs, space = [], True
    for lines in blocks(path):
        text = next(line[9:] for line in lines if line.startswith("# text = "))
        if not paragraphs or any(line.startswith(("# newdoc", "# newpar")) for line in lines):
            paragraphs.append(text)
        else:
            paragraphs[-1] += (" " if space else "") + text
        space = "SpaceAfter=No" not in lines[-1].split("\t")[9]
    return "\n\n".join(paragraphs)


def learned(path):
    for lines in blocks(path):
        for cells in (line.split("\t") for line in lines if line[0] != "#"):
            if cells[0].isdigit():
                yield sorted(f for f in cells[5].split("|") if f.split("=")[0] in LEARNED)


def letters(path):
    """The text of a CoNLL-U file without spaces."""
    until, text = 0, ""
    for lines in blocks(path):
        until = 0
        for cells in (line.split("\t") for line in lines if line[0] != "#"):
            if "-" in cells[0]:
                until = int(cells[0].split("-")[1])
            elif int(cells[0]) <= until:
                continue
            text += cells[1]
    return text


if sys.argv[1] == "--text":
    print(running_text(sys.argv[2]))
elif sys.argv[1] == "--feats":
    pairs = list(zip(learned(sys.argv[2]), learned(sys.argv[3]), strict=True))
    print(round(100 * sum(a == b for a, b in pairs) / len(pairs), 2))
elif sys.argv[1] == "--letters":
    invisible = re.compile("[\\s\u0000-\u0020\u007f-\u00a0\u200b\u200e\u200f\u2060\ufeff]+")
    with open(sys.argv[2], encoding="utf-8") as file:
        if invisible.sub("", file.read()) != invisible.sub("", letters(sys.argv[3])):
            sys.exit(f"{sys.argv[2]}: the tokens do not hold the letters of the text")
else:
    for lines in blocks(sys.argv[1]):
        if len(sys.argv) == 2 or f"# source = {sys.argv[2]}" in lines:
            print("\n".join(lines) + "\n")
PY

# evaluate NAME GOLD SYSTEM MEASURE…: appends figures NAME.MEASURE.
evaluate() {
  local name=$1 gold=$2 system=$3
  shift 3
  python3 "$shared/tools/ud_eval.py" "$gold" "$system" --json >"$work/scores.json"
  python3 - "$name" "$work/scores.json" "$@" >>"$work/figures" <<'PY'
import json, sys
name, path, *measures = sys.argv[1:]
with open(path) as file:
    scores = json.load(file)
for measure in measures:
    print(f"ud.{name}.{measure}\t{scores[measure]}")
PY
}

# measure LANGUAGE NAME GOLD
measure() {
  local language=$1 name=$2 gold=$3
  "$entente" annotate --lang "$language" --keep-tokens "$gold" >"$work/system"
  evaluate "$name.gold" "$gold" "$work/system" upos lemma uas las
  printf 'ud.%s.gold.feats\t%s\n' "$name" "$(python3 "$work/part.py" --feats "$gold" "$work/system")" >>"$work/figures"
  python3 "$work/part.py" --text "$gold" >"$work/text.txt"
  "$entente" annotate --lang "$language" "$work/text.txt" >"$work/system"
  evaluate "$name.raw" "$gold" "$work/system" tokens sentences words upos lemma uas las
}

for folder in "$shared"/treebanks/??; do
  language=$(basename "$folder")
  for part in "$folder"/*.conllu.xz; do
    name=$(basename "$part" .conllu.xz)
    xz -dc "$part" >"$work/$language.$name.conllu"
    grep -v '^# newdoc' "$work/$language.$name.conllu" >"$work/before"
    "$entente" annotate --lang "$language" "$work/$language.$name.conllu" | grep -v '^# \(lang\|newdoc id\) ' >"$work/after"
    cmp "$work/before" "$work/after" || { echo "$part: not written back as it was read"; exit 1; }
  done
  test="$work/$language.test.conllu"
  measure "$language" "$language" "$test"
  for source in $(sed -n 's/^# source = //p' "$test" | sort -u); do
    python3 "$work/part.py" "$test" "$source" >"$work/source.conllu"
    measure "$language" "$source" "$work/source.conllu"
  done
done

for article in "$shared"/articles/*.txt; do
  "$entente" annotate "$article" >"$work/system"
  python3 "$work/part.py" --letters "$article" "$work/system"
done

awk -f judge_floors.awk -v only='^ud[.]' floors.tsv "$work/figures"
