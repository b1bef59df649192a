#!/usr/bin/env bash
# Scores extraction on the annotated articles that lie beside the project, and compares with .ci/floors.tsv.
#
#   check_gold.sh ENTENTE
#
# Prints one line a figure: its value, its floor, and whether it holds. Exit code 1 if one does not, 77 if there are no
# annotated articles.
set -euo pipefail
entente=$(readlink -f "$1")
cd "$(dirname "${BASH_SOURCE[0]}")"
shared=../../shared
[ -f "$shared/tools/score.py" ] || { echo "no annotated articles: nothing to score"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# score SET GOLD RELATIONS [OPTION…]: appends precision, recall and F1 to the figures.
score() {
  local name=$1 gold=$2 relations=$3
  shift 3
  python3 "$shared/tools/score.py" --json "$@" "$gold" "$relations" >"$work/score.json"
  python3 - "$name" "$work/score.json" >>"$work/figures" <<'PY'
import json, sys
name, path = sys.argv[1:]
with open(path) as file:
    scores = json.load(file)
for figure in ("precision", "recall", "f1"):
    print(f"{name}.{figure}\t{scores[figure]}")
PY
}

"$entente" extract "$shared"/articles/*.txt >"$work/articles.relations"
score articles "$shared/gold/articles.gold.jsonl" "$work/articles.relations"
for articles in "$shared"/gold/*.articles.jsonl; do
  name=$(basename "$articles" .articles.jsonl)
  "$entente" extract "$articles" >"$work/$name.relations"
  options=(--articles "$articles")
  case $name in plover_gsr_*) options=(--level country) ;; esac
  score "$name" "$shared/gold/$name.gold.jsonl" "$work/$name.relations" "${options[@]}"
done

awk -f judge_floors.awk -v but='^(ud|names)[.]' floors.tsv "$work/figures"
