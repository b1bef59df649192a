#!/usr/bin/env bash
# From articles to a graph with one command:
#
#   ./run.sh [INPUT…]        files or folders of articles; without any, the samples
#
# Installs what is missing (Debian packages), builds the program, and leaves in ./entente-out the graph file news.ent
# and the exports news.graphml (for Gephi) and news.jsonld (for SPARQL stores).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$root/cmake/packages.sh"
need $build_packages

build=$root/build/release
{
  [ -f "$build/build.ninja" ] || (cd "$root" && cmake --preset release)
  cmake --build "$build" --target entente
} >&2
entente=$build/bin/entente
out=entente-out
mkdir -p "$out"

[ $# -gt 0 ] || set -- "$root/samples"
"$entente" build "$@" -o "$out/news.ent" --overwrite
"$entente" export "$out/news.ent" -o "$out/news.graphml" --overwrite
"$entente" export "$out/news.ent" -o "$out/news.jsonld" --overwrite
echo >&2
"$entente" query "$out/news.ent" --table
cat >&2 <<TXT

Next: $entente query $out/news.ent Russia
      $entente why $out/news.ent Russia negotiate '?'
      $entente --help
TXT
