#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh PROGRAMS [--headless] : in the toolchain. Starts a server on a data directory that is kept, and the app signed in
# to it; stops both at the end.
set -euo pipefail
programs=$1
headless=${2:-}
data=${XDG_DATA_HOME:-$HOME/.local/share}/plexichat/dev-run
server='' app='' output=

say() { printf 'dev: %s\n' "$*" >&2; }

# shellcheck disable=SC2317 # called by the trap
stop() {
  trap '' INT TERM HUP
  local process
  for process in $app $server; do kill -TERM "$process" 2>/dev/null || true; done
  for process in $app $server; do wait "$process" 2>/dev/null || true; done
  [ -z "$output" ] || rm -f "$output"
}

# The first free of the default port and one that the system picks.
free_address() {
  if (: <>/dev/tcp/127.0.0.1/8000) 2>/dev/null; then
    say "port 8000 is taken, so the server takes another"
    echo 127.0.0.1:0
  else
    echo 127.0.0.1:8000
  fi
}

# Sets $url to the address that the server says it listens on. Its log goes on to the terminal.
url=
start_server() {
  local line
  mkdir -p "$data"
  output=$(mktemp -u "${TMPDIR:-/tmp}/plexichat-run-XXXXXX")
  mkfifo -m 600 "$output"
  "$programs/plexichat-server" serve --data-dir "$data" --listen "$(free_address)" >"$output" &
  server=$!
  exec {lines}<"$output"
  while IFS= read -r -u "$lines" line; do
    printf '%s\n' "$line"
    case $line in 'listening on '*) url=${line#listening on } && break ;; esac
  done
  if [ -z "$url" ]; then
    wait "$server" || true
    server=
    say "the server did not start; what it said stands above"
    exit 1
  fi
  cat <&"$lines" & # whatever it prints later
}

greet() {
  say "The server runs at $url; its data is in $data"
  if [ -r "$data/initial-admin-password" ]; then
    say "Sign in as admin with the password $(<"$data/initial-admin-password")"
  else
    say "Sign in as admin with the password that you have set"
  fi
  say "Ctrl+C stops it"
}

start_app() {
  local arguments=(--profile dev)
  if [ -r "$data/initial-admin-password" ]; then
    arguments+=(--sign-in "$url")
    PLEXICHAT_USERNAME=admin PLEXICHAT_PASSWORD=$(<"$data/initial-admin-password")
    export PLEXICHAT_USERNAME PLEXICHAT_PASSWORD
  fi
  "$programs/plexichat" "${arguments[@]}" &
  app=$!
  unset PLEXICHAT_USERNAME PLEXICHAT_PASSWORD
}

trap stop EXIT
trap 'exit 0' INT TERM HUP
start_server
greet
if [ -z "$headless" ]; then
  start_app
  wait "$app" || say "the app ended with status $?"
  app=
  say "The app is closed; the server goes on until Ctrl+C"
fi
status=0
wait "$server" || status=$?
server=
say "the server has ended with status $status"
exit "$status"
