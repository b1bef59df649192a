#!/usr/bin/env bash
# How fast a large graph is: made, merged, loaded, asked; beside networkx and igraph (Debian's python3-networkx and
# python3-igraph) doing the same. Prints a table; takes some minutes and 8 GB of disk.
#
#   graph.sh ENTENTE MAKE_GRAPH [ACTORS EDGES RELATIONS]
set -euo pipefail
entente=$(readlink -f "$1") make_graph=$(readlink -f "$2")
actors=${3:-100000} edges=${4:-1000000} relations=${5:-5000000}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export ENTENTE_DATA=${ENTENTE_DATA:-$here/../../data}
work=${GRAPH_BENCH_FOLDER:-$(mktemp -d)}
mkdir -p "$work"

# measure NAME COMMAND…: seconds by the clock and of processor time, and largest memory, of one run.
measure() {
  local name=$1 code=0; shift
  /usr/bin/time -q -f '%e %U %S %M' -o "$work/time" "$@" >"$work/out" 2>"$work/err" || code=$?
  # 1 is an answer too: nothing found.
  [ $code -le 1 ] || { cat "$work/err" >&2; return 1; }
  awk -v name="$name" '{ printf "%-44s %9.2f s %9.2f s cpu %8.0f MB\n", name, $1, $2 + $3, $4 / 1024 }' "$work/time"
}

[ -f "$work/big.ent" ] || measure "make the graph file" "$make_graph" "$actors" "$edges" "$relations" "$work/big.ent"
[ -f "$work/million.jsonl" ] || "$make_graph" "$actors" "$edges" "$((relations / 5))" "$work/million.jsonl"
ls -l "$work/big.ent" | awk '{ printf "%-44s %9.0f MB\n", "size of the graph file", $5 / 1048576 }'
measure "merge $((relations / 5)) relation lines" "$entente" merge "$work/million.jsonl" -o "$work/merged.ent" --overwrite
measure "query person-50000" "$entente" query "$work/big.ent" person-50000
measure "query person-50000 again" "$entente" query "$work/big.ent" person-50000
measure "path person-50000 person-90001" "$entente" path "$work/big.ent" person-50000 person-90001
measure "path person-70000 person-99000" "$entente" path "$work/big.ent" person-70000 person-99000
measure "rank (load and PageRank)" "$entente" rank "$work/big.ent"
measure "communities" "$entente" communities "$work/big.ent"
measure "actors --suggest-merges" "$entente" actors "$work/big.ent" --suggest-merges --limit 100
measure "export as CSV" "$entente" export "$work/big.ent" -o "$work/big.csv" --overwrite
rm -f "$work/big.csv"
printf '{"id":"late","date":"2016-12-02","text":"Russia accused Poland of spying. France met Germany in Geneva."}\n' >"$work/late-article.jsonl"
measure "add one article, models loaded anew" "$entente" add "$work/big.ent" "$work/late-article.jsonl"
measure "remove it" "$entente" remove "$work/big.ent" late
measure "add one article again" "$entente" add "$work/big.ent" "$work/late-article.jsonl"
"$entente" remove "$work/big.ent" late 2>/dev/null
sqlite3 "$work/big.ent" "SELECT a.id, b.id, count(DISTINCT article) FROM relations JOIN actors a ON a.number = source_actor JOIN actors b ON b.number = target_actor GROUP BY source_actor, action, target_actor, status" >"$work/edges.txt"
/usr/bin/python3 "$here/graph_peers.py" "$work/edges.txt" person-50000 person-90001
