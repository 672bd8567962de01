// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/qml/screenshots/studio.h"

namespace plexi::test {

/** With the dictionaries of this computer, where there is one. */
void shootSpelling(Studio &studio);
/** Leaves the panel open. */
void shootSearch(Studio &studio);
/** One file that is there, and one that the server does not have; saved to @p folder. */
void shootDownloads(Studio &studio, const QString &folder);

} // namespace plexi::test
