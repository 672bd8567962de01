// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"

namespace plexi::config {

/**
 * Sends everything that goes through Qt's logging to standard error, one line each: as text, or as a JSON object with
 * `time`, `level`, `category` and `message`. A message that is a JSON object by itself (the request log) is not wrapped
 * again in JSON mode: its fields join those. Call once, before other threads start.
 */
void installLogging(LogFormat format, LogLevel level);

} // namespace plexi::config
