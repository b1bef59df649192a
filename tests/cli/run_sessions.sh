#!/usr/bin/env bash
# Commands as their users type them, with what they must print.
#
#   run_sessions.sh [--update] ENTENTE FILE…
#
# In a *.session file `$ command` is followed by what it prints: `> ` before each line of standard output, `2> ` before
# each line of standard error, and `= N` if the exit code N is not 0. All other lines are for the reader.
# In a *.md file the fenced blocks marked `console` are sessions; there standard output stands bare, and standard error
# and exit codes are not shown.
# Each file runs in a folder of its own, which holds a copy of tests/cli/files and of samples. --update writes what was
# printed into the file.
set -u
export LC_ALL=C.UTF-8 NO_COLOR=1 COLUMNS=100
update=false
if [ "$1" = --update ]; then update=true; shift; fi
program=$(readlink -f "$1"); shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export ENTENTE_DATA=${ENTENTE_DATA:-$here/../../data}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$program" "$work/bin/entente"
export PATH=$work/bin:$PATH

# run COMMAND STYLE: prints the command's answer as the file would show it.
run() {
  bash -c "$1" >"$work/out" 2>"$work/err" </dev/null
  local status=$?
  if [ "$2" = md ]; then cat "$work/out"; return; fi
  sed 's/^/> /; s/ $//' "$work/out"
  [ -z "$(tail -c 1 "$work/out")" ] || echo "\\ no line end"
  sed 's/^/2> /; s/ $//' "$work/err"
  [ "$status" -eq 0 ] || echo "= $status"
}

# replay FILE STYLE: the file as it would have to be.
replay() {
  local line inside=false skipping=false
  [ "$2" = md ] || inside=true
  while IFS= read -r line || [ -n "$line" ]; do
    if [ "$2" = md ] && ! $inside; then
      [ "$line" = '```console' ] && inside=true
      printf '%s\n' "$line"
    elif [ "$2" = md ] && [ "$line" = '```' ]; then
      inside=false skipping=false
      printf '%s\n' "$line"
    elif [ "${line:0:2}" = '$ ' ]; then
      skipping=true
      printf '%s\n' "$line"
      run "${line:2}" "$2"
    elif [ "$2" = md ] && $skipping; then
      :
    elif [ "$2" = md ]; then
      printf '%s\n' "$line"
    else
      case $line in
        '> '*|'>'|'2> '*|'2>'|'= '*|'\ no line end') ;;
        *) printf '%s\n' "$line" ;;
      esac
    fi
  done <"$1"
}

failed=0
for file in "$@"; do
  file=$(readlink -f "$file")
  style=session
  case $file in *.md) style=md ;; esac
  rm -rf "$work/here"
  mkdir "$work/here"
  cp -r "$here/files/." "$work/here/"
  cp -r "$here/../../samples" "$work/here/samples"
  (cd "$work/here" && replay "$file" "$style") >"$work/actual"
  if $update; then
    cp "$work/actual" "$file"
  elif ! diff -u --label "$file" --label "what was printed" "$file" "$work/actual"; then
    failed=1
  fi
done
exit $failed
