#!/usr/bin/env bash
# The library as others use it: installed, found by CMake, and called by samples/who_to_whom.cpp.
#
#   run.sh BUILD_FOLDER
set -euo pipefail
build=$(readlink -f "$1")
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/prefix" >/dev/null
cmake -S "$source/tests/library" -B "$work/build" -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build "$work/build" >/dev/null
"$work/build/who_to_whom" "$work/prefix/share/entente" "$source/samples/english.jsonl" "$work/news.ent" >"$work/answer"
grep -q '^Greece - accuse - Turkey: Greece accused Turkey of ' "$work/answer"
grep -q '^most central: ' "$work/answer"
# What the library wrote the installed program reads; its pages and completions are there too.
"$work/prefix/bin/entente" query "$work/news.ent" Turkey accuse >/dev/null && exit 1
"$work/prefix/bin/entente" query "$work/news.ent" Greece accuse Turkey --tsv | grep -q ACCUSE
test -s "$work/prefix/share/man/man1/entente-query.1"
test -s "$work/prefix/share/bash-completion/completions/entente"
