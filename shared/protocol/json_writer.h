// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/timestamp.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringView>

#include <concepts>
#include <optional>

namespace plexi::protocol {

/**
 * Writes compact JSON (RFC 8259) straight into UTF-8 bytes, for what is written at every message; a QJsonObject in
 * between costs several times as much. The caller opens and closes what it opened, and names each member of an object.
 *
 *     JsonWriter writer;
 *     writer.beginObject();
 *     writer.member("id"_L1, message.id);
 *     writer.endObject();
 *     return writer.take();
 */
class JsonWriter
{
public:
    JsonWriter() { m_bytes.reserve(1024); }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /** The next member's; of ASCII characters that need no escaping. */
    void name(QLatin1StringView name);

    /** A lone surrogate, which UTF-8 cannot hold, is written as an escape. */
    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    /** Of ASCII characters that need no escaping. */
    void value(QLatin1StringView text);
    void value(Timestamp moment);
    void value(std::integral auto number)
    {
        separate();
        if constexpr (std::same_as<decltype(number), bool>)
            m_bytes += number ? "true" : "false";
        else
            appendNumber(number);
    }
    template <typename Tag>
    void value(Id<Tag> id)
    {
        separate();
        m_bytes += '"';
        m_bytes += QByteArrayView(Tag::kPrefix);
        appendNumber(id.value());
        m_bytes += '"';
    }
    template <typename T>
    void value(const QList<T> &elements)
    {
        beginArray();
        for (const T &element : elements)
            value(element);
        endArray();
    }
    /** Nothing is null. */
    template <typename T>
    void value(const std::optional<T> &known)
    {
        if (known)
            value(*known);
        else
            null();
    }
    void null();
    /** For what is written seldom, and has a QJsonObject anyway. */
    void value(const QJsonObject &object);
    template <std::same_as<QJsonValue> Json>
    void value(const Json &json)
    {
        appendJson(json);
    }

    template <typename T>
    void member(QLatin1StringView memberName, const T &memberValue)
    {
        name(memberName);
        value(memberValue);
    }

    /** What was written; the writer is not used again. */
    QByteArray take() { return std::move(m_bytes); }

private:
    void separate();
    void open(char bracket);
    void close(char bracket);
    void appendNumber(qint64 number);
    void appendJson(const QJsonValue &json);

    QByteArray m_bytes;
    /** Whether the next value or name is the first after a bracket or a colon. */
    bool m_isFirst = true;
};

} // namespace plexi::protocol
