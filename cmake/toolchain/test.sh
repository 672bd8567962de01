#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test.sh JOBS [CTEST-OPTION…] : in the toolchain, at the top of the source tree, after the builds. All tests of the preset
# dev, then those of the server's lower layers once more under AddressSanitizer and UndefinedBehaviorSanitizer; with options,
# only what they select of dev. The last line is the sum.
set -euo pipefail
jobs=$1
shift
passed=0 failed=0

# run_preset PRESET [CTEST-OPTION…] : runs and counts
run_preset() {
  local preset=$1 report=build/$1/ctest.log line status=0
  shift
  echo "dev: Testing $preset" >&2
  ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j "$jobs" "$@" | tee "$report" || status=$?
  line=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests? failed out of [0-9]+' "$report" || true)
  if [[ $line =~ passed,\ ([0-9]+)\ tests?\ failed\ out\ of\ ([0-9]+) ]]; then
    failed=$((failed + BASH_REMATCH[1]))
    passed=$((passed + BASH_REMATCH[2] - BASH_REMATCH[1]))
  fi
  # ctest itself has failed where it reports a failure that no test accounts for
  if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
}

export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:detect_stack_use_after_return=1}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
run_preset dev "$@"
[ $# != 0 ] || run_preset asan
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
