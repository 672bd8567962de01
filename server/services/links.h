// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace plexi::services {

/**
 * The web addresses in a text, each once, in their order, at most @p limit. Not those within `code`. Punctuation at the
 * end belongs to the sentence, and so does a closing bracket that was opened outside.
 */
QStringList linksIn(const QString &text, qsizetype limit);

} // namespace plexi::services
