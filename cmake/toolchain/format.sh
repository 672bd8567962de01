#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# format.sh : in the toolchain, at the top of the source tree. Formats the C++ and CMake code in place.
set -euo pipefail
# shellcheck source=cmake/toolchain/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"
sources '*.cpp' '*.h' | xargs -0 clang-format -i
sources CMakeLists.txt '*.cmake' | xargs -0 cmake-format -i
