// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/rows.h"

namespace plexi::store {

QString joinedIds(const QList<UserId> &ids, QChar separator)
{
    QString text;
    for (const UserId id : ids) {
        if (!text.isEmpty())
            text += separator;
        text += QString::number(id.value());
    }
    return text;
}

QList<UserId> splitIds(const QString &text, QChar separator)
{
    QList<UserId> ids;
    for (const QStringView part : QStringView(text).split(separator, Qt::SkipEmptyParts))
        ids.append(UserId(part.toLongLong()));
    return ids;
}

} // namespace plexi::store
