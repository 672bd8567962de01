// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/json_reader.h"

#include <QJsonObject>

#include <limits>

namespace plexi::protocol {

/**
 * What a value looks like, for the description that the API gives of itself: the part of JSON Schema (draft 2020-12, the
 * dialect of OpenAPI 3.1) that our readers and writers need. Each noun tells its own with a static schema(), which stands
 * beside its reader and writer and changes with them. An implicitly shared value.
 */
class Schema
{
public:
    /** Lengths in Unicode code points, as JSON Schema and JsonReader count them. */
    static Schema string(LengthRange length = {.min = 0, .max = kUnbounded});
    static Schema integer(qint64 min = 0, qint64 max = std::numeric_limits<qint64>::max());
    static Schema number();
    static Schema boolean();
    /** ISO-8601 in UTC. */
    static Schema timestamp();
    static Schema uri();
    /** One of some names. */
    static Schema names(const QStringList &names);
    static Schema array(const Schema &items, LengthRange count = {.min = 0, .max = kUnbounded});
    /** Any object. */
    static Schema anyObject();
    /** Bytes that are no JSON: a file in a form, or a whole body. */
    static Schema bytes();
    /** With the fields that with() adds. @p name is the noun under which the description lists it; names are unique. */
    static Schema object(QLatin1StringView name = {});
    /** A list with `page` and `limit`: @p list is the last noun of the path. */
    static Schema page(QLatin1StringView list, const Schema &item);

    template <typename IdType>
    static Schema id()
    {
        return idOf(IdType(1).toString());
    }

    /** A cursor: an id, a number or null. */
    template <typename IdType>
    static Schema idOrNumberOrNull()
    {
        return cursorOf(id<IdType>());
    }

    /** An object's further field. */
    Schema with(QLatin1StringView name, const Schema &field) const;
    /** The same fields under another noun. */
    Schema named(QLatin1StringView name) const;
    /** An object that may have fields which are not told. */
    Schema open() const;
    /** The field may be absent. */
    Schema sometimes() const;
    Schema orNull() const;
    /** For bodies: absent and null mean the same, as JsonReader's optional readers have it. */
    Schema optional() const { return orNull().sometimes(); }
    /** One sentence. */
    Schema about(QLatin1StringView description) const;
    Schema example(const QJsonValue &value) const;

    bool isRequired() const { return m_isRequired; }
    const QJsonObject &json() const { return m_json; }

    static constexpr qsizetype kUnbounded = std::numeric_limits<qsizetype>::max();

private:
    explicit Schema(QJsonObject json) : m_json(std::move(json)) { }
    static Schema idOf(const QString &example);
    static Schema cursorOf(const Schema &id);

    QJsonObject m_json;
    bool m_isRequired = true;
};

} // namespace plexi::protocol
