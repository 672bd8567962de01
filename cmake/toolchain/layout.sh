# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later

# root_layout ROOT : what a program in the private root sees, as lines of MODE, SOURCE and TARGET with tabs between.
# It is the machine's own tree, paths, sockets and devices included, with the root's /usr and /etc in place of its own.
root_layout() {
  local base=$1 entry name
  printf 'ro-bind\t%s\t%s\n' "$base/usr" /usr "$base/etc" /etc
  for entry in "$base"/*; do
    [ ! -L "$entry" ] || printf 'symlink\t%s\t%s\n' "$(readlink "$entry")" "/${entry##*/}"
  done
  for name in resolv.conf hosts passwd group machine-id ssl/certs/ca-certificates.crt; do
    entry=$(readlink -f "/etc/$name") || continue
    if [ -s "$entry" ] && [ -r "$entry" ]; then printf 'ro-bind\t%s\t%s\n' "$entry" "/etc/$name"; fi
  done
  for entry in /*; do
    name=${entry#/}
    case $name in
      usr | etc | bin | sbin | lib | lib32 | lib64 | libx32 | boot | snap | lost+found) continue ;;
      proc | sys | dev) printf 'dev-bind\t%s\t%s\n' "$entry" "$entry" ;;
      *)
        if [ -L "$entry" ]; then
          printf 'symlink\t%s\t%s\n' "$(readlink "$entry")" "$entry"
        elif [ -d "$entry" ] && [ -r "$entry" ]; then
          printf 'bind\t%s\t%s\n' "$entry" "$entry"
        fi
        ;;
    esac
  done
}
