# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -D INPUT=… -D OUTPUT=… -P gzip.cmake : the same bytes for the same input, whenever it was made

# cmake-lint: disable=E1126
file(
  ARCHIVE_CREATE
  OUTPUT
  ${OUTPUT}
  PATHS
  ${INPUT}
  FORMAT
  raw
  COMPRESSION
  GZip
  MTIME
  0)
