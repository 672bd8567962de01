// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/refusal.h"
#include "server/net/request_head.h"

#include <memory>
#include <optional>

namespace plexi::net {

/**
 * Reads one HTTP/1.x request, strictly (RFC 9110 and 9112 without their leniencies): llhttp finds the parts, and what
 * two readers could understand in two ways is refused. First feedHead() until the head is complete, then, where the
 * body is for us to read, feedBody().
 */
class RequestParser
{
public:
    /** Bytes of a head: request line, header lines and the empty line. */
    static constexpr qsizetype kMaxHeadSize = 16 * 1024;

    enum class Status { Incomplete, Complete, Refused };

    RequestParser();
    ~RequestParser();
    Q_DISABLE_COPY_MOVE(RequestParser)

    /** Ready for the next request. */
    void reset();

    /**
     * Takes the bytes that follow those of the last call. Stops behind the head: what comes after it is not looked at
     * (head().size says how far it went). Complete: head() is set, but for what the connection knows.
     */
    Status feedHead(QByteArrayView bytes);

    /**
     * After the head: takes bytes of the body and appends what they carry to @p content (chunks are unwrapped).
     * @p consumed says how many bytes belonged to this request. Refused: malformed chunks.
     */
    Status feedBody(QByteArrayView bytes, QByteArray &content, qsizetype &consumed);

    RequestHead &head();
    /** Why feedHead() or feedBody() refused. */
    const Refusal &refusal() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace plexi::net
