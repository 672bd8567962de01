// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace plexi::config {

/** How many single-character edits lead from one word to the other (Levenshtein, 1965). */
qsizetype editDistance(QStringView a, QStringView b);

} // namespace plexi::config
