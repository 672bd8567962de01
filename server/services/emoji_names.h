// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plexi::services {

/** Whether @p name, without colons, is one that every client knows as one of Unicode's emoji: "tada". Thread-safe. */
bool isStandardEmojiName(const QString &name);

} // namespace plexi::services
