#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install-in-root.sh ROOT NETWORK-SETTINGS PACKAGE… : as root, in a mount namespace of its own. The machine's apt does
# the fetching, as it alone knows the way to the mirror; dpkg runs in the root.
set -euo pipefail
root=$1
settings=$2
shift 2

for place in dev proc sys; do
  mkdir -p "$root/$place"
  mount --rbind "/$place" "$root/$place"
done

APT_CONFIG=$(mktemp)
export APT_CONFIG DEBIAN_FRONTEND=noninteractive
trap 'rm -f "$APT_CONFIG"' EXIT
architecture=$(dpkg --print-architecture)
# apt reads this before any other file, so that it then takes the root's configuration and not the machine's
cat >"$APT_CONFIG" <<END
Dir "$root";
Dir::State::status "$root/var/lib/dpkg/status";
DPkg::Chroot-Directory "$root";
APT::Architecture "$architecture";
APT::Architectures "$architecture";
APT::Sandbox::User "root";
APT::Install-Recommends "false";
$settings
END

# Packages bring services, and none is to start here: tests start the programs that they need by themselves.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"

chroot "$root" dpkg --configure -a # in case the last time was interrupted
apt-get -q update
apt-get -q -y install "$@"
apt-get clean
