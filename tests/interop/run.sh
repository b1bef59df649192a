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
  for format in graphml gexf jsonld nq nt ttl csv dot html jsonl; do
    "$entente" export "$graph.ent" -o "$graph.$format" --overwrite || return 1
  done
  for format in jsonld nq; do
    "$entente" export "$graph.ent" -o "$graph-articles.$format" --graph-per-article --overwrite || return 1
  done
  "$entente" export "$graph.ent" -o "$graph-strict.graphml" --strict --overwrite
}
through_gephi() {
  TZ=UTC java -Xmx512m -Djava.awt.headless=true -cp "$(ls "$cache"/gephi/*.jar)" "$here/ReadWithGephi.java" "$1" >"$1.gephi" &&
    /usr/bin/python3 "$here/read_gephi.py" "$1" "$1.gephi"
}
through_jsonld_js() { NODE_PATH="$cache/jsonld/node_modules" node "$here/to_nquads.js" "$1" >"$1.js.nq" && sorted "$1.js.nq" | cmp - <(sorted "$2"); }
merged_again() { "$entente" merge -o again.ent "$1.jsonl" && "$entente" export again.ent -o again.nq --overwrite && cmp again.nq "$1.nq"; }

# One more awkward relation: its sentence has 10,000 characters.
head -n 1 "$root/tests/exporters/nasty.jsonl" | /usr/bin/python3 -c '
import json, sys
relation = json.loads(sys.stdin.read())
relation["id"], relation["article"] = "n98", "008"
relation["sentence"]["text"] += "…" * (10000 - len(relation["sentence"]["text"]))
relation["sentence"]["end"] = relation["sentence"]["begin"] + 10000
print(json.dumps(relation, ensure_ascii=False))' >long.jsonl

# read_back FILE CHANGE KEPT: merged and exported again, the lines with KEPT are the same after the sed command CHANGE.
read_back() {
  "$entente" merge -o back.ent "$1" --overwrite && "$entente" export back.ent -o "back-$1" --overwrite &&
    cmp <(grep -E "$3" "$1" | sed -E "$2") <(grep -E "$3" "back-$1" | sed -E "$2")
}

make_graph() {
  case $1 in
    samples) "$entente" build "$root/samples" -o samples.ent ;;
    nasty) "$entente" merge -o nasty.ent "$root/tests/exporters/nasty.jsonl" long.jsonl ;;
  esac
}

for graph in samples nasty; do
  # Without an export there is nothing to read.
  check "$graph: build" make_graph "$graph" && check "$graph: export" export_all "$graph" || continue
  check "$graph: networkx reads the GraphML" /usr/bin/python3 "$here/read_graphml.py" networkx "$graph.graphml" "$graph.csv"
  check "$graph: igraph reads the GraphML" /usr/bin/python3 "$here/read_graphml.py" igraph "$graph.graphml" "$graph.csv"
  for format in graphml gexf; do
    check "$graph: Gephi imports the $format" through_gephi "$graph.$format"
    check "$graph: graphology, which is Gephi Lite's, reads the $format" \
      env NODE_PATH="$cache/scripts/node_modules" node "$here/read_graphology.js" "$graph.$format" "$graph.csv"
  done
  check "$graph: the strict GraphML is valid" \
    xmllint --noout --nonet --huge --schema "$cache/graphml/graphml.xsd" "$graph-strict.graphml"
  check "$graph: the schema notices Gephi's edge labels" \
    fails xmllint --noout --nonet --huge --schema "$cache/graphml/graphml.xsd" "$graph.graphml"
  check "$graph: Chromium shows the page without a network" \
    env NODE_PATH="$cache/puppeteer/node_modules" node "$here/read_page.js" "$graph.html" "$graph.jsonl"
  check "$graph: jsonld.js makes our N-Quads of the JSON-LD" through_jsonld_js "$graph.jsonld" "$graph.nq"
  check "$graph: jsonld.js makes our N-Quads of the JSON-LD with a graph an article" \
    through_jsonld_js "$graph-articles.jsonld" "$graph-articles.nq"
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
  check "$graph: JSON-LD is read back" read_back "$graph.jsonld" 's/"altLabel":\[(\{[^}]*\},?)*\],?//' type
  check "$graph: GraphML is read back" read_back "$graph.graphml" '' '"(edgelabel|interaction|type|cameo|polarity|status|symmetric|weight|edgementions|first_seen|last_seen|languages|sentence|edgearticles)"'
  rm -f again.ent
  check "$graph: relation lines merge into the same graph" merged_again "$graph"
done

check "questions: build" "$entente" build "$here/news.jsonl" -o news.ent &&
  check "questions: export" "$entente" export news.ent -o news.nt
check "questions: rdflib answers as the command line does" \
  "$cache/pyshacl/bin/python" "$here/ask.py" "$entente" news.ent "$root/docs/sparql.md" rdflib news.nt
check "questions: Oxigraph answers as the command line does" env NODE_PATH="$cache/scripts/node_modules" \
  /usr/bin/python3 "$here/ask.py" "$entente" news.ent "$root/docs/sparql.md" oxigraph news.nt
check "https: only trusted stores are pushed to, and a push that broke off is resumed" \
  /usr/bin/python3 "$here/push_https.py" "$entente" news.ent
check "Virtuoso and Fuseki take a push, keep it, and answer as the command line does" \
  bash "$here/stores.sh" "$entente" "$cache" samples nasty news

[ "$failures" -eq 0 ] || { echo "interop: $failures checks failed" >&2; exit 1; }
