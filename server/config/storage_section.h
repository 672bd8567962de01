// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"

/** The keys of `[storage]`. */
namespace plexi::config {

/**
 * Sets where files are: `local`, or `s3://[ACCESS_KEY:SECRET_KEY@]HOST[:PORT]/BUCKET[/PREFIX][?region=…&scheme=http|https]`.
 * Returns what is wrong with @p value, without repeating it: "must be …".
 */
std::optional<QString> setFiles(Storage &storage, const QString &value);
/** What does not fit together; nothing where all does. */
std::optional<QString> storageFault(const Config &config);

} // namespace plexi::config
