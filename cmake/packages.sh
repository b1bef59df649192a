# Debian packages, for run.sh and test.sh to source.

build_packages="g++ cmake ninja-build libboost-dev libcld2-dev libcli11-dev libcurl4-openssl-dev libexpat1-dev
  libicu-dev libpugixml-dev libsqlite3-dev libxxhash-dev rapidjson-dev"
test_packages="clang-format doctest-dev python3"
train_packages="python3-torch"  # ./test.sh --all trains a small parser

# need PACKAGE…: installs those that are missing.
need() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "installing ${missing[*]}" >&2
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "run as root, or install these packages first: ${missing[*]}" >&2; exit 2; }
    root=(sudo)
  fi
  "${root[@]}" apt-get update -q >&2
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}
