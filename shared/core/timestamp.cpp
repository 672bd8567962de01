// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/timestamp.h"

#include <QDateTime>
#include <QTimeZone>

namespace plexi {

Timestamp Timestamp::now()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

std::optional<Timestamp> Timestamp::fromIso(QStringView text)
{
    // A date alone, or a time without a zone, would be read as local time: whose? So we refuse both.
    const qsizetype t = text.indexOf(u'T');
    if (t < 0)
        return std::nullopt;
    const QStringView time = text.sliced(t + 1);
    if (!time.endsWith(u'Z') && !time.contains(u'+') && !time.contains(u'-'))
        return std::nullopt;
    const QDateTime parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    return Timestamp{parsed.toMSecsSinceEpoch()};
}

QString Timestamp::toIso() const
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC).toString(Qt::ISODateWithMs);
}

} // namespace plexi
