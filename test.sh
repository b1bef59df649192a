#!/usr/bin/env bash
# Installs what is missing (Debian packages), builds, and runs the tests.
#
#   ./test.sh          with assertions, debug symbols (preset dev)
#   ./test.sh --all    what users run (preset all: release), with other people's programs reading the exports
#   ./test.sh --prepare    installs and builds for --all, without running anything
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source cmake/packages.sh
case "${1:-}" in
  "")
    need $build_packages $test_packages
    exec cmake --workflow --preset dev
    ;;
  --prepare)
    need $build_packages $test_packages $interop_packages
    cmake --preset all
    exec cmake --build --preset all
    ;;
  --all)
    need $build_packages $test_packages $interop_packages
    exec cmake --workflow --preset all
    ;;
  *)
    echo "usage: ./test.sh [--all | --prepare]" >&2
    exit 2
    ;;
esac
