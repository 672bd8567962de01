// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plexi::services {

/** What people would call the program behind a `User-Agent`: "Firefox on Linux"; "Unknown" for one that says nothing. */
QString clientName(const QString &userAgent);

} // namespace plexi::services
