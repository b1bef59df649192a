#!/usr/bin/env bash
# Other people's programs read our exports of samples/ and of a graph of awkward names, and must find in them what we
# put there. What is missing is installed first (install.sh); nothing is skipped.
#
#   run.sh ENTENTE [CACHE]
set -u
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
entente=$(readlink -f "${1:?usage: run.sh ENTENTE [CACHE]}")
cache=${2:-${XDG_CACHE_HOME:-$HOME/.cache}/entente-interop}
export ENTENTE_DATA=${ENTENTE_DATA:-$root/data}
[ -x "$entente" ] || { echo "interop: $entente cannot be run" >&2; exit 2; }
bash "$here/install.sh" "$cache" || { echo "interop: installation failed, nothing was tested" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
failures=0

# check NAME COMMAND…: the command must succeed; what it prints is shown if it does not.
check() {
  local name=$1
  shift
  if "$@" >"$work/log" 2>&1; then
    echo "ok      $name"
  else
    echo "FAILED  $name"
    sed 's/^/        /' "$work/log" | head -n 30
    failures=$((failures + 1))
    return 1
  fi
}

fails() { ! "$@"; }
sorted() { LC_ALL=C sort "$1"; }
export_all() {
  local graph=$1 format
  for format in graphml jsonld nq nt ttl csv dot jsonl; do
    "$entente" export "$graph.ent" -o "$graph.$format" --overwrite || return 1
  done
  "$entente" export "$graph.ent" -o "$graph-strict.graphml" --strict --overwrite
}
through_jsonld_js() { NODE_PATH="$cache/jsonld/node_modules" node "$here/to_nquads.js" "$1" >"$1.js.nq" && sorted "$1.js.nq" | cmp - <(sorted "$2"); }
merged_again() { "$entente" merge -o again.ent "$1.jsonl" && "$entente" export again.ent -o again.nq --overwrite && cmp again.nq "$1.nq"; }

make_graph() {
  case $1 in
    samples) "$entente" build "$root/samples" -o samples.ent ;;
    nasty) "$entente" merge -o nasty.ent "$root/tests/exporters/nasty.jsonl" ;;
  esac
}

for graph in samples nasty; do
  # Without an export there is nothing to read.
  check "$graph: build" make_graph "$graph" && check "$graph: export" export_all "$graph" || continue
  check "$graph: networkx reads the GraphML" /usr/bin/python3 "$here/read_graphml.py" networkx "$graph.graphml" "$graph.csv"
  check "$graph: igraph reads the GraphML" /usr/bin/python3 "$here/read_graphml.py" igraph "$graph.graphml" "$graph.csv"
  check "$graph: the strict GraphML is valid" \
    xmllint --noout --nonet --huge --schema "$cache/graphml/graphml.xsd" "$graph-strict.graphml"
  check "$graph: the schema notices Gephi's edge labels" \
    fails xmllint --noout --nonet --huge --schema "$cache/graphml/graphml.xsd" "$graph.graphml"
  check "$graph: jsonld.js makes our N-Quads of the JSON-LD" through_jsonld_js "$graph.jsonld" "$graph.nq"
  check "$graph: PyLD makes our N-Quads of the JSON-LD" /usr/bin/python3 "$here/read_rdf.py" pyld "$graph.jsonld" "$graph.nq"
  # Debian's rdflib reads backslashes in N-Quads wrongly: there the newer one reads.
  check "$graph: Debian's rdflib makes our N-Quads of the JSON-LD" \
    /usr/bin/python3 "$here/read_rdf.py" rdflib "$graph.jsonld" "$graph.nq"
  for format in jsonld nq nt ttl; do
    check "$graph: rdflib makes our N-Quads of the $format" \
      "$cache/pyshacl/bin/python" "$here/read_rdf.py" rdflib "$graph.$format" "$graph.nq"
  done
  check "$graph: SPARQL finds who negotiates with whom, and where it is said" \
    /usr/bin/python3 "$here/read_rdf.py" query "$graph.jsonld" "$here/negotiations.rq"
  check "$graph: the export conforms to the SHACL shapes" "$cache/pyshacl/bin/pyshacl" -f human \
    -s "$root/data/ontology/shapes.ttl" -e "$root/data/ontology/entente.ttl" -df turtle "$graph.ttl"
  rm -f again.ent
  check "$graph: relation lines merge into the same graph" merged_again "$graph"
done

[ "$failures" -eq 0 ] || { echo "interop: $failures checks failed" >&2; exit 1; }
