#!/usr/bin/env bash
# Measures the recogniser of names on the texts with marked names that lie beside the project, and compares with the
# figures `names.*` of .ci/floors.tsv. Words are given; kinds that a text does not mark do not count. None of these files
# is trained on; wikineural and hipe2020, whose licences are non-commercial, are only ever measured.
#
#   check_names.sh ENTENTE
#
# Exit code 1 if a figure is below its floor, 77 if there are no such texts.
set -euo pipefail
entente=$(readlink -f "$1")
cd "$(dirname "${BASH_SOURCE[0]}")"
shared=$(readlink -f ../../shared)
[ -d "$shared/ner" ] || { echo "no texts with marked names: nothing to measure"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() {
  local figure=$1 language=$2 file=$3
  python3 ./score_names.py "$entente" "$language" "$shared/ner/$file.iob2.xz" >"$work/line"
  echo "$file: $(cat "$work/line")"
  printf 'names.%s.f1\t%s\n' "$figure" "$(sed 's/.* F1 //' "$work/line")" >>"$work/figures"
}
measure en_ewt en en_uner_ewt_test
measure en_gum en en_gum_test
measure en_wikigold en en_wikigold
measure en_wikineural en en_wikineural_test
measure en_hipe en en_hipe22_hipe2020
measure fr_wikineural fr fr_wikineural_test
measure fr_hipe fr fr_hipe22_hipe2020

awk -f judge_floors.awk -v only='^names[.]' floors.tsv "$work/figures"
