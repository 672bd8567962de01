// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QTimeZone>

#include <optional>

/** Moments that people name. */
namespace plexi::services {

/** ValidationError for @p field where @p moment is not in the future, or more than @p maxDays days in it. */
Result<> checkAhead(const QString &field, Timestamp moment, qint64 maxDays);

/** What is to be done, and when. */
struct TimedText {
    QString text;
    Timestamp moment;
};

/**
 * Reads "drink water in 20 minutes", "at 17:30 go home", "call Ann tomorrow at 9:00", "review it at 2026-12-24T10:00:00Z": the time
 * stands at the end or, with a text behind it, at the beginning. A time of day is that of @p zone, and tomorrow's where
 * today's is past. Nothing where there is no time or no text.
 */
std::optional<TimedText> readTimedText(const QString &words, Timestamp now, const QTimeZone &zone);

} // namespace plexi::services
