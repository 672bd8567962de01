#!/bin/sh
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# finish-root.sh ROOT : the last step of making the private root, called by mmdebstrap as root.
set -eu
cd "$1"

mkdir -p var/lib/plexichat
# no package starts a service in it
printf '#!/bin/sh\nexit 101\n' >usr/sbin/policy-rc.d
chmod 755 usr/sbin/policy-rc.d
# plain files, over which the machine's own are mounted
for name in resolv.conf hosts machine-id; do
  rm -f "etc/$name"
  : >"etc/$name"
done
# D-Bus wants an id of the machine, and a container may have none to mount
od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >etc/machine-id
[ -e etc/ssl/certs/ca-certificates.crt ]
