// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QCoro/QCoroTask>

#include <memory>

namespace plexi::net {
class StreamConnection;
}

namespace plexi::http {

/**
 * A request's body as it comes. While its reader does something else (writes to a disk, say), no more than 128 KiB of
 * it are taken from the client. Keep it alive while next() is awaited: it comes in a shared pointer.
 */
class BodyStream
{
public:
    explicit BodyStream(std::shared_ptr<net::StreamConnection> connection);
    ~BodyStream();

    /**
     * The next part, at most 64 KiB; empty at the end. Fails where the body is over the route's limit, malformed, or
     * does not go on: the request is then to be given up. One call at a time.
     */
    QCoro::Task<Result<QByteArray>> next();

    /** Has next() fail, also one that is awaited at this moment. Thread-safe. */
    void cancel();

private:
    std::shared_ptr<net::StreamConnection> m_connection;
};

} // namespace plexi::http
