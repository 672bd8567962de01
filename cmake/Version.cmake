# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The one place that names the version. shared/core/version.h.in and the packages read it from here.

set(PLEXI_VERSION "a.1.1-1")
# CMake, Windows and macOS want numbers only: the letter is the stage (a = 0), then major, minor and revision.
set(PLEXI_VERSION_NUMERIC "0.1.1.1")
