#!/usr/bin/env bash
# Really starts Virtuoso and Fuseki, pushes to them, and asks them the questions of docs/sparql.md.
#
#   stores.sh ENTENTE CACHE GRAPH… : graph files in the current folder; prints a line for each that holds what it should
#
# Exit code 1 if anything differs.
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
entente=$1
cache=$2
shift 2
work=$(mktemp -d)
processes=()
stop() { [ ${#processes[@]} -eq 0 ] || kill "${processes[@]}" 2>/dev/null || true; wait; rm -rf "$work"; }
trap stop EXIT

read -r sql_port virtuoso_port fuseki_port < <(/usr/bin/python3 -c '
import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
print(*(one.getsockname()[1] for one in sockets))')

cat >"$work/virtuoso.ini" <<INI
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:$sql_port
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:$virtuoso_port
ServerThreads = 5
ServerRoot = .
[SPARQL]
ResultSetMaxRows = 10000
INI
(cd "$work" && exec virtuoso-t -f +configfile virtuoso.ini >virtuoso.out 2>&1) &
processes+=($!)
echo "admin: secret" >"$work/passwd"
(cd "$work" && exec java -Xmx512m -jar "$cache"/fuseki/jena-fuseki-server-*.jar --localhost --port "$fuseki_port" \
  --auth=basic --passwd passwd --mem --update /news >fuseki.out 2>&1) &
processes+=($!)

# wait_for URL: until something answers.
wait_for() {
  local try
  for try in $(seq 120); do
    curl -s -o /dev/null "$1" && return
    sleep 0.5
  done
  echo "nothing answers at $1" >&2
  cat "$work"/*.out "$work"/*.log >&2
  exit 1
}

# push GRAPH [OPTION…]: what the program says, without its warnings.
push() {
  local graph=$1
  shift
  "$entente" push "$graph.ent" --endpoint "$endpoint" --user "$user" --graph "http://example.org/$graph" "$@" 2>&1 | grep -v warning: || true
}
# expect WHAT WANTED FOUND
expect() { [ "$2" = "$3" ] || { echo "$store, $1: expected '$2', found '$3'"; exit 1; }; }
count() {
  local answer
  answer=$(curl -sf "${login[@]}" -G -H 'Accept: text/csv' --data-urlencode "query=SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE {
    GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), \"http://example.org/$1\") && !STRENDS(STR(?g), \".push\")) } }" "$queries")
  tail -n 1 <<<"$answer" | tr -dc 0-9
}

# The same in both stores; $endpoint, $queries, $user and $login say where.
try_store() {
  local graph statements
  for graph in "$@"; do
    statements=$("$entente" export "$graph.ent" -o - -f nt 2>/dev/null | wc -l)
    push "$graph" --chunk 150 >/dev/null
    expect "$graph, statements" "$statements" "$(count "$graph")"
    expect "$graph, again" "entente: $endpoint: sent 0 statements in 0 graphs; unchanged: 1 graph" "$(push "$graph" --chunk 150)"
    push "$graph" --graph-per-article >/dev/null
    expect "$graph, statements by article" "$statements" "$(count "$graph")"
  done
  ASK_USER=$user ASK_PASSWORD=$ENTENTE_PASSWORD /usr/bin/python3 "$here/ask.py" "$entente" news.ent "$here/../../docs/sparql.md" http "$queries" http://example.org/questions
  # An article goes, and with it all that it alone says.
  cp news.ent fewer.ent
  "$entente" remove fewer.ent berlin 2>/dev/null
  "$entente" push news.ent --endpoint "$endpoint" --user "$user" --graph http://example.org/changing --graph-per-article 2>/dev/null
  "$entente" push fewer.ent --endpoint "$endpoint" --user "$user" --graph http://example.org/changing --graph-per-article 2>&1 | grep -q "removed: 1 graph"
  expect "without an article" "$("$entente" export fewer.ent -o - -f nt 2>/dev/null | wc -l)" "$(count changing)"
  if ENTENTE_PASSWORD=wrong "$entente" push news.ent --endpoint "$endpoint" --user "$user" 2>"$work/refused"; then
    echo "$store takes a wrong password"
    exit 1
  fi
  grep -q ENTENTE_PASSWORD "$work/refused"
  ! grep -q wrong "$work/refused"
  echo "$store holds what it should"
}

store=Virtuoso endpoint=http://127.0.0.1:$virtuoso_port/sparql-graph-crud-auth queries=http://127.0.0.1:$virtuoso_port/sparql user=dba login=()
export ENTENTE_PASSWORD=dba
wait_for "$queries"
"$entente" push news.ent --endpoint "$endpoint" --user "$user" --graph http://example.org/questions 2>/dev/null
try_store "$@"
store=Fuseki endpoint=http://127.0.0.1:$fuseki_port/news/data queries=http://127.0.0.1:$fuseki_port/news/query user=admin login=(-u admin:secret)
export ENTENTE_PASSWORD=secret
wait_for "$queries"
"$entente" push news.ent --endpoint "$endpoint" --user "$user" --graph http://example.org/questions 2>/dev/null
try_store "$@"
