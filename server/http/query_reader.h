// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"
#include "shared/core/ids.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/json_reader.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <optional>

namespace plexi::http {

/** "true", "false", "1" or "0", however it is spelt: programs write what their language writes. */
std::optional<bool> booleanFrom(QStringView text);

/**
 * Reads typed values out of a query and collects every fault, as JsonReader does for bodies.
 *
 *     QueryReader query(request.query);
 *     const qint64 limit = query.integer("limit"_L1, 1, 100, 50);
 *     if (auto fault = query.error()) return fail(*fault);
 *
 * An empty value reads as an absent one. A name that is there twice is a fault.
 */
class QueryReader
{
public:
    explicit QueryReader(QUrlQuery query) : m_query(std::move(query)) { }

    bool has(QLatin1StringView name) const;

    /** @p fallback where it is absent, and where it is faulty. */
    qint64 integer(QLatin1StringView name, qint64 min, qint64 max, qint64 fallback);
    std::optional<qint64> optionalInteger(QLatin1StringView name, qint64 min, qint64 max);
    /** As booleanFrom() reads it. */
    bool boolean(QLatin1StringView name, bool fallback = false);
    std::optional<bool> optionalBoolean(QLatin1StringView name);
    /** Needed. Lengths in Unicode code points. */
    QString string(QLatin1StringView name, protocol::LengthRange length = {1, 1024});
    std::optional<QString> optionalString(QLatin1StringView name, protocol::LengthRange length = {1, 1024});
    /** ISO-8601 with a zone. */
    std::optional<Timestamp> optionalTimestamp(QLatin1StringView name);

    /** Needed. */
    template <typename IdType>
    IdType id(QLatin1StringView name)
    {
        if (!value(name))
            addFault(name, QStringLiteral("This parameter is required"));
        return optionalId<IdType>(name).value_or(IdType());
    }

    template <typename IdType>
    std::optional<IdType> optionalId(QLatin1StringView name)
    {
        const auto text = value(name);
        if (!text)
            return std::nullopt;
        const auto parsed = IdType::fromString(*text);
        if (!parsed)
            addFault(name, QStringLiteral("Not a valid id"));
        return parsed;
    }

    /** For rules that a type does not express: @p reason says what the parameter must be. */
    void addFault(QLatin1StringView name, const QString &reason);

    bool ok() const { return m_faults.isEmpty(); }
    /** Nothing, or 422 in the form of JsonReader::error(). */
    std::optional<Error> error() const;

private:
    std::optional<QString> value(QLatin1StringView name);

    const QUrlQuery m_query;
    QJsonArray m_faults;
};

} // namespace plexi::http
