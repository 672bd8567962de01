// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace plexi::app {

/** How well a name fits what was typed, and which of its characters do. */
struct NameMatch {
    /** Higher is better; above 0. */
    int score = 0;
    /** Indexes into the name, rising. */
    QList<qsizetype> positions;
};

/**
 * Looks for the letters of @p query in @p name, whatever their case and accents: as its beginning, as the beginning of a
 * word, together anywhere, or one after the other with others between; in this order of worth, shorter names first.
 * Nothing where a letter is missing. An empty query fits everything.
 */
std::optional<NameMatch> matchName(QStringView query, QStringView name);

} // namespace plexi::app
