#!/usr/bin/env bash
# Trains a parser for a language that is not shipped with the one documented command, gives it a folder of its own with
# otherwise empty tables, and compares the trees of the program with those of the trainer, word for word.
#
#   third_language.sh ENTENTE
set -euo pipefail
entente=$(readlink -f "${1:?usage: third_language.sh ENTENTE}")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
python=/usr/bin/python3
"$python" -c 'import torch' || { echo "python3-torch is missing: apt-get install python3-torch" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/treebanks/eo"
for part in train dev test; do
  "$python" -c 'import lzma, sys; sys.stdout.buffer.write(lzma.compress(open(sys.argv[1], "rb").read()))' \
    "$root/tests/train/esperanto.conllu" >"$work/treebanks/eo/$part.conllu.xz"
done
cp -r "$root/data" "$work/data"
pack=$work/data/lang/eo
mkdir "$pack"
for table in "$root"/data/lang/en/*.tsv; do
  awk '!/^#/ { print; exit }' "$table" >"$pack/$(basename "$table")"  # column names only
done
"$python" "$root/src/train/train.py" --lang eo --treebanks "$work/treebanks" --out "$pack" --passes 60 --batch 40 \
  --predictions "$work/predictions" >"$work/log" || { cat "$work/log" >&2; exit 1; }

export ENTENTE_DATA=$work/data
"$entente" annotate --lang eo --keep-tokens "$root/tests/train/esperanto.conllu" >"$work/parsed.conllu"
columns() { awk -F '\t' '/^[0-9]/ { print $2, $3, $4, $6, $7, $8 }' "$1"; }
columns "$work/predictions/eo_test.conllu" >"$work/expected"
columns "$work/parsed.conllu" >"$work/found"
[ -s "$work/expected" ]
diff "$work/expected" "$work/found"

# The trees are worth something: nearly all of what was learned is known again.
columns "$root/tests/train/esperanto.conllu" >"$work/gold"
wrong=$(paste "$work/gold" "$work/found" | awk -F '\t' '$1 != $2' | wc -l)
words=$(wc -l <"$work/gold")
echo "$words words, $wrong not as they were learned"
[ "$((wrong * 10))" -le "$words" ]

echo 'La armeo atakis la urbon. La nova ministro renkontis la prezidanton en Romo.' >"$work/news.txt"
"$entente" annotate --lang eo "$work/news.txt" | tee "$work/news.conllu" | grep -P '\tataki\tVERB\t.*\t0\troot\t'
grep -P '\turbon\turbo\tNOUN\t.*\tobj\t' "$work/news.conllu"
