// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/lengths.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace plexi::protocol {

/**
 * Reads typed fields out of a JSON object and collects every fault, so that one answer names them all.
 *
 *     JsonReader reader(object);
 *     const QString name = reader.string("name", {.min = 1, .max = 80});
 *     const auto topic = reader.optionalString("topic");
 *     if (auto fault = reader.error()) return fail(*fault);
 *
 * A faulty or missing required field reads as its type's empty value. Lengths are in Unicode code points.
 * Optional readers return nothing for an absent field and for null. Unknown fields are ignored.
 */
class JsonReader
{
public:
    /** Above any count: what a double still tells from the next (2^53), halved. */
    static constexpr qint64 kMaxCount = 1LL << 52;

    /** @p path is put before the names in faults: "data" makes "data.channel_id". */
    explicit JsonReader(QJsonObject object, QString path = {});

    bool has(QLatin1StringView name) const;
    bool isNull(QLatin1StringView name) const;

    QString string(QLatin1StringView name, LengthRange length = {});
    std::optional<QString> optionalString(QLatin1StringView name, LengthRange length = {});
    bool boolean(QLatin1StringView name);
    std::optional<bool> optionalBoolean(QLatin1StringView name);
    qint64 integer(QLatin1StringView name, qint64 min, qint64 max);
    std::optional<qint64> optionalInteger(QLatin1StringView name, qint64 min, qint64 max);
    std::optional<double> optionalNumber(QLatin1StringView name, qint64 min, qint64 max);
    QJsonObject object(QLatin1StringView name);
    std::optional<QJsonObject> optionalObject(QLatin1StringView name);
    QJsonArray array(QLatin1StringView name);
    std::optional<QJsonArray> optionalArray(QLatin1StringView name);
    /** Strings only; a wrong element is reported as "name.3". */
    QStringList strings(QLatin1StringView name, qsizetype maxCount = 1000);
    std::optional<QStringList> optionalStrings(QLatin1StringView name, qsizetype maxCount = 1000);
    Timestamp timestamp(QLatin1StringView name);
    std::optional<Timestamp> optionalTimestamp(QLatin1StringView name);

    template <typename IdType>
    IdType id(QLatin1StringView name)
    {
        const QString text = string(name);
        const auto parsed = IdType::fromString(text);
        // What is no string at all has its fault already.
        if (!parsed && !text.isEmpty())
            addFault(name, QStringLiteral("Not a valid id"));
        else if (!parsed && value(name).isString() && value(name).toString().isEmpty())
            addFault(name, QStringLiteral("Must not be empty"));
        return parsed.value_or(IdType{});
    }

    template <typename IdType>
    std::optional<IdType> optionalId(QLatin1StringView name)
    {
        const auto text = optionalString(name);
        if (!text)
            return std::nullopt;
        const auto parsed = IdType::fromString(*text);
        if (!parsed)
            addFault(name, QStringLiteral("Not a valid id"));
        return parsed;
    }

    /** For rules that a type does not express: @p reason says what the field must be. */
    void addFault(QLatin1StringView name, const QString &reason);
    /** Adds what the reader of a part has found, so that one answer names all. */
    void addFaultsOf(const JsonReader &part);

    bool ok() const { return m_faults.isEmpty(); }
    /**
     * Nothing where all was well; else 422 with `details.field` and `details.reason` of the first fault, and all of
     * them in `details.errors` where there are several.
     */
    std::optional<Error> error() const;

    /** @p value as an @p Out, or what error() says. */
    template <typename Out, typename T>
    Result<Out> checked(T value) const
    {
        if (const auto fault = error())
            return fail(*fault);
        return value;
    }

private:
    QJsonValue value(QLatin1StringView name) const;
    QString qualified(QLatin1StringView name) const;
    std::optional<QString> checkedString(QLatin1StringView name, const QJsonValue &value, LengthRange length);
    /** The field's value where it is there and not null; else a fault is added. */
    std::optional<QJsonValue> required(QLatin1StringView name);

    QJsonObject m_object;
    QString m_path;
    QJsonArray m_faults;
};

/** Text to object; 400 BAD_REQUEST for what is not JSON, 422 for JSON that is no object. Rejects more than 64 levels. */
Result<QJsonObject> parseObject(const QByteArray &json);

/** Null for nothing, else what toJson-ish @p convert makes of it. */
template <typename T, typename Convert>
QJsonValue nullable(const std::optional<T> &value, Convert convert)
{
    return value ? QJsonValue(convert(*value)) : QJsonValue(QJsonValue::Null);
}

template <typename IdType>
QJsonValue idOrNull(const std::optional<IdType> &id)
{
    return nullable(id, [](IdType known) { return known.toString(); });
}

QJsonValue isoOrNull(const std::optional<Timestamp> &moment);

template <typename IdType>
QJsonArray idArray(const QList<IdType> &ids)
{
    QJsonArray array;
    for (const IdType id : ids)
        array.append(id.toString());
    return array;
}

} // namespace plexi::protocol
