#!/usr/bin/env bash
# Installs what is missing (Debian packages), builds, and runs the tests.
#
#   ./test.sh          with assertions, debug symbols (preset dev)
#   ./test.sh --all    what users run (preset all: release), with other people's programs reading the exports
#   ./test.sh --prepare    installs and builds for --all, without running anything
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source cmake/packages.sh

# What the exports are read with: tests/interop/install.sh keeps it in a cache.
need_interop() { bash tests/interop/install.sh "${XDG_CACHE_HOME:-$HOME/.cache}/entente-interop"; }

case "${1:-}" in
  "")
    need $build_packages $test_packages
    exec cmake --workflow --preset dev
    ;;
  --prepare)
    need $build_packages $test_packages $train_packages
    need_interop
    cmake --preset all
    exec cmake --build --preset all
    ;;
  --all)
    need $build_packages $test_packages $train_packages
    need_interop
    exec cmake --workflow --preset all
    ;;
  *)
    echo "usage: ./test.sh [--all | --prepare]" >&2
    exit 2
    ;;
esac
