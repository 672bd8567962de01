// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/timestamp.h"

#include <QHostAddress>
#include <QString>

#include <functional>
#include <optional>

namespace plexi::http {

/** One request, as far as it may be written down: no query, no token, no content. */
struct RequestRecord {
    Timestamp time;
    QString requestId;
    QLatin1StringView method;
    /** The route's pattern; empty where none was found. */
    QString route;
    int status = 0;
    qint64 microseconds = 0;
    /** Of the answer's body. */
    qint64 bytes = 0;
    std::optional<UserId> user;
    QHostAddress client;
};

/** Where requests are written down. Called from all loops at once. */
class RequestLog
{
public:
    virtual ~RequestLog() = default;
    virtual void record(const RequestRecord &record) = 0;
};

/** One line for each request, as text or as a JSON object. */
class LineRequestLog final : public RequestLog
{
public:
    enum class Format { Text, Json };
    /** Gets whole lines with their newline; thread-safe. */
    using Write = std::function<void(const QByteArray &line)>;

    /** @p write: standard error where it is left out, at the end of a turn of the calling thread's event loop. */
    explicit LineRequestLog(Format format, Write write = {});

    void record(const RequestRecord &record) override;

private:
    const Format m_format;
    const Write m_write;
};

} // namespace plexi::http
