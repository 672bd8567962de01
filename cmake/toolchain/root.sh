# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the private root, for machines whose own packages have no Qt that is new enough, and adds packages to it.

# "ubuntu" on Ubuntu and what is made from it, else "debian"
distribution_family() {
  local key value family=debian
  while IFS="=" read -r key value; do
    case $key:$value in ID:*ubuntu* | ID_LIKE:*ubuntu*) family=ubuntu ;; esac
  done </etc/os-release
  printf '%s\n' "$family"
}

family=$(distribution_family)
readonly family
# The number is the version of what make_root puts into it.
root=$cache/root-1-$family-$(uname -m)
readonly root
readonly root_stamps=$root/var/lib/plexichat

root_exists() { [ -d "$root" ]; }

# need_root_group GROUP : afterwards the packages of this group are in the private root
need_root_group() {
  local group=$1 lock
  ! root_group_is_there "$group" || return 0
  mkdir -p "$cache"
  exec {lock}>"$cache/lock"
  if ! flock -n "$lock"; then
    say "waiting for another ./dev that is preparing the toolchain"
    flock "$lock"
  fi
  root_exists || make_root
  root_group_is_there "$group" || add_group_to_root "$group"
  exec {lock}>&-
}

# The stamp names all that was ever asked for: checkouts that want different packages share one root.
root_group_is_there() {
  [ -e "$root_stamps/$1" ] && [ -z "$(comm -23 <(packages_of "$1" | sort) <(sort "$root_stamps/$1"))" ]
}

# The address from which this machine's apt gets its own release's main packages.
host_mirror() {
  local label=Debian uri
  [ "$family" = debian ] || label=Ubuntu
  # shellcheck disable=SC2016  # apt expands these
  uri=$(apt-get indextargets --format '$(LABEL) $(RELEASE) $(REPO_URI)' 'Created-By: Packages' \
    | awk -v "label=$label" '$1 == label && $2 !~ /-/ { print $3; exit }')
  case $uri in # cloud images name a file that holds a list of addresses
    mirror+file:*) uri=$(awk '/^[a-z]/ { print $1; exit }' "${uri#mirror+file:}") ;;
  esac
  printf '%s\n' "$uri"
}

# release_with_qt MIRROR : the newest released distribution with a Qt that is new enough
release_with_qt() {
  local mirror=$1 name known=/usr/share/distro-info/ubuntu.csv
  if [ "$family" = debian ]; then
    echo trixie
    return
  fi
  for name in $({
    # series and release are the third and fifth column; 25.04 was the first with Qt 6.8
    [ ! -e "$known" ] || awk -F, -v "today=$(date +%F)" '$1 + 0 >= 25.04 && $5 <= today { print $3 }' "$known" | tac
    printf '%s\n' resolute questing plucky
  } | awk '!seen[$0]++'); do
    if /usr/lib/apt/apt-helper download-file "${mirror%/}/dists/$name/InRelease" "$cache/InRelease" >/dev/null 2>&1; then
      rm -f "$cache/InRelease"
      echo "$name"
      return
    fi
  done
}

make_root() {
  local mirror release
  choose_way_in
  need_root_rights
  install_missing "to make and enter a private root with" \
    bubblewrap ca-certificates mmdebstrap mount util-linux
  [ -n "$way_in" ] || choose_way_in
  mirror=$(host_mirror)
  if [ -z "$mirror" ]; then # apt knows its sources only once it has fetched their lists
    refresh_host_lists
    mirror=$(host_mirror)
  fi
  [ -n "$mirror" ] || die "apt on this machine names no address for its own release's packages (apt-get indextargets)"
  release=$(release_with_qt "$mirror")
  [ -n "$release" ] || die "the mirror $mirror has no Ubuntu release with Qt $oldest_qt or later"
  say "This machine's packages have no Qt $oldest_qt or later, so the toolchain goes into a root of its own:"
  say "$root"
  timed "Making it from $release and installing $(packages_of build | wc -l) packages, this once" "about three minutes" \
    bootstrap "$release" "$mirror"
}

# bootstrap RELEASE MIRROR : under a temporary name, so that a root either is whole or is not there
bootstrap() {
  local partial=$root.partial components=main options=() proxies line
  [ "$family" = debian ] || components=main,universe
  mapfile -t proxies < <(env_proxies)
  while IFS= read -r line; do options+=("--aptopt=$line"); done < <(apt_network_settings)
  as_root rm -rf --one-file-system "$partial"
  as_root env "${proxies[@]}" mmdebstrap --variant=apt --format=directory --components="$components" \
    "${options[@]}" \
    --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --include="$(packages_of build | paste -sd,)" \
    --customize-hook="sh '$scripts/finish-root.sh' \"\$1\"" \
    "$1" "$partial" "$2"
  packages_of build | as_root tee "$partial/var/lib/plexichat/build" >/dev/null
  as_root chmod 755 "$partial"
  as_root mv -T "$partial" "$root"
}

add_group_to_root() {
  local group=$1 packages proxies settings
  mapfile -t packages < <(packages_of "$group")
  mapfile -t proxies < <(env_proxies)
  settings=$(apt_network_settings)
  need_root_rights
  timed "Adding what it takes to $group to the private root" "about a minute, this once" \
    as_root env "${proxies[@]}" unshare -m bash "$scripts/install-in-root.sh" "$root" "$settings" "${packages[@]}"
  mapfile -t packages < <({ cat "$root_stamps/$group" 2>/dev/null || true; printf '%s\n' "${packages[@]}"; } | sort -u)
  printf '%s\n' "${packages[@]}" | as_root tee "$root_stamps/$group" >/dev/null
}
