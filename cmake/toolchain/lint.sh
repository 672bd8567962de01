#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lint.sh JOBS : in the toolchain, at the top of the source tree. Every linter over every file of ours; ends with status 1
# where one has found something. The sizes of files and functions are told, but are no findings.
set -uo pipefail
jobs=$1
build=build/lint
# shellcheck source=cmake/toolchain/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"
failures=()

# check NAME CMD… : runs it and remembers whether it failed
check() {
  local name=$1 start=$SECONDS
  shift
  if "$@"; then
    echo "lint: $name: no finding ($((SECONDS - start)) s)"
  else
    echo "lint: $name: FAILED ($((SECONDS - start)) s)"
    failures+=("$name")
  fi
}

licence_lines() {
  local missing
  missing=$(sources '*.cpp' '*.h' '*.h.in' '*.qml' '*.cmake' CMakeLists.txt '*.sh' '*.sql' '*.py' \
    | tr '\0' '\n' | xargs -d '\n' grep -L 'SPDX-License-Identifier: ')
  [ -z "$missing" ] || printf '%s: no SPDX-License-Identifier\n' "$missing"
  [ -z "$missing" ]
}

shell_scripts() { shellcheck dev .ci/run cmake/toolchain/*.sh; }
cmake_layout() { sources CMakeLists.txt '*.cmake' | xargs -0 cmake-format --check; }
cmake_rules() { sources CMakeLists.txt '*.cmake' | xargs -0 cmake-lint --suppress-decorations; }
cpp_layout() { sources '*.cpp' '*.h' | xargs -0 -n 20 -P "$jobs" clang-format --dry-run --Werror; }

# A build directory of its own with Clang, since the linters know nothing of GCC's options and precompiled headers. It
# makes no more than what moc and the QML type registration make. Files are read a dozen at a time, as one, tests alone:
# what takes clang-tidy long is not ours, but the headers of Qt and of the standard library, which it would read for each.
configure() {
  mkdir -p "$build"
  cmake --preset dev -B "$build" -D CMAKE_CXX_COMPILER=clang++ -D CMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
    -D CMAKE_UNITY_BUILD=ON -D CMAKE_UNITY_BUILD_BATCH_SIZE=12 -D CMAKE_AUTOGEN_ORIGIN_DEPENDS=OFF \
    >"$build/configure.log" 2>&1 || { cat "$build/configure.log" && return 1; }
  cmake --build "$build" --parallel "$jobs" --target help | sed -En 's/^([a-z_-]*_autogen|all_qmltyperegistrations):.*/\1/p' \
    | xargs cmake --build "$build" --parallel "$jobs" --target >"$build/autogen.log" 2>&1 \
    || { cat "$build/autogen.log" && return 1; }
  test_mocs >>"$build/autogen.log" 2>&1 || { cat "$build/autogen.log" && return 1; }
}

# Asked for by their names, the tests' moc files would bring the libraries that the tests link.
test_mocs() {
  local mocs
  mapfile -t mocs < <(ninja -C "$build" -t targets all | sed -n 's|^\(tests/.*\.moc\): CUSTOM_COMMAND$|\1|p')
  for moc in "${mocs[@]}"; do
    ninja -C "$build" -t commands -s "$moc" | tail -n 1
  done | xargs -d '\n' -n 1 -P "$jobs" bash -c
}

# Debian's clang-tidy is older than 22, the first that passes over what the system's headers declare: that takes five times
# as long. The wheel is pinned by checksum.
install_clang_tidy() {
  local pins
  pins=$(dirname "${BASH_SOURCE[0]}")/lint-requirements.txt
  cmp -s "$pins" "$build/tools/installed" && return 0
  python3 -m venv "$build/tools" \
    && "$build/tools/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$pins" \
    && cp "$pins" "$build/tools/installed"
}

qml() {
  local output
  output=$(cmake --build "$build" --parallel "$jobs" --target all_qmllint 2>&1) || { echo "$output" && return 1; }
  # qmllint itself succeeds with warnings
  ! grep -E -A 3 '^(Warning|Error):' <<<"$output"
}

cpp_rules() {
  install_clang_tidy || return 1
  sed -n 's/^  "file": "\(.*\)",\?$/\1/p' "$build/compile_commands.json" | sort -u \
    | grep -E "/Unity/|^$PWD/(app|bench|qml|server|shared|tests)/" \
    | xargs -d '\n' -n 1 -P "$jobs" "$build/tools/bin/clang-tidy" -p "$build" --quiet \
      2> >(grep -v 'warnings\? generated\|suppressed' >&2)
}

sizes() {
  sources '*.cpp' '*.h' '*.qml' '*.sh' '*.py' | xargs -0 wc -l \
    | awk '$2 != "total" && $1 > 400 { print "lint: " $2 " has " $1 " lines" }'
}

check "licence lines" licence_lines
check shellcheck shell_scripts
check cmake-format cmake_layout
check cmake-lint cmake_rules
check clang-format cpp_layout
sizes
check configuring configure
check qmllint qml
echo "lint: clang-tidy reads every file; that takes some minutes"
check clang-tidy cpp_rules
if [ ${#failures[@]} -gt 0 ]; then
  (IFS=, && echo "lint: findings of: ${failures[*]}")
  exit 1
fi
echo "lint: no finding"
