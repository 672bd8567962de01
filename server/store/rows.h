// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/ids.h"
#include "shared/core/timestamp.h"

#include <QList>
#include <QSqlQuery>
#include <QVariant>

#include <optional>

/** Between columns and our types; for the stores' sources only. */
namespace plexi::store {

inline qint64 integer(const QSqlQuery &row, int column)
{
    return row.value(column).toLongLong();
}

inline Timestamp moment(const QSqlQuery &row, int column)
{
    return {integer(row, column)};
}

inline std::optional<Timestamp> optionalMoment(const QSqlQuery &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(moment(row, column));
}

inline std::optional<QString> optionalText(const QSqlQuery &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.value(column).toString());
}

template <typename IdType>
std::optional<IdType> optionalId(const QSqlQuery &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(IdType(integer(row, column)));
}

inline QVariant orNull(const std::optional<QString> &text)
{
    return text ? QVariant(*text) : QVariant();
}

template <typename Tag>
QVariant orNull(const std::optional<Id<Tag>> &id)
{
    return id ? QVariant(id->value()) : QVariant();
}

/** A null QString would be bound as NULL. */
inline QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/** A statement's outcome where the number of rows does not matter. */
inline Result<> done(const Result<qint64> &changed)
{
    if (!changed)
        return fail(changed.error());
    return {};
}

/** The first column of the only row, such as a count; zero where there is none or it is NULL. */
inline Result<qint64> firstInteger(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    const qint64 value = (*query)->next() ? integer(**query, 0) : 0;
    (*query)->finish();
    return value;
}

/** The first column of all rows. */
template <typename IdType>
Result<QList<IdType>> ids(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QList<IdType> found;
    while ((*query)->next())
        found.append(IdType(integer(**query, 0)));
    (*query)->finish();
    return found;
}

QString joinedIds(const QList<UserId> &ids, QChar separator);
QList<UserId> splitIds(const QString &text, QChar separator);

} // namespace plexi::store
