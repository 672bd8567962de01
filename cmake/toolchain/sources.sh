# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later

# sources PATTERN… : our own files of these names, each ended by NUL; at the top of the source tree
sources() {
  local names=() pattern
  for pattern in "$@"; do names+=(-o -name "$pattern"); done
  find . \( -path ./build -o -path './.*' \) -prune -o -type f \( "${names[@]:1}" \) -print0
}
