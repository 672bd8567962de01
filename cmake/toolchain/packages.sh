# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Decides whose packages are used, the machine's own or a private root's, and sees that those of a group are there.

readonly package_list=$top/cmake/packages/debian.txt
readonly oldest_qt=6.8
# "host", "root" or "own"; set by choose_toolchain
toolchain=

# The packages of a group, one a line.
packages_of() {
  awk -v "group=[$1]" '/^\[/ { inside = $0 == group; next } inside && NF && !/^#/' "$package_list"
}

# need_packages GROUP… : afterwards enter_toolchain can run what needs these groups
need_packages() {
  local group
  [ "$(uname -s)" = Linux ] || die "./dev works on Linux; see CONTRIBUTING.md for building by hand"
  choose_toolchain
  case $toolchain in
    host) for group in "$@"; do install_on_host "$group"; done ;;
    root) for group in "$@"; do need_root_group "$group"; done ;;
  esac
}

choose_toolchain() {
  [ -z "$toolchain" ] || return 0
  if [ "${PLEXICHAT_TOOLCHAIN:-}" = host ]; then
    toolchain=own # nothing is installed, nothing is entered
  elif root_exists; then
    toolchain=root
  elif ! command -v apt-get >/dev/null; then
    die "this is neither Debian nor Ubuntu: install the packages of cmake/packages/debian.txt by your \
distribution's names and set PLEXICHAT_TOOLCHAIN=host"
  elif host_has_qt; then
    toolchain=host
  else
    toolchain=root
  fi
}

host_has_qt() {
  local version
  version=$(dpkg-query -W -f '${Version}' qt6-base-dev 2>/dev/null || true)
  [ -n "$version" ] || version=$(qt_candidate)
  if [ -z "$version" ]; then # a machine whose package lists were never fetched, or were deleted
    refresh_host_lists
    version=$(qt_candidate)
  fi
  dpkg --compare-versions "${version:-0}" ge "$oldest_qt"
}

# The version of Qt that apt would install, or nothing.
qt_candidate() {
  apt-cache policy qt6-base-dev | awk '/Candidate:/ && $2 != "(none)" { print $2 }'
}

host_lists_fresh=
refresh_host_lists() {
  [ -z "$host_lists_fresh" ] || return 0
  local proxies
  mapfile -t proxies < <(env_proxies)
  need_root_rights
  timed "Fetching the package lists" "about 10 seconds" as_root env "${proxies[@]}" apt-get -qq update
  host_lists_fresh=1
}

# The packages among those named that dpkg does not know as installed.
missing_on_host() {
  comm -23 <(printf '%s\n' "$@" | sort -u) \
    <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | awk '$1 == "ii" { print $2 }' | sort -u)
}

# install_missing "FOR WHAT" PACKAGE… : with the host's apt
install_missing() {
  local purpose=$1 missing proxies
  shift
  mapfile -t missing < <(missing_on_host "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  need_root_rights "as root: apt-get install ${missing[*]}"
  refresh_host_lists
  mapfile -t proxies < <(env_proxies)
  timed "Installing ${#missing[@]} packages on this machine, $purpose" "up to two minutes" \
    as_root env DEBIAN_FRONTEND=noninteractive "${proxies[@]}" bash "$scripts/install-on-host.sh" "${missing[@]}"
}

install_on_host() {
  local packages
  mapfile -t packages < <(packages_of "$1")
  install_missing "those that it takes to $1" "${packages[@]}"
}
