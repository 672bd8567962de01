#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh PRESET JOBS [TARGET…] : in the toolchain, at the top of the source tree.
set -euo pipefail
preset=$1 jobs=$2
shift 2
build=build/$preset

configure() {
  mkdir -p "$build"
  cmake --preset "$preset" >"$build/configure.log" 2>&1 && return
  # An interrupted first run leaves a cache that later ones trust, compiler checks half done: begin anew once.
  cmake --preset "$preset" --fresh >"$build/configure.log" 2>&1 && return
  cat "$build/configure.log" >&2
  echo "dev: CMake could not configure the preset $preset" >&2
  exit 1
}

start=$SECONDS
[ -e "$build/build.ninja" ] || echo "dev: Building $preset for the first time ($* with $jobs jobs: some minutes)" >&2
configure
arguments=(--build "$build" --parallel "$jobs")
[ $# = 0 ] || arguments+=(--target "$@")
cmake "${arguments[@]}"
[ $((SECONDS - start)) -lt 10 ] || echo "dev: built in $((SECONDS - start)) s" >&2
