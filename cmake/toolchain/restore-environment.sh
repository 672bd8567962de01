#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# restore-environment.sh FILE CMD… : becomes the command with the environment that the file holds (env -0), and deletes it.

mapfile -d '' -t plexichat_pairs <"$1" || exit
rm -f "$1"
shift
for plexichat_pair in $(compgen -e); do unset "$plexichat_pair" 2>/dev/null; done
for plexichat_pair in "${plexichat_pairs[@]}"; do
  # names that a shell cannot have, and its own read-only ones, are left out
  export "${plexichat_pair?}" 2>/dev/null
done
exec "$@"
