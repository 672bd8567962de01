#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install-on-host.sh PACKAGE… : as root. Installs by the machine's apt, and starts none of the services that packages
# bring, now or later: tests and benchmarks start the programs that they need by themselves.
set -euo pipefail
readonly policy=/usr/sbin/policy-rc.d

enabled_units() { systemctl list-unit-files --state=enabled --no-legend 2>/dev/null | awk '{ print $1 }' | sort; }

if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
fi
before=$(enabled_units || true)
apt-get -qq -y --no-install-recommends install "$@"
mapfile -t brought < <(comm -13 <(printf '%s\n' "$before") <(enabled_units || true))
[ ${#brought[@]} = 0 ] || systemctl --quiet disable "${brought[@]}"
