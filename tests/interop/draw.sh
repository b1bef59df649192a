#!/usr/bin/env bash
# Draws the pictures of docs/gephi.md and of docs/commands/view.md: exports of samples/ in Gephi's Preview and in
# Chromium, nothing moved or coloured by hand.
#
#   draw.sh ENTENTE [CACHE]
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
entente=$(readlink -f "$1")
cache=${2:-${XDG_CACHE_HOME:-$HOME/.cache}/entente-interop}
export ENTENTE_DATA=${ENTENTE_DATA:-$root/data}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$root/docs/pictures"
"$entente" build "$root/samples" -o "$work/news.ent"

# draw NAME [OPTION…]
draw() {
  local name=$1
  shift
  "$entente" export "$work/news.ent" -o "$work/$name.gexf" "$@"
  java -Xmx512m -Djava.awt.headless=true -cp "$(ls "$cache"/gephi/*.jar)" "$here/ReadWithGephi.java" \
    "$work/$name.gexf" "$root/docs/pictures/$name.svg" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
}
draw samples
draw greece --around Greece
"$entente" view "$work/news.ent" -o "$work/samples.html"
"$entente" export "$work/news.ent" -o "$work/samples.jsonl"
NODE_PATH="$cache/puppeteer/node_modules" node "$here/read_page.js" "$work/samples.html" "$work/samples.jsonl" \
  "$root/docs/pictures/page.png"
