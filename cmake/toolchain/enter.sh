# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs commands in the toolchain. With the machine's own packages that is a plain exec. The private root is entered
#   as root        in a mount namespace of this process (mount-root.sh): no program stands between, so that signals and
#                  the exit status need no passing on;
#   as a user      by bubblewrap, where user namespaces are allowed, and else as root would, by sudo, back to the user.
# A root user who may not mount (in some containers) gets bubblewrap too.

# shellcheck source=cmake/toolchain/layout.sh
source "$scripts/layout.sh"

# "mount", "bubblewrap" or "sudo"; set by choose_way_in, empty as long as the programs for it are not installed
way_in=

choose_way_in() {
  if [ "$(id -u)" = 0 ] && unshare -m true 2>/dev/null; then
    way_in=mount
  elif bubblewrap_works; then
    way_in=bubblewrap
  elif [ "$(id -u)" = 0 ]; then
    [ -z "$(missing_on_host bubblewrap)" ] || return 0
    die "this machine allows neither mounts nor user namespaces, and its packages have no Qt $oldest_qt: allow one of \
them (in a container: --cap-add SYS_ADMIN with unconfined seccomp and AppArmor profiles), or use Debian 13 or Ubuntu 25.04"
  else
    need_root_rights "or allow user namespaces and install bubblewrap, and call ./dev once as root"
    ! sudo unshare -m true 2>/dev/null || { way_in=sudo && return 0; }
    [ -z "$(missing_on_host bubblewrap)" ] || return 0
    die "this machine allows neither user namespaces nor mounts by sudo: allow one of them, or use Debian 13 or Ubuntu 25.04"
  fi
}

bubblewrap_works() { bwrap --ro-bind / / --dev-bind /dev /dev true 2>/dev/null; }

# enter_toolchain CMD… : becomes this command, with the current directory, environment and standard streams
enter_toolchain() {
  toolchain_environment
  if [ "$toolchain" != root ]; then exec "$@"; fi
  case $top/ in
    /usr/* | /etc/*) die "the source tree is in $top, where the private root has its own files: move it" ;;
  esac
  [ -n "$way_in" ] || choose_way_in
  case $way_in in
    mount) exec unshare -m bash "$scripts/mount-root.sh" "$root" 0 0 "$PWD" '' "$@" ;;
    sudo) enter_by_sudo "$@" ;;
    bubblewrap) enter_by_bubblewrap "$@" ;;
  esac
}

toolchain_environment() {
  local zone locale
  case $toolchain in
    own) return ;;
    host) export PATH=/usr/lib/qt6/bin:$PATH && return ;;
  esac
  npm_settings # before PATH loses a node elsewhere
  export PATH=/usr/lib/qt6/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  # The root has no locales but C.UTF-8; Qt takes language and formats from LANG nevertheless.
  locale=${LC_ALL:-${LANG:-C.UTF-8}}
  unset LC_ALL
  export LANG=$locale LC_CTYPE=C.UTF-8
  if [ -z "${TZ:-}" ] && zone=$(readlink /etc/localtime); then
    export TZ=${zone##*/zoneinfo/}
  fi
}

# The machine's settings for npm say how it reaches its registry, and the root has its own /etc and /usr: hand over a copy.
# A person's own ~/.npmrc and npm's variables are seen in the root as they are.
npm_settings() {
  local node settings file
  [ -z "${npm_config_globalconfig:-}${NPM_CONFIG_GLOBALCONFIG:-}" ] || return 0
  node=$(command -v node || true)
  settings=$(for file in /etc/npmrc ${node:+"${node%/bin/*}/etc/npmrc"}; do [ ! -r "$file" ] || cat "$file"; done)
  [ -n "$settings" ] || return 0
  file=$cache/npmrc
  if [ ! -e "$file" ] || [ "$settings" != "$(<"$file")" ]; then
    (umask 077 && printf '%s\n' "$settings" >"$file.$$" && mv "$file.$$" "$file")
  fi
  export NPM_CONFIG_GLOBALCONFIG=$file
}

enter_by_sudo() {
  local environment
  need_root_rights
  environment=$(mktemp) # not on the command line, where everybody could read it
  env -0 >"$environment"
  exec sudo -- unshare -m bash "$scripts/mount-root.sh" "$root" "$(id -u)" "$(id -g)" "$PWD" "$environment" "$@"
}

enter_by_bubblewrap() {
  local options=() mode source target
  while IFS=$'\t' read -r mode source target; do
    options+=("--$mode" "$source" "$target")
  done < <(root_layout "$root")
  supervise bwrap --die-with-parent --chdir "$PWD" "${options[@]}" -- "$@"
}

# supervise bwrap OPTION… -- CMD… : bubblewrap's own process passes no signal on and would take the command with it when
# it dies of one. So it ignores them, and this shell hands them to the command, which has them as they were.
supervise() {
  local names=() name monitor status interrupted=1 options=()
  for name in INT TERM HUP QUIT USR1 USR2; do
    [ -n "$(trap -p "$name")" ] || names+=("$name") # what the caller has set to be ignored stays ignored
  done
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  (
    trap '' "${names[@]}"
    exec "${options[@]}" -- env "--default-signal=$(IFS=, && echo "${names[*]}")" "$@"
  ) <&0 &
  monitor=$!
  for name in "${names[@]}"; do
    # shellcheck disable=SC2064  # the name and the process are those of now
    trap "interrupted=1; forward_signal $name $monitor" "$name"
  done
  while [ -n "$interrupted" ]; do
    interrupted=
    status=0
    wait "$monitor" || status=$?
  done
  exit "$status"
}

# forward_signal NAME MONITOR : to the one child of bubblewrap's process
forward_signal() {
  local child=
  case $1 in INT | QUIT) ! in_foreground || return 0 ;; esac
  read -r child _ <"/proc/$2/task/$2/children" || true # the list has no newline at its end
  [ -z "$child" ] || kill -s "$1" "$child" 2>/dev/null || true
}

# Whether the terminal's keys reach this process and what it started: then Ctrl+C was not meant for it alone.
in_foreground() {
  local fields
  read -r fields </proc/self/stat
  # after the name in parentheses: state, parent, process group, session, terminal, foreground process group
  # shellcheck disable=SC2086  # split into words
  set -- ${fields##*) }
  [ "$3" = "$6" ]
}
