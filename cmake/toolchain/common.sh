# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the parts of ./dev share: speaking to the person, becoming root, timing.

readonly cache=${XDG_CACHE_HOME:-$HOME/.cache}/plexichat

say() { printf 'dev: %s\n' "$*" >&2; }

# die SENTENCE [STATUS]
die() {
  say "$1"
  exit "${2:-1}"
}

# Runs a command as root: directly, or with sudo. need_root_rights comes first.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -- "$@"; fi
}

# Ends with a sentence where this person cannot become root. need_root_rights [WHAT ELSE TO DO]
need_root_rights() {
  [ "$(id -u)" != 0 ] || return 0
  command -v sudo >/dev/null \
    || die "this step needs root, and you are not root and have no sudo${1:+; $1}"
  ! sudo -n true 2>/dev/null || return 0
  [ -t 0 ] || [ -t 2 ] || die "this step needs root, and sudo would ask for a password where nobody can type it${1:+; $1}"
  say "the next step needs root; sudo asks for your password"
  sudo -v || die "sudo refused, and this step needs root${1:+; $1}"
}

# timed "What it does" "how long that takes" CMD… : says so, keeps the output for the case that it fails
timed() {
  local what=$1 estimate=$2 log start=$SECONDS
  shift 2
  mkdir -p "$cache"
  log=$(mktemp "$cache/log-XXXXXX")
  say "$what ($estimate)"
  if "$@" >"$log" 2>&1 </dev/null; then
    rm -f "$log"
    say "done in $((SECONDS - start)) s"
  else
    tail -n 40 "$log" >&2
    die "that failed; the whole output is in $log"
  fi
}

# As many compilers as there are cores, but no more than there is memory for (1.5 GB each).
jobs_that_fit() {
  local jobs memory
  if [ -n "${PLEXICHAT_JOBS:-}" ]; then
    printf '%s\n' "$PLEXICHAT_JOBS"
    return
  fi
  jobs=$(nproc)
  memory=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo)
  [ "$memory" -ge "$jobs" ] || jobs=$memory
  [ "$jobs" -ge 1 ] || jobs=1
  printf '%s\n' "$jobs"
}

# The settings of the host's apt that decide how it reaches the network, one NAME "VALUE"; a line.
apt_network_settings() {
  apt-config dump | grep -E '^Acquire::(https?::[^ ]*|https?|Check-Date|Check-Valid-Until|Retries) ".+";$' || true
}

# env_proxies: NAME=VALUE of the proxy variables that are set, for commands that sudo would start without them
env_proxies() {
  local name
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    [ -z "${!name:-}" ] || printf '%s=%s\n' "$name" "${!name}"
  done
}
