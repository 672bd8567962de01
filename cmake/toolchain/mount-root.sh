#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# mount-root.sh ROOT UID GID DIRECTORY ENVIRONMENT-FILE CMD… : as root, in a mount namespace of its own. Puts the private
# root's layout together, makes it this process's root, and becomes the command, as that user. The mounts vanish with the
# last process in them. The file, if one is named, holds the environment that sudo has dropped (restore-environment.sh).
set -euo pipefail
# shellcheck source=cmake/toolchain/layout.sh
source "$(dirname "${BASH_SOURCE[0]}")/layout.sh"
root=$1 user=$2 group=$3 directory=$4 environment=$5
shift 5
new=$root/mnt

# Makes the directories and links of the layout, and prints its mounts as an fstab.
lay_out() {
  local mode source target folders=()
  while IFS=$'\t' read -r mode source target; do
    target=$new$target
    if [ "$mode" = symlink ]; then
      ln -s "$source" "$target"
      continue
    fi
    if [ -d "$source" ]; then folders+=("$target"); fi
    case $mode in ro-bind) mode=bind,ro ;; *) mode=rbind ;; esac
    printf '%s %s none %s 0 0\n' "${source// /\\040}" "${target// /\\040}" "$mode"
  done < <(root_layout "$root")
  mkdir -p "${folders[@]}"
}

# unbindable: so that binding the directory that holds the root does not bind this too
mount -t tmpfs -o mode=755 plexichat "$new"
mount --make-unbindable "$new"
lay_out >"$new/.mounts"
mount --all --fstab "$new/.mounts" # one call for all takes a fifth of the time
rm "$new/.mounts"

cd "$new"
mkdir .host
if pivot_root . .host 2>/dev/null; then
  umount -l /.host
  rmdir /.host
  enter=()
else # the machine's root is no mount point, as in an initramfs or a chroot
  rmdir .host
  enter=(chroot "$new")
fi
become=(setpriv --pdeathsig KILL)
[ "$user" = 0 ] || become+=(--reuid "$user" --regid "$group" --init-groups)
restore=()
[ -z "$environment" ] || restore=(bash "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/restore-environment.sh" "$environment")
exec "${enter[@]}" /usr/bin/env --chdir="$directory" "${become[@]}" -- "${restore[@]}" "$@"
